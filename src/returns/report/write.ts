/** Writes a report as JSON, CSV or text, piece by piece: half a million findings never stand in memory as one text. */
import type { Report } from '../check-return.ts'

export type Format = 'text' | 'json' | 'csv'

/** Pieces of about this many characters are handed on. */
const pieceLength = 1 << 16

/** The report as texts to be written one after another. */
export function* written(report: Report, format: Format): Generator<string> {
  let piece = ''
  for (const part of partsOf(report, format)) {
    piece += part
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}

function partsOf(report: Report, format: Format): Generator<string> {
  if (format === 'json') return jsonParts(report)
  return format === 'csv' ? csvParts(report) : textParts(report)
}

/** The contract with other programs: see `docs/returns/README.md`. */
function* jsonParts(report: Report): Generator<string> {
  const { kind, year, ran, notRun } = report
  yield `{"return":"${kind.id}","year":${year},"ran":${JSON.stringify(ran)},"notRun":${JSON.stringify(notRun)},"findings":[`
  let between = '\n'
  for (const finding of report.findingsAsJson()) {
    yield between + finding
    between = ',\n'
  }
  yield '\n]}\n'
}

function* csvParts(report: Report): Generator<string> {
  yield 'rule,severity,table,row,child,fields,message,group\r\n'
  for (const { rule, severity, table, row, child, fields, message, group } of report.findings()) {
    const cells = [rule, severity, table, row, child, fields.join(' '), message, group]
    yield `${cells.map(csvCell).join(',')}\r\n`
  }
}

/**
 * Cells that begin like a formula get an apostrophe, so that a child's id can never run in whoever's spreadsheet opens
 * the list.
 */
export function csvCell(value: string | number | undefined): string {
  const text = value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return quotedCell(safe)
}

/** A cell of a CSV file, quoted where it must be. */
export const quotedCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Findings child by child, then those on the whole return, then what did not run. */
function* textParts(report: Report): Generator<string> {
  const { kind, year, ran, notRun, counts, children } = report
  yield `${kind.title} ${year}: ${amount(counts.error, 'error')} and ${amount(counts.query, 'query')} in ${amount(children, 'child')}, ${amount(ran.length, 'rule')} run.\n`
  let child: string | undefined
  let whole = false
  for (const finding of report.findings()) {
    if (finding.table === undefined && !whole) yield '\nThe whole return\n'
    else if (finding.table !== undefined && finding.child !== child) {
      yield finding.child === '' ? '\nA row without a child id\n' : `\nChild ${finding.child}\n`
    }
    whole = finding.table === undefined
    child = whole ? undefined : finding.child
    const where = whole ? '' : ` ${finding.table} row ${finding.row}`
    yield `  ${finding.rule} (${finding.severity})${where}: ${finding.message}\n`
  }
  if (notRun.length > 0) yield '\nNot run\n'
  for (const { rule, why } of notRun) yield `  ${rule}: ${why}\n`
}

const plurals: Readonly<Record<string, string>> = { child: 'children', query: 'queries' }
const amount = (count: number, what: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? what : (plurals[what] ?? `${what}s`)}`
