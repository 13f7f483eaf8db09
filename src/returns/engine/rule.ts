/**
 * The language rules are written in. A rule is one small entry; what it needs to know arrives as arguments.
 */

import type { RowReference } from './child.ts'
import type { Code } from './codes.ts'
import type { Child, ColumnName, Layout, Row, TableName } from './layout.ts'
import type { Postcodes, Providers } from './reference.ts'

export type Severity = 'error' | 'query'

/** The years of a rule, counted by the year in which the period ends; `to` absent: still in force. */
export interface Years {
  readonly from: number
  readonly to?: number
}

/** `since(2023)`: in force for periods that end in 2023 and later. */
export const since = (from: number): Years => ({ from })
/** `between(2023, 2024)`: in force for periods that end in 2023 and 2024. */
export const between = (from: number, to: number): Years => ({ from, to })

/** The collection that is being checked: what every rule may know besides the rows. */
export interface Collection {
  /** The year in which the period ends (SEN2: the year of the January census). */
  readonly year: number
  /** First and last day of the period, both inside it; NaN where the return does not say. */
  readonly start: number
  readonly end: number
  /** The council's own code as it was given on the command line; `blank` for none. */
  readonly authority: Code
  /** The same as text; '' for none. */
  readonly authorityText: string
  readonly providers?: Providers
  readonly postcodes?: Postcodes
  /** Whether a table or a column was given: `has('Header.UASC')`, `has('last.Episodes')`. */
  has(what: string): boolean
}

type Need<L extends Layout> = {
  [T in TableName<L>]: T | `${T}.${ColumnName<L, T>}` | `last.${T}` | `last.${T}.${ColumnName<L, T>}`
}[TableName<L>]

export type ReferenceFile = 'providers' | 'postcodes' | 'authority'

/** The columns a rule speaks of, by table. */
export type Fields<L extends Layout> = { readonly [T in TableName<L>]?: readonly ColumnName<L, T>[] }

/** The columns a rule quotes, this year's and last year's. */
export type Quoted<L extends Layout> = Fields<L> & {
  readonly [T in TableName<L> as `last.${T}`]?: readonly ColumnName<L, T>[]
}

interface Entry<L extends Layout> {
  readonly code: string
  /** What is wrong when it fires, as a short statement without a full stop. */
  readonly meaning: string
  /** What would mend it, as an instruction without a full stop. */
  readonly mend: string
  /** Why it must be so, where the rule is ours and not the department's: the law or guidance, or what follows from the data. */
  readonly reason?: string
  readonly years: Years
  /** Left out: an error. */
  readonly severity?: Severity
  /** What must have been given; otherwise the rule is reported as not run. Tables that are optional are not named. */
  readonly tables: readonly Need<L>[]
  /** Of each list at least one must have been given. */
  readonly anyOf?: readonly (readonly Need<L>[])[]
  /** Files of reference it cannot do without. */
  readonly files?: readonly ReferenceFile[]
  /** What a flagged row clashes with: these columns of the same child are quoted in the message. */
  readonly against?: Quoted<L>
}

/** A rule on single rows of one table: `check` says whether this row is flagged. */
export interface RowRule<L extends Layout, T extends TableName<L>> extends Entry<L> {
  readonly table: T
  readonly fields: readonly ColumnName<L, T>[]
  check(row: Row<L, T>, collection: Collection, child: Child<L>): boolean
}

/** A row to flag, where need be with other fields than those of the rule. */
export type Flagged<L extends Layout> = Row<L> | { readonly row: Row<L>; readonly fields: readonly string[] }

/** Flags rows. A row is reported once for each rule (once for each group), however often it is flagged. */
export interface Flag<L extends Layout> {
  /** One row by itself; `clash` is the row it clashes with (of either year), quoted in the message but not flagged. */
  (row: Flagged<L>, clash?: Row<L>): void
  /** Rows that make one finding together. Findings of one child with the same `key` are one group. */
  together(rows: readonly Flagged<L>[], key?: string): void
}

/** A rule on one child's rows. */
export interface ChildRule<L extends Layout> extends Entry<L> {
  readonly fields: Fields<L>
  check(child: Child<L>, flag: Flag<L>, collection: Collection): void
}

/** Flags at the end of a whole-return rule. */
export interface WholeFlag {
  /** The return itself; `detail` is a sentence with the figures. */
  whole(detail: string): void
  /** Rows kept with `refer`, which make one finding together. */
  rows(rows: readonly RowReference[]): void
}

/** A rule on the whole return. It sees each child once and keeps what it needs: counts, codes, or rows by `refer(row)`. */
export interface WholeRule<L extends Layout, S> extends Entry<L> {
  readonly fields: Fields<L>
  begin(): S
  each(child: Child<L>, seen: S, collection: Collection): void
  end(seen: S, flag: WholeFlag, collection: Collection): void
}

/** A rule of any of the three kinds, as the engine runs it. */
export interface Rule<L extends Layout> extends Entry<L> {
  readonly severity: Severity
  readonly fields: Fields<L>
  readonly rowTable?: TableName<L>
  checkRow?(row: Row<L>, collection: Collection, child: Child<L>): boolean
  checkChild?(child: Child<L>, flag: Flag<L>, collection: Collection): void
  readonly whole?: WholeRule<L, unknown>
}

/** The three ways to write a rule of one return. */
export function ruleLanguage<L extends Layout>(_layout: L) {
  return {
    /** A rule on single rows of one table. */
    eachRow<T extends TableName<L>>(rule: RowRule<L, T>): Rule<L> {
      // One table's columns are columns of the layout: the checker cannot follow a computed key.
      const fields = { [rule.table]: rule.fields } as Fields<L>
      return {
        severity: 'error',
        ...rule,
        fields,
        rowTable: rule.table,
        checkRow: rule.check as Rule<L>['checkRow'] & {},
      }
    },
    /** A rule on one child's rows. */
    eachChild(rule: ChildRule<L>): Rule<L> {
      return { severity: 'error', ...rule, checkChild: rule.check }
    },
    /** A rule on the whole return. */
    wholeReturn<S>(rule: WholeRule<L, S>): Rule<L> {
      return { severity: 'error', ...rule, whole: rule as WholeRule<L, unknown> }
    },
  }
}

/** Whether a rule is in force for a year. */
export const inForce = (years: Years, year: number): boolean =>
  year >= years.from && (years.to === undefined || year <= years.to)
