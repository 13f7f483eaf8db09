/** Facts about a child that several rules ask for; each is worked out once for each child. */

import { derived, earliest, inOrder, latest } from '../engine/child.ts'
import { code, codes } from '../engine/codes.ts'
import type { Child, Row } from '../engine/layout.ts'
import type { Collection } from '../engine/rule.ts'
import type { Ssda903 } from './layout.ts'

export type ChildOf903 = Child<Ssda903>
export type Episode = Row<Ssda903, 'Episodes'>

/** Series of short breaks under one agreement: V3 and V4. Most rules leave these episodes out. */
export const shortBreaks = codes('V3 V4')

const startsToBeLookedAfter = code('S')
const goesOn = code('X1')

/** The date of birth in the header (of its first row that has one); NaN when none is known. */
export const birthDate = derived((child: ChildOf903, _: Collection): number => {
  for (const header of child.Header) if (!Number.isNaN(header.DOB)) return header.DOB
  return Number.NaN
})

/** This year's episodes that have a start, in order of it. */
export const episodesInOrder = derived((child: ChildOf903, _: Collection): readonly Episode[] =>
  inOrder(child.Episodes, 'DECOM'),
)

/** This year's first episode: the earliest start, the first in the file on a tie. */
export const firstEpisode = derived((child: ChildOf903, _: Collection): Episode | undefined =>
  earliest(child.Episodes, 'DECOM'),
)

/** Last year's last episode: the latest start, the first in the file on a tie. */
export const lastEpisodeOfLastYear = derived((child: ChildOf903, _: Collection): Episode | undefined =>
  latest(child.last.Episodes, 'DECOM'),
)

/** The episode touches the year: it begins by its end, and ends in or after it, or is open. */
export const inTheYear = (episode: Episode, { start, end }: Collection): boolean =>
  episode.DECOM <= end && (episode.DEC >= start || episode.blank('DEC'))

/**
 * Looked after for the whole twelve months, as health and offending data ask. Some episode is in the year, and none of
 * the child's episodes begins a period of care within it (after its first day), ends one before its last day, or is a
 * short break in it. A start on 1 April and an end on 31 March still count as the whole year.
 */
export const lookedAfterAllYear = derived((child: ChildOf903, collection: Collection): boolean => {
  const { start, end } = collection
  const breaks = (episode: Episode): boolean =>
    (episode.RNE === startsToBeLookedAfter && start < episode.DECOM && episode.DECOM <= end) ||
    (episode.REC !== goesOn && start <= episode.DEC && episode.DEC < end) ||
    (shortBreaks.has(episode.LS) && inTheYear(episode, collection))
  return child.Episodes.some((episode) => inTheYear(episode, collection)) && !child.Episodes.some(breaks)
})

export interface PeriodOfCare {
  readonly episodes: readonly Episode[]
  readonly start: number
  /** NaN while it is open (or its last end cannot be read). */
  readonly end: number
}

/**
 * The periods of care of this year's episodes: a new one begins at the first episode and wherever an episode begins after
 * the day on which the one before it ended. After an episode without an end the period goes on.
 */
export const periodsOfCare = derived((child: ChildOf903, collection: Collection): readonly PeriodOfCare[] => {
  const runs: Episode[][] = []
  let before: Episode | undefined
  for (const episode of episodesInOrder(child, collection)) {
    if (before === undefined || episode.DECOM > before.DEC) runs.push([])
    runs.at(-1)!.push(episode)
    before = episode
  }
  return runs.map((episodes) => ({ episodes, start: episodes[0]!.DECOM, end: episodes.at(-1)!.DEC }))
})
