/** From a message that has been read to a collection that can be checked. */
import { blank, type Code } from '../engine/codes.ts'
import { dayNumber } from '../engine/days.ts'
import type { Collection } from '../engine/rule.ts'
import type { Store } from '../engine/store.ts'
import type { Sen2 } from './layout.ts'

export interface Wanted {
  /** The year of the January census; the period is the calendar year before it. */
  readonly year: number
  readonly from?: number
  readonly to?: number
}

export function collectionOf(store: Store<Sen2>, { year, from, to }: Wanted): Collection {
  const header = store.table('Header')
  const authority = header.length === 0 ? blank : (header.cells[header.column('LEA')]![0]! as Code)
  return {
    year,
    start: from ?? dayNumber(year - 1, 1, 1),
    end: to ?? dayNumber(year - 1, 12, 31),
    authority,
    authorityText: store.pool.text(authority),
    has: (what) => store.supplied.has(what),
  }
}
