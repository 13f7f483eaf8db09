/**
 * A return as read: this year's tables and last year's, and each child's rows found together.
 *
 * Children are numbered from 0 in the order in which they first appear. A row that belongs to no child (its id is blank,
 * or it is the header of the whole message) becomes a "child" of its own with that one row, so that every rule that
 * looks at rows still sees it and it is never joined to another's rows.
 */
import { blank, type Code, TextPool } from './codes.ts'
import type { Layout, TableName } from './layout.ts'
import { type DateStyle, Table } from './table.ts'

/** The rows of a table by child: those of child `c` are `rows[starts[c]]` up to `rows[starts[c + 1]]`, in file order. */
export interface Grouped {
  readonly table: Table
  readonly starts: Int32Array
  readonly rows: Int32Array
}

export class Store<L extends Layout> {
  readonly layout: L
  readonly tableNames: readonly TableName<L>[]
  readonly pool: TextPool
  /** By table number (the order of the layout). */
  readonly tables: readonly Table[]
  readonly last: readonly Table[]
  /**
   * What was given: `Header`, `Header.UASC`, `last.Header`, `last.Header.UASC`; and `Header without CHILD` where a row of it
   * has no id.
   */
  readonly supplied = new Set<string>()
  children = 0
  /** By child: the code of its id; `blank` for a row on its own. */
  ids: Int32Array = new Int32Array(0)
  grouped: readonly Grouped[] = []
  groupedLast: readonly Grouped[] = []

  constructor(layout: L, dateStyle: DateStyle, pool = new TextPool()) {
    this.layout = layout
    this.tableNames = Object.keys(layout)
    this.pool = pool
    const build = (name: string) => new Table(name, layout[name]!, pool, dateStyle)
    this.tables = this.tableNames.map(build)
    this.last = this.tableNames.map(build)
  }

  table(name: TableName<L>): Table {
    return this.tables[this.tableNames.indexOf(name)]!
  }

  lastTable(name: TableName<L>): Table {
    return this.last[this.tableNames.indexOf(name)]!
  }

  /** Notes that a table was given with these columns. */
  supply(name: TableName<L>, columns: readonly string[], isLast = false): void {
    const prefix = isLast ? `last.${name}` : name
    this.supplied.add(prefix)
    for (const column of columns) this.supplied.add(`${prefix}.${column}`)
    const table = isLast ? this.lastTable(name) : this.table(name)
    for (const column of columns) table.supplied.add(column)
  }

  /** Finds each child's rows by the id in the column `idColumn`, in every table that has it. Call once, after reading. */
  groupById(idColumn: string): void {
    const numbers = new Int32Array(4096 + this.pool.size + 1).fill(-1)
    const ids: number[] = []
    const own = (table: Table, isLast: boolean) => {
      const cells = table.cells[table.column(idColumn)]
      for (let row = 0; row < table.length; row++) {
        const id = cells === undefined ? 0 : cells[row]!
        if (id === 0) this.supplied.add(`${isLast ? 'last.' : ''}${table.name} without ${idColumn}`)
        let child = id === 0 ? -1 : numbers[id]!
        if (child === -1 && !(isLast && id === 0)) {
          child = ids.push(id) - 1
          if (id !== 0) numbers[id] = child
        }
        table.owners[row] = child
      }
    }
    for (const table of this.tables) own(table, false)
    for (const table of this.last) own(table, true)
    this.finish(Int32Array.from(ids))
  }

  /** Finds each child's rows by the owners that the reader of nested elements has set. Call once, after reading. */
  groupByOwner(ids: readonly Code[]): void {
    const all: number[] = [...ids]
    for (const table of this.tables) {
      for (let row = 0; row < table.length; row++) {
        if (table.owners[row] === -1) table.owners[row] = all.push(blank) - 1
      }
    }
    this.finish(Int32Array.from(all))
  }

  private finish(ids: Int32Array): void {
    this.ids = ids
    this.children = ids.length
    this.grouped = this.tables.map((table) => group(table, ids.length))
    this.groupedLast = this.last.map((table) => group(table, ids.length))
  }
}

function group(table: Table, children: number): Grouped {
  const starts = new Int32Array(children + 1)
  const { owners, length } = table
  for (let row = 0; row < length; row++) if (owners[row]! >= 0) starts[owners[row]! + 1]!++
  for (let child = 0; child < children; child++) starts[child + 1]! += starts[child]!
  const rows = new Int32Array(starts[children]!)
  const next = starts.slice()
  for (let row = 0; row < length; row++) if (owners[row]! >= 0) rows[next[owners[row]!]!++] = row
  return { table, starts, rows }
}
