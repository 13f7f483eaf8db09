/**
 * Following the record in the order in which it was committed: search, the sealer, a rebuild, deltas for other systems.
 *
 * A number from a sequence is given out when a transaction writes, not when it commits, so whoever reads "above the last
 * number I saw" loses every entry of a transaction that took its number early and committed late. Each entry therefore
 * carries its transaction (`committed`), and a follower reads only below the oldest transaction that still runs: nothing
 * can be added there any more. A transaction left open holds followers back; it never makes them miss anything.
 */
import { type Queryable, query, statement } from '../database/statement.ts'
import type { Entry } from './entry.ts'
import { type EntryRow, entryColumns, entryOf } from './reading.ts'

/** How far a follower has come: its own to keep, wherever it keeps what it made of the entries. */
export interface Cursor {
  /** The transaction, as text: an xid8 has 64 bits. */
  readonly committed: string
  readonly record: number
  readonly position: number
}

/** Before the first entry. */
export const atBeginning: Cursor = { committed: '0', record: 0, position: 0 }

export interface Followed {
  readonly entries: readonly Entry[]
  /** Where to read on from: that of the last entry, or the one given where there was none. */
  readonly cursor: Cursor
}

const entriesSince = statement<EntryRow & { readonly committed: string }>(
  'entries-since',
  `select e.committed::text as committed, ${entryColumns}
   from entry e left join content c using (record, position)
   where (e.committed, e.record, e.position) > ($1::text::xid8, $2::integer, $3::integer)
     and e.committed < pg_snapshot_xmin(pg_current_snapshot())
   order by e.committed, e.record, e.position
   limit $4`,
)

/** At most `limit` entries after the cursor, by transaction, record and position. */
export async function readSince(on: Queryable, cursor: Cursor, limit: number): Promise<Followed> {
  const rows = await query(on, entriesSince, [cursor.committed, cursor.record, cursor.position, limit])
  const last = rows.at(-1)
  if (last === undefined) return { entries: [], cursor }
  const { committed, record, position } = last
  return { entries: rows.map(({ committed: _, ...row }) => entryOf(row)), cursor: { committed, record, position } }
}

const endOfRecord = statement<{ upto: string }>(
  'end-of-record',
  'select pg_snapshot_xmin(pg_current_snapshot())::text as upto',
)

/** A cursor for one who has read everything below the oldest running transaction by other means. */
export async function cursorNow(on: Queryable): Promise<Cursor> {
  const [row] = await query(on, endOfRecord)
  // Below (upto, first record): every entry of an earlier transaction, none of `upto` itself.
  return { committed: row?.upto ?? '0', record: 0, position: 0 }
}
