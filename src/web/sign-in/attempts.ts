/**
 * Signing in, between leaving for the council's sign-in and coming back. Kept in the database, so that another node may
 * see the end of it; each is used once, within the hour, by the browser that began it.
 */
import { hash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { addHours, type Moment } from '../../core/calendar/index.ts'
import { query, statement } from '../../core/database/statement.ts'
import type { Carried } from '../server/carried.tsx'
import type { Leaving } from './provider.ts'

const begin = statement(
  'sign-in-begin',
  `with old as (delete from sign_in where started < $9)
   insert into sign_in (state, browser, verifier, nonce, going_to, carried, owner, started)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const finish = statement<Finished>(
  'sign-in-finish',
  `delete from sign_in where state = $1 and browser = $2 and started > $3
   returning verifier, nonce, going_to, carried, owner`,
)

interface Finished {
  readonly verifier: string
  readonly nonce: string
  readonly going_to: string
  readonly carried: Carried | null
  readonly owner: number | null
}

export interface Attempt {
  /** The secret of the browser that began it. */
  readonly browser: string
  readonly leaving: Leaving
  /** Where they were going. */
  readonly goingTo: string
  readonly carried: Carried | undefined
  /** Whose session it was in which `carried` was written, where that is known. */
  readonly owner: number | undefined
}

const usableHours = 1
const digestOf = (text: string): Buffer => hash('sha256', text, 'buffer')

export const newBrowserSecret = (): string => randomBytes(32).toString('base64url')

export async function beginAttempt(pool: pg.Pool, attempt: Attempt, now: Moment): Promise<void> {
  const { browser, leaving, goingTo, carried, owner } = attempt
  await query(pool, begin, [
    digestOf(leaving.state),
    digestOf(browser),
    leaving.verifier,
    leaving.nonce,
    goingTo,
    carried === undefined ? null : JSON.stringify(carried),
    owner ?? null,
    now,
    addHours(now, -usableHours),
  ])
}

/** undefined where this browser began none with this state, has used it, or was away too long. */
export async function finishAttempt(
  pool: pg.Pool,
  state: string,
  browser: string,
  now: Moment,
): Promise<Attempt | undefined> {
  const values = [digestOf(state), digestOf(browser), addHours(now, -usableHours)]
  const [row] = await query(pool, finish, values)
  if (row === undefined) return undefined
  const { verifier, nonce, going_to: goingTo, carried, owner } = row
  return {
    browser,
    leaving: { state, nonce, verifier },
    goingTo,
    carried: carried ?? undefined,
    owner: owner ?? undefined,
  }
}
