/** A database of its own for a test file: a copy of the migrated template, dropped afterwards. */
import pg from 'pg'
import { inject } from 'vitest'
import type { SocketConnection } from '../../src/core/database/postmaster.ts'
import { valueTypes } from '../../src/core/database/values.ts'

export interface TestDatabase {
  readonly pool: pg.Pool
  /** For a second pool, or a program that connects by itself. */
  readonly connection: SocketConnection
  /** Closes the pool and drops the database. */
  drop(): Promise<void>
}

let made = 0

/** Call it in `beforeAll`, and `drop()` in `afterAll`. `{ empty: true }` gives a database without the schema. */
export async function freshDatabase({ empty = false, max = 5 } = {}): Promise<TestDatabase> {
  const template = inject('template')
  const database = `test_${process.pid}_${++made}_${process.hrtime.bigint()}`
  await asAdministrator(`create database ${database} template ${empty ? 'template0' : template.database}`)
  const connection = { ...template, database }
  const pool = new pg.Pool({ ...connection, max, types: valueTypes })
  // `drop` cuts what a failed test left open.
  pool.on('error', () => {})
  return {
    pool,
    connection,
    drop: async () => {
      await pool.end()
      await asAdministrator(`drop database ${database} with (force)`)
    },
  }
}

async function asAdministrator(command: string): Promise<void> {
  const client = new pg.Client({ ...inject('template'), database: 'postgres' })
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}
