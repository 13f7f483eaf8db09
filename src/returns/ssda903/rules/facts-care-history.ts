/** How long a young person was looked after, from the episodes of this year and of last year. */
import { derived } from '../../engine/child.ts'
import type { Collection } from '../../engine/rule.ts'
import { type ChildOf903, type Episode, shortBreaks } from '../facts.ts'

interface Stay {
  readonly episode: Episode
  readonly from: number
  /** NaN while it is open, the current one left aside. */
  readonly to: number
}

/** Of two rows for one episode, the one that has an end, and the earlier end. */
const better = (row: Episode, other: Episode): boolean =>
  row.DEC < other.DEC || (Number.isNaN(other.DEC) && !Number.isNaN(row.DEC))

/**
 * The episodes of both years, each once (both years' files hold an episode that crosses 31 March) and in order. The
 * current one, while open, runs to the end of the year.
 */
export const staysOfTwoYears = derived((child: ChildOf903, { end }: Collection): readonly Stay[] => {
  const byStart = new Map<number, Episode>()
  for (const episode of [...child.Episodes, ...child.last.Episodes]) {
    if (Number.isNaN(episode.DECOM)) continue
    const known = byStart.get(episode.DECOM)
    if (known === undefined || better(episode, known)) byStart.set(episode.DECOM, episode)
  }
  const rows = [...byStart.values()].sort((a, b) => a.DECOM - b.DECOM)
  return rows.map((episode, place) => ({
    episode,
    from: episode.DECOM,
    to: place === rows.length - 1 && Number.isNaN(episode.DEC) ? end : episode.DEC,
  }))
})

/** Days looked after from `day` on, short breaks left out; the day on which an episode ends is not counted. */
export function daysOfCareSince(day: number, stays: readonly Stay[]): number {
  let days = 0
  for (const { episode, from, to } of stays) {
    const counted = to - Math.max(from, day)
    if (counted > 0 && !shortBreaks.has(episode.LS)) days += counted
  }
  return days
}
