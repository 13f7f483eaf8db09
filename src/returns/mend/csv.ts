/** Mends the form of SSDA903 files. */
import { asSlashes, readDayText, unreadableDay } from '../engine/days.ts'
import { toUtf8 } from '../reading/bytes.ts'
import { readCsvHead } from '../reading/csv.ts'
import { readCsvText } from '../reading/csv-text.ts'
import type { GivenFile } from '../reading/files.ts'
import { isWorkbook, readWorkbook, tableSheets } from '../reading/workbook.ts'
import { quotedCell } from '../report/write.ts'
import { fileNameOf, type KnownTable, knowTable } from '../ssda903/csv-tables.ts'
import { ssda903 } from '../ssda903/layout.ts'
import type { Change, Mended } from './index.ts'
import { nowCalled, renamed903 } from './renamed.ts'

const nothing: Mended = { files: [], changes: [], faults: [] }

/** Mends one file; each sheet of a workbook becomes a CSV file of its own. */
export function mend903(file: GivenFile, year: number): Mended {
  if (isWorkbook(file.bytes)) {
    const book = readWorkbook(file.bytes)
    if (!book.ok) return { ...nothing, faults: [{ file: file.name, says: book.says }] }
    const sheets = tableSheets(book.value).map((sheet) =>
      mendCsv(`${file.name}, sheet ${sheet.name}`, sheet.name, sheet.csv, year, 'It was a sheet of a workbook'),
    )
    return {
      files: sheets.flatMap((one) => one.files),
      changes: sheets.flatMap((one) => one.changes),
      faults: sheets.flatMap((one) => one.faults),
    }
  }
  return mendCsv(file.name, file.name, file.bytes, year)
}

function mendCsv(where: string, name: string, given: Uint8Array, year: number, made?: string): Mended {
  const { bytes, encoding, mark } = toUtf8(given)
  const first = bytes.find((byte) => byte > 32)
  if (first === undefined || first === 60) return nothing
  const head = readCsvHead(bytes)
  const known = knowTable(name, head.names)
  if (known === undefined)
    return { ...nothing, faults: [{ file: where, says: 'Row 1 does not name the columns of any SSDA903 table.' }] }
  const changes: Change[] = []
  const change = (why: string) => changes.push({ file: where, why })
  if (made !== undefined) change(made)
  if (encoding !== 'UTF-8') change(`Written in UTF-8 instead of ${encoding}`)
  if (mark && encoding === 'UTF-8') change('The byte order mark was taken off')
  if (head.delimiter !== 44) change('Cells are separated by commas')
  const [, ...rows] = readCsvText(new TextDecoder().decode(bytes), String.fromCharCode(head.delimiter))
  const columns = officialColumns(known, head.names, where, changes)
  const mended = mendRows(rows, columns, known, { where, year, changes })
  if (changes.length === 0) return nothing
  const lines = [columns.map((column) => column.name), ...mended].map((cells) => cells.map(quotedCell).join(','))
  const written = new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)
  return { files: [{ name: `${fileNameOf(known.table)}.csv`, bytes: written }], changes, faults: [] }
}

interface MendedColumn {
  readonly name: string
  /** Where it stands in the file; -1 where it does not. */
  readonly place: number
}

/** The columns of the table by their own names and in their own order; the file's further ones after them. */
function officialColumns(
  known: KnownTable,
  names: readonly string[],
  where: string,
  changes: Change[],
): MendedColumn[] {
  const official = Object.keys(ssda903[known.table]).filter((name) => known.columns.includes(name))
  const columns = official.map((name) => ({ name, place: known.columns.indexOf(name) }))
  for (const { name, place } of columns) {
    const from = names[place]!
    if (from !== name) changes.push({ file: where, column: name, from, to: name, why: 'The column has its own name' })
  }
  const inOrder = columns.every(({ place }, at) => at === 0 || place > columns[at - 1]!.place)
  if (!inOrder) changes.push({ file: where, why: 'The columns stand in their own order' })
  const further = names
    .map((name, place) => ({ name, place }))
    .filter(({ place }) => known.columns[place] === undefined)
  return [...columns, ...further]
}

interface Mending {
  readonly where: string
  readonly year: number
  readonly changes: Change[]
}

function mendRows(
  rows: readonly (readonly string[])[],
  columns: readonly MendedColumn[],
  known: KnownTable,
  { where, year, changes }: Mending,
): string[][] {
  const kinds: Readonly<Record<string, string>> = ssda903[known.table]
  const seen = new Map<string, number>()
  const kept: string[][] = []
  rows.forEach((row, number) => {
    const cells = columns.map(({ name, place }) => {
      const from = row[place] ?? ''
      const { to, why } = mendCell(from, kinds[name], name, year)
      if (to !== from) changes.push({ file: where, row: number, column: name, from, to, why })
      return to
    })
    const key = cells.join('\n')
    const before = seen.get(key)
    if (before === undefined) {
      seen.set(key, number)
      kept.push(cells)
    } else changes.push({ file: where, row: number, why: `Left out: the row says the same as row ${before}` })
  })
  return kept
}

/** A cell in its proper form, and what was done to it. Text of columns that are not the table's is left as it is. */
function mendCell(from: string, kind: string | undefined, column: string, year: number): { to: string; why: string } {
  if (kind === undefined) return { to: from, why: '' }
  const trimmed = from.replace(/\u00a0/g, ' ').trim()
  if (kind === 'day') {
    const day = readDayText(trimmed)
    return day > unreadableDay
      ? { to: asSlashes(day), why: 'The date is written dd/mm/yyyy' }
      : { to: trimmed, why: spaces }
  }
  const whole = trimmed.replace(/^(\d+)\.0$/, '$1')
  const upper = whole.toUpperCase()
  const current = nowCalled(renamed903, column, upper, year)
  if (current !== upper) return { to: current, why: `The code was renamed; ${year} knows it as ${current}` }
  if (upper !== whole) return { to: upper, why: 'In capitals' }
  return whole === trimmed ? { to: trimmed, why: spaces } : { to: whole, why: 'A whole number without decimals' }
}

const spaces = 'Spaces around it were taken off'
