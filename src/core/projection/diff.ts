/** What changed between two sets of rows of the same records: rows to put, and keys of rows to take away. */
import { type Row, type Rows, type TableName, tableNames, tables } from './tables.ts'

export interface Change {
  readonly put: readonly Row[]
  readonly take: readonly Row[]
}
export type Changes = Readonly<Record<TableName, Change>>

export function difference(before: Rows, after: Rows): Changes {
  const changes = {} as Record<TableName, Change>
  for (const name of tableNames) changes[name] = tableDifference(name, before[name], after[name])
  return changes
}

function tableDifference(name: TableName, before: readonly Row[], after: readonly Row[]): Change {
  if (before.length === 0) return after.length === 0 ? none : { put: after, take: [] }
  const { key } = tables[name]
  const old = new Map(before.map((row) => [identity(key, row), row]))
  const put: Row[] = []
  for (const row of after) {
    const id = identity(key, row)
    const was = old.get(id)
    if (was === undefined || !isSame(was, row)) put.push(row)
    old.delete(id)
  }
  const take = [...old.values()].map((row) => Object.fromEntries(key.map((column) => [column, row[column] ?? null])))
  return { put, take }
}

const none: Change = { put: [], take: [] }

function identity(key: readonly string[], row: Row): string {
  let text = ''
  for (const column of key) text += `${row[column]}|`
  return text
}

/** Two rows of one table: they have the same columns. */
function isSame(one: Row, other: Row): boolean {
  for (const column in one) if (one[column] !== other[column]) return false
  return true
}

/** The changes of several records as one. */
export function together(all: readonly Changes[]): Changes {
  if (all.length === 1) return all[0]!
  const joined = {} as Record<TableName, Change>
  for (const name of tableNames)
    joined[name] = {
      put: all.flatMap((changes) => changes[name].put),
      take: all.flatMap((changes) => changes[name].take),
    }
  return joined
}
