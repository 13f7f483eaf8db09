/** A file read as a census: whose it is, of which year, and its children. */

import type { GivenFile } from '../../core/batches/importer.ts'
import { type Day, day, isDay } from '../../core/calendar/index.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { cinReturn } from '../../returns/cin-census/index.ts'
import type { CinCensus } from '../../returns/cin-census/layout.ts'
import { readCin } from '../../returns/cin-census/read.ts'
import type { Store } from '../../returns/engine/store.ts'
import { type Period, periodTo } from './period.ts'

export interface Census {
  readonly file: GivenFile
  readonly store: Store<CinCensus>
  /** The year in which it ends. */
  readonly year: number
  /** The council's three-digit code. */
  readonly authority: string
  readonly period: Period
  /** Remarks on the form of the file. */
  readonly notes: readonly string[]
}

/** Problem: `import.not-this` where it is no sound census of the years that can be read. */
export function readCensus(file: GivenFile): Outcome<Census> {
  const not = (reason: string) => problem('import.not-this', { file: file.name, reason })
  const { store, faults, notes } = readCin(file)
  if (store === undefined) return not(lowerFirst(withoutStop(faults[0]?.says ?? 'it could not be read')))
  const header = store.table('Header')
  const cell = (column: string): string => (header.length === 0 ? '' : header.text(0, header.column(column)).trim())
  if (cell('Collection').toUpperCase() !== 'CIN')
    return not('it is not a children in need census (its header does not say CIN)')
  const year = Number(cell('Year') || cell('ReferenceDate').slice(0, 4))
  if (!(year >= cinReturn.from && year <= cinReturn.to))
    return not(
      `it is of ${cell('Year') || 'no year'}, and the census is read from ${cinReturn.from} to ${cinReturn.to}`,
    )
  const authority = cell('LEA')
  if (!/^\d{3}$/.test(authority)) return not('its header does not say of which council it is (LEA, three digits)')
  return done({
    file,
    store,
    year,
    authority,
    period: periodTo(endOf(cell('ReferenceDate'), year)),
    notes: notes.map(({ says }) => says),
  })
}

/** The reference date; 31 March where the header has none. */
const endOf = (written: string, year: number): Day => (isDay(written) ? written : day(`${year}-03-31`))

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const withoutStop = (text: string): string => text.replace(/\.$/, '')
