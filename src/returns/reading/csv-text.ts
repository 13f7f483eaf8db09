/** A plain reader of small CSV texts (lists of reference). The returns themselves are read by `csv.ts`, from bytes. */

/** Rows of cells; quotes as in RFC 4180; empty lines are left out. `delimiter` is `,`, `;` or a tab. */
export function readCsvText(text: string, delimiter = ','): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cells = new RegExp(`("(?:[^"]|"")*"|[^"${delimiter}\\r\\n]*)(${delimiter}|\\r\\n|[\\r\\n]|$)`, 'gy')
  const source = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  while (cells.lastIndex <= source.length) {
    const match = cells.exec(source)
    if (match === null) break
    const [, cell = '', end] = match
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === delimiter) continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}
