/** What is published of a measure: the last figure that was out on a day, for the period that it is for. */
import { type Day, monthNumberOf, yearOf } from '../../core/calendar/index.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { done, type Outcome } from '../../core/outcomes.ts'
import { type Comparison, comparatorOf, valuesOver } from '../published/index.ts'
import type { Given } from './index.ts'

export interface Compared {
  readonly comparison: Comparison | null
  readonly noComparator: 'none published' | 'not loaded' | null
}

/**
 * The year ending 31 March whose figures are out on a day. The Department for Education publishes a year's children in
 * need statistics at the end of October or early in November after it: they are taken to be out from November.
 */
export const lastYearOut = (on: Day): number => (monthNumberOf(on) >= 11 ? yearOf(on) : yearOf(on) - 1)

/** The financial year that a period of a published series ends in: `2021`, `2021 (Rev)`, `2020-21`, `202021`; else undefined. */
export function yearEnding(period: string): number | undefined {
  const [, century, first, second] = /^(\d\d)(\d\d)[-/]?(\d\d)?(?!\d)/.exec(period) ?? []
  if (century === undefined || first === undefined) return undefined
  return second === undefined ? Number(century + first) : Number(century + first) + 1
}

/** Problems: those of `comparatorOf`. */
export async function comparisonOf(
  { comparable }: Measure,
  asAt: Day,
  { authority, pool }: Given,
): Promise<Outcome<Compared>> {
  if (comparable === null) return done({ comparison: null, noComparator: 'none published' })
  if (authority === null) return done(notLoaded)
  const { series } = comparable
  const out = (await valuesOver(pool, series, authority)).filter(
    ({ period }) => (yearEnding(period) ?? Number.POSITIVE_INFINITY) <= lastYearOut(asAt),
  )
  const period = out.at(-1)?.period
  if (period === undefined) return done(notLoaded)
  const read = await comparatorOf(pool, { series, area: authority, period, on: asAt })
  return read.ok ? done({ comparison: read.value, noComparator: null }) : read
}

const notLoaded: Compared = { comparison: null, noComparator: 'not loaded' }
