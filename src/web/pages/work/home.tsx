/** My children this week: a row a family, the most urgent first. Who holds no cases sees what their role holds. */
import { addDays, inShort, inWordsMoment } from '../../../core/calendar/index.ts'
import type { Role } from '../../../core/pathway/step.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import {
  type Falling,
  type FallingChild,
  fallingChildren,
  fallingTo,
  myChildren,
  myTasks,
} from '../../../core/work/caseload.ts'
import { draftsOf, type ListedDraft } from '../../../core/work/drafts.ts'
import { answersForEveryTeam, rolesOf, servicesWithLead } from '../../../core/work/lists.ts'
import { type ServiceCount, serviceCounts } from '../../../core/work/service.ts'
import { countsOfTeam, type TeamCounts } from '../../../core/work/team.ts'
import { Button } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { draftHref, draftTitle } from './drafts.tsx'
import { familiesOf } from './families.ts'
import { familiesTable, fiveDays, howMany } from './my-families.tsx'
import {
  childLine,
  clockTitle,
  count,
  dueIn,
  figures,
  inFigures,
  inGroups,
  link,
  taskHref,
  WorkTable,
} from './rows.tsx'
import { servicesTable } from './services.tsx'

export const homePage: Page = {
  name: 'home',
  path: '/',
  section: 'home',
  async GET(request) {
    const { reader, viewer, services, today, now } = request
    const { house } = services.definitions
    const post = postOf(viewer)
    const [children, tasks, falling, sittings, counts, open, drafts] = await Promise.all([
      reader.read(myChildren, [viewer.worker]),
      reader.read(myTasks, [viewer.worker, post.roles]),
      reader.read(fallingTo, [post.roles, today, now, post.team]),
      reader.read(fallingChildren, [post.roles.filter(sits), addDays(today, daysAhead)]),
      reader.read(countsOfTeam, [viewer.team, today, now, servicesWithLead(house)]),
      reader.read(serviceCounts, [today, now]),
      draftsOf(reader),
    ])
    if (!children.ok) return failed(children)
    if (!tasks.ok) return failed(tasks)
    if (!falling.ok) return failed(falling)
    if (!sittings.ok) return failed(sittings)
    if (!counts.ok) return failed(counts)
    if (!open.ok) return failed(open)
    if (!drafts.ok) return failed(drafts)
    const families = familiesOf(children.value, tasks.value)
    const mine = new Set(children.value.map((one) => one.record))
    const others = sittings.value.filter((one) => !mine.has(one.record))
    const hasCases = families.length > 0
    const holdsCases = hasCases || carriesChildren(viewer.role)
    return view({
      heading: holdsCases ? 'My children this week' : 'Your work this week',
      isWide: true,
      body: (
        <>
          {hasCases && howMany(families)}
          {holdsCases && familiesTable(request, families)}
          {hasCases && fiveDays(request, families)}
          {draftList(drafts.value, house)}
          {falling.value.length > 0 && fallsToYou(request, falling.value, post)}
          {others.length > 0 && conferences(request, others)}
          {!holdsCases && !answersForEveryTeam(viewer.role) && yourTeam(request, counts.value[0]!)}
          {!holdsCases && inServices(request, open.value)}
          {!hasCases && elsewhere(holdsCases)}
        </>
      ),
    })
  },
}

/** A social worker at the front door or on the evening team carries no children from week to week. */
const carriesChildren = (role: string): boolean => /^(senior )?social worker$/i.test(role)

/** In which roles somebody acts, and for whom: a team manager for the team, the others for the council. */
interface Post {
  readonly roles: readonly Role[]
  readonly team: number | null
}

const postOf = (viewer: Request['viewer']): Post => {
  const roles = rolesOf(viewer.role).filter((role) => role !== 'social worker')
  return { roles, team: roles.includes('team manager') ? viewer.team : null }
}

/** The roles whose work is a sitting with a date. */
const sits = (role: Role): boolean => role === 'conference chair' || role === 'family group conference coordinator'
const daysAhead = 28

function draftList(drafts: readonly ListedDraft[], house: Request['services']['definitions']['house']) {
  if (drafts.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Your drafts</h2>
      <ul class="govuk-list">
        {drafts.slice(0, 5).map((draft) => (
          <li>
            {link(draftHref(draft), draftTitle(house, draft))}, saved {inWordsMoment(draft.saved)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{link('/drafts', `All ${count(drafts.length, 'draft')}`)}</p>
    </section>
  )
}

function fallsToYou(request: Request, falling: readonly Falling[], { roles, team }: Post) {
  const { definitions, directory } = request.services
  return (
    <section>
      <h2 class="govuk-heading-m">What falls to a {roles.join(' or ')}</h2>
      <p class="govuk-body">
        {team === null ? 'Across the council, whoever is allocated.' : `In ${directory.teamName(team)}.`}
      </p>
      <WorkTable
        label="What falls to your role"
        head={['What', figures('Children'), figures('Overdue now'), 'Next due']}
        rows={falling.map((one) => [
          link(one.pathway === 'mash' ? '/front-door' : `/services/${one.pathway}`, clockTitle(definitions.house, one)),
          inFigures(one.children),
          inFigures(one.overdue),
          one.next ? inShort(one.next) : 'None ahead',
        ])}
      />
    </section>
  )
}

/** A conference is one sitting for brothers and sisters, so they stand in one row. */
function conferences(request: Request, rows: readonly FallingChild[]) {
  const { house } = request.services.definitions
  const sittings = inGroups(rows, (row) => `${row.pathway} ${row.name} ${row.due} ${row.family ?? -row.record}`)
  return (
    <section>
      <h2 class="govuk-heading-m">Not allocated to you: due in the next four weeks, and late</h2>
      <p class="govuk-body">
        {count(sittings.length, 'sitting')} for {count(rows.length, 'child', 'children')}
        {rows.length === 100 && ': the first hundred'}. What rests on statute first, then the earliest.
      </p>
      <WorkTable
        label="Due in the next four weeks, and late"
        head={['What', 'Due', 'Time left', 'Children']}
        rows={sittings.map((same) => {
          const first = same[0]!
          return [
            link(
              taskHref(
                house,
                first,
                first,
                same.map((one) => one.child_id),
              ),
              clockTitle(house, first),
              `: ${same.map(nameOf).join(', ')}`,
            ),
            inShort(first.due!),
            dueIn(request, first),
            <ul class="govuk-list">
              {same.map((child) => (
                <li>{childLine(request, child)}</li>
              ))}
            </ul>,
          ]
        })}
      />
    </section>
  )
}

function yourTeam({ services, viewer }: Request, counts: TeamCounts) {
  // A team without cases, such as one of analysts, is not told four times that it has none.
  if (counts.sign_off + counts.overdue + counts.unallocated + counts.returned === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{services.directory.teamName(viewer.team)} now</h2>
      <WorkTable
        label="Your team now"
        head={['What', figures('How many')]}
        rows={[
          [link('/sign-off', 'Waiting for signature'), counts.sign_off],
          [link('/overdue', 'Overdue'), counts.overdue],
          [link('/team#unallocated', 'Not allocated to anyone'), counts.unallocated],
          [link('/team#returned', 'Returned and not yet sent again'), counts.returned],
        ]}
      />
      <Button href="/team">Open the team board</Button>
    </section>
  )
}

const inServices = (request: Request, open: readonly ServiceCount[]) => (
  <section>
    <h2 class="govuk-heading-m">Across the council now</h2>
    {servicesTable(request, open)}
  </section>
)

const elsewhere = (holdsCases: boolean) => (
  <section>
    <h2 class="govuk-heading-m">Where to go</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>{link('/front-door', 'Front door')}: what has come in and is not decided</li>
      {!holdsCases && <li>{link('/team?team=all', 'Teams')}: who carries what, and what nobody has yet</li>}
      <li>{link('/services', 'Services')}: everything that is open, by service</li>
      <li>{link('/measures', 'Measures')}: how we are doing, by month and by team</li>
      <li>{link('/children', 'Find a child')}</li>
    </ul>
  </section>
)
