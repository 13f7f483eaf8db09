/** Periods that overlap, cut wherever one of them begins or ends: each period is then the sum of whole stretches. */
import { addDays, type Day } from '../../core/calendar/index.ts'

export interface Days {
  readonly from: Day
  readonly to: Day
}

/** In order; days that no period counts are in none. */
export function stretchesBetween(periods: readonly Days[]): readonly Days[] {
  const cuts = [...new Set(periods.flatMap(({ from, to }) => [from, addDays(to, 1)]))].sort()
  return cuts.flatMap((from, i) => {
    const next = cuts[i + 1]
    const isCounted = periods.some((period) => period.from <= from && from <= period.to)
    return next === undefined || !isCounted ? [] : [{ from, to: addDays(next, -1) }]
  })
}
