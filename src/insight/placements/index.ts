/** Placements of children looked after, from SSDA903 returns. The counting is written down in `counting.ts`. */
import type { Day } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { percentage } from '../../core/measures/figures.ts'
import { type ReturnedEpisode, threeOrMoreOf, type YearOfPlacements } from './counting.ts'

export { importSsda903 } from './import.ts'

export interface PlacementYear extends YearOfPlacements {
  /** To one decimal; null where no child was looked after. */
  readonly percent: number | null
}

const endings = statement<{ ending: Day }>(
  'returned-episode-years',
  `select distinct year_ending as ending from returned_episode where year_ending <= $1 order by 1 desc limit $2`,
)
const episodesOf = statement<ReturnedEpisode & { ending: Day }>(
  'returned-episodes-of-years',
  `select year_ending as ending, child, started, reason, legal_status as "legalStatus", placement, postcode, provider, ended
   from returned_episode where year_ending = any($1) order by year_ending, batch, row`,
)

/**
 * The share of children looked after on 31 March with three or more placements in the twelve months before, for each of the
 * last `years` years loaded that had ended by `upTo`; the earliest first. Null where none is loaded.
 */
export async function threeOrMorePlacements(
  on: Queryable,
  { upTo, years }: { readonly upTo: Day; readonly years: number },
): Promise<{ readonly years: readonly PlacementYear[] } | null> {
  const loaded = (await query(on, endings, [upTo, years])).map(({ ending }) => ending).reverse()
  if (loaded.length === 0) return null
  const byYear = Map.groupBy(await query(on, episodesOf, [loaded]), ({ ending }) => ending)
  return {
    years: loaded.map((ending) => {
      const counted = threeOrMoreOf(byYear.get(ending) ?? [], ending)
      const { children, threeOrMore } = counted
      return { ...counted, percent: percentage({ numerator: threeOrMore, denominator: children }, 1) }
    }),
  }
}
