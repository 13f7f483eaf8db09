/** Parts of tables sent as COPY over one connection, which takes one after the other. */
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Carry } from './gatherer.ts'

export interface CopierOptions {
  /** For tables that were made or emptied in the same transaction: rows need no later visit to be marked as settled. */
  readonly freeze?: boolean
}

/** After a part that failed nothing more is sent: every later one fails as that one did. */
export function copier(on: pg.ClientBase, { freeze = false }: CopierOptions = {}): Carry {
  let before: Promise<unknown> = Promise.resolve()
  return ({ table, columns, bytes, length }) => {
    const sql = `copy ${table} (${columns}) from stdin${freeze ? ' with (freeze)' : ''}`
    const arrived = before.then(() => copyPart(on, sql, bytes.subarray(0, length))).then(() => bytes)
    before = arrived
    return arrived
  }
}

function copyPart(on: pg.ClientBase, sql: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    on.query(copyFrom(sql)).once('error', reject).once('finish', resolve).end(bytes)
  })
}
