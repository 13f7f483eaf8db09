/** One episode: where it stands, its clocks, what can be recorded next, and everything recorded on it. */
import { durationInWords, inFull, inShort, inWordsMoment, isDays } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import { openSteps } from '../../../core/pathway/decide.ts'
import { everyday } from '../../../core/pathway/everyday.ts'
import type { Episode, Event } from '../../../core/pathway/history.ts'
import { type ClockInstance, metInTime } from '../../../core/pathway/instances.ts'
import type { Pathway } from '../../../core/pathway/pathway.ts'
import { Button, Details, Empty, SummaryList, Table, Tag, TimeLeft } from '../../components/index.ts'
import { EventDetails } from '../../forms/EventDetails.tsx'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { childFrame } from './frame.tsx'
import { openChild } from './open-child.ts'
import { roleInWords } from './roles.ts'

export const episodePage: Page = {
  name: 'episode',
  path: '/children/:child/episodes/:episode',
  section: 'children',
  async GET(request) {
    const { house } = request.services.definitions
    const opened = await openChild(request)
    if (!opened.ok) return failed(opened)
    const { child, folded, identity } = opened.value
    const episode = folded.history.episodes.find((one) => String(one.id) === request.params.episode)
    if (episode === undefined) return failed(problem('record.not-found'))
    const pathway = house.pathway(episode.pathway)
    const clocks = folded.clocks.filter((one) => one.episode === episode).map((one) => one.instance)
    const base = `/children/${child.childId}`
    return view({
      heading: headingOf(pathway),
      caption: child.name,
      before: childFrame(identity, request.today, 'Summary'),
      isWide: true,
      body: (
        <>
          {standing(request, pathway, episode)}
          {nextSteps(base, pathway, episode)}
          {clockTable(request, pathway, clocks)}
          {holders(request, episode)}
          <h2 class="govuk-heading-m">What has been recorded</h2>
          {[...episode.events].reverse().map((event) => eventCard(request, child.childId, pathway, event))}
        </>
      ),
    })
  },
}

/** `Front door: contact`, but not `Child protection: child protection episode`. */
const headingOf = ({ title, episode }: Pathway): string =>
  episode.startsWith(title.toLowerCase()) ? `${title}${episode.slice(title.length)}` : `${title}: ${episode}`

function standing({ services, today }: Request, pathway: Pathway, episode: Episode) {
  const { directory } = services
  const lead = episode.allocations.findLast((one) => one.role === 'lead')
  const now = Object.entries(episode.states).flatMap(([state, intervals]) =>
    intervals.some((one) => one.from <= today && (one.until === null || one.until > today))
      ? (pathway.inWords[state] ?? state)
      : [],
  )
  return (
    <SummaryList
      rows={[
        { key: 'Status', value: episode.closed ? `Closed on ${inFull(episode.closed)}` : now.join(', ') || 'Open' },
        { key: 'Opened', value: inFull(episode.opened) },
        { key: 'Team', value: directory.teamName(lead?.team ?? null) },
        { key: 'Lead practitioner', value: directory.workerName(lead?.worker ?? null) },
        { key: 'Law', value: pathway.law.join('; ') },
      ]}
    />
  )
}

function nextSteps(base: string, pathway: Pathway, episode: Episode) {
  const open = openSteps(pathway, episode)
  const own = open.filter((name) => !(name in everyday))
  // Why something is late is asked where it is listed as late, with the clock already named.
  const daily = open.filter((name) => name in everyday && name !== 'reasonOverdue')
  const link = (name: string) => `${base}/record/${pathway.id}/${name}?episode=${episode.id}`
  return (
    <section>
      <h2 class="govuk-heading-m">What can be recorded now</h2>
      {own.length === 0 && <Empty>Nothing more is expected on this {pathway.episode}.</Empty>}
      <div class="govuk-button-group">
        {own.map((name, i) => (
          <Button href={link(name)} {...(i > 0 && { variant: 'secondary' as const })}>
            {pathway.steps[name]?.title}
          </Button>
        ))}
      </div>
      <p class="govuk-body">
        {daily.map((name, i) => (
          <>
            {i > 0 && ' · '}
            <a class="govuk-link" href={`${link(name)}&with=all`}>
              {pathway.steps[name]?.title}
            </a>
          </>
        ))}
      </p>
    </section>
  )
}

function clockTable({ today, now }: Request, pathway: Pathway, clocks: readonly ClockInstance[]) {
  if (clocks.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Clocks</h2>
      <Table
        attributes={{ 'aria-label': 'Clocks' }}
        head={['What', 'From', 'Due', 'How it stands', 'Authority']}
        rows={clocks.map((one) => {
          const clock = pathway.clocks[one.clock]!
          const limit = clock.within
          const within = 'unit' in limit && isDays(limit) ? ` (${durationInWords(limit)})` : ''
          return [
            `${clock.title}${within}`,
            inShort(one.from),
            one.dueAt
              ? inWordsMoment(one.dueAt)
              : one.due
                ? `${inShort(one.due)}${one.provisional ? ' (provisional)' : ''}`
                : 'Paused',
            howItStands(one, today, now),
            clock.authority,
          ]
        })}
      />
    </section>
  )
}

/** Who has held it and when: every hand it has been through, the latest first. */
function holders({ services }: Request, episode: Episode) {
  if (episode.allocations.length < 2) return null
  const { directory } = services
  return (
    <Details summary="Who has held it">
      <Table
        attributes={{ 'aria-label': 'Who has held it' }}
        head={['From', 'Until', 'As', 'Worker', 'Team']}
        rows={[...episode.allocations]
          .reverse()
          .map((one) => [
            inShort(one.from),
            one.until ? inShort(one.until) : 'Now',
            roleInWords(one.role),
            directory.workerName(one.worker),
            directory.teamName(one.team),
          ])}
      />
    </Details>
  )
}

function howItStands(one: ClockInstance, today: Request['today'], now: Request['now']) {
  const inTime = metInTime(one)
  if (inTime === true) return <Tag colour="green">Met on {inShort(one.met!)}</Tag>
  if (inTime === false) return <Tag colour="red">Met late, on {inShort(one.met!)}</Tag>
  if (one.void) return <Tag colour="grey">No longer needed</Tag>
  if (one.dueAt) return <TimeLeft dueAt={one.dueAt} now={now} />
  return one.due ? <TimeLeft due={one.due} today={today} /> : 'Paused'
}

function eventCard({ services, viewer }: Request, childId: string, pathway: Pathway, event: Event) {
  const step = pathway.steps[event.step]
  if (step === undefined) return null
  const signed =
    event.authorised &&
    `Signed off by ${services.directory.workerName(event.authorised.by)} on ${inWordsMoment(event.authorised.at)}.`
  return (
    <section class="heartwood-event" id={`entry-${event.position}`}>
      <h3 class="govuk-heading-s">
        {event.day ? inFull(event.day) : 'Date not known'}: {step.title}{' '}
        {event.standing === 'waiting' && <Tag colour="yellow">Awaiting sign-off</Tag>}
        {event.standing === 'returned' && <Tag colour="orange">Returned</Tag>}
      </h3>
      <EventDetails step={step} values={event.values} directory={services.directory} />
      {event.returned && (
        <p class="govuk-body">
          <strong>Returned by {services.directory.workerName(event.returned.by)}:</strong> {event.returned.reason}
        </p>
      )}
      {event.corrected.map((one) => (
        <p class="govuk-body-s">
          Corrected on {inWordsMoment(one.recorded)} by {services.directory.workerName(one.author)}:{' '}
          {step.fields[one.field]?.label ?? one.field}. {one.reason}
        </p>
      ))}
      <p class="govuk-body-s">
        Recorded by {services.directory.workerName(event.author)} on {inWordsMoment(event.recorded)}. {signed}{' '}
        <a class="govuk-link" href={`/children/${childId}/entries/${event.position}`}>
          Correct or withdraw<span class="govuk-visually-hidden"> {step.title}</span>
        </a>
      </p>
      {event.standing === 'waiting' && event.author !== viewer.worker && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/sign-off/${childId}/${event.position}`}>
            Sign off or return<span class="govuk-visually-hidden"> {step.title}</span>
          </a>
        </p>
      )}
    </section>
  )
}
