/** Finding the header of a published table below its titles, and its columns by name in whatever spelling of the year. */
import { mendColumns } from '../../core/batches/mend-file.ts'
import type { Cells } from './cells.ts'

/**
 * Names without case, signs or spaces. Until 2019 Ofsted wrote “full” and “short” inspection for what it now calls graded
 * and ungraded.
 */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\bfull\b/g, 'graded')
    .replace(/\bshort\b/g, 'ungraded')
    .replace(/[^a-z0-9]/g, '')

/** For each column asked for, the names it has gone by; the first is how it is called in messages. */
export type Wanted<Name extends string> = Readonly<
  Record<Name, { readonly names: readonly [string, ...string[]]; readonly optional?: true }>
>

export interface Header<Name extends string> {
  readonly row: number
  readonly names: readonly string[]
  /** Where each column stands; -1 where an optional one is not there. */
  readonly places: Readonly<Record<Name, number>>
  /** Names of the columns that must be there and are not. */
  readonly missing: readonly string[]
  /** It begins with the columns of a file that was given back to mend. */
  readonly mended: boolean
}

/** Headers stand near the top: what is further down is no longer looked at. */
const searchedRows = 50

/** The first row that names at least half of the columns that must be there; undefined when none does. */
export function findHeader<Name extends string>(
  rows: readonly Cells[],
  wanted: Wanted<Name>,
): Header<Name> | undefined {
  const must = namesOf(wanted).filter((name) => wanted[name].optional !== true)
  for (const { row, cells } of rows.slice(0, searchedRows)) {
    const written = cells.map(plainName)
    const placeOf = (name: Name): number => placeAmong(written, wanted[name].names)
    const missing = must.filter((name) => placeOf(name) === -1)
    if (missing.length > must.length / 2) continue
    const places = Object.fromEntries(namesOf(wanted).map((name) => [name, placeOf(name)])) as Record<Name, number> // every name
    return {
      row,
      names: cells,
      places,
      missing: missing.map((name) => wanted[name].names[0]),
      mended: mendColumns.every((name, place) => cells[place] === name),
    }
  }
  return undefined
}

const namesOf = <Name extends string>(wanted: Wanted<Name>): Name[] => Object.keys(wanted) as Name[] // its own keys

function placeAmong(written: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const place = written.indexOf(plainName(name))
    if (place !== -1) return place
  }
  return -1
}

/** The day a file is as at, from its titles or its name: “as at 31 August 2025”, `2025-08-31`, `31_Aug_2025`. */
export function asAtIn(text: string): string | undefined {
  const spaced = text.replace(/_/g, ' ')
  const iso = /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)/.exec(spaced)
  if (iso !== null) return iso[0]
  const worded = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Za-z]{3,9})[\s-]+(20\d\d)(?!\d)/.exec(spaced)
  return worded === null ? undefined : `${worded[1]} ${worded[2]} ${worded[3]}`
}
