/** Rows as the text of PostgreSQL's COPY: a line a row, a tab between cells, `\N` for nothing. */
import type { Content, Entry } from '../record/entry.ts'
import type { Cell, Row } from './tables.ts'

/** The columns of `entry` in the order in which `entryLine` writes them; `committed` is given by its default. */
export const entryCopyColumns = `record, position, act, part, kind, pathway, step, version, episode, origin, target,
  day, until, recorded, author, digest, link`

export function entryLine(e: Entry): string {
  return `${e.record}\t${e.position}\t${e.act}\t${e.part}\t${e.kind}\t${e.pathway}\t${e.step}\t${e.version}\t${
    e.episode
  }\t${e.origin ?? '\\N'}\t${e.target ?? '\\N'}\t${e.day ?? '\\N'}\t${e.until ?? '\\N'}\t${e.recorded}\t${
    e.author
  }\t\\\\x${e.digest}\t\\\\x${e.link}\n`
}

export const contentLine = (record: number, position: number, content: Content): string =>
  `${record}\t${position}\t${escaped(JSON.stringify(content))}\n`

/** A row of a projection, its cells in the order of `columns`. */
export function rowLine(columns: readonly string[], row: Row): string {
  let line = ''
  for (const column of columns) line += (line === '' ? '' : '\t') + cellText(row[column] ?? null)
  return `${line}\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  if (typeof cell === 'number') return String(cell)
  return cell ? 't' : 'f'
}

const special = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : text
}
