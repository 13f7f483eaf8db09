import type { ChildHistory } from '../../../core/pathway/history.ts'
import type { House } from '../../../core/pathway/house.ts'

/** The states that hold on open episodes, in words: what stands in the identity bar. */
export function flagsOf(house: House, history: ChildHistory): string[] {
  return history.episodes.flatMap((episode) => {
    const { inWords } = house.pathway(episode.pathway)
    return Object.entries(episode.states).flatMap(([state, intervals]) =>
      intervals.some((one) => one.until === null) ? (inWords[state] ?? state) : [],
    )
  })
}
