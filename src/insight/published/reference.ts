/** What the figures are read with: the dictionary of series, the list of areas, the models of statistical neighbours. */
import type { Refused } from '../../core/batches/mend-file.ts'
import { type Area, isAreaCode, regionNamed } from './areas.ts'
import { keyOf } from './cells.ts'
import type { PublishedFile } from './forms.ts'

export interface Described {
  readonly name: string
  readonly title: string
  readonly unit: string | null
  readonly decimals: number | null
  readonly better: 'higher' | 'lower' | null
}

export interface Neighbour {
  readonly model: string
  readonly authority: string
  readonly rank: number
  readonly neighbour: string
  readonly closeness: string | null
}

interface Rows<T> {
  readonly rows: readonly T[]
  readonly refused: readonly Refused[]
}

/** Reads each row, or says in which column it fails and why. A row that is null is of no interest. */
function eachRow<T>(
  { grid, at }: PublishedFile,
  read: (cell: (column: string) => string, refuse: (column: string, reason: string) => null) => T | null,
): Rows<T> {
  const rows: T[] = []
  const refused: Refused[] = [...grid.refused]
  for (let row = 0; row < grid.rows; row++) {
    if (grid.broken.has(row)) continue
    const one = read(
      (column) => grid.textOf(grid.columns[at(column)]?.[row] ?? 0),
      (column, reason) => {
        refused.push(grid.refuse(row, at(column), reason))
        return null
      },
    )
    if (one !== null) rows.push(one)
  }
  return { rows, refused: refused.sort((a, b) => a.row - b.row) }
}

const polarities: Readonly<Record<string, Described['better']>> = { high: 'higher', low: 'lower', '-': null, '': null }

/** Of several descriptions of one series the first holds. */
export function readDictionary(file: PublishedFile): Rows<Described> {
  const known = new Set<string>()
  return eachRow(file, (cell, refuse) => {
    const name = cell('series')
    const better = polarities[cell('better').toLowerCase()]
    const decimals = cell('decimals')
    if (name === '') return refuse('series', 'The row does not say which series it describes.')
    if (better === undefined) return refuse('better', `“${cell('better')}” is not High, Low or -.`)
    if (!/^\d?$/.test(decimals)) return refuse('decimals', `“${decimals}” is not a number of decimals.`)
    if (known.has(keyOf(name))) return null
    known.add(keyOf(name))
    const unit = cell('unit')
    return {
      name,
      title: cell('title'),
      unit: unit === '' ? null : unit,
      decimals: decimals === '' ? null : Number(decimals),
      better,
    }
  })
}

export function readAreas(file: PublishedFile): Rows<Area> {
  return eachRow(file, (cell, refuse) => {
    const code = cell('code')
    const region = cell('region')
    if (!isAreaCode(code)) return refuse('code', `“${code}” is not an area’s number such as 331.`)
    if (region !== '' && regionNamed(region) === null)
      return refuse('region', `“${region}” is not a region of England.`)
    return { code, name: cell('name'), region: regionNamed(region), onsCode: null }
  })
}

export function readNeighbours(file: PublishedFile): Rows<Neighbour> {
  const known = new Set<string>()
  return eachRow(file, (cell, refuse) => {
    const [model, authority, rank, neighbour] = ['model', 'authority', 'rank', 'neighbour'].map(cell)
    const closeness = cell('closeness')
    if (!model || !/^\d{4}-(0[1-9]|1[0-2])$/.test(model)) {
      return refuse('model', `“${model}” is not the year and month of a model, such as 2021-04.`)
    }
    if (!authority || !isAreaCode(authority)) return refuse('authority', `“${authority}” is not an authority’s number.`)
    if (!neighbour || !isAreaCode(neighbour)) return refuse('neighbour', `“${neighbour}” is not an authority’s number.`)
    if (!rank || !/^[1-9]\d?$/.test(rank)) return refuse('rank', `“${rank}” is not a place such as 1.`)
    if (neighbour === authority) return refuse('neighbour', 'An authority is no neighbour of itself.')
    const keys = [`${model} ${authority} ${rank}`, `${model} ${authority} = ${neighbour}`]
    if (keys.some((key) => known.has(key))) return refuse('rank', 'Another row has this place or this neighbour.')
    for (const key of keys) known.add(key)
    return { model, authority, rank: Number(rank), neighbour, closeness: closeness === '' ? null : closeness }
  })
}
