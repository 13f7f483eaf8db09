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
  if (before.length === 0) return { put: after, take: [] }
  const { key } = tables[name]
  const identity = (row: Row): string => key.map((column) => row[column]).join('|')
  const old = new Map(before.map((row) => [identity(row), row]))
  const put: Row[] = []
  for (const row of after) {
    const id = identity(row)
    const was = old.get(id)
    if (was === undefined || JSON.stringify(was) !== JSON.stringify(row)) put.push(row)
    old.delete(id)
  }
  const take = [...old.values()].map((row) => Object.fromEntries(key.map((column) => [column, row[column] ?? null])))
  return { put, take }
}

/** Several records' rows as one set. */
export function together(all: readonly Rows[]): Rows {
  const joined = {} as Record<TableName, readonly Row[]>
  for (const name of tableNames) joined[name] = all.length === 1 ? all[0]![name] : all.flatMap((rows) => rows[name])
  return joined
}
