/**
 * Adding many entries to a record that holds something: last year's census, and next year's after it. What is decided is
 * written as COPY inside the caller's transaction, some records at a time, and the rows of each record are made anew.
 *
 * People go on writing meanwhile. Whoever is second at the end of a record meets the primary key of the next entry: a
 * person's act waits for the transaction and then reads again, as it does behind another person's; here only the records
 * in hand are read and decided again.
 */
import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import { type OpenRecord, openRecord } from '../acts/decide-act.ts'
import { withClocks } from '../pathway/folded.ts'
import { readEntries } from '../record/reading.ts'
import { copier } from './copier.ts'
import { contentLine, entryCopyColumns, entryLine } from './copy-text.ts'
import { type Gatherer, gatherer } from './gatherer.ts'
import { type Definitions, rowsOf } from './rows.ts'
import { type Rows, tableNames } from './tables.ts'

/** Opened records by number: `append` on one of them is what adds an entry. */
export type OpenRecords = ReadonlyMap<number, OpenRecord>

export interface Appender {
  /**
   * Opens these records as they stand (one without entries is empty), lets `decide` append to them, and writes what it
   * appended. `decide` is called again with the records read anew where someone else wrote to one of them meanwhile, so it
   * must do nothing but append and answer.
   */
  append<T>(records: readonly number[], decide: (open: OpenRecords) => T): Promise<T>
}

/** How often records are read again before those who write to them have to wait. */
const triesMax = 4

/** After the rows of so many the connection is given a turn. */
const recordsATurn = 20

/** @param on a connection inside a transaction, which the caller ends */
export function appender(on: pg.PoolClient, definitions: Definitions): Appender {
  let copy = gatherer(copier(on))
  return {
    async append(records, decide) {
      for (let tries = 1; ; tries++) {
        await on.query('savepoint appending')
        try {
          if (tries > triesMax) await on.query('lock table entry in exclusive mode')
          const answer = await attempt(on, copy, definitions, records, decide)
          await on.query('release savepoint appending')
          return answer
        } catch (error) {
          await on.query('rollback to savepoint appending')
          // After a part that failed neither of them sends anything more.
          copy = gatherer(copier(on))
          if (!isClash(error) || tries > triesMax) throw error
        }
      }
    },
  }
}

/** unique_violation: someone else wrote the next entry. deadlock_detected: an act for several children met us half-way. */
const isClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['23505', '40P01'].includes(String(error.code))

async function attempt<T>(
  on: pg.PoolClient,
  copy: Gatherer,
  definitions: Definitions,
  records: readonly number[],
  decide: (open: OpenRecords) => T,
): Promise<T> {
  const { house } = definitions
  const before = await readEntries(on, records)
  const open = new Map([...before].map(([record, entries]) => [record, openRecord(house, record, entries)]))
  const answer = decide(open)
  const grown = [...open.values()].filter(({ record, entries }) => entries.length > before.get(record)!.length)
  for (const { record, entries } of grown) {
    for (const entry of entries.slice(before.get(record)!.length)) {
      copy.line('entry', entryCopyColumns, entryLine(entry))
      if (entry.content !== null)
        copy.line('content', 'record, position, body', contentLine(record, entry.position, entry.content))
    }
  }
  // Entries first: whoever writes to the same record is met there, before any row is touched. While they are on their
  // way the rows are worked out.
  const arriving = copy.end()
  arriving.catch(() => {})
  const rows: Rows[] = []
  for (const one of grown) {
    rows.push(rowsOf(definitions, withClocks(house, one.history())))
    if (rows.length % recordsATurn === 0) await setImmediate()
  }
  await arriving
  const known = grown.flatMap(({ record }) => (before.get(record)!.length > 0 ? [record] : []))
  if (known.length > 0)
    for (const name of tableNames) await on.query(`delete from ${name} where record = any($1::integer[])`, [known])
  for (const one of rows) copy.rows(one)
  await copy.end()
  return answer
}
