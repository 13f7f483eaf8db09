/**
 * How examples of CIN census rules are loaded: see `engine/nested-examples.ts` for the columns `child` and `in`. A Header
 * with 31 March of the year is added where the example has none.
 */
import type { Example, Kit } from '../engine/examples.ts'
import { fillNested } from '../engine/nested-examples.ts'
import { Store } from '../engine/store.ts'
import { collectionOf } from './collection.ts'
import { type CinCensus, cinCensus } from './layout.ts'
import { messageRows } from './message.ts'
import { gatherFactors } from './read.ts'

export const newestYear = 2026

export const kit: Kit<CinCensus> = {
  newestYear,
  load(example: Example<CinCensus>, year) {
    const store = new Store(cinCensus, 'yyyy-mm-dd')
    const header = `Collection Year ReferenceDate\n CIN ${year} ${year}-03-31`
    const ids = fillNested(
      store,
      { ...example, Header: example.Header ?? header },
      { ...messageRows, header: 'Header' },
    )
    gatherFactors(store)
    store.groupByOwner(ids)
    return { store, collection: collectionOf(store, { year }) }
  },
}
