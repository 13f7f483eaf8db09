/** Figures of a measure over a period: sums of its contributions, by month and by team, as PostgreSQL makes them. */
import { logged, type Reader } from '../access/access.ts'
import { type Day, monthsOf, type Period, rolling12, yearToDate } from '../calendar/index.ts'
import { done, type Outcome } from '../outcomes.ts'
import type { Measure } from './measure.ts'

export interface Sum {
  readonly numerator: number
  readonly denominator: number
}
export interface MonthSum extends Sum {
  /** The first day of the month. */
  readonly month: Day
  readonly team: number | null
}

const byMonth = logged<MonthSum>(
  'measure-by-month',
  `select date_trunc('month', day)::date as month, team,
     coalesce(sum(numerator) filter (where measure = $4), 0)::int as numerator,
     coalesce(sum(denominator) filter (where measure = $5), 0)::int as denominator
   from contribution where measure in ($4, $5) and day between $6 and $7 group by 1, 2 order by 1, 2`,
)

export interface Figures {
  readonly yearToDate: Sum & { readonly period: Period }
  readonly rolling: Sum & { readonly period: Period }
  readonly lastYear: Sum & { readonly period: Period }
  readonly months: readonly (Sum & { readonly month: Day })[]
  readonly teams: readonly (Sum & { readonly team: number | null })[]
}

/** Rounded as it is printed; null where there is nothing to divide by. */
export function percentage({ numerator, denominator }: Sum, decimals: number): number | null {
  if (denominator === 0) return null
  const scale = 10 ** decimals
  return Math.round((numerator / denominator) * 100 * scale) / scale
}

/** Under which measures the contributions stand; the id alone is enough where they are all its own. */
function standsUnder(measure: string | Measure): { id: string; numerator: string; denominator: string } {
  if (typeof measure === 'string') return { id: measure, numerator: measure, denominator: measure }
  const { id, from } = measure
  return { id, numerator: from.numerator, denominator: from.denominator ?? from.numerator }
}

const total = (sums: readonly Sum[]): Sum => ({
  numerator: sums.reduce((sum, one) => sum + one.numerator, 0),
  denominator: sums.reduce((sum, one) => sum + one.denominator, 0),
})

const inPeriod = (rows: readonly MonthSum[], period: Period): readonly MonthSum[] =>
  rows.filter((row) => row.month >= period.from && row.month <= period.to)

/**
 * Year to date from 1 April, the twelve whole months that ended last (pooled, never the mean of monthly rates), the
 * twelve before them, each month of two years, and each team's year to date.
 */
export async function figuresOf(reader: Reader, measure: string | Measure, asAt: Day): Promise<Outcome<Figures>> {
  const { id, numerator, denominator } = standsUnder(measure)
  const ytd = yearToDate(asAt)
  const rolling = rolling12(asAt)
  const before = rolling12(rolling.from)
  const read = await reader.read(byMonth, [numerator, denominator, before.from, asAt], { detail: id })
  if (!read.ok) return read
  const rows = read.value
  const months = monthsOf({ from: before.from, to: rolling.to }).map((month) => ({
    month: month.from,
    ...total(inPeriod(rows, month)),
  }))
  const thisYear = inPeriod(rows, ytd)
  const teams = [...Map.groupBy(thisYear, (row) => row.team)].map(([team, sums]) => ({ team, ...total(sums) }))
  return done({
    yearToDate: { period: ytd, ...total(thisYear) },
    rolling: { period: rolling, ...total(inPeriod(rows, rolling)) },
    lastYear: { period: before, ...total(inPeriod(rows, before)) },
    months,
    teams,
  })
}
