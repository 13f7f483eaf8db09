/**
 * A measure is a set of contributions: each says of one child, on one day, that it counts in the denominator and
 * whether it meets the measure. Every figure - year to date, rolling twelve months, by team, at a date - is a sum of
 * them, so the live figure and a full recomputation cannot differ.
 */
import type { Day } from '../calendar/index.ts'
import { type Folded, teamOn } from '../pathway/folded.ts'
import type { Event } from '../pathway/history.ts'
import { metInTime } from '../pathway/instances.ts'

export interface Contribution {
  /** The entry it comes from: the position that makes it unique within the measure and the record. */
  readonly key: number
  readonly day: Day
  readonly denominator: 0 | 1
  /** Of a stock: one more from this day, or one fewer. */
  readonly numerator: -1 | 0 | 1
  /** The team that held the episode on that day. */
  readonly team: number | null
}

export interface Measure {
  /** Permanent: lower case and hyphens. */
  readonly id: string
  readonly title: string
  /** A share of events over a period, or a stock: how many at a date. */
  readonly kind: 'share' | 'stock'
  /** Of a stock: the state that is counted. */
  readonly state?: string
  /** The service whose page it stands on. */
  readonly service: string
  /** What is counted, in words a councillor reads. */
  readonly numerator: string
  readonly denominator: string
  readonly better: 'higher' | 'lower'
  /** Whose definition it is and where it is written down. */
  readonly source: string
  /** The published series it may be compared with; null where none is published. */
  readonly comparable: string | null
  /** Percentage aimed at by financial year ending; local policy, so a dated setting may overrule it. */
  readonly target: number | null
  readonly decimals: 0 | 1
  readonly contributions: (child: Folded) => readonly Contribution[]
}

type About = Omit<Measure, 'contributions' | 'kind' | 'state'>

/** A measure of a clock: of those met, how many were met in time; counted on the day they were met. */
export function timeliness(pathway: string, clock: string, about: About): Measure {
  return {
    ...about,
    kind: 'share',
    contributions: (child) =>
      child.clocks
        .filter(({ episode, instance }) => episode.pathway === pathway && instance.clock === clock)
        .flatMap(({ episode, instance }) => {
          const inTime = metInTime(instance)
          if (inTime === undefined || instance.met === null || instance.metBy === null) return []
          const team = teamOn(episode, instance.met)
          return [{ key: instance.metBy, day: instance.met, denominator: 1, numerator: inTime ? 1 : 0, team } as const]
        }),
  }
}

/** A measure over the events of one step: which count, and which of those meet it. */
export function proportion(
  pathway: string,
  step: string,
  judge: (event: Event, child: Folded) => boolean | undefined,
  about: About,
): Measure {
  return {
    ...about,
    kind: 'share',
    contributions: (child) =>
      child.history.episodes
        .filter((episode) => episode.pathway === pathway)
        .flatMap((episode) =>
          episode.events
            .filter((event) => event.step === step && event.day !== null)
            .flatMap((event) => {
              const meets = judge(event, child)
              if (meets === undefined || event.day === null) return []
              const team = teamOn(episode, event.day)
              return [{ key: event.position, day: event.day, denominator: 1, numerator: meets ? 1 : 0, team } as const]
            }),
        ),
  }
}

/**
 * A stock: the children in a state at a date, by the team that held the episode then. One more on the day it begins, one
 * fewer on the day it ends, and both where the episode moves to another team: the figure at a date is the sum up to it.
 */
export function stock(pathway: string, state: string, about: About): Measure {
  return {
    ...about,
    kind: 'stock',
    state,
    contributions: (child) => {
      const steps: Omit<Contribution, 'key'>[] = []
      for (const episode of child.history.episodes) {
        if (episode.pathway !== pathway) continue
        for (const { from, until } of episode.states[state] ?? []) {
          let team = teamOn(episode, from)
          steps.push({ day: from, denominator: 0, numerator: 1, team })
          for (const moved of episode.allocations) {
            const inside = moved.role === 'lead' && moved.from > from && (until === null || moved.from < until)
            if (!inside || moved.team === team) continue
            steps.push({ day: moved.from, denominator: 0, numerator: -1, team })
            team = moved.team
            steps.push({ day: moved.from, denominator: 0, numerator: 1, team })
          }
          if (until !== null) steps.push({ day: until, denominator: 0, numerator: -1, team })
        }
      }
      return steps.map((one, i) => ({ key: i + 1, ...one }))
    },
  }
}
