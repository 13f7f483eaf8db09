/** A measure by team, school, district, age, sex, ethnicity or need: the table, and the same as it leaves in a file. */
import {
  monthNames,
  monthNumberOf,
  monthOf,
  type Period,
  rolling12,
  yearOf,
  yearToDate,
} from '../../../core/calendar/index.ts'
import {
  type Cells,
  dimensions,
  figureOf,
  groupsOf,
  monthsOfMeasure,
  type Withheld,
} from '../../../insight/explore/index.ts'
import { suppressed } from '../../../insight/pack/suppress.ts'
import { partOf } from '../../../insight/standing/index.ts'
import { type Cell, Empty, SubNavigation, Table } from '../../components/index.ts'
import type { Request } from '../../server/page.ts'
import { chartSpan, isCouncillor, type Opened } from './opened.ts'
import { groupsWithheld, type Headline, headlineOf } from './small-numbers.ts'
import { isPercentage, printedValue, whole } from './words.ts'

export interface Group extends Cells {
  readonly label: string
  readonly value: number | null
}

export interface Breakdown {
  readonly period: Period
  readonly groups: readonly Group[]
  readonly whole: Group
}

/** The period of a breakdown: the twelve whole months that ended last, the year to date, or the day itself. */
export function breakdownPeriod({ measure, on }: Opened, asked: unknown): Period {
  if (measure.over === 'date') return { from: on, to: on, title: 'Now' }
  return asked === 'year-to-date' ? yearToDate(on) : rolling12(on)
}

export function breakdownOf(opened: Opened, period: Period): Breakdown {
  const { measure, columns, by, nameOf, population } = opened
  const wholeId = measure.over === 'date' ? 'latest' : 'rolling'
  const group = (id: string, label: string, sum: { numerator: number; denominator: number }): Group => ({
    id,
    label,
    numerator: sum.numerator,
    denominator: isPercentage(measure) ? sum.denominator : null,
    // A rate of a part would need the population of that part.
    value: partOf(measure, period, sum, { population: id === wholeId ? population(period) : null }).value,
  })
  const figures = [...groupsOf(columns, measure, period, by.id)]
  // Ages stand in their order; of all else the largest comes first.
  if (by.id !== 'age') figures.sort((a, b) => b.denominator - a.denominator || b.numerator - a.numerator)
  const groups = figures.map(({ code, ...sum }) => group(nameOf(code).id, nameOf(code).label, sum))
  return { period, groups, whole: group(wholeId, 'All', figureOf(columns, measure, period)) }
}

const countOf = (value: number | null, isWithheld: boolean): string =>
  isWithheld ? suppressed : value === null ? '' : whole(value)

export function breakdownTable(request: Request, opened: Opened, printed: Headline | null) {
  const { measure, by } = opened
  const address = `/measures/${measure.id}`
  const isRecent = request.query.period === 'year-to-date'
  const breakdown = breakdownOf(opened, breakdownPeriod(opened, isCouncillor(request) ? '' : request.query.period))
  const total = { whole: breakdown.whole, parts: breakdown.groups }
  const withheld = printed === null ? null : groupsWithheld(request, opened, printed, total)
  const hasValue = isPercentage(measure)
  const numeric = (text: string): Cell => ({ text, format: 'numeric' })
  const cells = (group: Group): Cell[] => [
    numeric(countOf(group.numerator, withheld?.numerator(group.id) ?? false)),
    ...(hasValue ? [numeric(countOf(group.denominator, withheld?.denominator(group.id) ?? false))] : []),
    ...(hasValue
      ? [
          numeric(
            withheld?.value(group.id)
              ? suppressed
              : group.value === null
                ? 'None yet'
                : printedValue(measure, group.value),
          ),
        ]
      : []),
  ]
  const period = isRecent ? '&period=year-to-date' : ''
  return (
    <section id="breakdown">
      <h2 class="govuk-heading-m">
        {by.title}, {breakdown.period.title.toLowerCase() === 'now' ? 'now' : breakdown.period.title}
      </h2>
      <SubNavigation
        label="Break down by"
        items={dimensions.map((one) => ({
          text: one.title,
          href: `${address}?by=${one.id}${period}#breakdown`,
          active: one.id === by.id,
        }))}
      />
      <p class="govuk-body">{by.note}</p>
      {breakdown.groups.length === 0 ? (
        <Empty>Nothing is counted in this period.</Empty>
      ) : (
        <Table
          attributes={{ 'aria-label': by.title }}
          firstCellIsHeader
          head={[by.heading, numeric('Counted'), ...(hasValue ? [numeric('Of'), numeric('Percentage')] : [])]}
          rows={[
            ...breakdown.groups.map((group) => [
              isCouncillor(request) ? (
                group.label
              ) : (
                <a class="govuk-link" href={`${address}?by=${by.id}&only=${encodeURIComponent(group.id)}${period}`}>
                  {group.label}
                </a>
              ),
              ...cells(group),
            ]),
            [<strong>All</strong>, ...cells(breakdown.whole)],
          ]}
        />
      )}
      {withheld !== null && <p class="govuk-body-s">{suppressionNote}</p>}
      <p class="govuk-body heartwood-no-print">
        {measure.over === 'period' && !isCouncillor(request) && (
          <a class="govuk-link" href={`${address}?by=${by.id}${isRecent ? '' : '&period=year-to-date'}#breakdown`}>
            {isRecent ? 'The same for the rolling twelve months' : 'The same for the year to date'}
          </a>
        )}
      </p>
      <p class="govuk-body heartwood-no-print">
        Download months and this table:{' '}
        <a class="govuk-link" href={`${address}/download?by=${by.id}&format=csv`}>
          CSV
        </a>
        {' or '}
        <a class="govuk-link" href={`${address}/download?by=${by.id}&format=xlsx`}>
          Excel workbook (XLSX)
        </a>
      </p>
    </section>
  )
}

export const suppressionNote =
  'c: withheld. Small numbers are not shown, nor other numbers from which they could be worked out.'

/** One line of the file: a month or a group, with its counts as they may leave the product. */
export type FileRow = readonly [
  part: string,
  group: string,
  counted: string | number,
  of: string | number,
  value: string | number,
]

/** Months of two years and the groups of the rolling twelve, protected together: a file goes to anyone. */
export function fileRows(request: Request, opened: Opened): { months: FileRow[]; groups: FileRow[]; period: Period } {
  const { measure, columns, on, by } = opened
  const breakdown = breakdownOf(opened, breakdownPeriod(opened, 'rolling'))
  const span = chartSpan(on)
  const months = monthsOfMeasure(columns, measure, span).map(
    ({ month, ...sum }): Group => ({
      id: month,
      label: `${monthNames[monthNumberOf(month) - 1]} ${yearOf(month)}`,
      numerator: sum.numerator,
      denominator: isPercentage(measure) ? sum.denominator : null,
      value: partOf(measure, monthOf(month), sum).value,
    }),
  )
  const printed = headlineOf(request, { ...opened, only: null })
  const withheld = groupsWithheld(request, opened, printed, { whole: breakdown.whole, parts: breakdown.groups })
  const row = (part: string, group: Group, hidden: Withheld): FileRow => {
    const cell = (value: number | null, isWithheld: boolean) => (isWithheld ? suppressed : (value ?? ''))
    return [
      part,
      group.label,
      cell(group.numerator, hidden.numerator(group.id)),
      cell(group.denominator, group.denominator !== null && hidden.denominator(group.id)),
      isPercentage(measure) || measure.kind === 'rate' ? cell(group.value, hidden.value(group.id)) : '',
    ]
  }
  return {
    months: months.map((one) => row('By month', one, printed.withheld)),
    groups: [...breakdown.groups, breakdown.whole].map((one) => row(by.title, one, withheld)),
    period: breakdown.period,
  }
}
