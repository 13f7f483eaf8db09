/** Reads workbooks (.xlsx): each sheet becomes the CSV it would be saved as. */
import { SaxesParser } from 'saxes'
import { isZip, unpack, zipEntries } from '../../core/documents/zip.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { asSlashes, dayNumber } from '../engine/days.ts'

export interface Sheet {
  readonly name: string
  /** UTF-8, commas; dates as dd/mm/yyyy. Empty for a sheet without cells. */
  readonly csv: Uint8Array
}

export const isWorkbook = isZip

/** More than this unpacked is no return; it would only fill the memory. */
const limits = { entriesMax: 2_000, unpackedBytesMax: 96 * 1024 * 1024 }

const notReadable = (reason: string) => problem('return.not-readable', { reason })

/** Reads all sheets. Problem: `return.not-readable`. */
export function readWorkbook(bytes: Uint8Array): Outcome<readonly Sheet[]> {
  const parts = zipEntries(bytes, limits, (name) => /\.(xml|rels)$/.test(name))
  if ('fault' in parts) return notReadable(`it is not a sound workbook: it ${parts.fault}`)
  const byName = new Map(parts.map((part) => [part.name, part]))
  try {
    return readParts((name) => {
      const part = byName.get(name)
      if (part === undefined) return undefined
      const unpacked = unpack(part)
      if ('fault' in unpacked) throw new Error(`${name} ${unpacked.fault}`)
      return new TextDecoder().decode(unpacked)
    })
  } catch (thrown) {
    // What the XML reader throws, or what is thrown here, is the file's fault, not a defect.
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    return notReadable(`it is not a sound workbook (${reason})`)
  }
}

/** The text of a part of the workbook; undefined where it has none of that name. */
type PartOf = (name: string) => string | undefined

function readParts(part: PartOf): Outcome<readonly Sheet[]> {
  const book = part('xl/workbook.xml')
  if (book === undefined) return notReadable('it is a zip file but not a workbook')
  const targets = new Map<string, string>()
  eachElement(part('xl/_rels/workbook.xml.rels') ?? '<none/>', (name, given) => {
    if (name === 'Relationship') targets.set(given.Id ?? '', given.Target ?? '')
  })
  const texts = sharedTexts(part('xl/sharedStrings.xml'))
  const dates = dateStyles(part('xl/styles.xml'))
  const sheets: Sheet[] = []
  // A book that names one sheet a thousand times has it once.
  const read = new Set<string>()
  eachElement(book, (name, given) => {
    if (name !== 'sheet') return
    const target = (targets.get(given['r:id'] ?? '') ?? '').replace(/^\/?(xl\/)?/, 'xl/')
    const xml = read.has(target) ? undefined : part(target)
    read.add(target)
    if (xml !== undefined) sheets.push({ name: given.name ?? '', csv: readSheet(xml, texts, dates) })
  })
  return done(sheets)
}

type Attributes = Readonly<Record<string, string>>

/** Walks a part; `text` gets the text of each element when it closes. Namespace prefixes are left out of names. */
function eachElement(
  xml: string,
  open: (name: string, attributes: Attributes) => void,
  close?: (name: string, text: string) => void,
): void {
  const parser = new SaxesParser()
  let text = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    text = ''
    open(plainName(tag.name), tag.attributes)
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', (tag) => {
    close?.(plainName(tag.name), text)
    text = ''
  })
  parser.write(xml).close()
}

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

function sharedTexts(xml: string | undefined): readonly string[] {
  const texts: string[] = []
  if (xml === undefined) return texts
  let text = ''
  let reading = ''
  eachElement(
    xml,
    (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') reading = name
    },
    (name, part) => {
      if (name === 't' && reading === '') text += part
      if (name === 'rPh') reading = ''
      if (name === 'si') texts.push(text)
    },
  )
  return texts
}

/** Built-in number formats that show a date (ECMA-376 part 1, 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57])

/** Numbers of the cell styles that show a date. */
function dateStyles(xml: string | undefined): ReadonlySet<number> {
  const formats = new Set(builtInDates)
  const styles = new Set<number>()
  if (xml === undefined) return styles
  let inCellStyles = false
  let style = 0
  eachElement(
    xml,
    (name, given) => {
      if (name === 'numFmt' && isDateFormat(given.formatCode ?? '')) formats.add(Number(given.numFmtId))
      if (name === 'cellXfs') inCellStyles = true
      if (name !== 'xf' || !inCellStyles) return
      if (formats.has(Number(given.numFmtId))) styles.add(style)
      style++
    },
    (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  )
  return styles
}

const isDateFormat = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

/** The last row and column that a sheet can have (Excel's limits). */
const isOnSheet = ({ row, column }: { readonly row: number; readonly column: number }): boolean =>
  Number.isInteger(row) && row >= 0 && row < 2 ** 20 && column >= 0 && column < 2 ** 14

/** Of a sheet, with the holes that become empty cells, and of its texts: one text may stand in every cell. */
const cellsMax = 4_000_000
const textLengthMax = 64 * 1024 * 1024

function readSheet(xml: string, texts: readonly string[], dates: ReadonlySet<number>): Uint8Array {
  const rows: string[][] = []
  let cells = 0
  let length = 0
  let at = { row: -1, column: -1, type: 'n', style: -1 }
  let inline = ''
  eachElement(
    xml,
    (name, given) => {
      if (name === 'row') at = { ...at, row: Number(given.r ?? at.row + 2) - 1, column: -1 }
      if (name !== 'c') return
      const column = given.r === undefined ? at.column + 1 : columnNumber(given.r)
      at = { row: at.row, column, type: given.t ?? 'n', style: Number(given.s ?? -1) }
      inline = ''
    },
    (name, text) => {
      if (name === 't' && at.type === 'inlineStr') inline += text
      const value =
        name === 'v' ? cellText(text, at.type, dates.has(at.style), texts) : name === 'is' ? inline : undefined
      if (value === undefined || value === '' || !isOnSheet(at)) return
      let row = rows[at.row]
      if (row === undefined) {
        row = []
        rows[at.row] = row
      }
      cells += Math.max(0, at.column + 1 - row.length)
      length += value.length
      if (cells > cellsMax || length > textLengthMax) throw new Error('it holds more cells than any return')
      row[at.column] = value
    },
  )
  // Holes of rows and cells become empty ones.
  const lines = Array.from(rows, (row) => Array.from(row ?? [], (cell) => quoted(cell ?? '')).join(','))
  return new TextEncoder().encode(lines.join('\n'))
}

/** `AB12` is column 27. */
function columnNumber(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/[^A-Z]/g, '')) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function cellText(text: string, type: string, isDate: boolean, texts: readonly string[]): string {
  if (type === 's') return texts[Number(text)] ?? ''
  if (type === 'n' && isDate) return asSlashes(dayNumber(1899, 12, 30) + Math.floor(Number(text)))
  return text
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The first row of the sheet of findings that we put before the tables of a workbook to mend. */
export const findingsHead = ['Rule', 'Severity', 'Table', 'Row', 'Child', 'Fields', 'Message'] as const

/** The sheets that can be tables: not the empty ones, and not our own findings when a mended workbook comes back. */
export function tableSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  const ours = findingsHead.join(',')
  return sheets.filter(({ csv }) => csv.length > 0 && new TextDecoder().decode(csv.subarray(0, ours.length)) !== ours)
}
