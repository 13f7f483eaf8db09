/** One measure: figures and a plain sentence, comparators, the line by month with its target, a breakdown, the definition. */
import { monthOf } from '../../../core/calendar/index.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { monthsOfMeasure, type Withheld } from '../../../insight/explore/index.ts'
import type { Comparison } from '../../../insight/published/index.ts'
import { partOf } from '../../../insight/standing/index.ts'
import { BackLink, Chart, Empty } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { breakdownTable } from './breakdown.tsx'
import { comparators } from './comparators.tsx'
import { definition } from './definition.tsx'
import { headline } from './headline.tsx'
import { chartSpan, isCouncillor, type Opened, openMeasure, partsOf, publishedOf } from './opened.ts'
import { headlineOf } from './small-numbers.ts'
import { isPercentage, printedValue } from './words.ts'

export const measurePage: Page = {
  name: 'measure',
  path: '/measures/:measure',
  section: 'measures',
  async GET(request) {
    const opened = await openMeasure(request)
    if (!opened.ok) return failed(opened)
    const { measure, only, by, target } = opened.value
    const published = await publishedOf(request, opened.value)
    if (!published.ok) return failed(published)
    const comparedWith = published.value
    const parts = partsOf(opened.value)
    const printed = isCouncillor(request) ? headlineOf(request, opened.value, parts) : null
    const isEmpty = [parts.latest, parts.rolling, parts.lastYear].every(
      (part) => part === null || part.numerator + part.denominator === 0,
    )
    const service = request.services.definitions.house.pathway(measure.service).title
    return view({
      heading: measure.title,
      caption: only === null ? service : `${service}. ${by.heading}: ${only.label}`,
      before: only !== null && <BackLink href={`/measures/${measure.id}?by=${by.id}`}>Back to all</BackLink>,
      isWide: true,
      body: (
        <>
          {isEmpty ? (
            <Empty>Nothing has been recorded that this measure counts, in the last two years.</Empty>
          ) : (
            <>
              {headline(opened.value, parts, printed?.withheld ?? null)}
              {only === null && comparators(measure, comparedWith)}
              {chart(opened.value, printed?.withheld ?? null, comparedWith.comparison)}
            </>
          )}
          {childrenLink(request, opened.value)}
          {only === null && breakdownTable(request, opened.value, printed)}
          {definition(measure, target)}
        </>
      ),
    })
  },
}

function chart(opened: Opened, withheld: Withheld | null, published: Comparison | null) {
  const { measure, columns, on, only, target, population } = opened
  const figures = monthsOfMeasure(columns, measure, chartSpan(on), only)
  const months = figures.map((one) => one.month)
  const line = (name: string, value: number) => ({ name, values: months.map(() => value) })
  // A month of a rate is not a rate of a year, so the line is that of the number itself.
  const isNumber = measure.kind === 'rate' && (measure.over === 'period' || only !== null)
  const drawn: Measure = isNumber
    ? { ...measure, kind: measure.over === 'period' ? 'count' : 'stock', decimals: 0 }
    : measure
  const values = figures.map(({ month, ...sum }) => {
    if (withheld?.value(month)) return null
    return partOf(drawn, monthOf(month), sum, { population: population(monthOf(month)) }).value
  })
  const mean = published?.neighbours?.mean
  const isComparable = only === null && !isNumber
  return (
    <Chart
      id={measure.id}
      title={`${measure.title}, ${measure.over === 'date' ? 'at the end of each month' : 'by month'}${isNumber ? ' (number)' : ''}`}
      months={months}
      format={(value) => printedValue(drawn, value)}
      formatMark={(value) => `${value.toLocaleString('en-GB')}${isPercentage(drawn) ? '%' : ''}`}
      value={{ name: only?.label ?? 'This council', values }}
      {...(isComparable && target !== null && { target: line('Target', target) })}
      {...(isComparable && typeof mean === 'number' && { comparator: line(`Neighbours ${published?.period}`, mean) })}
    />
  )
}

function childrenLink(request: Request, { measure, by, only }: Opened) {
  if (isCouncillor(request)) return null
  const group = only === null ? '' : `?by=${by.id}&only=${encodeURIComponent(only.id)}`
  return (
    <p class="govuk-body heartwood-no-print">
      <a class="govuk-link" href={`/measures/${measure.id}/children${group}`}>
        {measure.over === 'date' ? 'The children' : 'The children behind the year to date'}
      </a>
    </p>
  )
}
