/** Front door, now: what has come in and is not decided, by time left; what others owe us; what the night left. */
import { addDays, dayOf, inShort, inWordsMoment, startOfDay } from '../../../core/calendar/index.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { type CameIn, cameIn, type Outstanding, outstanding, undecided } from '../../../core/work/at-the-door.ts'
import { servicesWithLead } from '../../../core/work/lists.ts'
import { type Unallocated, unallocated } from '../../../core/work/team.ts'
import { Empty } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { childrenOf, ratingTag, service, undecidedList } from './contacts-to-decide.tsx'
import {
  childLine,
  count,
  dueIn,
  dueNext,
  figures,
  inGroups,
  isOverdue,
  link,
  links,
  recordHref,
  WorkTable,
} from './rows.tsx'

const unallocatedShown = 10

export const frontDoorPage: Page = {
  name: 'front-door',
  path: '/front-door',
  section: 'front-door',
  async GET(request) {
    const { reader, services, today } = request
    const { house } = services.definitions
    const [contacts, checks, handOver, notices, waiting] = await Promise.all([
      reader.read(undecided, [service, 'decision', 'screening', addDays(today, -365)]),
      reader.read(outstanding, [service, 'agencyCheck']),
      reader.read(outstanding, [service, 'handOver']),
      reader.read(cameIn, [service, 'contact', 'domesticAbuse', startOfDay(today)]),
      reader.read(unallocated, [null, servicesWithLead(house), unallocatedShown]),
    ])
    if (!contacts.ok) return failed(contacts)
    if (!checks.ok) return failed(checks)
    if (!handOver.ok) return failed(handOver)
    if (!notices.ok) return failed(notices)
    if (!waiting.ok) return failed(waiting)
    return view({
      heading: 'Front door, now',
      isWide: true,
      body: (
        <>
          {whenNow(request)}
          {undecidedList(request, contacts.value)}
          {checkList(request, checks.value)}
          {handOverList(request, handOver.value)}
          {noticeList(request, notices.value)}
          {unallocatedList(request, waiting.value)}
        </>
      ),
    })
  },
}

function whenNow(request: Request) {
  const closed = hubIsClosed(request)
  return (
    <p class="govuk-body">
      As it stands on {inWordsMoment(request.now)}. The hub is {closed ? 'closed: only red checks are running' : 'open'}
      .
    </p>
  )
}

function hubIsClosed({ services, now }: Request): boolean {
  const opening = services.definitions.house.calendars.hub.openingOn(dayOf(now))
  return opening === undefined || now < opening.opens || now >= opening.closes
}

function checkList(request: Request, rows: readonly Outstanding[]) {
  const { house } = request.services.definitions
  const closed = hubIsClosed(request)
  const agency = house.pathway(service).steps.agencyCheck?.fields.agency
  const nameOfAgency = (code: string): string =>
    (agency && 'options' in agency ? agency.options.find((one) => one.code === code)?.label : undefined) ?? code
  const agencies = inGroups(rows, (row) => row.party ?? '').toSorted((a, b) => b.length - a.length)
  return (
    <section>
      <h2 class="govuk-heading-m">Agency checks not answered</h2>
      {rows.length === 0 ? (
        <Empty>Every agency that was asked has answered.</Empty>
      ) : (
        <>
          <p class="govuk-body">
            {count(rows.length, 'check')} asked of {count(agencies.length, 'agency', 'agencies')}, in hub hours; the
            agency that owes most first.
          </p>
          <WorkTable
            label="Agency checks not answered"
            head={['Agency', figures('Waiting'), figures('Late'), 'Checks, least time left first']}
            rows={agencies.map((own) => [
              nameOfAgency(own[0]!.party ?? ''),
              own.length,
              own.filter((row) => isOverdue(request, row)).length,
              checksOf(request, own, closed),
            ])}
          />
        </>
      )}
    </section>
  )
}

const checksShown = 5

function checksOf(request: Request, own: readonly Outstanding[], closed: boolean) {
  const item = (row: Outstanding) => (
    <li>
      {link(recordHref(row, row, 'agencyReply'), nameOf(row), 'has been answered')} {ratingTag(row.rating)}{' '}
      {dueIn(request, row)}
      {closed && row.rating === 'red' && ', running although the hub is closed'}
    </li>
  )
  return (
    <>
      <ul class="govuk-list">{own.slice(0, checksShown).map(item)}</ul>
      {own.length > checksShown && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{own.length - checksShown} more</span>
          </summary>
          <ul class="govuk-list">{own.slice(checksShown).map(item)}</ul>
        </details>
      )}
    </>
  )
}

function handOverList(request: Request, rows: readonly Outstanding[]) {
  return (
    <section>
      <h2 class="govuk-heading-m">From the evening team, not yet read</h2>
      {rows.length === 0 ? (
        <Empty>The evening team’s hand-over has been read.</Empty>
      ) : (
        <WorkTable
          label="From the evening team, not yet read"
          head={['Came in', 'Children', 'The worry', 'To be read', 'Do']}
          rows={inGroups(rows, (row) => row.act).map((same) => [
            same[0]!.at ? inWordsMoment(same[0]!.at) : '',
            childrenOf(request, same),
            same[0]!.words ?? '',
            dueIn(request, same[0]!),
            links(same.map((row) => link(recordHref(row, row, 'handOverRead'), 'Mark as read', `: ${nameOf(row)}`))),
          ])}
        />
      )}
    </section>
  )
}

function noticeList(request: Request, rows: readonly CameIn[]) {
  const mash = request.services.definitions.house.pathway(service)
  const outcome = mash.steps.decision?.fields.outcome
  const decided = (code: string | null): string =>
    (outcome && 'options' in outcome ? outcome.options.find((one) => one.code === code)?.label : undefined) ?? 'Decided'
  const incidents = inGroups(rows, (row) => row.reference ?? row.act)
  return (
    <section>
      <h2 class="govuk-heading-m">Domestic-abuse notices today</h2>
      {rows.length === 0 ? (
        <Empty>No domestic-abuse notice has come in today.</Empty>
      ) : (
        <>
          <p class="govuk-body">
            {count(incidents.length, 'incident')} with {count(rows.length, 'child', 'children')} since midnight, decided
            or not.
          </p>
          <WorkTable
            label="Domestic-abuse notices today"
            head={['Incident', 'Came in', 'Children', 'What happened', 'Decision']}
            rows={incidents.map((same) => [
              same[0]!.reference ?? 'No number given',
              same[0]!.at ? inWordsMoment(same[0]!.at) : '',
              childrenOf(request, same),
              same[0]!.words ?? '',
              [...new Set(same.map((row) => (row.closed ? decided(row.closing_reason) : 'Not yet')))].join(', '),
            ])}
          />
        </>
      )}
    </section>
  )
}

function unallocatedList(request: Request, rows: readonly Unallocated[]) {
  const { house } = request.services.definitions
  const total = rows[0]?.total ?? 0
  return (
    <section>
      <h2 class="govuk-heading-m">Referrals that nobody has yet</h2>
      {total === 0 ? (
        <Empty>Every open piece of work is allocated to a worker.</Empty>
      ) : (
        <>
          <p class="govuk-body">
            {count(total, 'open piece', 'open pieces')} of work without a worker
            {total > rows.length && `; the ${rows.length} with least time left`}.
          </p>
          <WorkTable
            label="Referrals that nobody has yet"
            head={['Child', 'Service', 'Opened', 'Due next', 'Do']}
            rows={rows.map((row) => [
              childLine(request, row),
              house.pathway(row.pathway).title,
              inShort(row.opened),
              dueNext(request, row),
              link(`/team/allocate/${row.child_id}/${row.pathway}`, 'Allocate', nameOf(row)),
            ])}
          />
          {total > rows.length && <p class="govuk-body">{link('/team?team=all#unallocated', 'See all of them')}</p>}
        </>
      )}
    </section>
  )
}
