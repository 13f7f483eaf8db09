/** Month ends: lists of children as every measure had them on a day, kept by those who answer for the figures. */
import { type Day, inWordsMoment, monthOf, monthsOf, type Period, rolling12 } from '../../../../core/calendar/index.ts'
import { problem } from '../../../../core/outcomes.ts'
import { freezeMonth, monthEnds } from '../../../../insight/explore/index.ts'
import { BackLink, Button, Empty, Select, Table } from '../../../components/index.ts'
import { failed, type Page, type Request, redirect, view } from '../../../server/page.ts'
import { isAnalyst } from './who.ts'

/** The whole months of the last year, the latest first. */
const monthsOffered = (today: Day): Period[] => monthsOf(rolling12(today)).reverse()

export const monthEndsPage: Page = {
  name: 'month-ends',
  path: '/month-ends',
  section: 'measures',
  async GET(request) {
    if (!isAnalyst(request.viewer)) return failed(problem('access.denied'))
    return drawn(request, false)
  },
  async POST(request) {
    if (!isAnalyst(request.viewer)) return failed(problem('access.denied'))
    const month = monthsOffered(request.today).find((one) => one.to === request.posted.month)
    if (month === undefined) return drawn(request, true)
    const { pool, definitions } = request.services
    const id = await freezeMonth(pool, definitions.measures, { month, by: request.viewer.worker, now: request.now })
    return redirect(`/month-ends/${id}`, `${month.title} is kept as it stands now.`)
  },
}

async function drawn(request: Request, isMissing: boolean) {
  const read = await monthEnds(request.reader)
  if (!read.ok) return failed(read)
  const error = 'Choose the month to keep'
  return view({
    heading: 'Month ends',
    before: <BackLink href="/measures">Measures</BackLink>,
    isWide: true,
    ...(isMissing && { errors: [{ text: error, href: '#month' }], status: 422 }),
    body: (
      <>
        <p class="govuk-body">
          A month end keeps, for every measure, which children it counted in the month as the record stood when it was
          kept. What is recorded or corrected afterwards does not change it: open it to see what has.
        </p>
        <form method="post" action="/month-ends" novalidate>
          <input type="hidden" name="token" value={request.token} />
          <Select
            id="month"
            name="month"
            label="Which month?"
            items={[
              { value: '', text: 'Choose a month' },
              ...monthsOffered(request.today).map((one) => ({ value: one.to, text: one.title })),
            ]}
            {...(isMissing && { errorMessage: error })}
          />
          <Button>Keep this month as it stands now</Button>
        </form>
        <h2 class="govuk-heading-m">Kept</h2>
        {read.value.length === 0 ? (
          <Empty>No month has been kept yet.</Empty>
        ) : (
          <Table
            attributes={{ 'aria-label': 'Month ends' }}
            firstCellIsHeader
            head={['Month', 'Kept', 'By', { text: 'Lines', format: 'numeric' }]}
            rows={read.value.map((one) => [
              <a class="govuk-link" href={`/month-ends/${one.id}`}>
                {monthOf(one.ends).title}
              </a>,
              inWordsMoment(one.frozen),
              request.services.directory.workerName(one.frozen_by),
              { text: one.lines.toLocaleString('en-GB'), format: 'numeric' as const },
            ])}
          />
        )}
      </>
    ),
  })
}
