/** Knows the CSV files of the SSDA903 by their columns, and by their names where columns do not tell. */
import type { TableName } from '../engine/layout.ts'
import { type Ssda903, ssda903 } from './layout.ts'

/** A name without case, spaces, underscores and the like. */
export const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const tableNames = Object.keys(ssda903) as TableName<Ssda903>[]

/** Columns that a file need not have: worked out, or not part of the CSV form. */
const optional = new Set(['UASC', 'PL_LA', 'PL_LOCATION', 'PL_DISTANCE'])

/** Other names by which files call a column. */
const aliases: Readonly<Record<string, string>> = {
  childid: 'CHILD',
  childlaid: 'CHILD',
  gender: 'SEX',
  dateofbirth: 'DOB',
  ethnicity: 'ETHNIC',
  pl: 'PLACE',
  placepost: 'PL_POST',
  reviewdate: 'REVIEW',
}

/** The words by which file names tell a table; the contract's names first. */
const fileNames: Readonly<Record<TableName<Ssda903>, readonly string[]>> = {
  Header: ['header'],
  Episodes: ['episodes', 'episode'],
  Reviews: ['reviews', 'review'],
  UASC: ['uasc'],
  OC2: ['oc2'],
  OC3: ['oc3'],
  AD1: ['ad1'],
  PlacedAdoption: ['placedforadoption', 'placedadoption', 'placed'],
  PrevPerm: ['previouspermanence', 'prevperm', 'permanence'],
  Missing: ['missing'],
  SWEpisodes: ['swepisodes', 'swepisode', 'socialworker'],
  DoLo: ['dolo', 'deprivationofliberty'],
}

/** Columns that only one table has: the sign by which it is known. */
const signs = Object.fromEntries(
  tableNames.map((name) => {
    const own = Object.keys(ssda903[name]).filter(
      (column) => !optional.has(column) && tableNames.every((other) => other === name || !(column in ssda903[other])),
    )
    return [name, own]
  }),
)

export interface KnownTable {
  readonly table: TableName<Ssda903>
  /** For each column of the file, the name of the table's column; undefined for one that is not of it. */
  readonly columns: readonly (string | undefined)[]
  readonly missing: readonly string[]
}

/** Which table a file with these column names holds; undefined when it cannot be told. */
export function knowTable(fileName: string, names: readonly string[]): KnownTable | undefined {
  const byColumns = tableNames
    .map((table) => ({ table, known: columnsOf(table, names) }))
    .map(({ table, known }) => ({ table, known, own: signs[table]!.filter((column) => known.includes(column)).length }))
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.own / signs[b.table]!.length - a.own / signs[a.table]!.length || b.own - a.own)
  const best = byColumns[0]
  const named = tableByName(fileName)
  const table = best !== undefined && (named === undefined || best.own > 1 || best.table === named) ? best.table : named
  if (table === undefined) return undefined
  const columns = columnsOf(table, names)
  const missing = Object.keys(ssda903[table]).filter((column) => !optional.has(column) && !columns.includes(column))
  return { table, columns, missing }
}

function columnsOf(table: TableName<Ssda903>, names: readonly string[]): (string | undefined)[] {
  const columns = Object.keys(ssda903[table])
  return names.map((name) => {
    const word = plain(name)
    return columns.find((column) => plain(column) === word) ?? columns.find((column) => column === aliases[word])
  })
}

/** The table whose name the file bears; the longest word that fits, so that `sw_episodes` is not `episodes`. */
function tableByName(fileName: string): TableName<Ssda903> | undefined {
  const word = plain((fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.\w+$/, ''))
  let best: TableName<Ssda903> | undefined
  let length = 0
  for (const table of tableNames) {
    for (const name of fileNames[table]) {
      if (word.includes(name) && name.length > length) {
        best = table
        length = name.length
      }
    }
  }
  return best
}

/** The name by which the contract calls the file of a table. */
export const fileNameOf = (table: TableName<Ssda903>): string =>
  ({
    Header: 'header',
    Episodes: 'episodes',
    Reviews: 'reviews',
    UASC: 'uasc',
    OC2: 'oc2',
    OC3: 'oc3',
    AD1: 'ad1',
    PlacedAdoption: 'placed_for_adoption',
    PrevPerm: 'previous_permanence',
    Missing: 'missing',
    SWEpisodes: 'sw_episodes',
    DoLo: 'dolo',
  })[table]
