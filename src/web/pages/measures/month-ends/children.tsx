/** The children of one measure of a month end, and what has changed about them since. */
import { type Day, inShort, monthOf } from '../../../../core/calendar/index.ts'
import type { Measure } from '../../../../core/measures/measure.ts'
import { done, type Outcome, problem } from '../../../../core/outcomes.ts'
import { nameOf } from '../../../../core/people/person-columns.ts'
import { type Change, childrenKept, type KeptLine, type MonthEnd } from '../../../../insight/explore/index.ts'
import { BackLink, Empty, SubNavigation, Table, Tag } from '../../../components/index.ts'
import { type Answer, failed, type Page, type Request, view } from '../../../server/page.ts'
import { formatAsked, tableFile } from '../../download.ts'
import { isPercentage } from '../words.ts'
import { keptInWords, openMonthEnd } from './month-end.tsx'

const changes: Readonly<Record<Change, string>> = {
  same: 'As it was',
  gone: 'No longer counted',
  added: 'Added since',
  otherwise: 'Counted otherwise',
}

interface Opened {
  readonly kept: MonthEnd
  readonly measure: Measure
  readonly lines: readonly KeptLine[]
}

async function open(request: Request): Promise<Outcome<Opened>> {
  const opened = await openMonthEnd(request)
  if (!opened.ok) return opened
  const measure = request.services.definitions.measures.find((one) => one.id === request.params.measure)
  if (measure === undefined) return problem('request.not-found')
  const lines = await childrenKept(request.reader, opened.value, measure)
  return lines.ok ? done({ kept: opened.value, measure, lines: lines.value }) : lines
}

export const monthEndChildren: Page = {
  name: 'month-end-children',
  path: '/month-ends/:monthEnd/:measure',
  section: 'measures',
  async GET(request) {
    const opened = await open(request)
    return opened.ok ? drawn(request, opened.value) : failed(opened)
  },
}

function drawn(request: Request, { kept, measure, lines }: Opened): Answer {
  const isChanges = request.query.show === 'changes'
  const changed = lines.filter((line) => line.change !== 'same')
  const shown = isChanges ? changed : lines.filter((line) => line.change !== 'added')
  const address = `/month-ends/${kept.id}/${measure.id}`
  const { teamName } = request.services.directory
  return view({
    heading: measure.title,
    caption: `Month end, ${monthOf(kept.ends).title}`,
    before: <BackLink href={`/month-ends/${kept.id}`}>All measures of the month end</BackLink>,
    isWide: true,
    body: (
      <>
        <p class="govuk-body">{keptInWords(request, kept)}.</p>
        <SubNavigation
          label="Which list"
          items={[
            { text: 'As it was kept', href: address, active: !isChanges },
            { text: `What changed since (${changed.length})`, href: `${address}?show=changes`, active: isChanges },
          ]}
        />
        {shown.length === 0 ? (
          <Empty>{isChanges ? 'Nothing has changed since.' : 'It counted nobody.'}</Empty>
        ) : (
          <Table
            attributes={{ 'aria-label': isChanges ? 'What changed since' : 'Children, as kept' }}
            head={['Child', 'As kept', 'Team', 'Now', 'Since then']}
            rows={shown.map((line) => [
              line.child_id === '' ? (
                'Not on the register'
              ) : (
                <a class="govuk-link" href={`/children/${line.child_id}`}>
                  {nameOf(line)}
                </a>
              ),
              side(measure, line.day, line.numerator),
              teamName(line.day === null ? line.team_now : line.team),
              side(measure, line.day_now, line.numerator_now),
              line.change === 'same' ? changes.same : <Tag colour="yellow">{changes[line.change]}</Tag>,
            ])}
          />
        )}
        <p class="govuk-body heartwood-no-print">
          Download both lists:{' '}
          <a class="govuk-link" href={`${address}/download?format=csv`}>
            CSV
          </a>
          {' or '}
          <a class="govuk-link" href={`${address}/download?format=xlsx`}>
            Excel workbook (XLSX)
          </a>
        </p>
      </>
    ),
  })
}

/** `3 Oct 2026, counted`; of a number only the day. */
function side(measure: Measure, day: Day | null, numerator: number | null): string {
  if (day === null) return 'Not in the list'
  if (!isPercentage(measure)) return inShort(day)
  return `${inShort(day)}, ${(numerator ?? 0) > 0 ? 'counted' : 'not counted'}`
}

const head = [
  'Child',
  'Name',
  'Day as kept',
  'Counted',
  'Of',
  'Team',
  'Day now',
  'Counted now',
  'Of now',
  'Team now',
  'Since then',
]

export const monthEndFile: Page = {
  name: 'month-end-file',
  path: '/month-ends/:monthEnd/:measure/download',
  section: 'measures',
  async GET(request) {
    const opened = await open(request)
    if (!opened.ok) return failed(opened)
    const { kept, measure, lines } = opened.value
    const { teamName } = request.services.directory
    const half = (day: Day | null, numerator: number | null, denominator: number | null, team: number | null) =>
      day === null ? ['', '', '', ''] : [day, numerator ?? '', denominator ?? '', teamName(team)]
    const rows = lines.map((line) => [
      line.child_id,
      nameOf(line),
      ...half(line.day, line.numerator, line.denominator, line.team),
      ...half(line.day_now, line.numerator_now, line.denominator_now, line.team_now),
      changes[line.change],
    ])
    return tableFile(`${measure.id}-month-end-${kept.ends}`, formatAsked(request.query.format), [
      { name: monthOf(kept.ends).title, head, rows },
    ])
  },
}
