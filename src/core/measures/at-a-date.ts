/**
 * The kinds of measure that say how things stand at a date. A contribution is a change - one more from this day, one
 * fewer from that - so that the figure at any date is the sum of all up to it, and no row depends on today.
 */
import { addDays, type Day, max } from '../calendar/index.ts'
import { type Folded, teamOn } from '../pathway/folded.ts'
import type { Episode, Interval } from '../pathway/history.ts'
import type { ClockInstance } from '../pathway/instances.ts'
import { episodesOf, instancesOf } from './found.ts'
import type { About, Contribution, Counted, Measure } from './measure.ts'

/** Someone is counted from a day on and, where `until` is known, no longer from that day on. */
export interface Span extends Interval {
  readonly episode: Episode
}

/** A span of which part meets the measure: none, one or several stretches of it, in order. */
export interface JudgedSpan extends Span {
  readonly meets: readonly Interval[]
}

type Change = Omit<Contribution, 'key'>

const numbered = (changes: readonly Change[]): readonly Contribution[] =>
  changes.map((one, i) => ({ key: i + 1, ...one }))

/** A span cut where its episode moved to another team. */
function byTeam({ episode, from, until }: Span): readonly (Interval & { team: number | null })[] {
  const parts: (Interval & { team: number | null })[] = []
  let [begun, team] = [from, teamOn(episode, from)]
  for (const moved of episode.allocations) {
    const inside = moved.role === 'lead' && moved.from > from && (until === null || moved.from < until)
    if (!inside || moved.team === team) continue
    if (moved.from > begun) parts.push({ from: begun, until: moved.from, team })
    begun = moved.from
    team = moved.team
  }
  return [...parts, { from: begun, until, team }]
}

/** What two spans have in common; undefined where that is not a day. */
export function overlap(a: Interval, b: Interval): Interval | undefined {
  const from = max(a.from, b.from)
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until
  return until !== null && until <= from ? undefined : { from, until }
}

/** How many of whatever spans hold at a date. */
export const stockOfSpans = (about: Counted, spans: (child: Folded) => readonly Span[]): Measure => ({
  target: null,
  ...about,
  denominator: 'a number at a date',
  kind: 'stock',
  over: 'date',
  from: { numerator: about.id, denominator: null },
  contributions: (child) =>
    numbered(
      spans(child).flatMap((span) =>
        byTeam(span).flatMap(({ from, until, team }): Change[] => [
          { day: from, denominator: 0, numerator: 1, team },
          ...(until === null ? [] : [{ day: until, denominator: 0, numerator: -1, team } as const]),
        ]),
      ),
    ),
})

/** The spans in which a child's episodes of a pathway are in a state. */
export const spansIn = (child: Folded, pathway: string, state: string): readonly Span[] =>
  episodesOf(child, pathway).flatMap((episode) =>
    (episode.states[state] ?? []).filter(lasts).map(({ from, until }) => ({ episode, from, until })),
  )

/** A state that ended on the day it began was never there at the end of a day. */
const lasts = ({ from, until }: Interval): boolean => until === null || until > from

/** The children in a state at a date, by the team that held the episode then. */
export const stock = (pathway: string, state: string, about: Counted): Measure => ({
  ...stockOfSpans(about, (child) => spansIn(child, pathway, state)),
  state,
})

/** Of what holds at a date, how many meet the measure. */
export const shareAtDate = (about: About, spans: (child: Folded) => readonly JudgedSpan[]): Measure => ({
  ...about,
  kind: 'shareAtDate',
  over: 'date',
  from: { numerator: about.id, denominator: about.id },
  contributions: (child) => numbered(spans(child).flatMap(changesOf)),
})

function changesOf(span: JudgedSpan): Change[] {
  return byTeam(span).flatMap((part) => {
    const changes: Change[] = [{ day: part.from, denominator: 1, numerator: 0, team: part.team }]
    for (const stretch of span.meets) {
      const met = overlap(part, stretch)
      if (met === undefined) continue
      changes.push({ day: met.from, denominator: 0, numerator: 1, team: part.team })
      if (met.until !== null) changes.push({ day: met.until, denominator: 0, numerator: -1, team: part.team })
    }
    if (part.until !== null) changes.push({ day: part.until, denominator: -1, numerator: 0, team: part.team })
    return changes
  })
}

/** Open and already overdue at a date: what a share of the finished does not show. */
export const overdue = (pathway: string, clock: string, about: Counted): Measure =>
  stockOfSpans(about, (child) =>
    instancesOf(child, pathway, clock).flatMap(({ episode, instance }) => {
      const late = lateness(instance)
      return late === undefined ? [] : [{ episode, ...late }]
    }),
  )

/** The stretches of a span in which no instance of a clock is overdue. */
export function upToDate(child: Folded, span: Span, pathway: string, clock: string): readonly Interval[] {
  const late = instancesOf(child, pathway, clock)
    .filter(({ episode }) => episode === span.episode)
    .flatMap(({ instance }) => lateness(instance) ?? [])
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const stretches: Interval[] = []
  let from: Day | null = span.from
  for (const one of late) {
    if (from === null) break
    if (one.from > from) stretches.push({ from, until: one.from })
    from = one.until === null || one.until > from ? one.until : from
  }
  if (from !== null) stretches.push({ from, until: span.until })
  return stretches
}

/** From the day after it was due to the day on which it was met or fell away; undefined where it never was late. */
export function lateness(instance: Pick<ClockInstance, 'due' | 'met' | 'void'>): Interval | undefined {
  if (instance.due === null) return undefined
  const late = { from: addDays(instance.due, 1), until: instance.met ?? instance.void }
  return lasts(late) ? late : undefined
}
