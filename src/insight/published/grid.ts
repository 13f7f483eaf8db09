/** A published table as it was read: every cell a number that stands for its text, so that a column is one typed array. */
import type { GivenFile } from '../../core/batches/importer.ts'
import { mendColumns, type Refused } from '../../core/batches/mend-file.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { type Code, TextPool } from '../../returns/engine/codes.ts'
import { Table } from '../../returns/engine/table.ts'
import { toUtf8 } from '../../returns/reading/bytes.ts'
import { type CsvHead, readCsvHead, readCsvRows } from '../../returns/reading/csv.ts'
import { isWorkbook, readWorkbook } from '../../returns/reading/workbook.ts'

export interface Grid {
  readonly file: string
  /** The header, as written. */
  readonly names: readonly string[]
  /** The same without the columns of a file that was given back to mend: the header of what is refused of it. */
  readonly header: readonly string[]
  readonly rows: number
  /** By column, then by row: the number of the text that stands there, 0 for an empty cell. */
  readonly columns: readonly Int32Array[]
  textOf(code: number): string
  /** A row given back, with the column at fault. */
  refuse(row: number, column: number | null, reason: string): Refused
  /** Rows that cannot be rows of this table, in order; `broken` holds the same rows. */
  readonly refused: readonly Refused[]
  readonly broken: ReadonlySet<number>
}

/** Titles stand above the header, in at most so many lines. */
const titleLinesMax = 50
/** Cells that a spreadsheet leaves behind to the right of the last column. */
const trailingCells = 40

export interface Found {
  readonly head: CsvHead
  /** The lines above the rows: titles, and the header itself. */
  readonly linesAbove: number
  readonly bytes: Uint8Array
  /** A sheet of a workbook: it cannot be cut short, and its rows end with their last filled cell. */
  readonly isSheet: boolean
}

/** Finds the first line that `isHeader` takes for the header. Problem: `import.not-this`. */
export function findHeader(
  { name, bytes }: GivenFile,
  isHeader: (names: readonly string[]) => boolean,
): Outcome<Found | undefined> {
  for (const text of [...textsOf(bytes)]) {
    if (!text.ok)
      return problem('import.not-this', { file: name, reason: `it cannot be read: ${text.says.replace(/\.$/, '')}` })
    const found = headerIn(text.value, isHeader)
    if (found !== undefined) return done({ ...found, isSheet: isWorkbook(bytes) })
  }
  return done(undefined)
}

/** The text of a CSV, or of each sheet of a workbook. */
function* textsOf(bytes: Uint8Array): Generator<Outcome<Uint8Array>> {
  if (!isWorkbook(bytes)) {
    yield done(toUtf8(bytes).bytes)
    return
  }
  const book = readWorkbook(bytes)
  if (!book.ok) yield book
  else for (const { csv } of book.value) yield done(csv)
}

function headerIn(
  bytes: Uint8Array,
  isHeader: (names: readonly string[]) => boolean,
): Omit<Found, 'isSheet'> | undefined {
  let at = 0
  for (let linesAbove = 1; linesAbove <= titleLinesMax && at < bytes.length; linesAbove++) {
    const blank = bytes[at] === 10 || bytes[at] === 13
    const head = readCsvHead(bytes.subarray(at))
    if (!blank && isHeader(head.names)) {
      return { head: { ...head, start: head.start + at }, linesAbove, bytes }
    }
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
    at += bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1
  }
  return undefined
}

/** Reads the rows under the header. Problem, `import.not-this`: the file ends in the middle of a row. */
export function readGrid(file: string, { head, linesAbove, bytes, isSheet }: Found): Outcome<Grid> {
  const names = head.names
  const width = names.findLastIndex((name) => name !== '') + 1
  const pool = new TextPool()
  const layout = Object.fromEntries([...names.map((_, i) => [`c${i}`, 'code'] as const), ['beyond', 'code'] as const])
  const table = new Table(file, layout, pool, 'yyyy-mm-dd')
  const targets = [...names.map((_, i) => i), ...Array.from({ length: trailingCells }, () => names.length)]
  const lines: number[] = []
  const narrow: number[] = []
  const { openQuote } = readCsvRows(bytes, head, table, {
    targets,
    upper: false,
    each: (line, cells) => {
      if ((cells < width && !isSheet) || cells > targets.length) narrow.push(lines.length, cells)
      lines.push(line + linesAbove - 1)
    },
  })
  const cut = (row: number) =>
    problem('import.not-this', { file, reason: `it ends in the middle of row ${row}, so a part of it is missing` })
  if (openQuote !== undefined) return cut(openQuote + linesAbove - 1)
  const endsLine = bytes.at(-1) === 10 || bytes.at(-1) === 13
  if (!endsLine && narrow.at(-2) === lines.length - 1 && lines.length > 0) return cut(lines.at(-1) ?? 0)

  const mended = mendColumns.every((name, i) => names[i] === name)
  const first = mended ? mendColumns.length : 0
  const header = names.slice(first)
  const beyond = table.cells[names.length] ?? new Int32Array()
  // A file to mend shows what a spreadsheet would run with an apostrophe before it.
  const textOf = (code: number): string => {
    const text = pool.text(code as Code) // a cell of a code column is nothing else
    return mended && text.startsWith("'") ? text.slice(1) : text
  }
  const refuse = (row: number, column: number | null, reason: string): Refused => ({
    row: lines[row] ?? 0,
    column: column === null ? null : (names[column] ?? null),
    reason,
    cells: header.map((_, i) => textOf(table.cells[first + i]?.[row] ?? 0)),
  })
  const refused: Refused[] = []
  const broken = new Set<number>()
  const put = (row: number, says: string): void => {
    broken.add(row)
    refused.push(refuse(row, null, says))
  }
  for (let i = 0; i < narrow.length; i += 2) {
    put(narrow[i] ?? 0, `The row has ${narrow[i + 1]} cells and the header ${width}.`)
  }
  for (let row = 0; row < table.length; row++) {
    if (beyond[row] !== 0 && !broken.has(row)) put(row, `The row has more cells than the header, which has ${width}.`)
  }
  return done({ file, names, header, rows: table.length, columns: table.cells, textOf, refuse, refused, broken })
}
