/**
 * Sessions live in the database, so that any node can serve any request and one action ends them; what a node has just
 * looked up it keeps for a few seconds. The cookie holds a random token, the database only its digest.
 */
import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import type { Moment } from '../../core/calendar/index.ts'
import { query, statement } from '../../core/database/statement.ts'

export const sessionCookie = 'heartwood'
/** A session that was ended elsewhere may be honoured this much longer on this node. */
const keptMillis = 30_000
const keptMax = 10_000

interface Kept {
  readonly worker: number
  readonly until: number
}

const start = statement('session-start', 'insert into session (token, worker, started, seen) values ($1, $2, $3, $3)')
const find = statement<{ worker: number }>(
  'session-find',
  'update session set seen = greatest(seen, $2) where token = $1 returning worker',
)
const end = statement('session-end', 'delete from session where token = $1')

export interface Sessions {
  start(worker: number, now: Moment): Promise<string>
  find(token: string, now: Moment): Promise<number | undefined>
  end(token: string): Promise<void>
  /** The token of a session's forms: only this server, and only for this session, can have made it. */
  readonly formToken: (token: string) => string
}

/** @param secret signs the tokens of forms */
export function openSessions(pool: pg.Pool, secret: Buffer): Sessions {
  const kept = new Map<string, Kept>()
  const digest = (token: string): Buffer => hash('sha256', token, 'buffer')
  return {
    formToken: formTokens(secret),
    async start(worker, now) {
      const token = randomBytes(32).toString('base64url')
      await query(pool, start, [digest(token), worker, now])
      return token
    },
    async find(token, now) {
      const millis = Date.parse(now)
      const known = kept.get(token)
      if (known && known.until > millis) return known.worker
      const [row] = await query(pool, find, [digest(token), now])
      kept.delete(token)
      if (row === undefined) return undefined
      if (kept.size >= keptMax) kept.clear()
      kept.set(token, { worker: row.worker, until: millis + keptMillis })
      return row.worker
    },
    async end(token) {
      kept.delete(token)
      await query(pool, end, [digest(token)])
    },
  }
}

/** Every page has a form, so the tokens of the sessions that were last here are kept. */
function formTokens(secret: Buffer): (session: string) => string {
  const made = new Map<string, string>()
  return (session) => {
    const known = made.get(session)
    if (known !== undefined) return known
    const token = createHmac('sha256', secret).update(session).digest('base64url')
    if (made.size >= keptMax) made.clear()
    made.set(session, token)
    return token
  }
}

export function sameToken(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
