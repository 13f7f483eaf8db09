/**
 * Children looked after at the end of a year who had three or more placements in it (NI 62, and the Department's published
 * series of the same name). The counting, on the episodes of one year's SSDA903:
 * - the children are those with an episode open at the end of 31 March; episodes under a series of short breaks (legal
 *   statuses V3 and V4) are left out throughout;
 * - a child's placements are the one that was open when the year began, and each episode begun in the year whose reason is
 *   that the child started to be looked after (S) or moved to another placement and carer (P, B). A change of legal status
 *   alone (L), or of placement with the same carer (T, U), is no new one;
 * - being adopted by the carer a child lives with already (A3, A5) is no move;
 * - a temporary placement (T0 to T4) does not count, nor does coming back from it to the same place.
 *
 * In force for returns from the year ending 31 March 2009. Source: Department for Education, guide to SSDA903, and the
 * definition of national indicator 62.
 */
import { addDays, addYears, type Day } from '../../core/calendar/index.ts'

export interface ReturnedEpisode {
  readonly child: string
  readonly started: Day
  /** RNE: S, L, P, T, B or U. */
  readonly reason: string
  readonly legalStatus: string
  readonly placement: string
  /** Postcode and provider, as far as the return says where the placement is. */
  readonly postcode: string | null
  readonly provider: string | null
  /** Null while it lasts. */
  readonly ended: Day | null
}

export interface YearOfPlacements {
  /** The 31 March on which the year ends. */
  readonly ending: Day
  /** Children looked after at the end of that day. */
  readonly children: number
  readonly threeOrMore: number
}

const shortBreaks: ReadonlySet<string> = new Set(['V3', 'V4'])
const temporary: ReadonlySet<string> = new Set(['T0', 'T1', 'T2', 'T3', 'T4'])
const withTheSameCarer: ReadonlySet<string> = new Set(['A3', 'A5'])
const moves: ReadonlySet<string> = new Set(['P', 'B'])

/** @param episodes those of the return of the year that ends on `ending` */
export function threeOrMoreOf(episodes: readonly ReturnedEpisode[], ending: Day): YearOfPlacements {
  const lasting = episodes.filter(({ legalStatus }) => !shortBreaks.has(legalStatus))
  const histories = [...Map.groupBy(lasting, ({ child }) => child).values()].filter((history) =>
    history.some(({ started, ended }) => started <= ending && (ended === null || ended > ending)),
  )
  const many = histories.filter((history) => placementsIn(history, ending) >= 3)
  return { ending, children: histories.length, threeOrMore: many.length }
}

/** How many placements one child had in the year. Exported for its test. */
export function placementsIn(history: readonly ReturnedEpisode[], ending: Day): number {
  const begins = addDays(addYears(ending, -1), 1)
  const inOrder = [...history].sort((a, b) => (a.started < b.started ? -1 : a.started > b.started ? 1 : 0))
  const open = inOrder.findLast(({ started, ended }) => started < begins && (ended === null || ended >= begins))
  let count = open === undefined || temporary.has(open.placement) ? 0 : 1
  let before: ReturnedEpisode | undefined
  let lastSettled = inOrder.findLast(({ started, placement }) => started < begins && !temporary.has(placement))
  for (const episode of inOrder) {
    if (episode.started >= begins && episode.started <= ending && isNew(episode, before, lastSettled)) count += 1
    if (!temporary.has(episode.placement)) lastSettled = episode
    before = episode
  }
  return count
}

function isNew(
  { reason, placement, postcode, provider }: ReturnedEpisode,
  before: ReturnedEpisode | undefined,
  lastSettled: ReturnedEpisode | undefined,
): boolean {
  if (temporary.has(placement)) return false
  if (reason === 'S') return true
  if (!moves.has(reason) || withTheSameCarer.has(placement)) return false
  const isBack =
    before !== undefined &&
    temporary.has(before.placement) &&
    lastSettled !== undefined &&
    placement === lastSettled.placement &&
    postcode === lastSettled.postcode &&
    provider === lastSettled.provider
  return !isBack
}
