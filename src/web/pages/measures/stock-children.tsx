/** The children whom a stock counts today, the newest first. */
import { inFull, inShort } from '../../../core/calendar/index.ts'
import { childrenInState } from '../../../core/measures/figures.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { BackLink, Empty, Pager, Table } from '../../components/index.ts'
import { type Answer, failed, type Request, view } from '../../server/page.ts'

const pageSize = 50

export async function stockChildren(request: Request, measure: Measure): Promise<Answer> {
  const number = Math.max(1, Math.trunc(Number(request.query.page)) || 1)
  const counted = { pathway: measure.service, state: measure.state ?? '', on: request.today }
  const read = await childrenInState(request.reader, counted, { size: pageSize, number })
  if (!read.ok) return failed(read)
  const total = read.value[0]?.total ?? 0
  return view({
    heading: measure.title,
    caption: `Today, ${inFull(request.today)}`,
    before: <BackLink href={`/measures/${measure.id}`}>Back to the measure</BackLink>,
    isWide: true,
    body: (
      <>
        <p class="govuk-body">
          {total} {total === 1 ? 'child' : 'children'}, the newest first.
        </p>
        {read.value.length === 0 ? (
          <Empty>There are none.</Empty>
        ) : (
          <Table
            attributes={{ 'aria-label': 'Children' }}
            head={['Child', 'Since', 'Team']}
            rows={read.value.map((one) => [
              <a class="govuk-link" href={`/children/${one.child_id}/episodes/${one.episode}`}>
                {nameOf(one)}
              </a>,
              inShort(one.since),
              request.services.directory.teamName(one.team),
            ])}
          />
        )}
        <Pager
          page={number}
          pageSize={pageSize}
          total={total}
          what="children"
          href={(page) => `/measures/${measure.id}/children?page=${page}`}
        />
      </>
    ),
  })
}
