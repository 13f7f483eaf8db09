/** A stock: how many now, beside a year ago, at each month's end, and by team. */
import { addYears, inFull } from '../../../core/calendar/index.ts'
import { type StockFigures, stockOf } from '../../../core/measures/figures.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { Chart, Empty, Figure, Table } from '../../components/index.ts'
import { type Answer, failed, type Request, view } from '../../server/page.ts'
import { definition } from './definition.tsx'

const whole = (value: number): string => value.toLocaleString('en-GB')

export function stockSentence({ now, lastYear }: Pick<StockFigures, 'now' | 'lastYear'>): string {
  if (now === lastYear) return 'As many as on the same day last year.'
  const difference = whole(Math.abs(now - lastYear))
  return `${difference} ${now > lastYear ? 'more' : 'fewer'} than on the same day last year (${whole(lastYear)}).`
}

export async function stockView(request: Request, measure: Measure): Promise<Answer> {
  const read = await stockOf(request.reader, measure.id, request.today)
  if (!read.ok) return failed(read)
  const figures = read.value
  const { directory, definitions } = request.services
  return view({
    heading: measure.title,
    caption: definitions.house.pathway(measure.service).title,
    isWide: true,
    body: (
      <>
        <Figure
          label="Today"
          value={whole(figures.now)}
          sentence={stockSentence(figures)}
          period={`${inFull(request.today)}, beside ${inFull(addYears(request.today, -1))}`}
          source="The live record"
        />
        <Chart
          id={measure.id}
          title={`${measure.title}, at the end of each month`}
          months={figures.months.map((one) => one.month)}
          value={{ name: 'This council', values: figures.months.map((one) => one.value) }}
          format={whole}
        />
        <h2 class="govuk-heading-m">By team, today</h2>
        {figures.teams.length === 0 ? (
          <Empty>There are none today.</Empty>
        ) : (
          <Table
            attributes={{ 'aria-label': 'By team' }}
            head={['Team', { text: 'Children', format: 'numeric' }]}
            rows={figures.teams.map((one) => [directory.teamName(one.team), { text: one.value, format: 'numeric' }])}
          />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={`/measures/${measure.id}/children`}>
            The children
          </a>
        </p>
        {definition(measure, null)}
      </>
    ),
  })
}
