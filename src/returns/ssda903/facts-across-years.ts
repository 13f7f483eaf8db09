/** The last episode of last year beside the first of this one. */
import { derived } from '../engine/child.ts'
import type { Collection } from '../engine/rule.ts'
import { type ChildOf903, type Episode, firstEpisode, lastEpisodeOfLastYear } from './facts.ts'

export interface AcrossYears {
  /** Last year's episode with the latest start. */
  readonly before: Episode
  /** This year's episode with the earliest start. */
  readonly now: Episode
}

/** Both episodes of a child who has a dated one in either year. */
export const acrossYears = derived((child: ChildOf903, collection: Collection): AcrossYears | undefined => {
  const before = lastEpisodeOfLastYear(child, collection)
  const now = firstEpisode(child, collection)
  return before === undefined || now === undefined ? undefined : { before, now }
})
