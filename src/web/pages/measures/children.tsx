/** The children behind a figure, newest first, for those who may see them. */
import { logged } from '../../../core/access/access.ts'
import { dayFromNumber, inFull, inShort, yearToDate } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { nameOf, type PersonColumns } from '../../../core/people/person-columns.ts'
import { type BehindFact, behind } from '../../../insight/explore/index.ts'
import { BackLink, Empty, Pager, SubNavigation, Table, Tag } from '../../components/index.ts'
import { failed, type Page, view } from '../../server/page.ts'
import { isCouncillor, type Opened, openMeasure } from './opened.ts'
import { isPercentage } from './words.ts'

const pageSize = 50
const shows = [
  ['All', 'all'],
  ['Counted', 'met'],
  ['Not counted', 'missed'],
] as const

interface Named extends Pick<PersonColumns, 'child_id' | 'forename' | 'surname' | 'known_as'> {
  readonly record: number
}

/** `$4`: the records of a page of lines. */
const namesOf = logged<Named>(
  'measure-children',
  `select p.record, p.child_id, p.forename, p.surname, p.known_as from person p where p.record = any($4::integer[])`,
)

export const measureChildren: Page = {
  name: 'measure-children',
  path: '/measures/:measure/children',
  section: 'measures',
  async GET(request) {
    if (isCouncillor(request)) return failed(problem('access.denied'))
    const asked = await openMeasure(request)
    if (!asked.ok) return failed(asked)
    const opened = asked.value
    const { measure } = opened
    const number = Math.max(1, Math.trunc(Number(request.query.page)) || 1)
    const [, show] = shows.find(([, id]) => id === request.query.show) ?? shows[0]
    const all = linesOf(opened).filter((line) => show === 'all' || line.meets === (show === 'met'))
    const lines = all.slice((number - 1) * pageSize, number * pageSize)
    const read = await request.reader.read(namesOf, [lines.map((line) => line.record)], { detail: measure.id })
    if (!read.ok) return failed(read)
    const names = new Map(read.value.map((one) => [one.record, one]))
    const group = opened.only === null ? '' : `by=${opened.by.id}&only=${encodeURIComponent(opened.only.id)}&`
    const address = `/measures/${measure.id}/children?${group}`
    return view({
      heading: 'The children behind the figure',
      caption: opened.only === null ? measure.title : `${measure.title}. ${opened.by.heading}: ${opened.only.label}`,
      before: <BackLink href={`/measures/${measure.id}`}>Back to the measure</BackLink>,
      isWide: true,
      body: (
        <>
          <p class="govuk-body">{explained(opened, all.length)}</p>
          {isPercentage(measure) && (
            <SubNavigation
              label="Which children"
              items={shows.map(([text, id]) => ({ text, href: `${address}show=${id}`, active: id === show }))}
            />
          )}
          {lines.length === 0 ? (
            <Empty>There are none.</Empty>
          ) : (
            <Table
              attributes={{ 'aria-label': 'Children' }}
              head={[
                'Child',
                measure.over === 'date' ? 'Since' : 'Day',
                ...(isPercentage(measure) ? ['Counted'] : []),
                'Team',
              ]}
              rows={lines.map((line) => row(opened, line, names.get(line.record), request.services.directory.teamName))}
            />
          )}
          <Pager
            page={number}
            pageSize={pageSize}
            total={all.length}
            what="lines"
            href={(page) => `${address}show=${show}&page=${page}`}
          />
        </>
      ),
    })
  },
}

function linesOf({ columns, measure, on, only }: Opened): readonly BehindFact[] {
  const period = measure.over === 'date' ? { from: on, to: on } : yearToDate(on)
  return behind(columns, measure, period, only)
}

function explained({ measure, on }: Opened, count: number): string {
  const lines = `${count} ${count === 1 ? 'line' : 'lines'}`
  if (measure.over === 'date') return `${lines} on ${inFull(on)}, the newest first: ${measure.numerator}.`
  const period = yearToDate(on).title.toLowerCase()
  if (!isPercentage(measure)) return `${lines}, ${period}: ${measure.numerator}.`
  return `${lines}, ${period}: each is one of the ${measure.denominator}. Counted are ${measure.numerator}.`
}

function row({ measure }: Opened, line: BehindFact, named: Named | undefined, teamName: (id: number | null) => string) {
  const day = dayFromNumber(line.day)
  return [
    named === undefined ? (
      'Not on the register'
    ) : (
      <a class="govuk-link" href={`/children/${named.child_id}`}>
        {nameOf(named)}
      </a>
    ),
    inShort(day),
    ...(isPercentage(measure)
      ? [line.meets ? <Tag colour="green">Counted</Tag> : <Tag colour="grey">Not counted</Tag>]
      : []),
    teamName(line.team),
  ]
}
