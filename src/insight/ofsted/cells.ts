/**
 * The rows of a published table, as a spreadsheet would number them: in any encoding, from CSV or a workbook, with titles
 * above the header and blanks below or beside it.
 */

import type { GivenFile } from '../../core/batches/importer.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { toUtf8 } from '../../returns/reading/bytes.ts'
import { isWorkbook, readWorkbook } from '../../returns/reading/workbook.ts'

export interface Cells {
  /** As a spreadsheet numbers it, the first line being 1. */
  readonly row: number
  readonly cells: readonly string[]
}

export interface Grid {
  /** Rows that hold anything at all. */
  readonly rows: readonly Cells[]
  /** The file ends inside a row: what is left of a longer one. */
  readonly cut: boolean
}

/** One grid for a CSV, one for each sheet of a workbook. Problem: `import.not-this`. */
export function gridsOf({ name, bytes }: GivenFile): Outcome<readonly Grid[]> {
  if (!isWorkbook(bytes)) return done([gridOf(decoded(bytes))])
  const book = readWorkbook(bytes)
  if (!book.ok) return problem('import.not-this', { file: name, reason: book.says.replace(/\.$/, '') })
  return done(book.value.filter(({ csv }) => csv.length > 0).map(({ csv }) => gridOf(decoded(csv))))
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(toUtf8(bytes).bytes)

/** Quotes as in RFC 4180; commas, semicolons or tabs, whichever the first lines use most. */
export function gridOf(text: string): Grid {
  const separator = separatorOf(text)
  const rows: Cells[] = []
  let cells: string[] = []
  let row = 1
  let at = 0
  const close = (): void => {
    if (cells.some((cell) => cell !== '')) rows.push({ row, cells })
    cells = []
    row += 1
  }
  while (at < text.length) {
    const quoted = text[at] === '"'
    const end = quoted ? closingQuote(text, at) : endOfCell(text, at, separator)
    if (end === -1) return { rows, cut: true }
    cells.push((quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end)).trim())
    at = quoted ? endOfCell(text, end + 1, separator) : end
    const sign = text[at]
    if (sign === separator && at === text.length - 1) cells.push('')
    if (sign !== separator && sign !== undefined) {
      close()
      if (sign === '\r' && text[at + 1] === '\n') at += 1
    }
    at += 1
  }
  const unended = cells.length
  if (unended > 0) close()
  const widest = rows.at(-2)?.cells.length ?? 0
  return { rows, cut: unended > 0 && unended < widest }
}

function separatorOf(text: string): string {
  const start = text.slice(0, 20_000)
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: start.split(sign).length }))
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign
}

function closingQuote(text: string, opened: number): number {
  for (let at = text.indexOf('"', opened + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at
  }
  return -1
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === separator || sign === '\n' || sign === '\r') return at
  }
  return text.length
}
