/** The contacts that are not decided, a row an act: red first, then by time left. */
import { dayOf, inShort } from '../../../core/calendar/index.ts'
import type { Pathway } from '../../../core/pathway/pathway.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import type { Undecided } from '../../../core/work/at-the-door.ts'
import type { ListedChild } from '../../../core/work/lists.ts'
import { Button, Empty, Pager, Tag } from '../../components/index.ts'
import type { Request } from '../../server/page.ts'
import { childLine, count, dueIn, inGroups, isOverdue, link, links, numberOf, recordHref, WorkTable } from './rows.tsx'

export const service = 'mash'
const contactsOnPage = 40

const rank: Readonly<Record<string, number>> = { red: 0, amber: 1, green: 3 }
/** Not yet rated stands before green: nobody has looked at it. */
const rankOf = (rating: string | null): number => (rating === null ? 2 : (rank[rating] ?? 2))

const colours = { red: 'red', amber: 'orange', green: 'green' } as const
export function ratingTag(rating: string | null) {
  if (rating === null) return <Tag colour="grey">Not screened</Tag>
  const colour = colours[rating as keyof typeof colours] ?? 'grey'
  return <Tag colour={colour}>{rating.charAt(0).toUpperCase() + rating.slice(1)}</Tag>
}

/** How an answer of the contact reads. */
function inWordsOf(mash: Pathway, field: string, code: string | null): string {
  const asked = mash.steps.contact?.fields[field]
  const option = asked && 'options' in asked ? asked.options.find((one) => one.code === code) : undefined
  return option?.label ?? ''
}

export function undecidedList(request: Request, rows: readonly Undecided[]) {
  const { house } = request.services.definitions
  const mash = house.pathway(service)
  const acts = inGroups(rows, (row) => row.act).toSorted(mostUrgentFirst)
  const late = rows.filter((row) => isOverdue(request, row)).length
  const page = Math.min(numberOf(request.query.page) ?? 1, Math.max(1, Math.ceil(acts.length / contactsOnPage)))
  return (
    <section>
      <h2 class="govuk-heading-m">Contacts to decide</h2>
      {acts.length === 0 ? (
        <Empty action={<Button href="/children">Find a child</Button>}>
          Every contact has been decided. A new one starts from the child.
        </Empty>
      ) : (
        <>
          <p class="govuk-body">
            {count(acts.length, 'contact')} about {count(rows.length, 'child', 'children')} without a decision
            {late > 0 && `, ${late} of them late`}. Red first, then by time left.
          </p>
          <WorkTable
            label="Contacts to decide"
            head={['Time left', 'Children', 'The worry', 'Known', 'Do']}
            rows={acts.slice((page - 1) * contactsOnPage, page * contactsOnPage).map((same) => {
              const first = same[0]!
              const one = mostUrgent(same)
              return [
                <>
                  <div>{ratingTag(one.rating)}</div>
                  {dueIn(request, first)}
                </>,
                childrenOf(request, same),
                <>
                  {first.words ?? ''}
                  <br />
                  <span class="govuk-hint">
                    {inWordsOf(mash, 'source', first.party)}
                    {first.came_kind !== 'worry' && `, ${inWordsOf(mash, 'kind', first.came_kind).toLowerCase()}`}
                    {first.at && `, ${inShort(dayOf(first.at))}`}
                  </span>
                </>,
                knownOf(request, same),
                decideLinks(same),
              ]
            })}
          />
          {acts.length > contactsOnPage && (
            <Pager
              page={page}
              pageSize={contactsOnPage}
              total={acts.length}
              what="contacts"
              href={(n) => `/front-door?page=${n}`}
            />
          )}
        </>
      )}
    </section>
  )
}

const mostUrgent = (same: readonly Undecided[]): Undecided =>
  same.reduce((most, row) => (rankOf(row.rating) < rankOf(most.rating) ? row : most))

function mostUrgentFirst(a: readonly Undecided[], b: readonly Undecided[]): number {
  const byRating = Math.min(rankOf(mostUrgent(a).rating), 1) - Math.min(rankOf(mostUrgent(b).rating), 1)
  if (byRating !== 0) return byRating
  const [x, y] = [a[0]!, b[0]!]
  return `${x.due}${x.at}` < `${y.due}${y.at}` ? -1 : 1
}

export const childrenOf = (request: Request, same: readonly ListedChild[]) => (
  <ul class="govuk-list">
    {same.map((child) => (
      <li>{childLine(request, child)}</li>
    ))}
  </ul>
)

function knownOf(request: Request, same: readonly Undecided[]) {
  const { house } = request.services.definitions
  const several = same.length > 1
  const earlier = Math.max(...same.map((row) => row.earlier))
  const services = [...new Set(same.flatMap((row) => row.known_to ?? []))].map((id) => house.pathway(id).title)
  return (
    <ul class="govuk-list">
      <li>
        {earlier === 0 ? 'No earlier contact' : count(earlier, 'earlier contact')} in twelve months
        {several && earlier > 0 && ' (the child with most)'}
      </li>
      <li>{services.length === 0 ? 'Not open to another service' : `Open to ${services.join(', ').toLowerCase()}`}</li>
    </ul>
  )
}

/** Brothers and sisters on one contact are ticked together; whoever differs is unticked and decided apart. */
function decideLinks(same: readonly Undecided[]) {
  const first = same[0]!
  const together = same.map((row) => row.child_id)
  const about = same.length > 1 ? `${nameOf(first)} and ${same.length - 1} more` : nameOf(first)
  const to = (step: string, text: string) => link(recordHref(first, first, step, together), text, `: ${about}`)
  return links([to('decision', 'Decide'), to('screening', 'Screen'), to('agencyCheck', 'Ask an agency')])
}
