/**
 * Writes a workbook (.xlsx) to mend a return in: the findings on the first sheet, then every table of the return with the
 * cells that findings speak of marked.
 */

import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Explained } from '../engine/explain.ts'
import type { Layout } from '../engine/layout.ts'
import type { Checked } from '../engine/run.ts'
import { findingsHead } from '../reading/workbook.ts'

interface SheetOut {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: Iterable<readonly string[]>
  /** Whether the cell of that row and column is marked. */
  marked(row: number, column: number): boolean
}

/** A sheet holds no more rows than this (Excel's limit, less the first line). */
const rowsMax = 1_048_575

/** The bytes of the workbook. Where a return has more findings than a sheet holds, the first million are listed. */
export function writeWorkbook<L extends Layout>(
  checks: readonly Checked<L>[],
  findings: () => Iterable<Explained>,
): Uint8Array {
  const marks = new Map<string, Set<number>>()
  for (const { table, row, fields } of findings()) {
    if (table === undefined || row === undefined) continue
    for (const field of fields) {
      const key = `${table} ${field}`
      const rows = marks.get(key)
      if (rows === undefined) marks.set(key, new Set([row]))
      else rows.add(row)
    }
  }
  const tables = checks.flatMap(({ store }) => store.tables.filter((table) => table.length > 0))
  const sheets: SheetOut[] = [
    findingsSheet(findings),
    ...tables.map((table) => {
      // Columns that were not given are left out: given back, they would be blank answers.
      const given = table.columns.flatMap((name, column) => (table.supplied.has(name) ? [{ name, column }] : []))
      return {
        name: table.name,
        head: given.map(({ name }) => name),
        rows: Array.from({ length: table.length }, (_, row) => given.map(({ column }) => table.text(row, column))),
        marked: (row: number, place: number) =>
          marks.get(`${table.name} ${given[place]?.name}`)?.has(table.rowInFile(row)) ?? false,
      }
    }),
  ]
  return packed(sheets)
}

function findingsSheet(findings: () => Iterable<Explained>): SheetOut {
  function* rows(): Generator<string[]> {
    for (const { rule, severity, table, row, child, fields, message } of findings()) {
      yield [rule, severity, table ?? '', row === undefined ? '' : String(row), child ?? '', fields.join(' '), message]
    }
  }
  return {
    name: 'Findings',
    head: [...findingsHead],
    rows: rows(),
    marked: () => false,
  }
}

function packed(sheets: readonly SheetOut[]): Uint8Array {
  const names = uniqueNames(sheets.map((sheet) => sheet.name))
  const parts: Zippable = {
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    ),
    '_rels/.rels': xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    // Style 1 marks a cell: bold on yellow, so that it shows in print and to those who see no colour.
    'xl/styles.xml': xml(
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><b/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFE599"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/></cellXfs></styleSheet>',
    ),
  }
  sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet)
  })
  return zipSync(parts, { level: 3 })
}

function sheetXml({ head, rows, marked }: SheetOut): Uint8Array {
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
    rowXml(head, () => true),
  ]
  let number = 0
  for (const row of rows) {
    if (number === rowsMax) break
    const own = number++
    parts.push(rowXml(row, (column) => marked(own, column)))
  }
  parts.push('</sheetData></worksheet>')
  return strToU8(parts.join(''))
}

/** All cells are text, so that no spreadsheet takes the noughts off a number or reads a formula in a name. */
const rowXml = (cells: readonly string[], marked: (column: number) => boolean): string =>
  `<row>${cells.map((cell, column) => `<c t="inlineStr"${marked(column) ? ' s="1"' : ''}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('')}</row>`

const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)

/** XML cannot hold most control characters at all, not even as entities. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** Several messages have tables of one name. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return (count === 1 ? name : `${name} ${count}`).slice(0, 31)
  })
}
