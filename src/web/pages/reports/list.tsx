/** The reports of the children in need census, made from the record of a year. */
import { type Day, type Period, yearOf } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { censusYears, cinReports } from '../../../insight/explore/cin-reports/index.ts'
import { BackLink, Button, Select, Table } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'

/** Reports of a census are for those who answer for it; councillors have the measures, without small numbers. */
export const mayOpenReports = ({ viewer }: Request): boolean => viewer.role !== 'councillor'

/** The census year that an address names, or the last one that is over. */
export function yearAsked({ query, today }: Request): Period {
  const years = censusYears(today)
  return years.find((one) => one.title === query.year) ?? years[1]!
}

export const reportsPage: Page = {
  name: 'reports',
  path: '/reports',
  section: 'measures',
  async GET(request) {
    if (!mayOpenReports(request)) return failed(problem('access.denied'))
    const year = yearAsked(request)
    return view({
      heading: 'Reports of the children in need census',
      caption: titleOf(year, request.today),
      before: <BackLink href="/measures">Measures</BackLink>,
      isWide: true,
      body: (
        <>
          <p class="govuk-body">
            What the collection will show of the year, made from the record now: each can be put right here before the
            census is sent.
          </p>
          {yearForm(request, '/reports', year)}
          <Table
            attributes={{ 'aria-label': 'Reports' }}
            firstCellIsHeader
            head={['Report', 'What it shows', 'About']}
            rows={cinReports.map((report) => [
              <a class="govuk-link" href={`/reports/${report.id}?year=${year.title}`}>
                {report.title}
              </a>,
              report.about,
              report.isChildLevel ? 'Each child' : 'Numbers',
            ])}
          />
        </>
      ),
    })
  },
}

/** `2025-26: 1 April 2025 to 31 March 2026`, or `so far` of the year that runs. */
export const titleOf = ({ title, to }: Period, today: Day): string =>
  `Census year ${title}${to === today && !to.endsWith('-03-31') ? ', so far' : ''}`

export const yearForm = ({ today }: Request, action: string, year: Period) => (
  <form method="get" action={action} class="heartwood-no-print">
    <Select
      id="year"
      name="year"
      label="Census year"
      value={year.title}
      items={censusYears(today).map((one) => ({
        value: one.title,
        text: `April ${yearOf(one.from)} to March ${yearOf(one.from) + 1}${one.to === today ? ', so far' : ''}`,
      }))}
    />
    <Button variant="secondary">Show this year</Button>
  </form>
)
