/** How examples of SSDA903 rules are loaded. */
import type { Example, Kit } from '../engine/examples.ts'
import { readExampleTable } from '../engine/examples.ts'
import { Store } from '../engine/store.ts'
import { readPostcodes, readProviders } from '../reading/reference.ts'
import { prepare } from './collection.ts'
import { type Ssda903, ssda903 } from './layout.ts'

export const newestYear = 2027

export const kit: Kit<Ssda903> = {
  newestYear,
  load(example, year) {
    const store = new Store(ssda903, 'dd/mm/yyyy')
    fill(store, example, false)
    fill(store, example.last ?? {}, true)
    const collection = prepare(store, {
      year,
      ...(example.authority === undefined ? {} : { authority: example.authority }),
      ...(example.providers === undefined ? {} : { providers: readProviders(example.providers) }),
      ...(example.postcodes === undefined ? {} : { postcodes: readPostcodes(example.postcodes) }),
    })
    return { store, collection }
  },
}

function fill(store: Store<Ssda903>, example: Example<Ssda903>, isLast: boolean): void {
  store.tableNames.forEach((name) => {
    const text = example[name]
    if (text === undefined) return
    const { columns, rows } = readExampleTable(text)
    const table = isLast ? store.lastTable(name) : store.table(name)
    const places = columns.map((column) => {
      const place = table.column(column)
      if (place === -1) throw new Error(`${name} has no column ${column}`)
      return place
    })
    // As in a file, columns that are not written are there and empty; those that are worked out are not.
    const worked = ['UASC', 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE']
    store.supply(
      name,
      table.columns.filter((column) => columns.includes(column) || !worked.includes(column)),
      isLast,
    )
    for (const cells of rows) {
      const row = table.add()
      cells.forEach((cell, i) => {
        table.setText(row, places[i]!, cell)
      })
    }
  })
}
