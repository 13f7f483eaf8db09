/**
 * Writes workbooks (.xlsx): sheets of a header and rows. Text is written as text, so that no spreadsheet takes the noughts
 * off a code or reads a formula in a name; a number is written as a number, so that it can be added up.
 */
import { strToU8, type Zippable, zipSync } from 'fflate'

export interface SheetOut {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: Iterable<readonly (string | number)[]>
  /** Whether the cell of that row and column is marked; none is unless it is said. */
  marked?(row: number, column: number): boolean
}

/** A sheet holds no more rows than this (Excel's limit, less the first line). */
const rowsMax = 1_048_575

/** The bytes of the workbook. Of a sheet with more rows than a spreadsheet can hold, the first million are kept. */
export function writeSheets(sheets: readonly SheetOut[]): Uint8Array {
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

function sheetXml(sheet: SheetOut): Uint8Array {
  const { head, rows } = sheet
  const parts = [
    '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
    rowXml(head, () => true),
  ]
  let number = 0
  for (const row of rows) {
    if (number === rowsMax) break
    const own = number++
    parts.push(rowXml(row, (column) => sheet.marked?.(own, column) ?? false))
  }
  parts.push('</sheetData></worksheet>')
  return strToU8(parts.join(''))
}

const rowXml = (cells: readonly (string | number)[], marked: (column: number) => boolean): string =>
  `<row>${cells.map((cell, column) => cellXml(cell, marked(column) ? ' s="1"' : '')).join('')}</row>`

const cellXml = (cell: string | number, style: string): string =>
  typeof cell === 'number'
    ? `<c${style}><v>${cell}</v></c>`
    : `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`

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
