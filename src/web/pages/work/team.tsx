/** The team board: who carries what, what nobody has yet, what waits for a signature, who has not been seen. */
import { addDays, inShort, inWordsMoment } from '../../../core/calendar/index.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { clocksStoppedBySigning, clockTitles, servicesWithLead, visitClocks } from '../../../core/work/lists.ts'
import { type Overdue, overdueTasks } from '../../../core/work/overdue.ts'
import { type Waiting, waitingForSignature } from '../../../core/work/sign-off.ts'
import {
  type Load,
  loadsOfTeam,
  loadsOfTeams,
  type TeamLoad,
  type Unallocated,
  unallocated,
} from '../../../core/work/team.ts'
import { Empty } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { overdueRows } from './overdue.tsx'
import {
  childLine,
  count,
  dueIn,
  dueNext,
  episodeHref,
  figures,
  inFigures,
  inGroups,
  link,
  stepTitle,
  WorkTable,
} from './rows.tsx'
import { chooseTeam, chosenTeam } from './teams.tsx'

const shownOfEach = 10
const unallocatedShown = 100
const visitsAhead = 7

export const teamPage: Page = {
  name: 'team',
  path: '/team',
  section: 'team',
  async GET(request) {
    const { reader, services, today, now } = request
    const { house } = services.definitions
    const team = chosenTeam(request)
    const { keys, titles } = clockTitles(house)
    const signing = clocksStoppedBySigning(house)
    const visits = visitClocks(house)
    const late = (clocks: readonly string[] | null) =>
      reader.read(overdueTasks, [today, now, team, null, clocks, keys, titles, shownOfEach, 0])
    const signatures = (kind: string) => reader.read(waitingForSignature, [team, signing.steps, signing.clocks, kind])
    const lead = servicesWithLead(house)
    const [loads, teams, nobodys, waiting, returned, overdue, unseen] = await Promise.all([
      reader.read(loadsOfTeam, [team, today, now, visits, addDays(today, visitsAhead)]),
      reader.read(loadsOfTeams, [today, now, lead]),
      reader.read(unallocated, [team, lead, unallocatedShown]),
      signatures('sign-off'),
      signatures('returned'),
      late(null),
      late(visits),
    ])
    if (!loads.ok) return failed(loads)
    if (!teams.ok) return failed(teams)
    if (!nobodys.ok) return failed(nobodys)
    if (!waiting.ok) return failed(waiting)
    if (!returned.ok) return failed(returned)
    if (!overdue.ok) return failed(overdue)
    if (!unseen.ok) return failed(unseen)
    const name = team === null ? 'Every team' : services.directory.teamName(team)
    return view({
      heading: `${name}: who carries what`,
      caption: 'Team board',
      isWide: true,
      body: (
        <>
          {chooseTeam(request, '/team', team)}
          <p class="govuk-body">As it stands on {inWordsMoment(now)}.</p>
          {unallocatedSection(request, nobodys.value)}
          {signOffSection(waiting.value, team)}
          {unseenSection(request, unseen.value)}
          {overdueSection(request, overdue.value, team)}
          {team === null ? teamsSection(request, teams.value) : loadSection(request, loads.value, team)}
          {returnedSection(request, returned.value)}
        </>
      ),
    })
  },
}

function unallocatedSection(request: Request, rows: readonly Unallocated[]) {
  const { house } = request.services.definitions
  const families = inGroups(rows, (row) => `${row.pathway} ${row.family ?? -row.record}`)
  const total = rows[0]?.total ?? 0
  return (
    <section>
      <h2 class="govuk-heading-m" id="unallocated">
        Not allocated to anyone
      </h2>
      {rows.length === 0 ? (
        <Empty>Every open piece of work of this team has a worker.</Empty>
      ) : (
        <>
          <p class="govuk-body">
            {count(total, 'child', 'children')} with open work and no worker
            {total > rows.length && `, of whom ${rows.length} are shown`}: those of the team, and those that no team has
            yet. Least time left first.
          </p>
          <WorkTable
            label="Not allocated to anyone"
            head={['Children', 'Service', 'Opened', 'Due next', 'Team', 'Do']}
            rows={families.map((same) => {
              const first = same[0]!
              return [
                <ul class="govuk-list">
                  {same.map((row) => (
                    <li>{childLine(request, row)}</li>
                  ))}
                </ul>,
                house.pathway(first.pathway).title,
                inShort(first.opened),
                dueNext(request, first),
                request.services.directory.teamName(first.team),
                link(
                  `/team/allocate/${first.child_id}/${first.pathway}`,
                  'Allocate',
                  `: ${same.map(nameOf).join(', ')}`,
                ),
              ]
            })}
          />
        </>
      )}
    </section>
  )
}

function signOffSection(rows: readonly Waiting[], team: number | null) {
  const acts = inGroups(rows, (row) => row.act)
  return (
    <section>
      <h2 class="govuk-heading-m">Waiting for signature</h2>
      {acts.length === 0 ? (
        <Empty>Nothing waits for a signature.</Empty>
      ) : (
        <p class="govuk-body">
          {link(`/sign-off?team=${team ?? 'all'}`, `${count(acts.length, 'piece')} of work`)} about{' '}
          {count(rows.length, 'child', 'children')}; the oldest was sent on {inWordsMoment(oldest(rows))}.
        </p>
      )}
    </section>
  )
}

const oldest = (rows: readonly Waiting[]) => rows.map((row) => row.since_at!).toSorted()[0]!

function unseenSection(request: Request, rows: readonly Overdue[]) {
  const total = rows[0]?.total ?? 0
  return (
    <section>
      <h2 class="govuk-heading-m">Not seen when they should have been</h2>
      {total === 0 ? (
        <Empty>Every child on a plan has been seen in time.</Empty>
      ) : (
        <>
          <p class="govuk-body">
            {count(total, 'child', 'children')} whose visit is late
            {total > rows.length && `; the ${rows.length} most urgent`}. A visit at which the child was not seen does
            not count.
          </p>
          <WorkTable
            label="Not seen when they should have been"
            head={['Child', 'Visit was due', 'How late', 'Worker']}
            rows={rows.map((row) => [
              childLine(request, row),
              inShort(row.due!),
              dueIn(request, row),
              request.services.directory.workerName(row.worker),
            ])}
          />
        </>
      )}
    </section>
  )
}

function overdueSection(request: Request, rows: readonly Overdue[], team: number | null) {
  const total = rows[0]?.total ?? 0
  return (
    <section>
      <h2 class="govuk-heading-m">Overdue</h2>
      {total === 0 ? (
        <Empty>Nothing is overdue.</Empty>
      ) : (
        <>
          <p class="govuk-body">
            {link(`/overdue?team=${team ?? 'all'}`, count(total, 'thing'))} overdue
            {total > rows.length && `; the ${rows.length} gravest and latest`}.
          </p>
          {overdueRows(request, rows)}
        </>
      )}
    </section>
  )
}

function loadSection(request: Request, loads: readonly Load[], team: number) {
  const { directory } = request.services
  const byWorker = new Map(loads.flatMap((load) => (load.worker === null ? [] : [[load.worker, load] as const])))
  const members = directory.workers.filter((worker) => worker.until === null && worker.team === team)
  const others = [...byWorker.keys()].flatMap((id) => {
    const worker = directory.worker(id)
    return worker && !members.includes(worker) ? worker : []
  })
  return (
    <section>
      <h2 class="govuk-heading-m">Who carries what</h2>
      {members.length + others.length === 0 ? (
        <Empty>Nobody is in this team.</Empty>
      ) : (
        <WorkTable
          label="Who carries what"
          head={[
            'Worker',
            'Role',
            figures('Children'),
            figures('Families'),
            figures('Overdue now'),
            figures(`Visits due by ${inShort(addDays(request.today, visitsAhead))}`),
          ]}
          rows={[...members, ...others]
            .toSorted((a, b) => (byWorker.get(b.id)?.children ?? 0) - (byWorker.get(a.id)?.children ?? 0))
            .map((worker) => {
              const load = byWorker.get(worker.id)
              const role = worker.until === null ? worker.role : `${worker.role}, has left: allocate again`
              return [
                `${worker.forename} ${worker.surname}`,
                worker.team === team ? role : `${role} (${directory.teamName(worker.team)})`,
                inFigures(load?.children ?? 0),
                inFigures(load?.families ?? 0),
                inFigures(load?.overdue ?? 0),
                inFigures(load?.visits ?? 0),
              ]
            })}
        />
      )}
    </section>
  )
}

function teamsSection({ services }: Request, teams: readonly TeamLoad[]) {
  return (
    <section>
      <h2 class="govuk-heading-m">Team by team</h2>
      {teams.length === 0 ? (
        <Empty>No team has open work.</Empty>
      ) : (
        <WorkTable
          label="Team by team"
          head={[
            'Team',
            figures('Children'),
            figures('Not allocated'),
            figures('Overdue now'),
            figures('Waiting for signature'),
          ]}
          rows={teams.map((one) => [
            one.team === null ? 'No team yet' : link(`/team?team=${one.team}`, services.directory.teamName(one.team)),
            inFigures(one.children),
            inFigures(one.unallocated),
            inFigures(one.overdue),
            inFigures(one.sign_off),
          ])}
        />
      )}
    </section>
  )
}

function returnedSection(request: Request, rows: readonly Waiting[]) {
  const { house } = request.services.definitions
  return (
    <section>
      <h2 class="govuk-heading-m" id="returned">
        Returned and not yet sent again
      </h2>
      {rows.length === 0 ? (
        <Empty>Nothing that was returned is still to be sent again.</Empty>
      ) : (
        <WorkTable
          label="Returned and not yet sent again"
          head={['Child', 'Work', 'Returned', 'Whose it is']}
          rows={rows
            .slice(0, shownOfEach)
            .map((row) => [
              childLine(request, row),
              link(`${episodeHref(row, row.episode)}#entry-${row.n}`, stepTitle(house, row)),
              row.since_at ? inWordsMoment(row.since_at) : inShort(row.since),
              request.services.directory.workerName(row.author),
            ])}
        />
      )}
    </section>
  )
}
