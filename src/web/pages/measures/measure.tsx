/** One measure: the figure and its plain sentence, the line by month with its target, the teams, the definition. */
import type { Day } from '../../../core/calendar/index.ts'
import { type Figures, figuresOf, percentage, type Sum } from '../../../core/measures/figures.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { problem } from '../../../core/outcomes.ts'
import { Chart, Empty, Figure, Table } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { definition } from './definition.tsx'
import { stockView } from './stock.tsx'

export const measurePage: Page = {
  name: 'measure',
  path: '/measures/:measure',
  section: 'measures',
  async GET(request) {
    const measure = request.services.definitions.measures.find((one) => one.id === request.params.measure)
    if (measure === undefined) return failed(problem('request.not-found'))
    if (measure.kind === 'stock') return stockView(request, measure)
    const read = await figuresOf(request.reader, measure.id, request.today)
    if (!read.ok) return failed(read)
    const figures = read.value
    const target = targetOf(request, measure, request.today)
    return view({
      heading: measure.title,
      caption: request.services.definitions.house.pathway(measure.service).title,
      isWide: true,
      body: (
        <>
          {figures.yearToDate.denominator + figures.rolling.denominator === 0 ? (
            <Empty>Nothing has been recorded that this measure counts, in the last two years.</Empty>
          ) : (
            <>
              {headline(measure, figures, target)}
              {chart(measure, figures, target)}
            </>
          )}
          {teams(request, measure, figures)}
          {definition(measure, target)}
        </>
      ),
    })
  },
}

export function targetOf({ services }: Request, measure: Measure, on: Day): number | null {
  return services.settings.number(`target.${measure.id}`, on) ?? measure.target
}

export const inPercent = (measure: Measure, sum: Sum): string => {
  const value = percentage(sum, measure.decimals)
  return value === null ? 'None yet' : `${value.toFixed(measure.decimals)}%`
}

/** `Better than the target of 85%, and worse than the twelve months before (84.1%).` From the printed figures. */
export function sentenceOf(measure: Measure, now: Sum, before: Sum, target: number | null): string {
  const value = percentage(now, measure.decimals)
  const was = percentage(before, measure.decimals)
  if (value === null) return 'Nothing to count yet.'
  const compared = (other: number): string =>
    value === other ? 'The same as' : value > other === (measure.better === 'higher') ? 'Better than' : 'Worse than'
  const parts = [
    target === null ? undefined : `${compared(target)} the target of ${target}%`,
    was === null ? undefined : `${compared(was)} the twelve months before (${was.toFixed(measure.decimals)}%)`,
  ].filter((part) => part !== undefined)
  if (parts.length === 0) return 'There is no target, and nothing earlier to compare it with.'
  return `${parts.join(', and ').replace(/, and (\w)/, (_, letter: string) => `, and ${letter.toLowerCase()}`)}.`
}

function headline(measure: Measure, figures: Figures, target: number | null) {
  const source = 'The live record'
  const of = (sum: Sum): string =>
    `${sum.numerator.toLocaleString('en-GB')} of ${sum.denominator.toLocaleString('en-GB')}`
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <Figure
          label="Year to date"
          value={inPercent(measure, figures.yearToDate)}
          sentence={`${of(figures.yearToDate)}. ${sentenceOf(measure, figures.yearToDate, { numerator: 0, denominator: 0 }, target)}`}
          period={figures.yearToDate.period.title}
          source={source}
        />
      </div>
      <div class="govuk-grid-column-one-half">
        <Figure
          label="Rolling twelve months"
          value={inPercent(measure, figures.rolling)}
          sentence={`${of(figures.rolling)}. ${sentenceOf(measure, figures.rolling, figures.lastYear, target)}`}
          period={figures.rolling.period.title}
          source={source}
        />
      </div>
    </div>
  )
}

function chart(measure: Measure, figures: Figures, target: number | null) {
  const months = figures.months.map((one) => one.month)
  return (
    <Chart
      id={measure.id}
      title={`${measure.title}, by month`}
      months={months}
      format={(value) => `${value.toFixed(measure.decimals)}%`}
      value={{ name: 'This council', values: figures.months.map((one) => percentage(one, measure.decimals)) }}
      {...(target !== null && { target: { name: 'Target', values: months.map(() => target) } })}
    />
  )
}

function teams({ services, viewer }: Request, measure: Measure, figures: Figures) {
  if (figures.teams.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">By team, {figures.yearToDate.period.title.toLowerCase()}</h2>
      <Table
        attributes={{ 'aria-label': 'By team' }}
        head={[
          'Team',
          { text: 'Count', format: 'numeric' },
          { text: 'Of', format: 'numeric' },
          { text: 'Percentage', format: 'numeric' },
        ]}
        rows={figures.teams.map((one) => [
          services.directory.teamName(one.team),
          { text: one.numerator, format: 'numeric' },
          { text: one.denominator, format: 'numeric' },
          { text: inPercent(measure, one), format: 'numeric' },
        ])}
      />
      {viewer.role !== 'councillor' && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/measures/${measure.id}/children`}>
            The children behind the year to date
          </a>
        </p>
      )}
    </section>
  )
}
