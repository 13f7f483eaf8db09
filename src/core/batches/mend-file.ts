/**
 * What could not be loaded, given back as a file to mend: the row and column of the original, the reason, and the row's
 * own cells as they were, so that nothing of it is lost and the mended rows can be given again.
 */

export interface Refused {
  /** As a spreadsheet numbers it, the first line of the file being 1. */
  readonly row: number
  /** The column's own heading; null where the whole row is at fault. */
  readonly column: string | null
  /** A plain sentence: what is wrong and how to mend it. */
  readonly reason: string
  readonly cells: readonly string[]
}

/** The three columns that stand before the file's own; whoever reads a mended file again passes over them. */
export const mendColumns = ['Row', 'Column', 'Reason'] as const

/** CSV in UTF-8 with a byte order mark, which Excel needs to see the encoding. */
export function mendFile(header: readonly string[], refused: readonly Refused[]): string {
  const lines = refused.map(({ row, column, reason, cells }) => [String(row), column ?? '', reason, ...cells])
  return `\uFEFF${[[...mendColumns, ...header], ...lines].map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell that a spreadsheet would run as a formula is given a leading apostrophe, which shows it as text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
