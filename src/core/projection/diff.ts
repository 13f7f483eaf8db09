/** What changed between two sets of rows of the same records: rows to put or renew, and keys of rows to take away. */
import { type Row, type Rows, type TableName, tableNames, tables } from './tables.ts'

export interface Change {
  readonly put: readonly Row[]
  /** Of rows that stand and differ in nothing else: their keys and the columns that `Table.renewed` names. */
  readonly renew: readonly Row[]
  readonly take: readonly Row[]
}
export type Changes = Readonly<Record<TableName, Change>>

export function difference(before: Rows, after: Rows): Changes {
  const changes = {} as Record<TableName, Change>
  for (const name of tableNames) changes[name] = tableDifference(name, before[name], after[name])
  return changes
}

function tableDifference(name: TableName, before: readonly Row[], after: readonly Row[]): Change {
  if (before.length === 0) return after.length === 0 ? none : { put: after, renew: [], take: [] }
  const { key, renewed } = tables[name]
  const old = new Map(before.map((row) => [identity(key, row), row]))
  const [put, renew]: [Row[], Row[]] = [[], []]
  for (const row of after) {
    const id = identity(key, row)
    const was = old.get(id)
    old.delete(id)
    if (was === undefined || !isSame(was, row, renewed)) put.push(row)
    else if (!isSame(was, row, [])) renew.push(some(row, [...key, ...renewed]))
  }
  const take = [...old.values()].map((row) => some(row, key))
  return { put, renew, take }
}

const none: Change = { put: [], renew: [], take: [] }

const some = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))

function identity(key: readonly string[], row: Row): string {
  let text = ''
  for (const column of key) text += `${row[column]}|`
  return text
}

/** Two rows of one table: they have the same columns. */
function isSame(one: Row, other: Row, whatever: readonly string[]): boolean {
  for (const column in one) if (one[column] !== other[column] && !whatever.includes(column)) return false
  return true
}

/** The changes of several records as one. */
export function together(all: readonly Changes[]): Changes {
  if (all.length === 1) return all[0]!
  const joined = {} as Record<TableName, Change>
  for (const name of tableNames)
    joined[name] = {
      put: all.flatMap((changes) => changes[name].put),
      renew: all.flatMap((changes) => changes[name].renew),
      take: all.flatMap((changes) => changes[name].take),
    }
  return joined
}
