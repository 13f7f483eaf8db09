/** What a report of the census is: which facts it needs and the table it makes of them. */
import type { CountedDays } from '../../../core/calendar/index.ts'
import type { Definitions } from '../../../core/projection/rows.ts'
import type { Columns } from '../columns.ts'
import type { CinPart, CinYear } from './year.ts'

export type ReportCell = string | number

export interface ReportTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly ReportCell[])[]
}

export interface ReportContext {
  readonly definitions: Definitions
  readonly workingDays: CountedDays
  /** Measures in memory, for what the census counts at a date or as an indicator. */
  readonly columns: Columns
}

export interface CinReport {
  /** In the address; permanent. */
  readonly id: string
  readonly title: string
  /** What it shows and how it is reckoned. */
  readonly about: string
  /** Each row is about a child: not for those who may see none. */
  readonly isChildLevel: boolean
  readonly needs: readonly CinPart[]
  readonly table: (year: CinYear, context: ReportContext) => ReportTable
}

/** The labels of a question, by its codes. */
export function labelsOf(
  { house }: Definitions,
  pathway: string,
  step: string,
  field: string,
): ReadonlyMap<string, string> {
  const found = house.pathway(pathway).steps[step]?.fields[field]
  const options = found?.kind === 'choice' || found?.kind === 'several' ? found.options : []
  return new Map(options.map(({ code, label }) => [code, label]))
}

export const percentageOf = (part: number, whole: number): ReportCell =>
  whole === 0 ? '' : Number(((part / whole) * 100).toFixed(1))

export const notRecorded = 'Not recorded'

/** A band of working days: up to and including `to`. */
export interface Band {
  readonly label: string
  readonly to: number
}

export function bandsTo(...ends: readonly number[]): readonly Band[] {
  const bands = ends.map((to, i): Band => {
    const from = i === 0 ? 0 : ends[i - 1]! + 1
    return { label: `${from} to ${to}`, to }
  })
  return [...bands, { label: `${ends.at(-1)! + 1} or more`, to: Number.POSITIVE_INFINITY }]
}

/** How many fall into each band; null for those whose days cannot be counted. */
export function byBand(bands: readonly Band[], days: readonly (number | null)[]): (readonly [string, number])[] {
  const known = days.filter((one) => one !== null)
  const counts = bands.map(({ label, to }, i): [string, number] => {
    const above = i === 0 ? Number.NEGATIVE_INFINITY : bands[i - 1]!.to
    return [label, known.filter((one) => one > above && one <= to).length]
  })
  const unknown = days.length - known.length
  return unknown === 0 ? counts : [...counts, ['Start not recorded', unknown]]
}

/** Rows of a count by code: every code of the list in its order, then what is not recorded where there is any. */
export function byCode<T>(
  labels: ReadonlyMap<string, string>,
  all: readonly T[],
  codeOf: (one: T) => string | null,
): readonly { readonly code: string; readonly label: string; readonly items: readonly T[] }[] {
  const groups = Map.groupBy(all, (one) => codeOf(one) ?? '')
  const rows = [...labels].map(([code, label]) => ({ code, label, items: groups.get(code) ?? [] }))
  const others = [...groups].filter(([code]) => !labels.has(code))
  return [...rows, ...others.map(([code, items]) => ({ code: code || 'None', label: code || notRecorded, items }))]
}
