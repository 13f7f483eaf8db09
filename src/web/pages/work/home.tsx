/** My children this week: a row a family, the most urgent first. Who holds no cases sees what their role holds. */
import { addDays, type Day, inFull, inShort, inWordsMoment } from '../../../core/calendar/index.ts'
import type { Role } from '../../../core/pathway/step.ts'
import { nameOf } from '../../../core/people/records.ts'
import {
  type Falling,
  type FallingChild,
  fallingChildren,
  fallingTo,
  myChildren,
  myTasks,
} from '../../../core/work/caseload.ts'
import { draftsOf } from '../../../core/work/drafts.ts'
import { type ListedTask, rolesOf, servicesWithLead } from '../../../core/work/lists.ts'
import { countsOfTeam, type TeamCounts } from '../../../core/work/team.ts'
import { Button, Empty, FiveDayStrip, Pager, type StripDay, Tag } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { draftHref, draftTitle } from './drafts.tsx'
import { type CaseFamily, familiesOf, leastRecent } from './families.ts'
import {
  childLine,
  clockTitle,
  count,
  dueIn,
  episodeHref,
  figures,
  inFigures,
  inGroups,
  link,
  links,
  numberOf,
  recordHref,
  stepTitle,
  taskHref,
  WorkTable,
} from './rows.tsx'

const familiesOnPage = 20

export const homePage: Page = {
  name: 'home',
  path: '/',
  section: 'home',
  async GET(request) {
    const { reader, viewer, services, today, now } = request
    const { house } = services.definitions
    const post = postOf(viewer)
    const [children, tasks, falling, sittings, counts, drafts] = await Promise.all([
      reader.read(myChildren, [viewer.worker]),
      reader.read(myTasks, [viewer.worker]),
      reader.read(fallingTo, [post.roles, today, now, post.team]),
      reader.read(fallingChildren, [post.roles.filter(sits), addDays(today, daysAhead)]),
      reader.read(countsOfTeam, [viewer.team, today, now, servicesWithLead(house)]),
      draftsOf(services.pool, viewer.worker),
    ])
    if (!children.ok) return failed(children)
    if (!tasks.ok) return failed(tasks)
    if (!falling.ok) return failed(falling)
    if (!sittings.ok) return failed(sittings)
    if (!counts.ok) return failed(counts)
    const families = familiesOf(children.value, tasks.value)
    const hasCases = families.length > 0
    const holdsCases = hasCases || rolesOf(viewer.role).includes('social worker')
    return view({
      heading: holdsCases ? 'My children this week' : 'Your work this week',
      isWide: true,
      body: (
        <>
          {hasCases && howMany(families)}
          {holdsCases && familiesTable(request, families)}
          {hasCases && fiveDays(request, families)}
          {draftList(drafts, house)}
          {falling.value.length > 0 && fallsToYou(request, falling.value, post)}
          {sittings.value.length > 0 && conferences(request, sittings.value)}
          {!holdsCases && viewer.team !== null && yourTeam(request, counts.value[0]!)}
          {!hasCases && elsewhere(holdsCases)}
        </>
      ),
    })
  },
}

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

function howMany(families: readonly CaseFamily[]) {
  const children = families.flatMap((family) => family.children).length
  return (
    <p class="govuk-body">
      {count(children, 'child', 'children')} in {count(families.length, 'family', 'families')}: those with open work
      allocated to you, the one with least time left first.
    </p>
  )
}

function familiesTable(request: Request, families: readonly CaseFamily[]) {
  if (families.length === 0)
    return (
      <Empty action={<Button href="/team">See what nobody has yet</Button>}>
        No child is allocated to you. Your manager allocates work on the team board.
      </Empty>
    )
  const page = Math.min(numberOf(request.query.page) ?? 1, Math.ceil(families.length / familiesOnPage))
  const shown = families.slice((page - 1) * familiesOnPage, page * familiesOnPage)
  return (
    <>
      <WorkTable
        label="Families"
        head={['Family', 'Due next', 'Last seen', 'Unsigned or returned', 'Record']}
        rows={shown.map((family) => [
          who(request, family),
          dueNext(request, family),
          seen(family),
          unsigned(request, family),
          recordLinks(family),
        ])}
      />
      {families.length > familiesOnPage && (
        <Pager
          page={page}
          pageSize={familiesOnPage}
          total={families.length}
          what="families"
          href={(n) => `/?page=${n}`}
        />
      )}
    </>
  )
}

const asWhat: Readonly<Record<string, string>> = {
  second: 'second worker',
  chair: 'conference chair',
  coordinator: 'coordinator',
}

function who(request: Request, { children }: CaseFamily) {
  const { house } = request.services.definitions
  return (
    <ul class="govuk-list">
      {children.map((child) => {
        const facts = child.episodes.map((one) => {
          const { inWords, title } = house.pathway(one.pathway)
          const states = (one.states ?? []).map((state) => inWords[state] ?? state)
          return [...(states.length > 0 ? states : [title]), asWhat[one.role]].filter(Boolean).join(', as ')
        })
        return <li>{childLine(request, child, [...new Set(facts)])}</li>
      })}
    </ul>
  )
}

const shownOfFamily = 3

function dueNext(request: Request, { due, children }: CaseFamily) {
  if (due.length === 0) return <>Nothing is due</>
  const { house } = request.services.definitions
  // The same visit to three children is one thing to do.
  const things = [...Map.groupBy(due, (task) => `${task.pathway} ${task.name} ${task.due_at ?? task.due}`).values()]
  return (
    <>
      <ul class="govuk-list">
        {things.slice(0, shownOfFamily).map((same) => {
          const first = same[0]!
          const child = children.find((one) => one.record === first.record)!
          const whose =
            same.length < children.length ? ` (${same.map((one) => firstName(children, one)).join(', ')})` : ''
          return (
            <li>
              {link(taskHref(house, child, first), `${clockTitle(house, first)}${whose}`)}, by {inShort(first.due!)}:{' '}
              {dueIn(request, first)}
            </li>
          )
        })}
      </ul>
      {things.length > shownOfFamily && <p class="govuk-body-s">and {things.length - shownOfFamily} more later</p>}
    </>
  )
}

const firstName = (children: CaseFamily['children'], task: ListedTask): string => {
  const child = children.find((one) => one.record === task.record)
  return child?.known_as || child?.forename || 'Baby'
}

function seen({ children }: CaseFamily) {
  const words = (day: Day | null) => (day ? inFull(day) : 'not yet')
  const last = leastRecent(children.map((one) => one.last_seen))
  const alone = leastRecent(children.map((one) => one.last_seen_alone))
  const [all, allAlone] = children.length > 1 ? ['All seen since', 'All alone since'] : ['Seen', 'Seen alone']
  return (
    <ul class="govuk-list">
      <li>
        {all}: {words(last)}
      </li>
      <li>
        {allAlone}: {words(alone)}
      </li>
    </ul>
  )
}

function unsigned({ services }: Request, { unsigned: waiting, returned, children }: CaseFamily) {
  if (waiting.length + returned.length === 0) return <>None</>
  const { house } = services.definitions
  const item = (task: ListedTask) => {
    const child = children.find((one) => one.record === task.record)!
    const title = stepTitle(house, task)
    const href = `${episodeHref(child, task.episode)}#entry-${task.n}`
    return (
      <li>
        {task.kind === 'returned' ? <Tag colour="orange">Returned</Tag> : <Tag colour="yellow">Awaiting sign-off</Tag>}{' '}
        {link(href, `${title}, ${nameOf(child)}`)}
      </li>
    )
  }
  return <ul class="govuk-list">{[...returned, ...waiting].map(item)}</ul>
}

function recordLinks({ children, visitOn }: CaseFamily) {
  const several = children.length > 1
  const whom = children.map(nameOf).join(', ')
  return links([
    link(recordHref(visitOn, visitOn, 'visit', { all: true }), several ? 'Visit to all' : 'Visit', `: ${whom}`),
    link(recordHref(visitOn, visitOn, 'caseNote', { all: several }), 'Note', `: ${whom}`),
  ])
}

function fiveDays(request: Request, families: readonly CaseFamily[]) {
  const { house } = request.services.definitions
  const { working } = house.calendars
  const due = families.flatMap(({ due: tasks, children }) =>
    tasks.map((task) => ({ task, child: children.find((one) => one.record === task.record)! })),
  )
  const strip = (day: Day): StripDay => ({
    day,
    items: due
      .filter(({ task }) => task.due === day)
      .map(({ task, child }) => link(taskHref(house, child, task), `${clockTitle(house, task)}, ${nameOf(child)}`)),
  })
  const second = working.next(request.today)
  const third = working.next(second)
  const fourth = working.next(third)
  return (
    <section>
      <h2 class="govuk-heading-m">What is due today and on the next four working days</h2>
      <FiveDayStrip
        label="What is due today and on the next four working days"
        today={request.today}
        days={[strip(request.today), strip(second), strip(third), strip(fourth), strip(working.next(fourth))]}
      />
    </section>
  )
}

function draftList(drafts: Awaited<ReturnType<typeof draftsOf>>, house: Request['services']['definitions']['house']) {
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
      <h2 class="govuk-heading-m">Due in the next four weeks, and late</h2>
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
            link(taskHref(house, first, first), clockTitle(house, first), `: ${same.map(nameOf).join(', ')}`),
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

const elsewhere = (holdsCases: boolean) => (
  <section>
    <h2 class="govuk-heading-m">Where to go</h2>
    <ul class="govuk-list govuk-list--bullet">
      {!holdsCases && <li>{link('/team?team=all', 'Teams')}: who carries what, and what nobody has yet</li>}
      <li>{link('/front-door', 'Front door')}: what has come in and is not decided</li>
      <li>{link('/services', 'Services')}: everything that is open, by service</li>
      <li>{link('/measures', 'Measures')}: how we are doing, by month and by team</li>
      <li>{link('/children', 'Find a child')}</li>
    </ul>
  </section>
)
