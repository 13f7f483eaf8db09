/** Where a placement is, worked out from the postcodes of the home and of the placement. */
import { blank, type Code, code } from '../engine/codes.ts'
import type { Postcode, Postcodes } from '../engine/reference.ts'
import type { Store } from '../engine/store.ts'
import type { Table } from '../engine/table.ts'
import type { Ssda903 } from './layout.ts'

const inside = code('IN')
const outside = code('OUT')

/** Metres in a mile as the sector's tools reckon it (metres / 1000 / 1.6093), so that distances agree with theirs. */
const metresInMile = 1609.3

/**
 * Fills PL_LA (upper-tier authority of PL_POST, or WAL, SCO, NIR), PL_LOCATION (IN the council's own area or OUT of it)
 * and PL_DISTANCE (miles in a straight line, one decimal) of both years' episodes.
 */
export function deriveLocations(store: Store<Ssda903>, postcodes: Postcodes, authority: Code): void {
  const find = remembered(store, postcodes)
  fill(store.table('Episodes'), find, authority)
  fill(store.lastTable('Episodes'), find, authority)
  const columns = authority === blank ? ['PL_LA', 'PL_DISTANCE'] : ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE']
  for (const isLast of [false, true]) {
    if (store.supplied.has(isLast ? 'last.Episodes' : 'Episodes')) store.supply('Episodes', columns, isLast)
  }
}

function remembered(store: Store<Ssda903>, postcodes: Postcodes): (post: Code) => Postcode | undefined {
  const known = new Map<Code, Postcode | undefined>()
  return (post) => {
    if (post === blank) return undefined
    if (!known.has(post)) known.set(post, postcodes.find(store.pool.text(post).toUpperCase().replaceAll(' ', '')))
    return known.get(post)
  }
}

function fill(episodes: Table, find: (post: Code) => Postcode | undefined, authority: Code): void {
  const column = (name: string) => episodes.column(name)
  const home = episodes.cells[column('HOME_POST')]!
  const placement = episodes.cells[column('PL_POST')]!
  for (let row = 0; row < episodes.length; row++) {
    const to = find(placement[row] as Code)
    if (to === undefined) continue
    const local = episodes.pool.intern(to.authority)
    episodes.set(row, column('PL_LA'), local)
    if (authority !== blank) {
      episodes.set(row, column('PL_LOCATION'), local === authority ? inside : outside)
    }
    const from = find(home[row] as Code)
    if (from === undefined) continue
    const metres = Math.hypot(from.easting - to.easting, from.northing - to.northing)
    if (!Number.isNaN(metres)) episodes.set(row, column('PL_DISTANCE'), Math.round((metres / metresInMile) * 10))
  }
}
