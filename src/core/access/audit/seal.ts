/**
 * The sealer of the access log. No request waits for it: it comes by every few seconds and puts one root over the rows
 * that were committed since, and over the root before; signed, that goes into a file outside the database.
 */
import type pg from 'pg'
import type { Moment } from '../../calendar/index.ts'
import { inTransaction, type Queryable, query, statement } from '../../database/statement.ts'
import { done, type Outcome, problem } from '../../outcomes.ts'
import { noRoot, type Seal } from '../../record/root.ts'
import { elsewhere, logSeals } from '../../record/seal.ts'
import type { SealLog } from '../../record/seal-log.ts'
import { linesBetween, rootOfLines } from './lines.ts'

/** What was logged since the last seal is the only part of the log that could be changed without being found. */
export const accessSealedMillis = 10_000

/** Held while a seal is made, so that one node seals at a time. The number is arbitrary and permanent. */
const sealerLock = 7_274_017

export const accessSealColumns = `number, at, upto::text as upto, rows as covers, encode(root, 'hex') as root`

const tryLock = statement<{ mine: boolean }>('access-seal-lock', 'select pg_try_advisory_xact_lock($1) as mine')
const lastSeal = statement<Seal>(
  'access-seal-last',
  `select ${accessSealColumns} from access_seal order by number desc limit 1`,
)
const kept = {
  at: statement<Seal>('access-seal-at', `select ${accessSealColumns} from access_seal where number = $1`),
  after: statement<Seal>(
    'access-seals-after',
    `select ${accessSealColumns} from access_seal where number > $1 order by number`,
  ),
}
const oldestRunning = statement<{ upto: string }>(
  'access-seal-upto',
  'select pg_snapshot_xmin(pg_current_snapshot())::text as upto',
)
const insertSeal = statement(
  'access-seal-insert',
  `insert into access_seal (number, at, upto, rows, root) values ($1, $2, $3::text::xid8, $4, decode($5, 'hex'))`,
)

/**
 * Seals what was logged since the last seal. `undefined`: nothing was, or another node is sealing. Problem:
 * `access-log.tampered` where the database does not hold the last seal that the log does; nothing is sealed on top.
 */
export async function sealAccess(pool: pg.Pool, log: SealLog, at: Moment): Promise<Outcome<Seal | undefined>> {
  const made = await inTransaction(pool, (on) => sealLines(on, at))
  const isAsLogged = await logSeals(pool, log, kept)
  if (!isAsLogged.ok) return problem('access-log.tampered', { number: isAsLogged.number, reason: elsewhere })
  return done(made)
}

async function sealLines(on: Queryable, at: Moment): Promise<Seal | undefined> {
  const [lock] = await query(on, tryLock, [sealerLock])
  if (lock?.mine !== true) return undefined
  const [last] = await query(on, lastSeal)
  const [{ upto } = { upto: '0' }] = await query(on, oldestRunning)
  const sum = rootOfLines(last?.root ?? noRoot)
  let covers = 0
  for await (const lines of linesBetween(on, last?.upto ?? '0', upto)) {
    for (const { line } of lines) sum.add(line)
    covers += lines.length
  }
  if (covers === 0) return undefined
  const seal = { number: (last?.number ?? 0) + 1, at, upto, covers }
  const root = sum.root(seal)
  await query(on, insertSeal, [seal.number, at, upto, covers, root])
  return { ...seal, root }
}
