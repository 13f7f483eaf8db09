/** The kinds of measure that count events over a period, and the rate of any count or stock. */
import type { Day } from '../calendar/index.ts'
import { type Folded, teamOn } from '../pathway/folded.ts'
import type { Episode, Event } from '../pathway/history.ts'
import { metInTime } from '../pathway/instances.ts'
import { eventsOf, type FoundInstance, instancesOf, signed } from './found.ts'
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

/** A share of whatever events, each made with `counted`; of its own service's pathway unless it names others. */
export const share = (about: About, contributions: Measure['contributions']): Measure => ({
  pathways: [about.service],
  ...about,
  kind: 'share',
  over: 'period',
  from: itsOwn(about.id),
  contributions,
})

/** How many of whatever events, each made with `counted`. */
export const count = (about: Counted, contributions: Measure['contributions']): Measure => ({
  pathways: [about.service],
  target: null,
  ...about,
  denominator: 'a number over the period',
  kind: 'count',
  over: 'period',
  from: { numerator: about.id, denominator: null },
  contributions,
})

/**
 * A measure of a clock: of those met, how many were met in time; counted on the day they were met.
 * @param among which of them count, where not all do
 */
export const timeliness = (
  pathway: string,
  clock: string,
  about: About,
  among: (one: FoundInstance) => boolean = () => true,
): Measure => ({
  ...share({ pathways: [pathway], only: [clock], ...about }, (child) =>
    instancesOf(child, pathway, clock).flatMap((one) => {
      const { episode, instance } = one
      const inTime = metInTime(instance)
      if (inTime === undefined || instance.met === null || instance.metBy === null || !among(one)) return []
      return [counted(episode, instance.metBy, instance.met, inTime)]
    }),
  ),
  clock,
})

/** Of an event: whether it meets the measure; undefined where it is not among those counted. */
export type Judge = (event: Event, child: Folded, episode: Episode) => boolean | undefined

/** A share of the events of one step: which count, and which of those meet it. Counted on the day of the event. */
export const proportion = (pathway: string, step: string, judge: Judge, about: About): Measure =>
  share({ pathways: [pathway], ...about }, (child) =>
    eventsOf(child, pathway, step).flatMap(({ episode, event }) => {
      const meets = event.day === null ? undefined : judge(event, child, episode)
      return meets === undefined || event.day === null ? [] : [counted(episode, event.position, event.day, meets)]
    }),
  )

/** As `proportion`, of a step that needs a signature: counted on the day on which it was signed. */
export const proportionSigned = (pathway: string, step: string, judge: Judge, about: About): Measure =>
  share({ pathways: [pathway], ...about }, (child) =>
    signed(child, pathway, step).flatMap(({ episode, event, day }) => {
      const meets = judge(event, child, episode)
      return meets === undefined ? [] : [counted(episode, event.position, day, meets)]
    }),
  )

/**
 * A part of what `whole` counts: numerators alone, because a question may have forty answers and each needs rows only
 * where it was given. The day of a part is the day on which `whole` counted it.
 * @param family the question, where the parts are its answers
 */
export const part = (
  whole: Measure,
  about: Counted & { readonly family?: string },
  contributions: Measure['contributions'],
): Measure => ({
  ...(whole.pathways && { pathways: whole.pathways }),
  target: null,
  ...about,
  denominator: inWhole(whole),
  kind: whole.over === 'date' ? 'shareAtDate' : 'share',
  over: whole.over,
  from: { numerator: about.id, denominator: whole.from.denominator ?? whole.from.numerator },
  contributions: (child) => contributions(child).map((one) => ({ ...one, denominator: 0 })),
})

/** What a part is a part of: what a share is a share of, or all that a number counts. */
const inWhole = (whole: Measure): string => (whole.from.denominator === null ? whole.numerator : whole.denominator)

/** A count or a stock for every 10,000 children of the population; it has no contributions of its own. */
export const rate = (of: Measure, about: Omit<Counted, 'service' | 'numerator' | 'decimals'>): Measure => ({
  pathways: [],
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
