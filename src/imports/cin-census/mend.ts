/** What could not be loaded of a census, as rows to mend: the line of the file, and the row as it was read. */
import type { Refused } from '../../core/batches/mend-file.ts'
import { toUtf8 } from '../../returns/reading/bytes.ts'
import type { Fault, Place } from '../told.ts'
import type { Census } from './census.ts'

export const mendHeader = ['LAchildID', 'Element', 'Content'] as const

/** By line of the file. */
export function refusedRows(census: Census, faults: readonly Fault[]): Refused[] {
  if (faults.length === 0) return []
  const lineOf = lines(census)
  return faults
    .map(({ place, column, reason }) => ({ row: lineOf(place), column, reason, cells: cellsOf(census, place) }))
    .sort((a, b) => a.row - b.row)
}

function cellsOf({ store }: Census, { table: name, row }: Place): string[] {
  const table = store.tables.find((one) => one.name === name)!
  const texts = table.columns.map((column, place) => [column, table.text(row, place)] as const)
  const id = texts.find(([column]) => column === 'LAchildID')?.[1] ?? ''
  const content = texts.filter(([column, text]) => text !== '' && column !== 'LAchildID' && !/ID$/.test(column))
  return [id, name, content.map(([column, text]) => `${column}: ${text}`).join('; ')]
}

/**
 * The tables whose rows are not elements of that name: dates and codes that stand in lists, and what a child may lack.
 * All others are named as their element is.
 */
const elementOf: Readonly<Record<string, string>> = {
  Disabilities: 'Disability',
  AssessmentFactorsList: 'AssessmentFactors',
  Reviews: 'CPPreviewDate',
  ChildIdentifiers: 'Child',
  ChildCharacteristics: 'Child',
}

/**
 * The reader keeps no lines, because hardly any row needs one. Rows stand in the order of their elements, so the line of
 * a row is that of the element of the same number; where an element without content upsets the count, that of its child.
 */
function lines({ file: { bytes }, store }: Census): (place: Place) => number {
  const found = elementLines(toUtf8(bytes).bytes)
  return ({ table: name, row }) => {
    const table = store.tables.find((one) => one.name === name)!
    const own = found.get((elementOf[name] ?? name).toLowerCase()) ?? []
    return (own.length === table.length ? own[row] : found.get('child')?.[table.owners[row]!]) ?? 1
  }
}

/** The lines on which elements open, in order, by name in small letters. */
function elementLines(bytes: Uint8Array): Map<string, number[]> {
  const text = new TextDecoder().decode(bytes)
  const found = new Map<string, number[]>()
  let line = 1
  let counted = 0
  for (const match of text.matchAll(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<([A-Za-z0-9]+)[\s/>]/g)) {
    const name = match[1]?.toLowerCase()
    if (name === undefined) continue
    for (let at = text.indexOf('\n', counted); at !== -1 && at < match.index; at = text.indexOf('\n', at + 1)) {
      line += 1
      counted = at + 1
    }
    const places = found.get(name)
    if (places) places.push(line)
    else found.set(name, [line])
  }
  return found
}
