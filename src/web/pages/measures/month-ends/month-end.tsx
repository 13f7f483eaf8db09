/** One month end: every measure as it was kept, beside what the record says of that month now. */
import { inWordsMoment, monthOf } from '../../../../core/calendar/index.ts'
import type { Measure } from '../../../../core/measures/measure.ts'
import { type Outcome, problem } from '../../../../core/outcomes.ts'
import { figuresKept, type KeptFigure, type MonthEnd, monthEndOf } from '../../../../insight/explore/index.ts'
import { partOf } from '../../../../insight/standing/index.ts'
import { BackLink, type Cell, Details, Table, Tag } from '../../../components/index.ts'
import { failed, type Page, type Request, view } from '../../../server/page.ts'
import { isPercentage, whole } from '../words.ts'
import { isAnalyst } from './who.ts'

/** Problem: `access.denied`, `record.not-found`. */
export async function openMonthEnd(request: Request): Promise<Outcome<MonthEnd>> {
  if (!isAnalyst(request.viewer)) return problem('access.denied')
  const id = Number(request.params.monthEnd)
  return Number.isInteger(id) && id > 0 && id < 2 ** 31 ? monthEndOf(request.reader, id) : problem('record.not-found')
}

export const keptInWords = ({ services }: Request, { frozen, frozen_by }: MonthEnd): string =>
  `Kept on ${inWordsMoment(frozen)} by ${services.directory.workerName(frozen_by)}`

export const monthEndPage: Page = {
  name: 'month-end',
  path: '/month-ends/:monthEnd',
  section: 'measures',
  async GET(request) {
    const opened = await openMonthEnd(request)
    if (!opened.ok) return failed(opened)
    const kept = opened.value
    const { measures, house } = request.services.definitions
    const read = await figuresKept(request.reader, kept, measures)
    if (!read.ok) return failed(read)
    const figures = new Map(read.value.map((one) => [one.measure, one]))
    const line = (measure: Measure): Cell[] => row(kept, measure, figures)
    const own = measures.filter((one) => one.kind !== 'rate')
    return view({
      heading: monthOf(kept.ends).title,
      caption: 'Month end',
      before: <BackLink href="/month-ends">Month ends</BackLink>,
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            {keptInWords(request, kept)}. Beside each figure stands what the record says of the month now, and in how
            many lines the two differ.
          </p>
          {[...Map.groupBy(own, (one) => one.service)].map(([service, group]) => (
            <section>
              <h2 class="govuk-heading-m">{house.pathway(service).title}</h2>
              {[...Map.groupBy(group, (one) => one.family)].map(([family, members]) =>
                family === undefined ? (
                  table(house.pathway(service).title, members.map(line))
                ) : (
                  <Details summary={`${family} (${members.length})`}>{table(family, members.map(line))}</Details>
                ),
              )}
            </section>
          ))}
        </>
      ),
    })
  },
}

const table = (label: string, rows: readonly Cell[][]) => (
  <Table
    attributes={{ 'aria-label': label }}
    firstCellIsHeader
    head={['Measure', { text: 'As kept', format: 'numeric' }, { text: 'Now', format: 'numeric' }, 'Since then']}
    rows={rows}
  />
)

function row(kept: MonthEnd, measure: Measure, figures: ReadonlyMap<string, KeptFigure>): Cell[] {
  const top = figures.get(measure.from.numerator)
  const bottom = figures.get(measure.from.denominator ?? measure.id)
  const then = { numerator: top?.numerator ?? 0, denominator: bottom?.denominator ?? 0 }
  const now = { numerator: top?.numerator_now ?? 0, denominator: bottom?.denominator_now ?? 0 }
  const month = monthOf(kept.ends)
  const figure = (sum: typeof then): Cell => ({
    text: `${partOf(measure, month, sum).printed}${isPercentage(measure) ? ` (${whole(sum.numerator)} of ${whole(sum.denominator)})` : ''}`,
    format: 'numeric',
  })
  const changed = top?.changed ?? 0
  return [
    <a class="govuk-link" href={`/month-ends/${kept.id}/${measure.id}`}>
      {measure.title}
    </a>,
    figure(then),
    figure(now),
    changed === 0 ? (
      'As it was'
    ) : (
      <Tag colour="yellow">{`${whole(changed)} ${changed === 1 ? 'line' : 'lines'} changed`}</Tag>
    ),
  ]
}
