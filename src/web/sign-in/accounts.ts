/** Who signs in as whom, and who no longer does. */
import type pg from 'pg'
import { addMillis, dayOf, type Moment } from '../../core/calendar/index.ts'
import { inTransaction, query, statement } from '../../core/database/statement.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { lengthsOn } from '../../core/work/session-policy.ts'
import type { Settings } from '../../core/work/settings.ts'

const millisInDay = 86_400_000

/** The last moment at which an account must have been used to be open still. */
export const dormantSince = (settings: Settings, now: Moment): Moment =>
  addMillis(now, -lengthsOn(settings, dayOf(now)).dormantDays * millisInDay)

const use = statement<{ worker: number; open: boolean }>(
  'account-use',
  `with found as (select name, set_at, worker, active_at > $4 as open from account
     where name = $1 and until is null and since <= $3),
   used as (update account a set signed_in = $2, active_at = $2 from found f
     where f.open and a.name = f.name and a.set_at = f.set_at)
   select worker, open from found`,
)

/** The worker of an account, which is marked as used. Problems: `sign-in.no-account`, `sign-in.dormant`. */
export async function useAccount(
  pool: pg.Pool,
  settings: Settings,
  name: string,
  now: Moment,
): Promise<Outcome<number>> {
  const [found] = await query(pool, use, [name, now, dayOf(now), dormantSince(settings, now)])
  if (found === undefined) return problem('sign-in.no-account', { name })
  if (!found.open) return problem('sign-in.dormant', { days: lengthsOn(settings, dayOf(now)).dormantDays })
  return done(found.worker)
}

export interface Account {
  readonly worker: number
  readonly name: string
  readonly signed_in: Moment | null
  readonly active_at: Moment
}

const every = statement<Account>(
  'accounts',
  'select worker, name, signed_in, active_at from account where until is null order by worker',
)
export const accounts = (pool: pg.Pool): Promise<readonly Account[]> => query(pool, every)

const add = statement<{ id: number }>(
  'staff-add',
  `with person as (
     insert into worker (id, forename, surname, role, team, since)
     select coalesce(max(id), 0) + 1, $1, $2, $3, $4::integer, $5 from worker
     where not exists (select from account where name = $6 and until is null)
     on conflict do nothing returning id
   ), named as (
     insert into account (name, worker, since, set_by, set_at, active_at) select $6, id, $5, $7, $8, $8 from person
   )
   select id from person`,
)

export interface NewStaff {
  readonly forename: string
  readonly surname: string
  readonly role: string
  readonly team: number | null
  /** As the council’s sign-in calls them. */
  readonly account: string
}

/** How often a number that somebody else was given in the same moment is tried anew. */
const triesMax = 5

/** Answers the worker's number. Problem: `staff.account-taken`. */
export async function addStaff(
  pool: pg.Pool,
  { forename, surname, role, team, account }: NewStaff,
  by: { readonly worker: number; readonly now: Moment },
): Promise<Outcome<number>> {
  const name = account.toLowerCase()
  const values = [forename, surname, role, team, dayOf(by.now), name, by.worker, by.now]
  for (let tries = 0; tries < triesMax; tries++) {
    const taken = await ownerOf(pool, name)
    if (taken !== undefined) return problem('staff.account-taken', { name, who: taken }, 'account')
    const [made] = await query(pool, add, values)
    if (made !== undefined) return done(made.id)
  }
  return problem('server.unavailable')
}

const owner = statement<{ who: string }>(
  'account-owner',
  `select concat_ws(' ', w.forename, w.surname) as who from account a join worker w on w.id = a.worker
   where a.name = $1 and a.until is null`,
)

async function ownerOf(pool: pg.Pool, name: string): Promise<string | undefined> {
  const [found] = await query(pool, owner, [name])
  return found?.who
}

const endAccount = statement(
  'account-end',
  'update account set until = $2, ended_by = $3, ended_at = $4 where worker = $1 and until is null',
)
const putAccount = statement<{ worker: number }>(
  'account-put',
  `insert into account (name, worker, since, set_by, set_at, active_at) values ($1, $2, $3, $4, $5, $5)
   on conflict (name) where until is null do nothing returning worker`,
)

/** What somebody signs in as from now on. Problem: `staff.account-taken`. */
export async function giveAccount(
  pool: pg.Pool,
  worker: number,
  account: string,
  by: { readonly worker: number; readonly now: Moment },
): Promise<Outcome<void>> {
  const name = account.toLowerCase()
  const taken = await ownerOf(pool, name)
  if (taken !== undefined) return problem('staff.account-taken', { name, who: taken }, 'account')
  const today = dayOf(by.now)
  await inTransaction(pool, async (on) => {
    await query(on, endAccount, [worker, today, by.worker, by.now])
    await query(on, putAccount, [name, worker, today, by.worker, by.now])
  })
  return done(undefined)
}

const reopen = statement('account-reopen', 'update account set active_at = $2 where worker = $1 and until is null')

/** Opens an account again that lay dormant; what it is called does not change. */
export async function reopenAccount(pool: pg.Pool, worker: number, now: Moment): Promise<void> {
  await query(pool, reopen, [worker, now])
}

const leave = statement<{ id: number }>(
  'staff-leave',
  `with person as (
     update worker set until = $2 where id = $1 and until is null and (
       not (role = any($5)) or exists (
         select from worker other join account a on a.worker = other.id and a.until is null and a.signed_in is not null
         where other.id <> $1 and other.role = any($5) and other.until is null))
     returning id
   ), ended as (
     update account set until = $2, ended_by = $3, ended_at = $4 where until is null and worker in (select id from person)
   ), signed_out as (
     delete from session where worker in (select id from person)
   )
   select id from person`,
)

/** Posts that let others in, as a directory of staff may call them. */
export const administrators = ['administrator', 'system administrator'] as const
export const isAdministrator = (role: string): boolean => administrators.some((one) => one === role)

/**
 * Cuts somebody off: the account ends with this day, every session now. Sessions that nodes still keep in memory are
 * the caller's to forget. Problem: `staff.last-administrator`.
 */
export async function leaveStaff(
  pool: pg.Pool,
  worker: number,
  by: { readonly worker: number; readonly now: Moment },
): Promise<Outcome<void>> {
  const [left] = await query(pool, leave, [worker, dayOf(by.now), by.worker, by.now, administrators])
  return left === undefined ? problem('staff.last-administrator') : done(undefined)
}

const someoneLetsIn = statement<{ worker: number }>(
  'administrator-in-reach',
  `select a.worker from account a join worker w on w.id = a.worker
   where w.role = any($1) and w.until is null and a.until is null and a.signed_in is not null and a.active_at > $2 limit 1`,
)

/** Whether an administrator has signed in by the council's own sign-in, and still could. */
export async function hasAdministrator(pool: pg.Pool, settings: Settings, now: Moment): Promise<boolean> {
  const found = await query(pool, someoneLetsIn, [administrators, dormantSince(settings, now)])
  return found.length > 0
}
