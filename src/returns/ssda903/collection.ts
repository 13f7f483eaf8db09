/** From tables that have been read to a collection that can be checked. */
import { blank, type Code, code } from '../engine/codes.ts'
import { dayNumber } from '../engine/days.ts'
import type { Postcodes, Providers } from '../engine/reference.ts'
import type { Collection } from '../engine/rule.ts'
import type { Store } from '../engine/store.ts'
import type { Table } from '../engine/table.ts'
import type { Ssda903 } from './layout.ts'
import { deriveLocations } from './locations.ts'

export interface Wanted {
  /** The year in which the period ends. */
  readonly year: number
  /** Day numbers that replace the first and last day of the year. */
  readonly from?: number
  readonly to?: number
  /** The council's own upper-tier ONS code, such as E08000026. */
  readonly authority?: string
  readonly providers?: Providers
  readonly postcodes?: Postcodes
}

/**
 * Works out what is not in the files (who is UASC, where placements are), finds each child's rows, and gives the
 * collection that the rules ask about. Call once, when all the files have been read.
 */
export function prepare(store: Store<Ssda903>, wanted: Wanted): Collection {
  deriveUasc(store, false)
  deriveUasc(store, true)
  const authorityText = (wanted.authority ?? '').trim().toUpperCase()
  const authority = store.pool.intern(authorityText)
  if (wanted.postcodes !== undefined) deriveLocations(store, wanted.postcodes, authority)
  store.groupById('CHILD')
  return {
    year: wanted.year,
    start: wanted.from ?? dayNumber(wanted.year - 1, 4, 1),
    end: wanted.to ?? dayNumber(wanted.year, 3, 31),
    authority,
    authorityText,
    ...(wanted.providers === undefined ? {} : { providers: wanted.providers }),
    ...(wanted.postcodes === undefined ? {} : { postcodes: wanted.postcodes }),
    has: (what) => store.supplied.has(what),
  }
}

const yes = code('1')
const no = code('0')

/** CSV headers do not say who is UASC: a child is who has a row in the UASC file of that year. */
function deriveUasc(store: Store<Ssda903>, isLast: boolean): void {
  const prefix = isLast ? 'last.' : ''
  const has = (what: string) => store.supplied.has(`${prefix}${what}`)
  if (!has('Header') || has('Header.UASC') || !has('UASC')) return
  const header = isLast ? store.lastTable('Header') : store.table('Header')
  const uasc = isLast ? store.lastTable('UASC') : store.table('UASC')
  const listed = new Set<number>(idsOf(uasc))
  const column = header.column('UASC')
  idsOf(header).forEach((id, row) => {
    header.set(row, column, id !== blank && listed.has(id) ? yes : no)
  })
  store.supply('Header', ['UASC'], isLast)
}

const idsOf = (table: Table): Code[] =>
  Array.from(table.cells[table.column('CHILD')]!.subarray(0, table.length), (id) => id as Code)
