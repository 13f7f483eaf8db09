/**
 * Checks the whole record: each entry against the one before it and its record's last seal, the seals against each
 * other and against the signed log outside the database. It finds every change, deletion, reordering and truncation of
 * what was sealed, and says where. A content that was lawfully disposed of is gone and its entry still verifies.
 */
import type pg from 'pg'
import { inTransaction, type Queryable, query, statement } from '../database/statement.ts'
import { type Problem, problem } from '../outcomes.ts'
import { verifyRecord } from './chain.ts'
import type { Entry } from './entry.ts'
import { type EntryRow, entryColumns, entryOf } from './reading.ts'
import { noRoot, rootOf, type Seal, type SealedHead } from './root.ts'
import { sealColumns } from './seal.ts'
import type { SealLog } from './seal-log.ts'

export interface Verified {
  readonly records: number
  readonly entries: number
  /** Entries whose content was disposed of. */
  readonly disposed: number
  readonly seals: number
  /** Seals that had not reached the log: the last ones, after a crash or on another node. */
  readonly unlogged: number
  /** Empty where all agrees. */
  readonly problems: readonly Problem[]
}

/** Enough to see what happened; a record that was tampered with throughout says nothing more by the thousand. */
const problemsMax = 100
const batchSize = 10_000

export function verifyAll(
  pool: pg.Pool,
  log: SealLog,
  onProgress: (entries: number) => void = () => {},
): Promise<Verified> {
  return inTransaction(pool, async (on) => {
    // One snapshot for all batches: what is written meanwhile is for the next time.
    await on.query('set transaction isolation level repeatable read read only')
    return verifyOn(on, log, onProgress)
  })
}

/** On a connection whose transaction sees one state throughout. */
export async function verifyOn(
  on: Queryable,
  log: SealLog,
  onProgress: (entries: number) => void = () => {},
): Promise<Verified> {
  const problems: Problem[] = []
  const add = (found: Problem): void => {
    if (problems.length < problemsMax) problems.push(found)
  }
  const { seals, unlogged } = await verifySeals(on, log, add)
  const sealed = new Map((await query(on, lastHeads)).map((head) => [head.record, head]))
  const upto = BigInt(seals.at(-1)?.upto ?? 0)
  let [records, entries, disposed] = [0, 0, 0]
  for await (const list of recordsOf(on)) {
    const { record } = list[0]!
    const head = sealed.get(record)
    sealed.delete(record)
    const verified = verifyRecord(record, list, head)
    if (!verified.ok) add(verified)
    const late = list.find((entry) => entry.position > (head?.position ?? 0) && entry.committed < upto)
    if (late)
      add(problem('record.tampered', { record, position: late.position, reason: 'it was put in after the seal' }))
    records += 1
    entries += list.length
    for (const entry of list) if (entry.content === null) disposed += 1
    onProgress(entries)
  }
  for (const { record, position } of sealed.values())
    add(problem('record.tampered', { record, position, reason: 'it was sealed and the whole record is gone' }))
  return { records, entries, disposed, seals: seals.length, unlogged, problems }
}

type CommittedEntry = Entry & { readonly committed: bigint }

const entriesAfter = statement<EntryRow & { readonly committed: string }>(
  'verify-entries',
  `select e.committed::text as committed, ${entryColumns} from entry e left join content c using (record, position)
   where (e.record, e.position) > ($1::integer, $2::integer) order by e.record, e.position limit $3`,
)

/** Every record in order, each with all its entries in order of position. */
async function* recordsOf(on: Queryable): AsyncGenerator<readonly CommittedEntry[]> {
  let current: CommittedEntry[] = []
  let [record, position] = [-2_147_483_648, 0]
  for (;;) {
    const rows = await query(on, entriesAfter, [record, position, batchSize])
    for (const { committed, ...row } of rows) {
      if (current.length > 0 && current[0]!.record !== row.record) {
        yield current
        current = []
      }
      current.push({ ...entryOf(row), committed: BigInt(committed) })
      record = row.record
      position = row.position
    }
    if (rows.length < batchSize) break
  }
  if (current.length > 0) yield current
}

const allSeals = statement<Seal>('verify-seals', `select ${sealColumns} from seal order by number`)
const lastHeads = statement<SealedHead>(
  'verify-last-heads',
  `select distinct on (record) record, position, encode(link, 'hex') as link from seal_head order by record, seal desc`,
)
const headsAfter = statement<SealedHead & { readonly seal: number }>(
  'verify-heads',
  `select seal, record, position, encode(link, 'hex') as link from seal_head
   where (seal, record) > ($1::integer, $2::integer) order by seal, record limit $3`,
)

async function verifySeals(
  on: Queryable,
  log: SealLog,
  add: (found: Problem) => void,
): Promise<{ seals: readonly Seal[]; unlogged: number }> {
  const wrong = (number: number, reason: string): void => add(problem('seal.tampered', { number, reason }))
  const seals = await query(on, allSeals)
  const roots = await rootsFromHeads(on, seals, wrong)
  for (const [index, seal] of seals.entries()) {
    if (seal.number !== index + 1) {
      wrong(index + 1, 'it is missing')
      break
    }
    if (roots.get(seal.number) !== seal.root) wrong(seal.number, 'its root does not cover its heads')
  }
  return { seals, unlogged: againstLog(seals, log, wrong) }
}

/** Holds seals against the log outside the database; answers how many have not reached it. */
export function againstLog(
  seals: readonly Seal[],
  log: SealLog,
  wrong: (number: number, reason: string) => void,
): number {
  const logged = log.read()
  if (logged.wrongLine !== undefined) wrong(logged.wrongLine, 'its line in the log was not signed with our key')
  for (const [index, line] of logged.seals.entries()) {
    const seal = seals[index]
    if (line.number !== index + 1) wrong(index + 1, 'its line in the log is missing')
    else if (seal === undefined) wrong(line.number, 'the log has it and the database has not')
    else if (seal.root !== line.root) wrong(line.number, 'the log has another root')
    else continue
    break
  }
  return Math.max(0, seals.length - logged.seals.length)
}

/** The root of each seal, reckoned again from its heads. */
async function rootsFromHeads(
  on: Queryable,
  seals: readonly Seal[],
  wrong: (number: number, reason: string) => void,
): Promise<Map<number, string>> {
  const sums = new Map<number, ReturnType<typeof rootOf>>()
  for (const [index, seal] of seals.entries()) sums.set(seal.number, rootOf(seals[index - 1]?.root ?? noRoot, seal))
  let [seal, record] = [-2_147_483_648, 0]
  for (;;) {
    const heads = await query(on, headsAfter, [seal, record, batchSize])
    for (const head of heads) {
      const sum = sums.get(head.seal)
      if (sum === undefined) wrong(head.seal, 'it has heads and no root')
      else sum.add(head)
      seal = head.seal
      record = head.record
    }
    if (heads.length < batchSize) break
  }
  return new Map([...sums].map(([number, sum]) => [number, sum.root()]))
}
