/**
 * What a signature is about, read from the record: the work, what changed since it was last returned, what was left
 * empty, and - by trying it on the history, not by guessing - which clocks it would stop and what it would open. Pure.
 */
import { decideAct, openRecord } from '../../../core/acts/decide-act.ts'
import type { Moment } from '../../../core/calendar/index.ts'
import { eventAt } from '../../../core/pathway/decide.ts'
import { isAsked, type Value } from '../../../core/pathway/field.ts'
import { withClocks } from '../../../core/pathway/folded.ts'
import type { ChildHistory, Episode, Event } from '../../../core/pathway/history.ts'
import type { House } from '../../../core/pathway/house.ts'
import type { ClockInstance } from '../../../core/pathway/instances.ts'
import type { Step } from '../../../core/pathway/step.ts'
import type { KnownPerson } from '../../../core/people/records.ts'

export interface ToSign {
  readonly child: KnownPerson
  readonly event: Event
  readonly episode: Episode
  readonly step: Step
  /** Where the record stood when it was shown. */
  readonly seen: number
}

/** The entry at a position of a child's history; undefined where there is none that anybody signs. */
export function toSign(house: House, child: KnownPerson, history: ChildHistory, position: number): ToSign | undefined {
  const found = eventAt(history, position)
  const step = found && house.pathway(found.event.pathway).steps[found.event.step]
  if (!found || !step || step.authorisedBy === undefined) return undefined
  return { child, ...found, step, seen: child.entries.at(-1)?.position ?? 0 }
}

export interface Change {
  readonly field: string
  readonly was: Value | undefined
  readonly is: Value | undefined
}

export interface SinceReturned {
  readonly returned: NonNullable<Event['returned']>
  readonly changes: readonly Change[]
}

/** Compared with the last version of the same work that was returned; undefined where none was. */
export function sinceReturned({ event, episode, step }: ToSign): SinceReturned | undefined {
  const before = episode.events.findLast(
    (one) => one.step === event.step && one.returned !== null && one.position < event.position,
  )
  if (!before?.returned) return undefined
  const changes = Object.keys(step.fields).flatMap((field): Change[] => {
    const [was, is] = [before.values[field], event.values[field]]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, was, is }]
  })
  return { returned: before.returned, changes }
}

/** Questions that were asked and left empty, by their labels. */
export const leftEmpty = ({ step, event }: ToSign): readonly string[] =>
  Object.entries(step.fields).flatMap(([name, field]) =>
    isAsked(field, event.values) && event.values[name] === undefined ? field.label : [],
  )

type Clock = Pick<ClockInstance, 'clock' | 'due'>

export interface Effect {
  readonly stops: readonly Clock[]
  /** Clocks that would begin. */
  readonly starts: readonly Clock[]
  readonly closesEpisode: boolean
  /** Services that would begin to work with the child. */
  readonly opens: readonly string[]
}

/** Nobody: the author in whose name the signature is tried. */
const nobody = 0

export function effectOfSigning(house: House, { child, event, episode }: ToSign, now: Moment): Effect {
  const open = openRecord(house, child.record, child.entries)
  const before = withClocks(house, open.history())
  const part = { does: 'authorise', record: child.record, position: event.position } as const
  const tried = decideAct(house, new Map([[child.record, open]]), [part], { author: nobody, now, act: event.act })
  if (!tried.ok) return { stops: [], starts: [], closesEpisode: false, opens: [] }
  const after = withClocks(house, open.history())
  const same = (a: ClockInstance, b: ClockInstance): boolean => a.clock === b.clock && a.n === b.n
  const [was, is] = [before, after].map(({ clocks }) =>
    clocks.filter((one) => one.episode.id === episode.id).map((one) => one.instance),
  ) as [ClockInstance[], ClockInstance[]]
  const brief = ({ clock, due }: ClockInstance): Clock => ({ clock, due })
  return {
    stops: is.filter((one) => one.met !== null && was.some((old) => same(old, one) && old.met === null)).map(brief),
    starts: is.filter((one) => one.met === null && !was.some((old) => same(old, one))).map(brief),
    closesEpisode: after.history.episodes.find((one) => one.id === episode.id)?.closed != null,
    opens: after.history.episodes.slice(before.history.episodes.length).map((one) => one.pathway),
  }
}
