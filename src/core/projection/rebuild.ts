/**
 * Building every projection anew from the record, while people go on writing: the new tables are filled beside the old,
 * caught up with what was written meanwhile, and swapped in one short transaction. Nothing else may change a
 * projection's rows wholesale, so "rebuilt equals live" is all there is to trust.
 */
import type pg from 'pg'
import { inTransaction, type Queryable, query, statement } from '../database/statement.ts'
import { foldWithClocks } from '../pathway/folded.ts'
import type { Entry } from '../record/entry.ts'
import { type Cursor, cursorNow, readSince } from '../record/followers.ts'
import { type EntryRow, entryColumns, entryOf, readEntries } from '../record/reading.ts'
import { copier } from './copier.ts'
import { type Gatherer, gatherer } from './gatherer.ts'
import { indexesOf } from './indexes.ts'
import { type Definitions, rowsOf } from './rows.ts'
import { tableNames } from './tables.ts'
import { isStale, noteProjectionVersion } from './version.ts'

export { isStale } from './version.ts'

export interface RebuildProgress {
  readonly records: number
  readonly entries: number
  readonly entriesPerSecond: number
}

/** Where the new tables stand until they are swapped in. */
const beside = 'rebuilding'
/** Held while one node rebuilds. The number is arbitrary and permanent. */
const rebuildLock = 7_274_003
const batchSize = 10_000

/** Rebuilds where the tables were built from other definitions; true where it did. Others who start wait for it. */
export async function rebuildIfStale(
  pool: pg.Pool,
  definitions: Definitions,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<boolean> {
  if (!(await isStale(pool, definitions))) return false
  return locked(pool, async () => {
    if (!(await isStale(pool, definitions))) return false
    await rebuildLocked(pool, definitions, onProgress)
    return true
  })
}

export function rebuild(
  pool: pg.Pool,
  definitions: Definitions,
  onProgress: (progress: RebuildProgress) => void = () => {},
): Promise<RebuildProgress> {
  return locked(pool, () => rebuildLocked(pool, definitions, onProgress))
}

async function locked<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const holder = await pool.connect()
  try {
    await holder.query('select pg_advisory_lock($1)', [rebuildLock])
    return await work()
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [rebuildLock])
    holder.release()
  }
}

async function rebuildLocked(
  pool: pg.Pool,
  definitions: Definitions,
  onProgress: (progress: RebuildProgress) => void,
): Promise<RebuildProgress> {
  const indexes = await indexesOf(pool, tableNames)
  await pool.query(`drop schema if exists ${beside} cascade`)
  await pool.query(`create schema ${beside}`)
  for (const name of tableNames)
    await pool.query(`create table ${beside}.${name} (like public.${name} including all excluding indexes)`)
  // `like` forgets how full a table's pages are filled.
  for (const { name, options } of await query(pool, storageOptions, [tableNames]))
    await pool.query(`alter table ${beside}.${name} set (${options.join(', ')})`)
  let cursor = await cursorNow(pool)
  const filled = await fill(pool, definitions, onProgress)
  for (const index of indexes) await pool.query(index.create(beside))
  // Twice, because the first round may take long enough for much to be written; the rest is caught up under the lock.
  for (let round = 0; round < 2; round++) cursor = await catchUp(pool, definitions, cursor)
  await swap(pool, definitions, cursor)
  return filled
}

const storageOptions = statement<{ name: string; options: readonly string[] }>(
  'rebuild-storage-options',
  `select relname::text as name, reloptions as options from pg_class
   where relnamespace = 'public'::regnamespace and relname = any($1) and reloptions is not null`,
)

const entriesAfter = statement<EntryRow>(
  'rebuild-entries',
  `select ${entryColumns} from entry e left join content c using (record, position)
   where (e.record, e.position) > ($1::integer, $2::integer) order by e.record, e.position limit $3`,
)

/** Reads in batches of their own, so that no transaction stays open and holds followers back. */
async function fill(
  pool: pg.Pool,
  definitions: Definitions,
  onProgress: (progress: RebuildProgress) => void,
): Promise<RebuildProgress> {
  const started = performance.now()
  let [records, entries] = [0, 0]
  const soFar = (): RebuildProgress => {
    const seconds = (performance.now() - started) / 1000
    return { records, entries, entriesPerSecond: Math.round(entries / Math.max(seconds, 0.001)) }
  }
  const client = await pool.connect()
  try {
    const copy = gatherBeside(client)
    const put = (list: readonly Entry[]): void => {
      if (list.length === 0) return
      putRows(copy, definitions, list[0]!.record, list)
      records += 1
      entries += list.length
    }
    let current: Entry[] = []
    // The next batch is asked for while this one is folded.
    let next = query(pool, entriesAfter, [-2_147_483_648, 0, batchSize])
    for (;;) {
      const rows = await next
      const last = rows.at(-1)
      const more = rows.length === batchSize && last !== undefined
      if (more) next = query(pool, entriesAfter, [last.record, last.position, batchSize])
      for (const row of rows) {
        if (current.length > 0 && current[0]!.record !== row.record) {
          put(current)
          current = []
        }
        current.push(entryOf(row))
      }
      if (await copy.keepUp()) onProgress(soFar())
      if (!more) break
    }
    put(current)
    await copy.end()
  } finally {
    client.release()
  }
  onProgress(soFar())
  return soFar()
}

const gatherBeside = (on: pg.ClientBase): Gatherer => gatherer(copier(on), (table) => `${beside}.${table}`)

function putRows(copy: Gatherer, definitions: Definitions, record: number, entries: readonly Entry[]): void {
  copy.rows(rowsOf(definitions, foldWithClocks(definitions.house, record, entries)))
}

/** Makes again the rows of every record that was written to since the cursor. */
async function catchUp(pool: pg.Pool, definitions: Definitions, from: Cursor): Promise<Cursor> {
  let cursor = from
  for (;;) {
    const read = await readSince(pool, cursor, batchSize)
    if (read.entries.length === 0) return cursor
    const records = [...new Set(read.entries.map((entry) => entry.record))]
    await inTransaction(pool, (on) => makeAgain(on, definitions, records))
    cursor = read.cursor
  }
}

async function makeAgain(on: pg.PoolClient, definitions: Definitions, records: readonly number[]): Promise<void> {
  for (const name of tableNames)
    await on.query(`delete from ${beside}.${name} where record = any($1::integer[])`, [records])
  const copy = gatherBeside(on)
  for (const [record, entries] of await readEntries(on, records)) putRows(copy, definitions, record, entries)
  await copy.end()
}

const writtenSince = statement<{ record: number }>(
  'rebuild-written-since',
  'select distinct record from entry where committed >= $1::text::xid8',
)

/** Nobody writes while the last records are caught up and the tables change places: some milliseconds. */
async function swap(pool: pg.Pool, definitions: Definitions, cursor: Cursor): Promise<void> {
  await inTransaction(pool, async (on) => {
    // A writer's statement takes `entry` first, so it waits here and holds nothing that the swap needs.
    await on.query('lock table entry in exclusive mode')
    const records = (await query(on, writtenSince, [cursor.committed])).map(({ record }) => record)
    if (records.length > 0) await makeAgain(on, definitions, records)
    for (const name of tableNames) {
      await on.query(`drop table public.${name}`)
      await on.query(`alter table ${beside}.${name} set schema public`)
    }
    await on.query(`drop schema ${beside}`)
    await noteProjectionVersion(on, definitions)
  })
  await analyze(pool)
}

async function analyze(on: Queryable): Promise<void> {
  await on.query(`analyze ${tableNames.join(', ')}`)
}
