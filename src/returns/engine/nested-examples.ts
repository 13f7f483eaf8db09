/** Loads examples of returns whose rows stand in one another, as elements of a message do. */
import type { Code } from './codes.ts'
import { readExampleTable } from './examples.ts'
import type { Layout, TableName } from './layout.ts'
import type { Store } from './store.ts'
import type { Table } from './table.ts'

export interface Nesting {
  /** The column that names the child, in the tables that have it; '' for none. */
  readonly id: string
  /** By table: the one whose rows hold its rows, and the numbers taken over from it. */
  readonly held: Readonly<Record<string, { readonly by: string; readonly takes: readonly string[] }>>
  /** By table: the column that counts its rows within the child. */
  readonly counters: Readonly<Record<string, string>>
  /** The table of the message's own header, whose rows belong to no child. */
  readonly header: string
}

/**
 * Beside the columns of the layout an example may write
 * - `child`: which element of the message the row stands in (left out: the id, or child `1`)
 * - `in`: the number of the row that holds it (left out: the child's first with the same numbers).
 * Numbers are counted where they are not written.
 */
export function fillNested<L extends Layout>(
  store: Store<L>,
  example: { readonly [T in TableName<L>]?: string },
  nesting: Nesting,
): Code[] {
  const ids: Code[] = []
  const owners = new Map<string, number>()
  const owner = (key: string, id: string): number => {
    const known = owners.get(key)
    if (known !== undefined) return known
    owners.set(key, ids.length)
    return ids.push(store.pool.intern(id)) - 1
  }
  for (const name of store.tableNames) {
    const table = store.table(name)
    store.supply(name, table.columns)
    const text: string | undefined = example[name]
    if (text === undefined) continue
    const { columns, rows } = readExampleTable(text)
    const unknown = columns.find((column) => column !== 'child' && column !== 'in' && table.column(column) === -1)
    if (unknown !== undefined) throw new Error(`${name} has no column ${unknown}`)
    for (const cells of rows) {
      const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
      const id = columns.includes(nesting.id) ? cell(nesting.id) : cell('child') || '1'
      const key = cell('child') || id || `blank ${name} ${table.length}`
      const row = table.add(name === nesting.header ? -1 : owner(key, id))
      columns.forEach((column, i) => {
        if (table.column(column) !== -1) table.setText(row, table.column(column), cells[i]!)
      })
      if (name !== nesting.header && table.column(nesting.id) !== -1) table.setText(row, table.column(nesting.id), id)
      count(table, row, nesting.counters[name])
      place(store, table, row, cell('in'), nesting)
    }
  }
  return ids
}

/** Counts the row within its child where the example does not. */
function count(table: Table, row: number, counter: string | undefined): void {
  if (counter === undefined || table.text(row, table.column(counter)) !== '') return
  const before = Array.from({ length: row }, (_, other) => other)
  const same = before.filter((other) => table.owners[other] === table.owners[row])
  table.set(row, table.column(counter), same.length + 1)
}

/** Finds the row that holds this one. */
function place<L extends Layout>(store: Store<L>, table: Table, row: number, written: string, nesting: Nesting): void {
  const held = nesting.held[table.name]
  if (held === undefined) return
  const above = store.tables.find((other) => other.name === held.by)!
  const agrees = (other: number): boolean =>
    above.owners[other] === table.owners[row] &&
    held.takes.every((name) => {
      const wanted = table.text(row, table.column(name))
      return wanted === '' || above.text(other, above.column(name)) === wanted
    })
  const candidates = Array.from({ length: above.length }, (_, other) => other)
  const parent = written === '' ? candidates.find(agrees) : Number(written)
  if (parent === undefined) return
  table.parents[row] = parent
  for (const name of held.takes) table.set(row, table.column(name), above.cells[above.column(name)]![parent]!)
}
