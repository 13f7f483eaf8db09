/** A table as a file: CSV that no spreadsheet runs, or a workbook. */
import { type SheetOut, writeSheets } from '../../returns/report/sheets.ts'
import { csvCell } from '../../returns/report/write.ts'
import type { Answer } from '../server/page.ts'

export type FileFormat = 'csv' | 'xlsx'

export const formatAsked = (asked: unknown): FileFormat => (asked === 'xlsx' ? 'xlsx' : 'csv')

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sheets that share their columns: in a workbook one after another, in CSV one below another under one header. */
export function tableFile(name: string, format: FileFormat, sheets: readonly SheetOut[]): Answer {
  if (format === 'xlsx')
    return { is: 'file', type: workbookType, filename: `${name}.xlsx`, bytes: Buffer.from(writeSheets(sheets)) }
  const lines = [sheets[0]?.head ?? [], ...sheets.flatMap((sheet) => [...sheet.rows])]
  // The byte order mark is what Excel knows UTF-8 by.
  const text = `\uFEFF${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
  return { is: 'file', type: 'text/csv; charset=utf-8', filename: `${name}.csv`, bytes: text }
}
