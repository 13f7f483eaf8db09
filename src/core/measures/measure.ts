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
  readonly numerator: 0 | 1
  /** The team that held the episode on that day. */
  readonly team: number | null
}

export interface Measure {
  /** Permanent: lower case and hyphens. */
  readonly id: string
  readonly title: string
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

type About = Omit<Measure, 'contributions'>

/** A measure of a clock: of those met, how many were met in time; counted on the day they were met. */
export function timeliness(pathway: string, clock: string, about: About): Measure {
  return {
    ...about,
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
