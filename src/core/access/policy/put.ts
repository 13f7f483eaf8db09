/**
 * The dated rows that access turns on: who puts one, from which day, and until when it holds. A row is never deleted; it
 * ends, and says who ended it. Every function takes the day and the moment; days are inclusive from, exclusive until.
 */
import { addMillis, type Day, type Moment } from '../../calendar/index.ts'
import { type Queryable, query, statement } from '../../database/statement.ts'
import { done, type Outcome, problem } from '../../outcomes.ts'
import type { CompartmentId } from './compartments.ts'
import type { PurposeId } from './purposes.ts'
import type { AppointedRelation } from './relations.ts'

/** Who decides it, and when; `since` is the first day it holds, `until` the first on which it does not. */
export interface Put {
  readonly by: number
  readonly at: Moment
  readonly since: Day
  readonly until?: Day
}

const compartmentRow = statement(
  'compartment-put',
  `insert into compartment (since, until, set_by, set_at, record, name, custodian) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (record, name, since) do update set until = excluded.until, custodian = excluded.custodian,
     ended_by = excluded.set_by, ended_at = excluded.set_at`,
)
const grantRow = statement(
  'compartment-grant-put',
  `insert into compartment_grant (since, until, set_by, set_at, record, name, worker) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (worker, record, name, since) do update set until = excluded.until, ended_by = excluded.set_by, ended_at = excluded.set_at`,
)
const conflictRow = statement(
  'conflict-put',
  `insert into conflict (since, until, set_by, set_at, worker, record, kind) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (worker, record, since) do update set until = excluded.until, kind = excluded.kind,
     ended_by = excluded.set_by, ended_at = excluded.set_at`,
)
const standingRow = statement(
  'standing-put',
  `insert into standing (since, until, set_by, set_at, worker, record, kind) values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (worker, record, kind, since) do update set until = excluded.until, ended_by = excluded.set_by, ended_at = excluded.set_at`,
)
const coverRow = statement(
  'cover-put',
  `insert into cover (since, until, set_by, set_at, stand_in, worker) values ($1, $2, $3, $4, $5, $6)
   on conflict (stand_in, worker, since) do update set until = excluded.until, ended_by = excluded.set_by, ended_at = excluded.set_at`,
)

const dated = ({ since, until, by, at }: Put): unknown[] => [since, until ?? null, by, at]

/** Puts a record into a compartment. `custodian` is the worker who rings back whoever looks for it without a grant. */
export async function putCompartment(
  on: Queryable,
  row: { readonly record: number; readonly name: CompartmentId; readonly custodian: number },
  put: Put,
): Promise<void> {
  await query(on, compartmentRow, [...dated(put), row.record, row.name, row.custodian])
}

export async function putGrant(
  on: Queryable,
  row: { readonly record: number; readonly name: CompartmentId; readonly worker: number },
  put: Put,
): Promise<void> {
  await query(on, grantRow, [...dated(put), row.record, row.name, row.worker])
}

export type ConflictKind = 'self' | 'relative' | 'friend' | 'neighbour' | 'other'

export async function putConflict(
  on: Queryable,
  row: { readonly worker: number; readonly record: number; readonly kind: ConflictKind },
  put: Put,
): Promise<void> {
  await query(on, conflictRow, [...dated(put), row.worker, row.record, row.kind])
}

export async function putStanding(
  on: Queryable,
  row: { readonly worker: number; readonly record: number; readonly kind: AppointedRelation },
  put: Put,
): Promise<void> {
  await query(on, standingRow, [...dated(put), row.worker, row.record, row.kind])
}

/** Gives a stand-in the caseload of a worker; the same row with `until` takes it back. */
export async function putCover(
  on: Queryable,
  row: { readonly standIn: number; readonly worker: number },
  put: Put,
): Promise<void> {
  await query(on, coverRow, [...dated(put), row.standIn, row.worker])
}

/** How long each kind of opening lasts, in milliseconds. A purpose lasts a working day, an emergency one hour. */
const lastsMillis = { purpose: 8 * 3_600_000, 'break-glass': 3_600_000, 'out of hours': 12 * 3_600_000 } as const

/** What an emergency is told in, at the least. */
const wordsMin = 20

export interface Opening {
  readonly worker: number
  /** null: a session out of hours. */
  readonly record: number | null
  readonly kind: keyof typeof lastsMillis
  readonly purpose: PurposeId
  readonly words?: string
  readonly at: Moment
  /** The next working day: an emergency and a session out of hours are reviewed. */
  readonly reviewDue?: Day
}

const openingRow = statement<{ id: string }>(
  'opening-put',
  `insert into opening (worker, record, kind, purpose, words, since, until, review_due)
   values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
)
const reviewRow = statement<{ id: string }>(
  'opening-reviewed',
  `update opening set reviewed_by = $2, reviewed_at = $3 where id = $1 and reviewed_at is null and worker <> $2
   returning id`,
)

/**
 * Opens a record, or out of hours all that are not closed. Problems: `field.too-short` for an emergency told in fewer than
 * 20 characters, `field.missing` where nobody would review it.
 */
export async function putOpening(on: Queryable, opening: Opening): Promise<Outcome<{ id: string; until: Moment }>> {
  const words = opening.words?.trim() ?? ''
  if (opening.kind !== 'purpose' && opening.reviewDue === undefined)
    return problem('field.missing', { label: 'the day on which this is reviewed' }, 'reviewDue')
  if (opening.kind === 'break-glass' && words.length < wordsMin)
    return problem('field.too-short', { label: 'Why it cannot wait', least: wordsMin, length: words.length }, 'words')
  const until = addMillis(opening.at, lastsMillis[opening.kind])
  const [row] = await query(on, openingRow, [
    ...[opening.worker, opening.record, opening.kind, opening.purpose, words || null],
    ...[opening.at, until, opening.reviewDue ?? null],
  ])
  return done({ id: row!.id, until })
}

/** Says that somebody else has looked at an opening. False where it was reviewed before, or by who opened it. */
export async function reviewOpening(on: Queryable, id: string, by: number, at: Moment): Promise<boolean> {
  return (await query(on, reviewRow, [id, by, at])).length === 1
}
