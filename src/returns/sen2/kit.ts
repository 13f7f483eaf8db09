/** How examples of SEN2 rules are loaded: see `engine/nested-examples.ts`. A sound Header is added where there is none. */
import type { Example, Kit } from '../engine/examples.ts'
import { fillNested } from '../engine/nested-examples.ts'
import { Store } from '../engine/store.ts'
import { collectionOf } from './collection.ts'
import { type Sen2, sen2 } from './layout.ts'
import { messageRows } from './message.ts'

export const newestYear = 2026

export const kit: Kit<Sen2> = {
  newestYear,
  load(example: Example<Sen2>, year) {
    const store = new Store(sen2, 'yyyy-mm-dd')
    const tables = { ...example, Header: example.Header ?? `Collection Year LEA\n SEN2 ${year} 331` }
    store.groupByOwner(fillNested(store, tables, { ...messageRows, header: 'Header' }))
    return { store, collection: collectionOf(store, { year }) }
  },
}
