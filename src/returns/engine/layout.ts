/**
 * How a return is laid out: its tables and the kind of each column. The types of rows and children that rules see are
 * derived from this one description.
 */
import type { Code } from './codes.ts'

/**
 * - `code`: text, held as a `Code`
 * - `day`: a date; `NaN` in a rule where the cell is empty or is no real date
 * - `count`: a whole number; `NaN` where the cell is empty or is no whole number
 * - `tenths`: a number with one decimal (worked out, never read); `NaN` where there is none
 */
export type ColumnKind = 'code' | 'day' | 'count' | 'tenths'
export type Columns = Readonly<Record<string, ColumnKind>>
export type Layout = Readonly<Record<string, Columns>>

export type TableName<L extends Layout> = keyof L & string
export type ColumnName<L extends Layout, T extends TableName<L>> = keyof L[T] & string

type ValueOf<K extends ColumnKind> = K extends 'code' ? Code : number

/** One row of a table: a value for each column, and what is needed to speak of it. */
export type Row<L extends Layout, T extends TableName<L> = TableName<L>> =
  T extends TableName<L> ? RowBase<T, ColumnName<L, T>> & { readonly [C in keyof L[T]]: ValueOf<L[T][C]> } : never

export interface RowBase<T extends string = string, C extends string = string> {
  readonly table: T
  /** The 0-based data row in the file, or the position in document order. */
  readonly row: number
  /** For a nested element: the row of the element that holds it, in that element's table. -1 for none. */
  readonly parent: number
  /** The cell is empty. */
  blank(column: C): boolean
  /** The cell holds something, be it readable or not. */
  filled(column: C): boolean
  /** The cell holds something that cannot be read as the date or number it should be. */
  unreadable(column: C): boolean
  /** The cell as a person would write it. */
  text(column: C): string
}

/** The tables of one child: rows in the order of the file. */
export type ChildTables<L extends Layout> = { readonly [T in TableName<L>]: readonly Row<L, T>[] }

/** What a rule sees of one child. */
export type Child<L extends Layout> = ChildTables<L> & {
  /** The child's id in the council's own system; '' where the row carries none (then this "child" is that one row). */
  readonly id: string
  /** The same child's rows in last year's files; all empty where none were given. */
  readonly last: ChildTables<L>
}
