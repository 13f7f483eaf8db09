/**
 * Writes a workbook (.xlsx) to mend a return in: the findings on the first sheet, then every table of the return with the
 * cells that findings speak of marked.
 */
import type { Explained } from '../engine/explain.ts'
import type { Layout } from '../engine/layout.ts'
import type { Checked } from '../engine/run.ts'
import { findingsHead } from '../reading/workbook.ts'
import { type SheetOut, writeSheets } from './sheets.ts'

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
  return writeSheets(sheets)
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
  }
}
