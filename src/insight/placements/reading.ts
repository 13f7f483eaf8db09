/** Episodes of an SSDA903 file, as `returns/ssda903` reads it: CSV, XML or a workbook. */
import type { GivenFile } from '../../core/batches/importer.ts'
import { mendColumns, type Refused } from '../../core/batches/mend-file.ts'
import { type Day, financialYearOf, inFull, parseDay } from '../../core/calendar/index.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import type { Table } from '../../returns/engine/table.ts'
import { toUtf8 } from '../../returns/reading/bytes.ts'
import { readCsvHead } from '../../returns/reading/csv.ts'
import { isWorkbook } from '../../returns/reading/workbook.ts'
import { read903 } from '../../returns/ssda903/read.ts'
import type { ReturnedEpisode } from './counting.ts'

/** With its row in the file, the header being row 1. */
export type EpisodeRow = ReturnedEpisode & { readonly row: number }

export interface ReturnedEpisodes {
  /** The 31 March on which the year of the return ends. */
  readonly ending: Day
  readonly episodes: readonly EpisodeRow[]
  readonly header: readonly string[]
  readonly refused: readonly Refused[]
  /** The file was given back to mend before: its rows join those of its year. */
  readonly mended: boolean
  readonly notes: readonly string[]
}

/** Null for a file of the return that has no episodes. Problem: `import.not-this`. */
export function readEpisodes(file: GivenFile): Outcome<ReturnedEpisodes | null> {
  const refuse = (reason: string) => problem('import.not-this', { file: file.name, reason: reason.replace(/\.$/, '') })
  const { cut, mended } = formOf(file.bytes)
  if (cut) return refuse('it ends in the middle of a row, so the rest of it is missing; make it again')
  const { store, notes, faults } = read903([file])
  const [fault] = faults
  if (fault !== undefined) return refuse(`${fault.says.charAt(0).toLowerCase()}${fault.says.slice(1)}`)
  const table = store.table('Episodes')
  if (table.length === 0) return done(null)
  const read = Array.from({ length: table.length }, (_, row) => episodeOf(table, row))
  const sound = read.filter(isEpisode)
  const [first] = read.filter(isRefused)
  const ending = yearOf(sound)
  if (ending === undefined)
    return refuse(`no row of it could be read; row ${first?.row ?? 2}: ${first?.reason ?? 'it is empty'}`)
  return done({
    ending,
    episodes: sound.filter(({ started }) => started <= ending),
    header: table.columns.filter((column) => table.supplied.has(column)),
    refused: read
      .map((one, row) => (isRefused(one) ? one : outside(table, row, one, ending)))
      .filter((one) => one !== undefined),
    mended,
    // That the columns of a mended file were passed over is no news to whoever mended it.
    notes: mended ? [] : notes.map(({ file: from, says }) => `${from}: ${says}`),
  })
}

/** What the reader of returns does not ask: is it what is left of a longer file, and has it been here before? */
function formOf(given: Uint8Array): { readonly cut: boolean; readonly mended: boolean } {
  if (isWorkbook(given)) return { cut: false, mended: false }
  const { bytes } = toUtf8(given)
  const { names, delimiter } = readCsvHead(bytes)
  const lastLine = new TextDecoder().decode(
    bytes.subarray(bytes.findLastIndex((byte) => byte === 10 || byte === 13) + 1),
  )
  const cells = lastLine.split(String.fromCharCode(delimiter)).length
  return {
    cut: lastLine.trim() !== '' && names.length > 1 && cells < names.length,
    mended: mendColumns.every((name, place) => names[place] === name),
  }
}

const isEpisode = (one: EpisodeRow | Refused): one is EpisodeRow => 'started' in one
const isRefused = (one: EpisodeRow | Refused): one is Refused => !isEpisode(one)

const reasons: ReadonlySet<string> = new Set(['S', 'L', 'P', 'T', 'B', 'U'])

function episodeOf(table: Table, row: number): EpisodeRow | Refused {
  const at = (column: string): string => table.text(row, table.column(column))
  const refused = (column: string, reason: string) => refusedRow(table, row, column, reason)
  const started = parseDay(at('DECOM'))
  const ended = at('DEC') === '' ? done(null) : parseDay(at('DEC'))
  if (at('CHILD') === '') return refused('CHILD', 'The child’s id is missing')
  if (!started.ok) return refused('DECOM', started.says)
  if (!ended.ok) return refused('DEC', ended.says)
  if (ended.value !== null && ended.value < started.value) return refused('DEC', 'The episode ends before it starts')
  if (!reasons.has(at('RNE'))) return refused('RNE', `“${at('RNE')}” is not a reason for a new episode`)
  if (at('LS') === '') return refused('LS', 'The legal status is missing')
  if (at('PLACE') === '') return refused('PLACE', 'The placement is missing')
  return {
    row: table.rowInFile(row) + 2,
    child: at('CHILD'),
    started: started.value,
    reason: at('RNE'),
    legalStatus: at('LS'),
    placement: at('PLACE'),
    postcode: at('PL_POST') || null,
    provider: at('URN') || null,
    ended: ended.value,
  }
}

const outside = (table: Table, row: number, { started }: EpisodeRow, ending: Day): Refused | undefined =>
  started <= ending
    ? undefined
    : refusedRow(table, row, 'DECOM', `The episode starts after ${inFull(ending)}, when the year of this return ends`)

function refusedRow(table: Table, row: number, column: string, reason: string): Refused {
  const cells = table.columns.flatMap((name, place) => (table.supplied.has(name) ? [table.text(row, place)] : []))
  return { row: table.rowInFile(row) + 2, column, reason, cells }
}

/** The file does not say: it is the year in which most of its episodes start and end. One mistyped day does not move it. */
function yearOf(episodes: readonly ReturnedEpisode[]): Day | undefined {
  const counts = new Map<Day, number>()
  for (const { started, ended } of episodes) {
    for (const on of ended === null ? [started] : [started, ended]) {
      const { to } = financialYearOf(on)
      counts.set(to, (counts.get(to) ?? 0) + 1)
    }
  }
  return [...counts].sort(([dayA, a], [dayB, b]) => b - a || (dayA < dayB ? 1 : -1))[0]?.[0]
}
