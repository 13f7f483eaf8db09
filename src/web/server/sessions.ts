/**
 * Sessions live in the database, so that any node can serve any request and one action ends them; what a node has just
 * looked up it keeps for a few seconds. The cookie holds a random token, the database only its digest. A session ends
 * when it is ended, when nobody has used it for a while, and after a day's work whatever happens.
 */
import { createHmac, hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { addMillis, dayOf, type Moment, millisOf } from '../../core/calendar/index.ts'
import { query, statement } from '../../core/database/statement.ts'
import { lengthsOn } from '../../core/work/session-policy.ts'
import type { Settings } from '../../core/work/settings.ts'

/**
 * For how long a node believes what it has looked up: a session that was ended through another node is honoured so much
 * longer on this one, and a session's last use is known to the database so exactly.
 */
export const keptMillis = 20_000
const keptMax = 10_000

export interface Session {
  /** Names it on a page; its token stands on none. */
  readonly id: string
  readonly worker: number
  readonly started: Moment
  /** When its owner last proved who they are. */
  readonly authenticated: Moment
}

/** One of somebody's sessions, as its owner reads of it. */
export interface OpenSession {
  readonly id: string
  readonly device: string
  readonly started: Moment
  readonly seen: Moment
}

interface Kept {
  readonly session: Session
  readonly until: number
}

/** The row of a session that has run out stays for a day: a form that was sent too late is given back to its owner. */
const start = statement(
  'session-start',
  `with replaced as (delete from session where token = $6 or started < $3::timestamptz - interval '1 day')
   insert into session (token, worker, started, seen, authenticated, id, device) values ($1, $2, $3, $3, $3, $4, $5)`,
)
const find = statement<Session>(
  'session-find',
  `update session set seen = greatest(seen, $2) where token = $1 and seen > $3 and started > $4
   returning id, worker, started, authenticated`,
)
const owner = statement<{ worker: number }>('session-owner', 'select worker from session where token = $1')
const open = statement<OpenSession>(
  'sessions-open',
  `select id, device, started, seen from session where worker = $1 and seen > $2 and started > $3 order by seen desc`,
)
const end = statement('session-end', 'delete from session where token = $1')
const endOne = statement<{ id: string }>(
  'session-end-one',
  'delete from session where worker = $1 and id = $2 returning id',
)
const endOthers = statement<{ id: string }>(
  'sessions-end-others',
  'delete from session where worker = $1 and id is distinct from $2::uuid returning id',
)

export interface NewSession {
  readonly worker: number
  readonly device: string
  /** The token that the browser came with: it ends, so that nobody can have laid it ready for them. */
  readonly instead: string | undefined
}

export interface Sessions {
  /** Answers the new token. */
  start(given: NewSession, now: Moment): Promise<string>
  find(token: string, now: Moment): Promise<Session | undefined>
  /** Whose session it is or was, though it has run out. */
  owner(token: string): Promise<number | undefined>
  openOf(worker: number, now: Moment): Promise<readonly OpenSession[]>
  end(token: string): Promise<void>
  /** One of somebody's own by its id; answers whether there was one. */
  endOne(worker: number, id: string): Promise<boolean>
  /** All of somebody's but one, or all. Answers how many. */
  endOthers(worker: number, except?: string): Promise<number>
}

const digestOf = (token: string): Buffer => hash('sha256', token, 'buffer')

export function openSessions(pool: pg.Pool, settings: Settings): Sessions {
  const kept = new Map<string, Kept>()
  const forget = (worker: number): void => {
    for (const [token, { session }] of kept) if (session.worker === worker) kept.delete(token)
  }
  /** The moments after which a session must have been used, and begun. */
  const since = (now: Moment) => {
    const { idleMillis, longestMillis } = lengthsOn(settings, dayOf(now))
    return [addMillis(now, -idleMillis - keptMillis), addMillis(now, -longestMillis)] as const
  }
  return {
    async start({ worker, device, instead }, now) {
      const token = randomBytes(32).toString('base64url')
      if (instead !== undefined) kept.delete(instead)
      const replaced = instead === undefined ? null : digestOf(instead)
      await query(pool, start, [digestOf(token), worker, now, randomUUID(), device, replaced])
      return token
    },
    async find(token, now) {
      const known = kept.get(token)
      const millis = Date.parse(now)
      if (known && known.until > millis) return known.session
      const [session] = await query(pool, find, [digestOf(token), now, ...since(now)])
      kept.delete(token)
      if (session === undefined) return undefined
      if (kept.size >= keptMax) kept.clear()
      const end = millisOf(session.started) + lengthsOn(settings, dayOf(now)).longestMillis
      kept.set(token, { session, until: Math.min(millis + keptMillis, end) })
      return session
    },
    async owner(token) {
      const [row] = await query(pool, owner, [digestOf(token)])
      return row?.worker
    },
    openOf: (worker, now) => query(pool, open, [worker, ...since(now)]),
    async end(token) {
      await query(pool, end, [digestOf(token)])
      kept.delete(token)
    },
    async endOne(worker, id) {
      const ended = await query(pool, endOne, [worker, id])
      forget(worker)
      return ended.length > 0
    },
    async endOthers(worker, except) {
      const ended = await query(pool, endOthers, [worker, except ?? null])
      forget(worker)
      return ended.length
    },
  }
}

const formTokens = new Map<string, string>()

/**
 * The token of a session's forms: only who holds the session can have made it, on any node and after a restart, and the
 * session cannot be found from it. Every page has a form, so those of the sessions that were last here are kept.
 */
export function formToken(session: string): string {
  const known = formTokens.get(session)
  if (known !== undefined) return known
  const token = createHmac('sha256', session).update('a form of this session').digest('base64url')
  if (formTokens.size >= keptMax) formTokens.clear()
  formTokens.set(session, token)
  return token
}

export function sameToken(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
