/** From tables that have been read to a collection that can be checked. */
import { blank } from '../engine/codes.ts'
import { addYears, unreadableDay } from '../engine/days.ts'
import type { Collection } from '../engine/rule.ts'
import type { Store } from '../engine/store.ts'
import type { CinCensus } from './layout.ts'

export interface Wanted {
  readonly year: number
  /** Day numbers that replace the first and last day of the census period. */
  readonly from?: number
  readonly to?: number
}

/**
 * The collection of a message that has been read. The period ends on the reference date of the header and began on the
 * day after that date of the year before; both are NaN (and no comparison with them holds) where the header has none.
 */
export function collectionOf(store: Store<CinCensus>, wanted: Wanted): Collection {
  const header = store.table('Header')
  const written = header.length === 0 ? unreadableDay : header.cells[header.column('ReferenceDate')]![0]!
  const end = wanted.to ?? (written <= unreadableDay ? Number.NaN : written)
  return {
    year: wanted.year,
    start: wanted.from ?? addYears(end, -1) + 1,
    end,
    authority: blank,
    authorityText: '',
    // Without a reference date there is no period, and rules on the period have nothing to go by.
    has: (what) => (what === 'Header.ReferenceDate' ? !Number.isNaN(end) : store.supplied.has(what)),
  }
}
