/** One census into the record, in one transaction: its children some hundreds at a time. */
import { hash } from 'node:crypto'
import type pg from 'pg'
import { digestOf, putBatch } from '../../core/batches/batch.ts'
import type { ImportContext } from '../../core/batches/importer.ts'
import { inTransaction, query, statement } from '../../core/database/statement.ts'
import { appender, type OpenRecords } from '../../core/projection/append.ts'
import type { Definitions } from '../../core/projection/rows.ts'
import { childrenOf } from '../../returns/engine/child.ts'
import { houseAsAnswered } from '../as-answered.ts'
import { authorityNow, setAuthority } from '../authority.ts'
import { type Counts, noCounts, reconcile, type Source } from '../reconcile.ts'
import type { Fault } from '../told.ts'
import type { Census } from './census.ts'
import { type Child, childTold } from './child-told.ts'
import { censusSilences } from './silences.ts'

/** How many children are decided and written together: few enough to be held, many enough for COPY to be worth it. */
const childrenTogether = 500

/** Held while a census is loaded, so that two of them wait for each other. The number is arbitrary and permanent. */
const loadingLock = 7_274_017

export interface Loaded {
  readonly children: number
  readonly newChildren: number
  readonly counts: Counts
  readonly faults: readonly Fault[]
}

const recordsOfChildren = statement<{ record: number; child_id: string }>(
  'records-of-children',
  'select record, child_id from person where child_id = any($1::text[])',
)
const newRecords = statement<{ record: number }>(
  'new-records',
  `select nextval('record_number')::integer as record from generate_series(1, $1::integer)`,
)
const latestCensus = statement<{ latest: string | null }>(
  'latest-census',
  `select max(period) as latest from batch where kind = 'cin-census'`,
)
const batchCounts = statement('batch-counts', 'update batch set rows = $2, refused = $3 where id = $1')

/** Everything of the file stands afterwards, or nothing. */
export function loadCensus(
  census: Census,
  { house, measures }: Definitions,
  { pool, now, progress }: ImportContext,
): Promise<Loaded> {
  return inTransaction(pool, async (on) => {
    await on.query('select pg_advisory_xact_lock($1)', [loadingLock])
    if ((await authorityNow(on, now)) === undefined) await setAuthority(on, census.authority, now)
    const [before] = await query(on, latestCensus)
    const digest = digestOf(census.file.bytes)
    const about = { kind: 'cin-census', name: census.file.name, period: census.period.to, author: null } as const
    const batch = await putBatch(on, { ...about, digest, rows: 0, refused: 0, loaded: now })
    const source: Source = {
      house: houseAsAnswered(house, censusSilences),
      author: -batch,
      now,
      reason: `As the children in need census of ${census.year} has it`,
      isNewest: !(before?.latest && before.latest > census.period.to),
    }
    const keyed = (childId: string): string => actKey(digest, childId)
    const append = appender(on, { house, measures })
    const total = { children: 0, newChildren: 0, counts: noCounts(), faults: [] as Fault[] }
    const all = census.store.table('ChildIdentifiers').length
    for (const children of together(census, total.faults)) {
      const records = await recordsFor(on, children)
      const decideAll = (open: OpenRecords) =>
        children.map((child) => {
          const record = open.get(records.numbers.get(child.childId)!)!
          return reconcile(source, record, child, keyed(child.childId))
        })
      for (const { counts, faults } of await append.append([...records.numbers.values()], decideAll)) {
        for (const name of ['recorded', 'corrected', 'withdrawn', 'kept'] as const) total.counts[name] += counts[name]
        total.faults.push(...faults)
      }
      for (const child of children) total.faults.push(...child.faults)
      total.children += children.length
      total.newChildren += records.minted
      progress(total.children, all, 'children')
    }
    const { recorded, corrected, withdrawn } = total.counts
    await query(on, batchCounts, [batch, recorded + corrected + withdrawn, total.faults.length])
    return total
  })
}

/** The children that can be loaded, some hundreds at a time; what is said of the others goes to `faults`. */
function* together({ store, period }: Census, faults: Fault[]): Generator<Child[]> {
  const children = childrenOf(store)
  const seen = new Set<string>()
  let list: Child[] = []
  for (let number = 0; number < store.children; number++) {
    const rows = children.at(number)
    const [identifiers] = rows.ChildIdentifiers
    // The header of the message is grouped as a child of its own.
    if (identifiers === undefined) continue
    const child = childTold(rows, period)
    if (child.childId === null) faults.push(...child.faults)
    else if (seen.has(child.childId)) {
      const reason = 'The child stands in the file twice. What stands here was not loaded: put both together.'
      faults.push({ place: { table: identifiers.table, row: identifiers.row }, column: 'LAchildID', reason })
    } else {
      seen.add(child.childId)
      list.push(child)
    }
    if (list.length === childrenTogether) {
      yield list
      list = []
    }
  }
  if (list.length > 0) yield list
}

interface Records {
  readonly numbers: ReadonlyMap<string, number>
  /** How many of them are new. */
  readonly minted: number
}

async function recordsFor(on: pg.PoolClient, children: readonly Child[]): Promise<Records> {
  const rows = await query(on, recordsOfChildren, [children.map(({ childId }) => childId)])
  const numbers = new Map<string, number>(rows.map(({ child_id, record }) => [child_id, record]))
  const fresh = children.filter(({ childId }) => !numbers.has(childId))
  const minted = await query(on, newRecords, [fresh.length])
  fresh.forEach(({ childId }, i) => {
    numbers.set(childId, minted[i]!.record)
  })
  return { numbers, minted: fresh.length }
}

/** The same file says the same of the same child under the same key, so that not even a race can load it twice. */
function actKey(digest: Buffer, childId: string): string {
  const hex = hash('sha256', `${digest.toString('hex')} ${childId}`)
  // A UUID of version 8, whose digits its maker chooses (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
