/** A worker's families: a row each, the one with least time left first, and what is due in the next five working days. */
import { type Day, inFull, inShort } from '../../../core/calendar/index.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import type { ListedTask } from '../../../core/work/lists.ts'
import { Button, Empty, FiveDayStrip, Pager, type StripDay, Tag } from '../../components/index.ts'
import type { Request } from '../../server/page.ts'
import { type CaseChild, type CaseFamily, leastRecent, type Thing, thingsDue } from './families.ts'
import {
  childLine,
  clockTitle,
  count,
  dueIn,
  episodeHref,
  link,
  links,
  numberOf,
  recordHref,
  stepTitle,
  taskHref,
  WorkTable,
} from './rows.tsx'

const familiesOnPage = 20

export function howMany(families: readonly CaseFamily[]) {
  const children = families.flatMap((family) => family.children).length
  return (
    <p class="govuk-body">
      {count(children, 'child', 'children')} in {count(families.length, 'family', 'families')}: those with open work
      allocated to you, the one with least time left first.
    </p>
  )
}

export function familiesTable(request: Request, families: readonly CaseFamily[]) {
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

function dueNext(request: Request, family: CaseFamily) {
  const things = thingsDue(family)
  if (things.length === 0) return <>Nothing is due</>
  return (
    <>
      <ul class="govuk-list">
        {things.slice(0, shownOfFamily).map((thing) => (
          <li>
            {thingLink(request, thing, thing.children.length < family.children.length)}, by {inShort(thing.task.due!)}:{' '}
            {dueIn(request, thing.task)}
          </li>
        ))}
      </ul>
      {things.length > shownOfFamily && <p class="govuk-body-s">and {things.length - shownOfFamily} more later</p>}
    </>
  )
}

function thingLink({ services }: Request, { task, children }: Thing, named: boolean) {
  const { house } = services.definitions
  const ids = children.map((child) => child.child_id)
  const href = taskHref(house, children[0]!, task, ids)
  return named
    ? link(href, `${clockTitle(house, task)}: ${children.map(forename).join(', ')}`)
    : link(href, clockTitle(house, task), `: ${children.map(forename).join(', ')}`)
}

const forename = (child: CaseChild): string => child.known_as || child.forename || 'Baby'

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
  const ids = children.map((child) => child.child_id)
  // Who chairs the conferences of a child does not visit it.
  const visits = visitOn.role !== 'chair'
  return links([
    visits && link(recordHref(visitOn, visitOn, 'visit', ids), several ? 'Visit to all' : 'Visit', `: ${whom}`),
    link(recordHref(visitOn, visitOn, 'caseNote', ids), 'Note', `: ${whom}`),
  ])
}

export function fiveDays(request: Request, families: readonly CaseFamily[]) {
  const { working } = request.services.definitions.house.calendars
  const things = families.flatMap(thingsDue)
  const strip = (day: Day): StripDay => ({
    day,
    items: things
      .filter(({ task }) => task.due === day)
      .map((thing) => (
        <>
          {thingLink(request, thing, true)} {thing.children[0]!.surname}
        </>
      )),
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
