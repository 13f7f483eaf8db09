/**
 * Clocks are the law, dated. A clock says what starts it, what stops it, how long is allowed, by which authority and
 * from which day; `clocks.ts` in the fold computes its instances. Nothing here knows today: an instance has a due
 * day and perhaps a day on which it was met; whether it is overdue is decided by whoever reads it.
 */
import type { Duration } from '../calendar/index.ts'
import type { When } from './field.ts'
import type { Role } from './step.ts'

/**
 * `step.field` of a day or moment field, or `step` alone: the moment of authorisation of a step that needs a
 * signature, the day of the event otherwise.
 */
export type EventRef = string

export type Trigger<R extends EventRef = EventRef, C extends When = When> =
  | { readonly kind: 'each' | 'first' | 'last'; readonly event: R; readonly where?: C }
  /** The last `event` on or before each `step`: the strategy discussion that led to the enquiry. */
  | { readonly kind: 'thatLedTo'; readonly step: R; readonly event: R }
  | { readonly kind: 'birthday'; readonly age: number }

export const each = <const R extends EventRef, const C extends When = Record<never, never>>(event: R, where?: C) =>
  ({ kind: 'each', event, ...(where && { where }) }) as const
export const first = <const R extends EventRef, const C extends When = Record<never, never>>(event: R, where?: C) =>
  ({ kind: 'first', event, ...(where && { where }) }) as const
export const last = <const R extends EventRef, const C extends When = Record<never, never>>(event: R, where?: C) =>
  ({ kind: 'last', event, ...(where && { where }) }) as const
export const thatLedTo = <const R extends EventRef, const E extends EventRef>(step: R, event: E) =>
  ({ kind: 'thatLedTo', step, event }) as const
export const birthday = (age: number) => ({ kind: 'birthday', age }) as const

/** A limit that each council sets for itself, by day: the key of a dated setting and what applies without one. */
export interface LocalLimit {
  readonly setting: string
  readonly otherwise: Duration
}
export const local = (setting: string, otherwise: Duration): LocalLimit => ({ setting, otherwise })

/** A limit that depends on an answer of the starting event (red, amber, green). */
export interface LimitBy {
  readonly field: string
  readonly limits: Readonly<Record<string, Duration | LocalLimit>>
}
export const by = (field: string, limits: LimitBy['limits']): LimitBy => ({ field, limits })

export type Limit = Duration | LocalLimit | LimitBy

/** What was in force before: the same clock under older law. */
export interface EarlierRule {
  readonly since: string
  readonly until: string
  readonly within: Limit
  readonly thenEvery?: Duration
  readonly authority: string
}

export interface ClockExtras<From, To, Until, While extends string> {
  readonly from: From
  readonly to: To
  readonly within: Limit
  /** After the first is met, the next is due this long after the day it was met. */
  readonly thenEvery?: Duration | LocalLimit
  /** Stopped only by an event with the same answer to this field: each agency's reply stops its own check. */
  readonly pairedBy?: string
  /** Only while the episode is in this state: an instance not met when the state ends is void. */
  readonly while?: While
  /** Answers that make the clock void without its stop event: an enquiry that ends with no conference. */
  readonly endedBy?: Until
  /** First day on which the rule is in force. A trigger before it starts no clock, unless `earlier` covers it. */
  readonly since: string
  readonly authority: string
  readonly earlier?: readonly EarlierRule[]
  /** Time between these two events does not count, for the reason given. */
  readonly pauses?: readonly { readonly from: EventRef; readonly until: EventRef; readonly reason: string }[]
  /** Order on a worklist: 1 is gravest. Statute before guidance before local practice. */
  readonly weight?: 1 | 2 | 3
  /** Kept for a measure alone: another reckoning of what a clock on the worklist already asks for. */
  readonly forMeasureOnly?: true
  /** Who has it to do: the lead practitioner unless a role is named. */
  readonly falls?: Role
  /** The step whose form meets it, where that is not the step named in `to`. */
  readonly form?: string
  /** A red that keeps running after the hub has closed: answers of the starting event. */
  readonly runsOn?: When
}

export interface Clock<
  From = EventRef | Trigger,
  To = EventRef | Trigger,
  Until = Readonly<Record<string, When>>,
  While extends string = string,
> extends ClockExtras<From, To, Until, While> {
  readonly title: string
}

export function clock<
  const From extends EventRef | Trigger,
  const To extends EventRef | Trigger,
  const Until extends Readonly<Record<string, When>> = Record<never, never>,
  const While extends string = never,
>(title: string, extras: ClockExtras<From, To, Until, While>): Clock<From, To, Until, While> {
  return { title, ...extras }
}

/** A trigger in its full form, whichever way it was written. */
export function asTrigger(written: EventRef | Trigger): Trigger {
  return typeof written === 'string' ? { kind: 'each', event: written } : written
}
