/**
 * Named statements. PostgreSQL plans a named statement once a connection and then only runs it, which takes 40 % off a
 * point read; every statement that a page or a write sends is one of these.
 */
import type pg from 'pg'

declare const rowShape: unique symbol

/** A statement whose rows have the shape `Row`. The type is the author's claim: the tests of the statement hold it to it. */
export interface Statement<Row extends object> {
  readonly name: string
  readonly text: string
  readonly [rowShape]?: Row
}

/** What a statement can be sent on: the pool, or one connection inside a transaction. */
export type Queryable = Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>

/** PostgreSQL cuts names after 63 bytes, and two statements cut to one name would run as the same. */
const longestNameBytes = 63
const known = new Map<string, string>()

export function statement<Row extends object>(name: string, text: string): Statement<Row> {
  if (Buffer.byteLength(name) > longestNameBytes) throw new RangeError(`The statement name ${name} is too long`)
  const before = known.get(name)
  if (before !== undefined && before !== text) throw new Error(`Two different statements are both named ${name}`)
  known.set(name, text)
  return { name, text }
}

export async function query<Row extends object>(
  on: Queryable,
  { name, text }: Statement<Row>,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await on.query<Row>({ name, text, values: [...values] })
  return rows
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (on: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A connection that cannot even roll back is not given back to the pool.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    throw error
  }
}
