/**
 * Filling an empty record with many acts at once: the demo city, or a council's old system. Each act is decided by the
 * rules of a person's entry (`bulk-writer.ts`); what differs is only how it reaches the tables - as COPY, with the
 * indexes built at the end. It is one transaction: all of it stands or nothing does.
 */
import type pg from 'pg'
import { inTransaction } from '../database/statement.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import { type BulkThreads, carryFromThreads } from './bulk-threads.ts'
import { type BulkProgress, type BulkWork, carryActs } from './bulk-writer.ts'
import { copier } from './copier.ts'
import type { Carry } from './gatherer.ts'
import { indexesOf } from './indexes.ts'
import type { Definitions } from './rows.ts'
import { tableNames } from './tables.ts'
import { noteProjectionVersion } from './version.ts'

export type { BulkThreads } from './bulk-threads.ts'
export type { BulkProgress, BulkWork, BulkWriter } from './bulk-writer.ts'

/**
 * Runs `work` with a writer on a record that holds nothing and sends whatever it left unfinished.
 * Problem: `record.not-empty`. What `work` throws undoes everything.
 */
export function bulkLoad(
  pool: pg.Pool,
  definitions: Definitions,
  work: BulkWork,
  onProgress: (progress: BulkProgress) => void = () => {},
): Promise<Outcome<BulkProgress>> {
  return fill(pool, definitions, (carry) => carryActs(carry, definitions, work, onProgress))
}

/** The same, where the work is done by threads (`bulk-thread.ts`), each with its own share of the records. */
export function bulkLoadFromThreads(
  pool: pg.Pool,
  definitions: Definitions,
  threads: BulkThreads,
  onProgress: (progress: BulkProgress) => void = () => {},
): Promise<Outcome<BulkProgress>> {
  return fill(pool, definitions, (carry, lost) => carryFromThreads(carry, lost, threads, onProgress))
}

const tablesToFill = ['entry', 'content', ...tableNames]

function fill(
  pool: pg.Pool,
  definitions: Definitions,
  work: (carry: Carry, lost: Promise<never>) => Promise<BulkProgress>,
): Promise<Outcome<BulkProgress>> {
  return inTransaction(pool, async (on) => {
    const { rows } = await on.query<{ used: boolean }>('select exists (select from entry) as used')
    if (rows[0]?.used === true) return problem('record.not-empty')
    // Built at the end, an index costs a tenth.
    const indexes = await indexesOf(on, tablesToFill)
    for (const index of indexes) await on.query(index.drop)
    // Emptied in this very transaction, a table can be filled without the log where `wal_level` is minimal, and frozen.
    await on.query(`truncate ${tablesToFill.join(', ')}`)
    const connection = watch(on)
    const loaded = await work(copier(on, { freeze: true }), connection.lost)
    connection.release()
    for (const index of indexes) await on.query(index.create('public'))
    await noteProjectionVersion(on, definitions)
    await on.query(`analyze ${tablesToFill.join(', ')}`)
    return done(loaded)
  })
}

/** A connection that is lost while no statement runs on it has nobody to tell but its listeners. */
function watch(on: pg.PoolClient): { readonly lost: Promise<never>; readonly release: () => void } {
  const { promise: lost, reject } = Promise.withResolvers<never>()
  lost.catch(() => {})
  on.on('error', reject)
  return { lost, release: () => on.off('error', reject) }
}
