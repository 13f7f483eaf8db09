/** Reads workbooks (.xlsx): each sheet becomes the CSV it would be saved as. */
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { asSlashes, dayNumber } from '../engine/days.ts'

export interface Sheet {
  readonly name: string
  /** UTF-8, commas; dates as dd/mm/yyyy. Empty for a sheet without cells. */
  readonly csv: Uint8Array
}

/** A workbook is a zip file. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** More than this unpacked is no return; it would only fill the memory. */
const unpackedBytesMax = 512 * 1024 * 1024

/** Reads all sheets. Problem: `return.not-readable`. */
export function readWorkbook(bytes: Uint8Array): Outcome<readonly Sheet[]> {
  try {
    return readParts(unzip(bytes))
  } catch (thrown) {
    // The zip and XML readers throw on what is no workbook; that is the file's fault, not a defect.
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    return problem('return.not-readable', { reason: `it is not a sound workbook (${reason})` })
  }
}

function unzip(bytes: Uint8Array): Map<string, string> {
  let size = 0
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/.test(name)) return false
      size += originalSize
      if (size > unpackedBytesMax) throw new Error('it unpacks to more than any return holds')
      return true
    },
  })
  const decoder = new TextDecoder()
  return new Map(Object.entries(files).map(([name, file]) => [name, decoder.decode(file)]))
}

function readParts(parts: ReadonlyMap<string, string>): Outcome<readonly Sheet[]> {
  const book = parts.get('xl/workbook.xml')
  if (book === undefined) return problem('return.not-readable', { reason: 'it is a zip file but not a workbook' })
  const targets = new Map<string, string>()
  eachElement(parts.get('xl/_rels/workbook.xml.rels') ?? '<none/>', (name, given) => {
    if (name === 'Relationship') targets.set(given.Id ?? '', given.Target ?? '')
  })
  const texts = sharedTexts(parts.get('xl/sharedStrings.xml'))
  const dates = dateStyles(parts.get('xl/styles.xml'))
  const sheets: Sheet[] = []
  eachElement(book, (name, given) => {
    if (name !== 'sheet') return
    const target = (targets.get(given['r:id'] ?? '') ?? '').replace(/^\/?(xl\/)?/, 'xl/')
    const xml = parts.get(target)
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

function readSheet(xml: string, texts: readonly string[], dates: ReadonlySet<number>): Uint8Array {
  const rows: string[][] = []
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
      if (value === undefined || value === '' || at.row < 0 || at.row > 2 ** 20) return
      let row = rows[at.row]
      if (row === undefined) {
        row = []
        rows[at.row] = row
      }
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
