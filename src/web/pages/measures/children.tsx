/** The children behind a measure's year to date, newest first, for those who may see them. */
import { inShort, yearToDate } from '../../../core/calendar/index.ts'
import { childrenBehind } from '../../../core/measures/figures.ts'
import { problem } from '../../../core/outcomes.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { BackLink, Empty, Pager, SubNavigation, Table, Tag } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { stockChildren } from './stock-children.tsx'

const pageSize = 50
const kept = { all: null, met: true, missed: false } as const

export const measureChildren: Page = {
  name: 'measure-children',
  path: '/measures/:measure/children',
  section: 'measures',
  async GET(request) {
    const measure = request.services.definitions.measures.find((one) => one.id === request.params.measure)
    if (measure === undefined) return failed(problem('request.not-found'))
    if (measure.kind === 'stock') return stockChildren(request, measure)
    const number = Math.max(1, Math.trunc(Number(request.query.page)) || 1)
    const asked = String(request.query.show ?? 'all')
    const show = asked === 'met' || asked === 'missed' ? asked : 'all'
    const period = yearToDate(request.today)
    const only = { met: kept[show], team: null }
    const read = await childrenBehind(request.reader, measure.id, period, { size: pageSize, number }, only)
    if (!read.ok) return failed(read)
    const rows = read.value
    const total = rows[0]?.total ?? 0
    const address = `/measures/${measure.id}/children`
    const tabs = [
      ['All', 'all'],
      ['Counted', 'met'],
      ['Not counted', 'missed'],
    ] as const
    return view({
      heading: 'The children behind the figure',
      caption: measure.title,
      before: <BackLink href={`/measures/${measure.id}`}>Back to the measure</BackLink>,
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            {total} {total === 1 ? 'line' : 'lines'}, {period.title.toLowerCase()}: each is one of the{' '}
            {measure.denominator}. Counted are {measure.numerator}.
          </p>
          <SubNavigation
            label="Which children"
            items={tabs.map(([text, id]) => ({ text, href: `${address}?show=${id}`, active: id === show }))}
          />
          {rows.length === 0 ? (
            <Empty>There are none.</Empty>
          ) : (
            <Table
              attributes={{ 'aria-label': 'Children' }}
              head={['Child', 'Day', 'Counted', 'Team']}
              rows={rows.map((one) => [
                <a class="govuk-link" href={`/children/${one.child_id}/episodes/${one.episode}#entry-${one.key}`}>
                  {nameOf(one)}
                </a>,
                inShort(one.day),
                one.numerator === 1 ? <Tag colour="green">Counted</Tag> : <Tag colour="grey">Not counted</Tag>,
                request.services.directory.teamName(one.team),
              ])}
            />
          )}
          <Pager
            page={number}
            pageSize={pageSize}
            total={total}
            what="lines"
            href={(page) => `${address}?show=${show}&page=${page}`}
          />
        </>
      ),
    })
  },
}
