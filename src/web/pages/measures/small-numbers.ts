/**
 * Small numbers on the pages of a measure. Totals and months are decided first and alike on every page; then each breakdown,
 * to which they are known.
 */
import { rolling12, yearToDate } from '../../../core/calendar/index.ts'
import { type Cells, monthsOfMeasure, type Total, type Withheld, withholding } from '../../../insight/explore/index.ts'
import { thresholdOn } from '../../../insight/pack/suppress.ts'
import type { Request } from '../../server/page.ts'
import { chartSpan, type ForParts, type Parts, partsOf } from './opened.ts'
import { isPercentage } from './words.ts'

/** The figures of a measure that are printed on its page, in the list and in files, whatever it is broken down by. */
export interface Headline {
  readonly withheld: Withheld
  readonly ids: ReadonlySet<string>
  readonly totals: readonly Total[]
}

export function headlineOf({ services }: Request, opened: ForParts, parts: Parts = partsOf(opened)): Headline {
  const { measure, columns, on } = opened
  const cell = (id: string, sum: { readonly numerator: number; readonly denominator: number }): Cells => ({
    id,
    numerator: sum.numerator,
    denominator: isPercentage(measure) ? sum.denominator : null,
  })
  const months = monthsOfMeasure(columns, measure, chartSpan(on)).map((one) => cell(one.month, one))
  const { latest, rolling, lastYear } = parts
  const totals: Total[] = []
  if (rolling === null) {
    // At a date a month is the figure of its last day, so it may be the very figure that is printed above.
    const isMonthEnd = rolling12(on).to === on
    totals.push({ whole: cell(latest.id, latest), parts: isMonthEnd ? months.slice(-1) : [] })
    totals.push({ whole: cell(lastYear.id, lastYear), parts: isMonthEnd ? months.slice(11, 12) : [] })
    totals.push(...months.map((whole) => ({ whole, parts: [] })))
  } else {
    totals.push({ whole: cell(rolling.id, rolling), parts: months.slice(12) })
    totals.push({ whole: cell(lastYear.id, lastYear), parts: months.slice(0, 12) })
    const { from, to } = yearToDate(on)
    // The part of a month that runs is in the year to date and in no month that is printed.
    const isWhole = rolling12(on).to === to
    const ofYear = months.filter((one) => one.id >= from)
    totals.push({ whole: cell(latest.id, latest), parts: isWhole ? ofYear : [] })
  }
  const withheld = withholding(totals, thresholdOn(services.settings, on))
  const ids = new Set(totals.flatMap(({ whole, parts: all }) => [whole.id, ...all.map(({ id }) => id)]))
  return { withheld, ids, totals }
}

/**
 * What is withheld of a breakdown, the figures of the headline being known. Its totals are judged again with it: groups that
 * give a withheld total back would give back the small month for which it was withheld.
 */
export const groupsWithheld = ({ services }: Request, { on }: ForParts, headline: Headline, total: Total): Withheld =>
  withholding([...headline.totals, total], thresholdOn(services.settings, on), headline)
