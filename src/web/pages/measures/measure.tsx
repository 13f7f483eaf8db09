/** One measure: figures and a plain sentence, comparators, the line by month with its target, a breakdown, the definition. */
import { monthsOfMeasure } from '../../../insight/explore/index.ts'
import { BackLink, Chart, Empty } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { breakdownTable } from './breakdown.tsx'
import { definition } from './definition.tsx'
import { headline, isSmall } from './headline.tsx'
import { chartSpan, isCouncillor, type Opened, openMeasure, type Parts, partsOf } from './opened.ts'
import { figureValue, isPercentage, printedValue } from './words.ts'

export const measurePage: Page = {
  name: 'measure',
  path: '/measures/:measure',
  section: 'measures',
  async GET(request) {
    const opened = await openMeasure(request)
    if (!opened.ok) return failed(opened)
    const { measure, only, by, target } = opened.value
    const parts = partsOf(opened.value)
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
              {headline(request, opened.value, parts)}
              {chart(request, opened.value, parts)}
            </>
          )}
          {childrenLink(request, opened.value)}
          {only === null && breakdownTable(request, opened.value)}
          {definition(measure, target)}
        </>
      ),
    })
  },
}

function chart(request: Request, opened: Opened, parts: Parts) {
  const { measure, columns, on, only, target, population } = opened
  const figures = monthsOfMeasure(columns, measure, chartSpan(on), only)
  const months = figures.map((one) => one.month)
  const line = (name: string, value: number) => ({ name, values: months.map(() => value) })
  // A month of a rate is not a rate of a year, so the line is that of the number itself.
  const shown = measure.kind === 'rate' && measure.over === 'period' ? 'count' : measure.kind
  const values = figures.map((sum) => {
    const part = { ...parts.lastYear, ...sum }
    if (isCouncillor(request) && isSmall(request, opened, part)) return null
    return figureValue({ ...measure, kind: shown }, sum, population)
  })
  const isComparable = only === null && shown === measure.kind
  return (
    <Chart
      id={measure.id}
      title={`${measure.title}, ${measure.over === 'date' ? 'at the end of each month' : 'by month'}${shown === measure.kind ? '' : ' (number)'}`}
      months={months}
      format={(value) => printedValue({ ...measure, kind: shown }, value)}
      formatMark={(value) => `${value.toLocaleString('en-GB')}${isPercentage({ ...measure, kind: shown }) ? '%' : ''}`}
      value={{ name: only?.label ?? 'This council', values }}
      {...(isComparable && target !== null && { target: line('Target', target) })}
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
