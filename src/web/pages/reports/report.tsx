/** One report of the census: the table, and the same as a file. */
import type { Period } from '../../../core/calendar/index.ts'
import { done, type Outcome, problem } from '../../../core/outcomes.ts'
import {
  type CinReport,
  cinReports,
  type ReportTable,
  readCinYear,
} from '../../../insight/explore/cin-reports/index.ts'
import { BackLink, type Cell, Empty, Pager, Table } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { formatAsked, tableFile } from '../download.ts'
import { mayOpenReports, titleOf, yearAsked, yearForm } from './list.tsx'

const pageSize = 100

interface Made {
  readonly report: CinReport
  readonly year: Period
  readonly table: ReportTable
}

async function make(request: Request): Promise<Outcome<Made>> {
  if (!mayOpenReports(request)) return problem('access.denied')
  const report = cinReports.find((one) => one.id === request.params.report)
  if (report === undefined) return problem('request.not-found')
  const { definitions, explore } = request.services
  const year = yearAsked(request)
  const explored = await explore.now(request.reader, report.id)
  if (!explored.ok) return explored
  const facts = await readCinYear(request.reader, year, report.needs)
  if (!facts.ok) return facts
  const { columns } = explored.value
  return done({
    report,
    year,
    table: report.table(facts.value, { definitions, columns, workingDays: definitions.house.calendars.working }),
  })
}

export const reportPage: Page = {
  name: 'report',
  path: '/reports/:report',
  section: 'measures',
  async GET(request) {
    const made = await make(request)
    if (!made.ok) return failed(made)
    const { report, year, table } = made.value
    const address = `/reports/${report.id}`
    const number = Math.max(1, Math.trunc(Number(request.query.page)) || 1)
    const shown = report.isChildLevel ? table.rows.slice((number - 1) * pageSize, number * pageSize) : table.rows
    return view({
      heading: report.title,
      caption: titleOf(year, request.today),
      before: <BackLink href={`/reports?year=${year.title}`}>All reports</BackLink>,
      isWide: true,
      body: (
        <>
          <p class="govuk-body">{report.about}</p>
          {yearForm(request, address, year)}
          {table.rows.length === 0 ? (
            <Empty>There are none in this year.</Empty>
          ) : (
            <Table
              attributes={{ 'aria-label': report.title }}
              firstCellIsHeader
              head={table.head.map((text, i) => (isNumeric(table, i) ? { text, format: 'numeric' } : text))}
              rows={shown.map((row) => row.map((cell, i) => cellOf(report, table, cell, i)))}
            />
          )}
          {report.isChildLevel && table.rows.length > 0 && (
            <Pager
              page={number}
              pageSize={pageSize}
              total={table.rows.length}
              what="lines"
              href={(page) => `${address}?year=${year.title}&page=${page}`}
            />
          )}
          <p class="govuk-body heartwood-no-print">
            Download:{' '}
            <a class="govuk-link" href={`${address}/download?year=${year.title}&format=csv`}>
              CSV
            </a>
            {' or '}
            <a class="govuk-link" href={`${address}/download?year=${year.title}&format=xlsx`}>
              Excel workbook (XLSX)
            </a>
          </p>
        </>
      ),
    })
  },
}

/** A column in which any row has a number. */
const isNumeric = ({ rows }: ReportTable, column: number): boolean =>
  rows.some((row) => typeof row[column] === 'number')

function cellOf(report: CinReport, table: ReportTable, cell: string | number, column: number): Cell {
  if (column === 0 && report.isChildLevel)
    return (
      <a class="govuk-link" href={`/children/${cell}`}>
        {cell}
      </a>
    )
  const text = typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell
  return isNumeric(table, column) ? { text, format: 'numeric' } : text
}

export const reportFile: Page = {
  name: 'report-file',
  path: '/reports/:report/download',
  section: 'measures',
  async GET(request) {
    const made = await make(request)
    if (!made.ok) return failed(made)
    const { report, year, table } = made.value
    return tableFile(`${report.id}-${year.title}`, formatAsked(request.query.format), [
      { name: report.title, ...table },
    ])
  },
}
