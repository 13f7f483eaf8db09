/** A child's history with the clocks that follow from it: what projections and measures are computed from. */
import type { Day } from '../calendar/index.ts'
import type { Entry } from '../record/entry.ts'
import { fold } from './fold.ts'
import type { ChildHistory, Episode, Subject } from './history.ts'
import type { House } from './house.ts'
import { type ClockInstance, instancesOfClock } from './instances.ts'

export interface Folded {
  readonly history: ChildHistory
  /** Every instance of every clock. */
  readonly clocks: readonly { readonly episode: Episode; readonly instance: ClockInstance }[]
  /** The instances of one clock on one of the episodes. */
  readonly instances: ClocksOf
  /** The same child with some of the episodes alone, and the clocks on them. */
  part(keep: (episode: Episode) => boolean): Folded
}

/** The instances of one clock on an episode. */
export type ClocksOf = (episode: Episode, clock: string) => readonly ClockInstance[]

export function foldWithClocks(house: House, record: number, entries: readonly Entry[]): Folded {
  return withClocks(house, fold(house, record, entries))
}

/** Each clock is run when it is asked for, and once: whoever reads a part pays for that part. */
export function withClocks(
  house: House,
  history: ChildHistory,
  instances: ClocksOf = clocksFor(house, history.subject),
): Folded {
  let clocks: Folded['clocks'] | undefined
  return {
    history,
    instances,
    get clocks() {
      clocks ??= history.episodes.flatMap((episode) =>
        Object.keys(house.pathway(episode.pathway).clocks).flatMap((clock) =>
          instances(episode, clock).map((instance) => ({ episode, instance })),
        ),
      )
      return clocks
    },
    part: (keep) => withClocks(house, { ...history, episodes: history.episodes.filter(keep) }, instances),
  }
}

/** Remembers those of each clock, for several histories of one child that share episodes. */
export function clocksFor(house: House, subject: Subject): ClocksOf {
  const known = new Map<Episode, Map<string, readonly ClockInstance[]>>()
  return (episode, clock) => {
    const ofEpisode = known.get(episode) ?? new Map<string, readonly ClockInstance[]>()
    known.set(episode, ofEpisode)
    const instances = ofEpisode.get(clock) ?? instancesOfClock(house, subject, episode, clock)
    ofEpisode.set(clock, instances)
    return instances
  }
}

/** The team that held an episode on a day: the lead practitioner's, or the first that ever held it. */
export function teamOn(episode: Episode, day: Day): number | null {
  const leads = episode.allocations.filter((one) => one.role === 'lead')
  const held = leads.find((one) => one.from <= day && (one.until === null || day < one.until)) ?? leads.at(-1)
  return held?.team ?? null
}
