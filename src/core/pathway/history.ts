/**
 * A child's record, folded: what pages, rules, clocks and measures read. It is made anew from the entries on every
 * write (the child is the unit of recomputation) and never depends on today.
 */
import type { Day, Moment } from '../calendar/index.ts'
import type { Values } from './field.ts'

/** How far an entry that needs a signature has come. `done` needs none. */
export type Standing = 'done' | 'waiting' | 'returned' | 'authorised'

export interface Event {
  /** Place in the record's chain; the entry's identity is (record, position). */
  readonly position: number
  readonly act: string
  /** The episode it belongs to: the position of the entry that opened it. */
  readonly episode: number
  readonly pathway: string
  readonly step: string
  /** The day on which it is true, and until when; null where unknown. */
  readonly day: Day | null
  readonly until: Day | null
  readonly recorded: Moment
  readonly author: number
  readonly values: Values
  readonly standing: Standing
  /** Who signed it off and when; the moment that clocks and the census count. */
  readonly authorised: { readonly at: Moment; readonly by: number } | null
  /** Why it was returned, where it was. */
  readonly returned: { readonly at: Moment; readonly by: number; readonly reason: string } | null
  /** Fields that were corrected later, with the value that stood before. */
  readonly corrected: readonly Correction[]
}

export interface Correction {
  readonly position: number
  readonly field: string
  readonly was: Values[string] | null
  readonly recorded: Moment
  readonly author: number
  readonly reason: string
}

export interface Interval {
  readonly from: Day
  /** First day on which it no longer holds; null while it does. */
  readonly until: Day | null
}

export interface Allocation extends Interval {
  readonly worker: number | null
  readonly team: number | null
  readonly role: string
}

export interface Episode {
  readonly id: number
  readonly pathway: string
  readonly opened: Day
  readonly closed: Day | null
  readonly closingReason: string | null
  /** The episode it grew out of (a contact that became a referral), on the same record. */
  readonly origin: number | null
  /** By day, then by the order recorded. Withdrawn entries are not among them. */
  readonly events: readonly Event[]
  readonly states: Readonly<Record<string, readonly Interval[]>>
  readonly allocations: readonly Allocation[]
}

/** Who the record is about, as far as rules and clocks need to know. */
export interface Subject {
  readonly record: number
  readonly born: Day | null
  readonly expected: Day | null
  readonly died: Day | null
}

export interface ChildHistory {
  readonly subject: Subject
  readonly episodes: readonly Episode[]
  /** The last position in the chain that was folded in. */
  readonly position: number
}
