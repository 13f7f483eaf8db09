/**
 * The sealer: once a second, every record that grew is sealed at its head. One root covers all of them and the root
 * before it, is signed, and goes into a file outside the database (seal-log.ts); verify.ts checks the record against it.
 */
import type pg from 'pg'
import type { Moment } from '../calendar/index.ts'
import { inTransaction, type Queryable, query, type Statement, statement } from '../database/statement.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import { noRoot, rootOf, type Seal, type SealedHead } from './root.ts'
import type { SealLog } from './seal-log.ts'

/** Held while a seal is made, so that one node seals at a time. The number is arbitrary and permanent. */
const sealerLock = 7_274_002

export const sealColumns = `number, at, upto::text as upto, heads as covers, encode(root, 'hex') as root`

const tryLock = statement<{ mine: boolean }>('seal-lock', 'select pg_try_advisory_xact_lock($1) as mine')
const lastSeal = statement<Seal>('seal-last', `select ${sealColumns} from seal order by number desc limit 1`)
const sealAt = statement<Seal>('seal-at', `select ${sealColumns} from seal where number = $1`)
const sealsAfter = statement<Seal>('seals-after', `select ${sealColumns} from seal where number > $1 order by number`)
const anyGrown = statement<{ upto: string; grown: boolean }>(
  'seal-any-grown',
  `select upto::text as upto, exists (select from entry where committed >= $1::text::xid8 and committed < upto) as grown
   from (select pg_snapshot_xmin(pg_current_snapshot()) as upto) now`,
)
const sealHeads = statement<SealedHead>(
  'seal-heads',
  `insert into seal_head (seal, record, position, link)
   select $1::integer, record, position, link from (
     select distinct on (record) record, position, link from entry
     where committed >= $2::text::xid8 and committed < $3::text::xid8 order by record, position desc
   ) grown
   returning record, position, encode(link, 'hex') as link`,
)
const insertSeal = statement(
  'seal-insert',
  `insert into seal (number, at, upto, heads, root) values ($1, $2, $3::text::xid8, $4, decode($5, 'hex'))`,
)

/**
 * Seals what was committed since the last seal. `undefined`: nothing had grown, or another node is sealing.
 * Problem: `seal.tampered` where the database does not hold the last seal that the log does; nothing is sealed on top.
 */
export async function sealOnce(pool: pg.Pool, log: SealLog, at: Moment): Promise<Outcome<Seal | undefined>> {
  const made = await inTransaction(pool, (on) => sealGrown(on, at))
  const isAsLogged = await logSeals(pool, log, { at: sealAt, after: sealsAfter })
  if (!isAsLogged.ok) return problem('seal.tampered', { number: isAsLogged.number, reason: elsewhere })
  return done(made)
}

export const elsewhere = 'the log outside the database has another'

interface KeptSeals {
  /** The seal of a number. */
  readonly at: Statement<Seal>
  /** Those above a number, in order. */
  readonly after: Statement<Seal>
}

/** Brings the log up to the database; not where the two do not agree on the last seal that the log has. */
export async function logSeals(
  pool: pg.Pool,
  log: SealLog,
  kept: KeptSeals,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly number: number }> {
  const logged = log.last()
  if (logged !== undefined) {
    const [same] = await query(pool, kept.at, [logged.number])
    if (same?.root !== logged.root) return { ok: false, number: logged.number }
  }
  // Also those of another node, and one that was committed a moment before this process was killed.
  const missing = await query(pool, kept.after, [logged?.number ?? 0])
  if (missing.length > 0) log.append(missing)
  return { ok: true }
}

async function sealGrown(on: Queryable, at: Moment): Promise<Seal | undefined> {
  const [lock] = await query(on, tryLock, [sealerLock])
  if (lock?.mine !== true) return undefined
  const [last] = await query(on, lastSeal)
  const [state] = await query(on, anyGrown, [last?.upto ?? '0'])
  if (state === undefined || !state.grown) return undefined
  const { upto } = state
  const number = (last?.number ?? 0) + 1
  const heads = await query(on, sealHeads, [number, last?.upto ?? '0', upto])
  const seal = { number, at, upto, covers: heads.length }
  const sum = rootOf(last?.root ?? noRoot, seal)
  for (const head of heads.sort((a, b) => a.record - b.record)) sum.add(head)
  const root = sum.root()
  await query(on, insertSeal, [number, at, upto, heads.length, root])
  return { ...seal, root }
}

export interface Sealer {
  /** Waits for a seal that is being made. */
  stop(): Promise<void>
}

const everySecond = 1000

/**
 * Seals once a second, or as often as it is told, until it is stopped. `onProblem` is told of a seal that does not agree and of a database that
 * cannot be reached; it goes on trying, because a seal later covers what this one could not.
 */
export function startSealer(
  seal: (at: Moment) => Promise<Outcome<unknown>>,
  now: () => Moment,
  onProblem: (reason: string) => void,
  everyMillis = everySecond,
): Sealer {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let sealing: Promise<void> = Promise.resolve()
  const once = async (): Promise<void> => {
    try {
      const outcome = await seal(now())
      if (!outcome.ok) onProblem(outcome.says)
    } catch (error) {
      onProblem(error instanceof Error ? error.message : String(error))
    }
    if (!stopped) wait()
  }
  const wait = (): void => {
    timer = setTimeout(() => {
      sealing = once()
    }, everyMillis)
  }
  wait()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await sealing
    },
  }
}
