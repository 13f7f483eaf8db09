/** The child: who, where things stand, the next clocks, the last events, who works with the family. One statement. */
import { maySeeReaders } from '../../../core/access/audit/looked.ts'
import { inFull, inShort } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import type { House } from '../../../core/pathway/house.ts'
import { type ChildPage, childPage } from '../../../core/people/child.ts'
import { type RelationshipKind, relationshipLabel, showKept } from '../../../core/people/index.ts'
import { nameOf } from '../../../core/people/person-columns.ts'
import { formOf } from '../../../core/work/lists.ts'
import { Button, Empty, SummaryList, TimeLeft } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { ageOf, childFrame } from './frame.tsx'
import { roleInWords } from './roles.ts'

export const childSummary: Page = {
  name: 'child',
  path: '/children/:child',
  section: 'children',
  async GET(request) {
    const { child: childId = '' } = request.params
    const read = await request.reader.readChild(childPage, childId)
    if (!read.ok) return failed(read)
    const child = read.value
    if (child === null) return failed(problem('record.not-found'))
    const name = nameOf(child)
    const flags = flagsOf(request.services.definitions.house, child)
    return view({
      heading: name,
      before: childFrame(
        { ...child, childId, name, flags, showsReaders: maySeeReaders(request.viewer.role) },
        request.today,
        'Summary',
      ),
      isWide: true,
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            {actions(request.services.definitions.house, child)}
            {statusOf(request, child)}
            {clocksOf(request, child)}
            {eventsOf(child)}
          </div>
          <div class="govuk-grid-column-one-third">
            {factsOf(request, child)}
            {peopleOf(request, child)}
            {familyOf(request, child)}
          </div>
        </div>
      ),
    })
  },
}

function flagsOf(house: House, child: ChildPage): string[] {
  return (child.episodes ?? []).flatMap((one) =>
    (one.states ?? []).map((state) => house.pathway(one.pathway).inWords[state] ?? state),
  )
}

/** A visit counts for the service on which it is recorded: the one that expects a visit, or the one opened last. */
export function visitOn(house: House, child: Pick<ChildPage, 'tasks' | 'episodes'>): string {
  const expects = child.tasks?.find((task) => {
    const clock = task.kind === 'clock' ? house.pathway(task.pathway).clocks[task.name] : undefined
    return clock !== undefined && formOf(clock) === 'visit'
  })
  const on = expects ?? child.episodes?.find((one) => one.pathway !== 'person')
  return on ? `${on.pathway}/visit?episode=${on.episode}&with=all` : 'person/visit?with=all'
}

const actions = (house: House, child: ChildPage) => {
  const childId = child.child_id
  return (
    <div class="govuk-button-group">
      <Button href={`/children/${childId}/record/${visitOn(house, child)}`}>Record a visit</Button>
      <Button variant="secondary" href={`/children/${childId}/record/person/caseNote`}>
        Add a note
      </Button>
      <Button variant="secondary" href={`/children/${childId}/record/mash/contact`}>
        New contact
      </Button>
      <Button variant="secondary" href={`/children/${childId}/start`}>
        Start something else
      </Button>
    </div>
  )
}

function statusOf({ services }: Request, child: ChildPage) {
  const open = child.episodes ?? []
  const { house } = services.definitions
  return (
    <section>
      <h2 class="govuk-heading-m">Where things stand</h2>
      {open.length === 0 ? (
        <Empty>No service is working with {nameOf(child)} now.</Empty>
      ) : (
        <ul class="govuk-list">
          {open.map((one) => {
            const pathway = house.pathway(one.pathway)
            const states = (one.states ?? []).map((state) => pathway.inWords[state] ?? state).join(', ')
            return (
              <li>
                <a class="govuk-link" href={`/children/${child.child_id}/episodes/${one.episode}`}>
                  {pathway.title}
                </a>
                : {states || `open ${pathway.episode}`}, since {inFull(one.opened)}
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

function clocksOf({ services, today, now }: Request, child: ChildPage) {
  const { house } = services.definitions
  const rows = (child.tasks ?? []).map((task) => {
    const pathway = house.pathway(task.pathway)
    const title = task.kind === 'clock' ? pathway.clocks[task.name]?.title : pathway.steps[task.name]?.title
    const what =
      task.kind === 'sign-off' ? `Sign off: ${title}` : task.kind === 'returned' ? `Returned: ${title}` : title
    return (
      <tr class="govuk-table__row">
        <td class="govuk-table__cell">
          <a class="govuk-link" href={`/children/${child.child_id}/episodes/${task.episode}`}>
            {what}
          </a>
        </td>
        <td class="govuk-table__cell">{task.due ? inShort(task.due) : '–'}</td>
        <td class="govuk-table__cell">
          {task.due_at ? (
            <TimeLeft dueAt={task.due_at} now={now} />
          ) : task.due ? (
            <TimeLeft due={task.due} today={today} />
          ) : (
            'Waiting'
          )}
        </td>
      </tr>
    )
  })
  return (
    <section>
      <h2 class="govuk-heading-m">What is due next</h2>
      {rows.length === 0 ? (
        <Empty>Nothing is due.</Empty>
      ) : (
        <table class="govuk-table" aria-label="What is due next">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                What
              </th>
              <th scope="col" class="govuk-table__header">
                By
              </th>
              <th scope="col" class="govuk-table__header">
                Time left
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">{rows}</tbody>
        </table>
      )}
    </section>
  )
}

const eventsOf = (child: ChildPage) => (
  <section>
    <h2 class="govuk-heading-m">What happened last</h2>
    {child.latest.length === 0 ? (
      <Empty>Nothing has been recorded yet.</Empty>
    ) : (
      <ul class="govuk-list">
        {child.latest.map(([day, title, says, episode, position]) => (
          <li>
            <strong>{inShort(day)}</strong>{' '}
            <a class="govuk-link" href={`/children/${child.child_id}/episodes/${episode}#entry-${position}`}>
              {title}
            </a>
            {says && `: ${says}`}
          </li>
        ))}
      </ul>
    )}
  </section>
)

function factsOf({ today }: Request, child: ChildPage) {
  const { address } = child
  const where = address === null ? 'Not known' : showKept(address)
  const seen = (day: ChildPage['last_seen']) => (day ? inFull(day) : 'Not yet')
  return (
    <SummaryList
      classes="govuk-summary-list--no-border heartwood-facts"
      rows={[
        {
          key: 'Born',
          value: child.born ? inFull(child.born) : child.expected ? `Expected ${inFull(child.expected)}` : 'Not known',
        },
        { key: 'Age', value: ageOf(child, today) },
        { key: 'Child id', value: child.child_id },
        !child.adult && { key: 'School', value: child.school ?? 'None known' },
        { key: 'Lives at', value: where },
        { key: 'Last seen', value: seen(child.last_seen) },
        { key: 'Last seen alone', value: seen(child.last_seen_alone) },
      ]}
    />
  )
}

function peopleOf({ services }: Request, child: ChildPage) {
  const { directory, definitions } = services
  return (
    <section>
      <h2 class="govuk-heading-s">Who works with the family</h2>
      {!child.allocations || child.allocations.length === 0 ? (
        <p class="govuk-body-s">Nobody is allocated.</p>
      ) : (
        <ul class="govuk-list govuk-body-s">
          {child.allocations.map((one) => (
            <li>
              {directory.workerName(one.worker)}, {directory.teamName(one.team)} ({roleInWords(one.role).toLowerCase()},{' '}
              {definitions.house.pathway(one.pathway).title.toLowerCase()})
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function familyOf({ today }: Request, child: ChildPage) {
  return (
    <section>
      <h2 class="govuk-heading-s">Family</h2>
      {!child.family_members || child.family_members.length === 0 ? (
        <p class="govuk-body-s">Nobody is recorded yet.</p>
      ) : (
        <ul class="govuk-list govuk-body-s">
          {child.family_members.map((one) => (
            <li>
              <a class="govuk-link" href={`/children/${one.child_id}`}>
                {nameOf(one)}
              </a>
              ,{' '}
              {one.kind === 'family'
                ? one.adult
                  ? 'in the family'
                  : 'child in the family'
                : relationshipLabel(one.kind as RelationshipKind, one.sex)}
              {!one.adult && `, ${ageOf(one, today)}`}
              {one.responsibility && ', holds parental responsibility'}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
