/** A worker's families: a row each, the one with least time left first, and what is due in the next five working days. */
import { type Day, inFull, inShort } from '../../../core/calendar/index.ts'
import { nameOf } from '../../../core/people/records.ts'
import type { ListedTask } from '../../../core/work/lists.ts'
import { Button, Empty, FiveDayStrip, Pager, type StripDay, Tag } from '../../components/index.ts'
import type { Request } from '../../server/page.ts'
import { type CaseFamily, leastRecent } from './families.ts'
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

export function fiveDays(request: Request, families: readonly CaseFamily[]) {
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
