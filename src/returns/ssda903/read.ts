/** Reads the files of the SSDA903: this year's and last year's, CSV, XML and workbooks, into one store. */
import { type Code, code } from '../engine/codes.ts'
import { Store } from '../engine/store.ts'
import type { Table } from '../engine/table.ts'
import { toUtf8 } from '../reading/bytes.ts'
import { readCsvHead, readCsvRows } from '../reading/csv.ts'
import { encodingNotes, type GivenFile, listed, type ReadingReport, xmlFault, xmlNotes } from '../reading/files.ts'
import { isWorkbook, readWorkbook, type Sheet, tableSheets } from '../reading/workbook.ts'
import { XmlStream } from '../reading/xml-stream.ts'
import { XmlTables } from '../reading/xml-tables.ts'
import { knowTable } from './csv-tables.ts'
import { type Ssda903, ssda903 } from './layout.ts'
import { messageRows, messageTree } from './message.ts'

export interface Read903 extends ReadingReport {
  readonly store: Store<Ssda903>
}

/** Reads all files. One that cannot be read is named in `faults`; the others are in the store all the same. */
export function read903(files: readonly GivenFile[], last: readonly GivenFile[] = []): Read903 {
  const read: Read903 = { store: new Store(ssda903, 'dd/mm/yyyy'), notes: [], faults: [] }
  for (const file of files) readFile(read, file, false)
  for (const file of last) readFile(read, file, true)
  for (const table of [...read.store.tables, ...read.store.last]) settleYesAndNo(table)
  return read
}

function readFile(read: Read903, file: GivenFile, isLast: boolean): void {
  if (isWorkbook(file.bytes)) {
    const book = readWorkbook(file.bytes)
    if (book.ok) for (const sheet of tableSheets(book.value)) readSheet(read, file, sheet, isLast)
    else read.faults.push({ file: file.name, says: book.says })
    return
  }
  const { bytes, encoding } = toUtf8(file.bytes)
  read.notes.push(...encodingNotes(file.name, encoding))
  const first = bytes.findIndex((byte) => byte > 32)
  if (first === -1) read.faults.push({ file: file.name, says: 'The file is empty.' })
  else if (bytes[first] === 60) readXml(read, { name: file.name, bytes }, isLast)
  else readCsv(read, file.name, bytes, file.name, isLast)
}

/** A sheet is read as the CSV it would be saved as. */
function readSheet(read: Read903, file: GivenFile, sheet: Sheet, isLast: boolean): void {
  readCsv(read, `${file.name}, sheet ${sheet.name}`, sheet.csv, sheet.name, isLast)
}

function readCsv(read: Read903, where: string, bytes: Uint8Array, name: string, isLast: boolean): void {
  const head = readCsvHead(bytes)
  const known = knowTable(name, head.names)
  const fault = (says: string) => read.faults.push({ file: where, says })
  if (known === undefined) {
    fault(`Row 1 does not name the columns of any SSDA903 table; it begins with ${quoted(head.names[0] ?? '')}.`)
    return
  }
  if (known.missing.length > 0) {
    const columns = known.missing.length === 1 ? 'the column' : 'the columns'
    fault(`Row 1 lacks ${columns} ${listed(known.missing)} of the table ${known.table}, so this file was not read.`)
    return
  }
  const table = isLast ? read.store.lastTable(known.table) : read.store.table(known.table)
  table.beginPart(where)
  const targets = known.columns.map((column) => (column === undefined ? -1 : table.column(column)))
  const rows = readCsvRows(bytes, head, table, { targets, upper: true })
  read.store.supply(
    known.table,
    known.columns.filter((column) => column !== undefined),
    isLast,
  )
  const extra = head.names.filter((column, place) => known.columns[place] === undefined && column !== '')
  if (extra.length > 0) {
    read.notes.push({ file: where, says: `Columns that ${known.table} does not have were left out: ${listed(extra)}.` })
  }
  if (head.delimiter !== 44)
    read.notes.push({ file: where, says: 'Its cells are not separated by commas; it was read all the same.' })
  if (rows.raggedCount > 0) {
    read.notes.push({
      file: where,
      says: `${rows.raggedCount} rows have more or fewer cells than row 1 (row ${listed(rows.ragged.map(String))}${rows.raggedCount > rows.ragged.length ? ' and others' : ''}).`,
    })
  }
  if (rows.openQuote !== undefined) {
    fault(`A quotation mark in row ${rows.openQuote} is never closed; the rows from there on were not read.`)
  }
}

function readXml(read: Read903, file: GivenFile, isLast: boolean): void {
  const fresh = new Store(ssda903, 'dd/mm/yyyy', read.store.pool)
  const tables = new XmlTables(fresh, messageRows)
  const stream = new XmlStream(messageTree, tables, 'CHILD')
  stream.push(file.bytes)
  stream.end()
  read.notes.push(...xmlNotes(file.name, 'UTF-8', stream.scanner))
  if (stream.fault !== undefined) {
    read.faults.push(xmlFault(file.name, stream.fault))
    return
  }
  listUasc(fresh)
  for (const name of fresh.tableNames) {
    const table = isLast ? read.store.lastTable(name) : read.store.table(name)
    table.beginPart(file.name)
    table.append(fresh.table(name))
    const worked = ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE']
    read.store.supply(
      name,
      table.columns.filter((column) => !worked.includes(column)),
      isLast,
    )
  }
}

const yes = code('1')

/** In the XML form who is UASC is said in the header; the table of the CSV form lists them. */
function listUasc(store: Store<Ssda903>): void {
  const header = store.table('Header')
  const uasc = store.table('UASC')
  const listedAlready = new Set(uasc.owners.subarray(0, uasc.length))
  const flag = header.cells[header.column('UASC')]!
  for (let row = 0; row < header.length; row++) {
    if (flag[row] !== yes || listedAlready.has(header.owners[row]!)) continue
    const made = uasc.add(header.owners[row]!)
    for (const column of ['CHILD', 'DOB']) copy(header, row, uasc, made, column)
  }
  const rowOf = new Map(Array.from({ length: header.length }, (_, row) => [header.owners[row]!, row]))
  for (let row = 0; row < uasc.length; row++) {
    const from = rowOf.get(uasc.owners[row]!)
    if (from !== undefined) copy(header, from, uasc, row, 'SEX')
  }
}

function copy(from: Table, row: number, to: Table, toRow: number, column: string): void {
  to.set(toRow, to.column(column), from.cells[from.column(column)]![row]!)
}

const spelt = new Map<Code, Code>([
  [code('TRUE'), code('1')],
  [code('FALSE'), code('0')],
])
const yesOrNo = new Set([
  'UASC',
  'MOTHER',
  'FOSTER_CARE',
  'CONVICTED',
  'HEALTH_CHECK',
  'IMMUNISATIONS',
  'TEETH_CHECK',
  'HEALTH_ASSESSMENT',
  'SUBSTANCE_MISUSE',
  'INTERVENTION_RECEIVED',
  'INTERVENTION_OFFERED',
])

/** Where a column holds 1 or 0, `true` and `false` mean the same. */
function settleYesAndNo(table: Table): void {
  table.columns.forEach((name, column) => {
    if (!yesOrNo.has(name)) return
    const cells = table.cells[column]!
    for (let row = 0; row < table.length; row++) {
      const meant = spelt.get(cells[row] as Code)
      if (meant !== undefined) cells[row] = meant
    }
  })
}

const quoted = (text: string): string => (text === '' ? 'nothing' : `“${text.slice(0, 40)}”`)
