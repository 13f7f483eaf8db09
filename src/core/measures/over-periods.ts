/** The kinds of measure that count events over a period, and the rate of any count or stock. */
import type { Day } from '../calendar/index.ts'
import { counts, dayCounted } from '../pathway/fold.ts'
import { type Folded, teamOn } from '../pathway/folded.ts'
import type { Episode, Event } from '../pathway/history.ts'
import { metInTime } from '../pathway/instances.ts'
import { eventsOf, type FoundEvent, instancesOf } from './found.ts'
import type { About, Contribution, Counted, Measure } from './measure.ts'

/** One event, counted on a day; `meets` of a share. */
export const counted = (episode: Episode, key: number, day: Day, meets = true): Contribution => ({
  key,
  day,
  denominator: 1,
  numerator: meets ? 1 : 0,
  team: teamOn(episode, day),
})

const itsOwn = (id: string) => ({ numerator: id, denominator: id })

/** A share of whatever events, each made with `counted`. */
export const share = (about: About, contributions: Measure['contributions']): Measure => ({
  ...about,
  kind: 'share',
  over: 'period',
  from: itsOwn(about.id),
  contributions,
})

/** How many of whatever events, each made with `counted`. */
export const count = (about: Counted, contributions: Measure['contributions']): Measure => ({
  target: null,
  ...about,
  denominator: 'a number over the period',
  kind: 'count',
  over: 'period',
  from: { numerator: about.id, denominator: null },
  contributions,
})

/** A measure of a clock: of those met, how many were met in time; counted on the day they were met. */
export const timeliness = (pathway: string, clock: string, about: About): Measure =>
  share(about, (child) =>
    instancesOf(child, pathway, clock).flatMap(({ episode, instance }) => {
      const inTime = metInTime(instance)
      if (inTime === undefined || instance.met === null || instance.metBy === null) return []
      return [counted(episode, instance.metBy, instance.met, inTime)]
    }),
  )

/** Of an event: whether it meets the measure; undefined where it is not among those counted. */
export type Judge = (event: Event, child: Folded, episode: Episode) => boolean | undefined

/** A share of the events of one step: which count, and which of those meet it. Counted on the day of the event. */
export const proportion = (pathway: string, step: string, judge: Judge, about: About): Measure =>
  share(about, (child) =>
    eventsOf(child, pathway, step).flatMap(({ episode, event }) => {
      const meets = event.day === null ? undefined : judge(event, child, episode)
      return meets === undefined || event.day === null ? [] : [counted(episode, event.position, event.day, meets)]
    }),
  )

/** The events of a step that needs a signature, on the day of that signature; no others count. */
export const signed = (child: Folded, pathway: string, step: string): readonly (FoundEvent & { day: Day })[] =>
  eventsOf(child, pathway, step)
    .filter(({ event }) => counts(event))
    .map((one) => ({ ...one, day: dayCounted(one.event) }))

/** As `proportion`, of a step that needs a signature: counted on the day on which it was signed. */
export const proportionSigned = (pathway: string, step: string, judge: Judge, about: About): Measure =>
  share(about, (child) =>
    signed(child, pathway, step).flatMap(({ episode, event, day }) => {
      const meets = judge(event, child, episode)
      return meets === undefined ? [] : [counted(episode, event.position, day, meets)]
    }),
  )

/**
 * One answer of a family: of all that `among` counts, those that gave this answer. The denominator is kept once, under
 * `among`; each answer has rows only where it was given, because a question may have forty.
 */
export const answer = (
  family: string,
  among: Measure,
  about: Omit<About, 'denominator'>,
  contributions: Measure['contributions'],
): Measure => ({
  ...about,
  denominator: among.numerator,
  kind: 'share',
  over: 'period',
  family,
  from: { numerator: about.id, denominator: among.id },
  contributions: (child) => contributions(child).map((one) => ({ ...one, denominator: 0 })),
})

/** A count or a stock for every 10,000 children of the population; it has no contributions of its own. */
export const rate = (of: Measure, about: Omit<Counted, 'service' | 'numerator' | 'decimals'>): Measure => ({
  target: null,
  ...about,
  service: of.service,
  numerator: of.numerator,
  denominator: 'every 10,000 children aged 0 to 17',
  decimals: 1,
  kind: 'rate',
  over: of.over,
  from: { numerator: of.id, denominator: null },
  contributions: () => [],
})
