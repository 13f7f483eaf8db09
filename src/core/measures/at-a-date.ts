/**
 * The kinds of measure that say how things stand at a date. A contribution is a change - one more from this day, one
 * fewer from that - so that the figure at any date is the sum of all up to it, and no row depends on today.
 */
import { addDays, compare, type Day, max } from '../calendar/index.ts'
import { type Folded, teamOn } from '../pathway/folded.ts'
import type { Episode, Interval } from '../pathway/history.ts'
import type { ClockInstance } from '../pathway/instances.ts'
import { episodesOf, instancesOf } from './found.ts'
import type { Contribution, Counted, Measure } from './measure.ts'
import { part } from './over-periods.ts'

/** Someone is counted from a day on and, where `until` is known, no longer from that day on. */
export interface Span extends Interval {
  readonly episode: Episode
}

type Change = Omit<Contribution, 'key'>

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

/** What is left of a span from a day on; none where it had ended by then. */
export function fromDayOn({ episode, from, until }: Span, day: Day): readonly Span[] {
  const rest = { episode, from: max(from, day), until }
  return lasts(rest) ? [rest] : []
}

function changesOf(spans: readonly Span[]): readonly Contribution[] {
  const changes: Change[] = []
  for (const span of spans)
    for (const { from, until, team } of byTeam(span)) {
      changes.push({ day: from, denominator: 1, numerator: 1, team })
      if (until !== null) changes.push({ day: until, denominator: -1, numerator: -1, team })
    }
  return changes.map((one, i) => ({ key: i + 1, ...one }))
}

/** How many of whatever spans hold at a date. */
export const stockOfSpans = (about: Counted, spans: (child: Folded) => readonly Span[]): Measure => ({
  pathways: [about.service],
  target: null,
  ...about,
  denominator: 'a number at a date',
  kind: 'stock',
  over: 'date',
  from: { numerator: about.id, denominator: null },
  contributions: (child) => changesOf(spans(child)),
})

/** Of those whom `whole` counts at a date, the ones in these spans, which lie within those of `whole`. */
export const partAtDate = (whole: Measure, about: Counted, spans: (child: Folded) => readonly Span[]): Measure =>
  part(whole, about, (child) => changesOf(spans(child)))

/** The spans in which a child's episodes of a pathway are in a state. */
export const spansIn = (child: Folded, pathway: string, state: string): readonly Span[] =>
  episodesOf(child, pathway).flatMap((episode) =>
    (episode.states[state] ?? []).filter(lasts).map(({ from, until }) => ({ episode, from, until })),
  )

/** A state that ended on the day it began was never there at the end of a day. */
export const lasts = ({ from, until }: Interval): boolean => until === null || until > from

/** The children in a state at a date, by the team that held the episode then. */
export const stock = (pathway: string, state: string, about: Counted): Measure => ({
  ...stockOfSpans({ pathways: [pathway], only: [state], ...about }, (child) => spansIn(child, pathway, state)),
  state,
})

/** Open and already overdue at a date: what a share of the finished does not show. */
export const overdue = (pathway: string, clock: string, about: Counted): Measure => ({
  ...stockOfSpans({ pathways: [pathway], only: [clock], ...about }, (child) =>
    instancesOf(child, pathway, clock).flatMap(({ episode, instance }) => {
      const late = lateness(instance)
      return late === undefined ? [] : [{ episode, ...late }]
    }),
  ),
  clock,
})

/** The stretches in which a child's episodes of a pathway are in a state and no instance of a clock is overdue. */
export const upToDate = (child: Folded, pathway: string, state: string, clock: string): readonly Span[] =>
  spansIn(child, pathway, state).flatMap((span) => without(span, latenessOf(child, span.episode, clock)))

/** When an episode's instances of a clock were late, the first first; two chains of one clock may be late together. */
const latenessOf = (child: Folded, episode: Episode, clock: string): readonly Interval[] =>
  instancesOf(child, episode.pathway, clock)
    .filter((one) => one.episode === episode)
    .flatMap(({ instance }) => lateness(instance) ?? [])
    .sort((a, b) => compare(a.from, b.from))

/** What remains of a span when intervals, in order, are taken out. */
function without(span: Span, intervals: readonly Interval[]): readonly Span[] {
  const { episode } = span
  const rest: Span[] = []
  let from: Day | null = span.from
  for (const taken of intervals) {
    if (from === null || (span.until !== null && taken.from >= span.until)) break
    if (taken.from > from) rest.push({ episode, from, until: taken.from })
    from = taken.until === null ? null : max(from, taken.until)
  }
  if (from !== null && lasts({ from, until: span.until })) rest.push({ episode, from, until: span.until })
  return rest
}

/** From the day after it was due to the day on which it was met or fell away; undefined where it never was late. */
function lateness(instance: Pick<ClockInstance, 'due' | 'met' | 'void'>): Interval | undefined {
  if (instance.due === null) return undefined
  const late = { from: addDays(instance.due, 1), until: instance.met ?? instance.void }
  return lasts(late) ? late : undefined
}
