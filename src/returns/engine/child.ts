/**
 * What rules see: children and rows as plain objects whose properties read the columns.
 *
 * Rows are made when a child is visited and forgotten after it. A row is two numbers and a reference; `episode.DECOM` is
 * one array read. Properties are defined once for each table, from the layout.
 */
import { blank, type Code } from './codes.ts'
import { blankDay, unreadableDay } from './days.ts'
import type { Child, ChildTables, Columns, Layout, RowBase } from './layout.ts'
import type { Grouped, Store } from './store.ts'
import type { Table } from './table.ts'

class TableRow implements RowBase {
  readonly row: number
  readonly of: Table
  readonly cells: readonly Int32Array[]

  constructor(of: Table, row: number) {
    this.of = of
    this.row = row
    this.cells = of.cells
  }

  get table(): string {
    return this.of.name
  }

  get parent(): number {
    return this.of.parents[this.row]!
  }

  blank(column: string): boolean {
    const place = this.of.column(column)
    return this.cells[place]![this.row] === (this.of.kinds[place] === 'code' ? blank : blankDay)
  }

  filled(column: string): boolean {
    return !this.blank(column)
  }

  unreadable(column: string): boolean {
    const place = this.of.column(column)
    return this.of.kinds[place] !== 'code' && this.cells[place]![this.row] === unreadableDay
  }

  text(column: string): string {
    return this.of.text(this.row, this.of.column(column))
  }
}

type RowClass = new (of: Table, row: number) => TableRow

/** A class of rows with one property for each column. */
function rowClass(columns: Columns): RowClass {
  class OneTableRow extends TableRow {}
  Object.entries(columns).forEach(([name, kind], place) => {
    const get =
      kind === 'code'
        ? function (this: TableRow) {
            return this.cells[place]![this.row]
          }
        : function (this: TableRow) {
            const value = this.cells[place]![this.row]!
            if (value <= unreadableDay) return Number.NaN
            return kind === 'tenths' ? value / 10 : value
          }
    Object.defineProperty(OneTableRow.prototype, name, { get })
  })
  return OneTableRow
}

/** One year's tables of one child; each is made when first asked for. */
class ChildRows {
  readonly number: number
  readonly grouped: readonly Grouped[]
  readonly made: (readonly TableRow[] | undefined)[]

  constructor(grouped: readonly Grouped[], number: number) {
    this.grouped = grouped
    this.number = number
    this.made = new Array(grouped.length).fill(undefined)
  }
}

const none: readonly TableRow[] = Object.freeze([])

function makeRows(of: ChildRows, place: number, make: RowClass): readonly TableRow[] {
  const known = of.made[place]
  if (known !== undefined) return known
  const { table, starts, rows } = of.grouped[place]!
  const from = starts[of.number]!
  const to = starts[of.number + 1]!
  if (from === to) {
    of.made[place] = none
    return none
  }
  const list: TableRow[] = []
  for (let i = from; i < to; i++) list.push(new make(table, rows[i]!))
  of.made[place] = list
  return list
}

/** Gives the children of a store one after another. One for each store. */
export class Children<L extends Layout> {
  private readonly store: Store<L>
  private readonly tablesClass: new (
    grouped: readonly Grouped[],
    number: number,
  ) => ChildRows
  private readonly childClass: new (
    grouped: readonly Grouped[],
    number: number,
  ) => ChildRows

  constructor(store: Store<L>) {
    this.store = store
    const rowClasses = store.tableNames.map((name) => rowClass(store.layout[name]!))
    class Tables extends ChildRows {}
    class OneChild extends ChildRows {
      readonly facts: unknown[] = []
    }
    for (const made of [Tables, OneChild]) {
      store.tableNames.forEach((name, place) => {
        Object.defineProperty(made.prototype, name, {
          get(this: ChildRows) {
            return makeRows(this, place, rowClasses[place]!)
          },
        })
      })
    }
    Object.defineProperties(OneChild.prototype, {
      id: {
        get(this: ChildRows) {
          return store.pool.text(store.ids[this.number]! as Code)
        },
      },
      last: {
        get(this: ChildRows & { lastTables?: ChildRows }) {
          this.lastTables ??= new Tables(store.groupedLast, this.number)
          return this.lastTables
        },
      },
    })
    this.tablesClass = Tables
    this.childClass = OneChild
  }

  /** The child of that number. */
  at(number: number): Child<L> {
    // The properties are defined from the layout that the type is derived from.
    return new this.childClass(this.store.grouped, number) as unknown as Child<L>
  }

  /** Last year's tables alone. */
  lastOf(number: number): ChildTables<L> {
    return new this.tablesClass(this.store.groupedLast, number) as unknown as ChildTables<L>
  }
}

const kept = new WeakMap<object, unknown>()

/** The children of a store: their classes are made once for it, however often rules are run. */
export function childrenOf<L extends Layout>(store: Store<L>): Children<L> {
  const known = kept.get(store)
  if (known instanceof Children) return known
  const made = new Children(store)
  kept.set(store, made)
  return made
}

let facts = 0

/**
 * A value worked out from a child at most once, however many rules ask for it: `const dateOfBirth = derived((child) => ...)`.
 * Declare it at module level.
 */
export function derived<L extends Layout, C, V>(
  work: (child: Child<L>, collection: C) => V,
): (child: Child<L>, collection: C) => V {
  const place = facts++
  return (child, collection) => {
    const held = (child as unknown as { facts: V[] }).facts
    if (!(place in held)) held[place] = work(child, collection)
    return held[place]!
  }
}

type DayColumn<R> = { [K in keyof R]: R[K] extends number ? K : never }[keyof R]

/** The rows that have that date, earliest first; rows of one day stay in file order. Rows without the date are left out. */
export function inOrder<R extends object>(rows: readonly R[], column: DayColumn<R>): R[] {
  const day = (row: R) => row[column] as number
  return rows.filter((row) => !Number.isNaN(day(row))).sort((a, b) => day(a) - day(b))
}

/** The row with the earliest of that date, the first in the file on a tie. */
export function earliest<R extends object>(rows: readonly R[], column: DayColumn<R>): R | undefined {
  let best: R | undefined
  for (const row of rows) {
    const day = row[column] as number
    if (best === undefined ? !Number.isNaN(day) : day < (best[column] as number)) best = row
  }
  return best
}

/** The row with the latest of that date, the first in the file on a tie. */
export function latest<R extends object>(rows: readonly R[], column: DayColumn<R>): R | undefined {
  let best: R | undefined
  for (const row of rows) {
    const day = row[column] as number
    if (best === undefined ? !Number.isNaN(day) : day > (best[column] as number)) best = row
  }
  return best
}

/** The rows that stand inside `holder` in the message: `inside(assessment, child.AssessmentFactorsList)`. */
export function inside<R extends RowBase>(holder: RowBase, rows: readonly R[]): readonly R[] {
  // Most children have one episode, and then all the rows are its rows: no list is made.
  let count = 0
  for (const row of rows) if (row.parent === holder.row) count++
  return count === rows.length ? rows : rows.filter((row) => row.parent === holder.row)
}

/** A reference to a row that outlives the visit to its child. */
export interface RowReference {
  readonly table: Table
  readonly row: number
}

/** Keeps a row for the end of a whole-return rule. */
export const refer = (row: RowBase): RowReference => ({ table: tableOf(row), row: row.row })

/** The columns a row reads: which of the two years' tables it stands in. */
export const tableOf = (row: RowBase): Table => (row as TableRow).of
