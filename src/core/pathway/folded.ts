/** A child's history with the clocks that follow from it: what projections and measures are computed from. */
import type { Day } from '../calendar/index.ts'
import type { Entry } from '../record/entry.ts'
import { fold } from './fold.ts'
import type { ChildHistory, Episode } from './history.ts'
import type { House } from './house.ts'
import { type ClockInstance, instancesOf } from './instances.ts'

export interface Folded {
  readonly history: ChildHistory
  readonly clocks: readonly { readonly episode: Episode; readonly instance: ClockInstance }[]
}

export function foldWithClocks(house: House, record: number, entries: readonly Entry[]): Folded {
  return withClocks(house, fold(house, record, entries))
}

export function withClocks(house: House, history: ChildHistory): Folded {
  const clocks = history.episodes.flatMap((episode) =>
    instancesOf(house, history, episode).map((instance) => ({ episode, instance })),
  )
  return { history, clocks }
}

/** The team that held an episode on a day: the lead practitioner's, or the first that ever held it. */
export function teamOn(episode: Episode, day: Day): number | null {
  const leads = episode.allocations.filter((one) => one.role === 'lead')
  const held = leads.find((one) => one.from <= day && (one.until === null || day < one.until)) ?? leads.at(-1)
  return held?.team ?? null
}
