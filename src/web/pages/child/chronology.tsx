/** The chronology: generated from the record, newest first; by service, by kind, significant only, between two days. */
import { type Day, inFull, inWordsMoment, parseDay } from '../../../core/calendar/index.ts'
import { everyday } from '../../../core/pathway/everyday.ts'
import { orderDay } from '../../../core/pathway/fold.ts'
import type { Event } from '../../../core/pathway/history.ts'
import type { House } from '../../../core/pathway/house.ts'
import { saysOf } from '../../../core/pathway/says.ts'
import { Button, Checkboxes, Empty, Input, Pager, Select, Tag, Timeline } from '../../components/index.ts'
import { EventDetails } from '../../forms/EventDetails.tsx'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { childFrame } from './frame.tsx'
import { openChild } from './open-child.ts'

const pageSize = 50

interface Chosen {
  readonly service: string
  readonly significant: boolean
  readonly from: Day | null
  readonly until: Day | null
  readonly typed: { readonly from: string; readonly until: string }
  readonly errors: readonly { readonly text: string; readonly href: string }[]
}

export const chronologyPage: Page = {
  name: 'chronology',
  path: '/children/:child/chronology',
  section: 'children',
  async GET(request) {
    const opened = await openChild(request)
    if (!opened.ok) return failed(opened)
    const { child, folded, identity } = opened.value
    const { house } = request.services.definitions
    const chosen = chosenIn(request)
    const events = eventsOf(
      house,
      folded.history.episodes.flatMap((one) => one.events),
      chosen,
    )
    const number = Math.max(1, Math.trunc(Number(request.query.page)) || 1)
    const shown = events.slice((number - 1) * pageSize, number * pageSize)
    const base = `/children/${child.childId}`
    return view({
      heading: 'Chronology',
      caption: child.name,
      before: childFrame(identity, request.today, 'Chronology'),
      errors: chosen.errors,
      isWide: true,
      body: (
        <>
          {filterForm(request, house, chosen)}
          <p class="govuk-body">
            {events.length} {events.length === 1 ? 'event' : 'events'}, newest first.
          </p>
          {shown.length === 0 ? (
            <Empty>Nothing is recorded that fits.</Empty>
          ) : (
            <Timeline headingLevel={2} items={shown.map((event) => item(request, base, event))} />
          )}
          <Pager
            page={number}
            pageSize={pageSize}
            total={events.length}
            what="events"
            href={(page) => `${base}/chronology?${queryOf(chosen)}page=${page}`}
          />
        </>
      ),
    })
  },
}

function chosenIn({ query }: Request): Chosen {
  const typed = { from: String(query.from ?? ''), until: String(query.until ?? '') }
  const errors: { text: string; href: string }[] = []
  const read = (text: string, href: string): Day | null => {
    if (text.trim() === '') return null
    const parsed = parseDay(text)
    if (parsed.ok) return parsed.value
    errors.push({ text: parsed.says, href })
    return null
  }
  return {
    service: String(query.service ?? ''),
    significant: query.significant === 'yes',
    from: read(typed.from, '#from'),
    until: read(typed.until, '#until'),
    typed,
    errors,
  }
}

const queryOf = ({ service, significant, typed }: Chosen): string =>
  `service=${encodeURIComponent(service)}&from=${encodeURIComponent(typed.from)}&until=${encodeURIComponent(typed.until)}&${significant ? 'significant=yes&' : ''}`

const isSignificant = (house: House, event: Event): boolean =>
  event.values.significant === 'yes' || house.pathway(event.pathway).steps[event.step]?.significant === true

function eventsOf(
  house: House,
  events: readonly Event[],
  { service, significant, from, until }: Chosen,
): readonly Event[] {
  return events
    .filter((event) => {
      const day = orderDay(event)
      if (service !== '' && event.pathway !== service) return false
      if (significant && !isSignificant(house, event)) return false
      return (from === null || day >= from) && (until === null || day <= until)
    })
    .sort((a, b) => (orderDay(a) < orderDay(b) ? 1 : orderDay(a) > orderDay(b) ? -1 : b.position - a.position))
}

function filterForm({ path }: Request, house: House, chosen: Chosen) {
  const services = house.pathways.map((one) => ({ value: one.id, text: one.title }))
  const error = (href: string) => chosen.errors.find((one) => one.href === href)?.text
  return (
    <form method="get" action={path.split('?')[0]} class="heartwood-choose">
      <Select
        name="service"
        label="Service"
        items={[{ value: '', text: 'Every service' }, ...services]}
        value={chosen.service}
      />
      <Input
        name="from"
        label="From"
        hint="For example, 1/4/2026"
        value={chosen.typed.from}
        classes="govuk-input--width-10"
        errorMessage={error('#from')}
      />
      <Input
        name="until"
        label="Until"
        value={chosen.typed.until}
        classes="govuk-input--width-10"
        errorMessage={error('#until')}
      />
      <Checkboxes
        name="significant"
        classes="govuk-checkboxes--small"
        fieldset={{}}
        items={[{ value: 'yes', text: 'Significant events only', checked: chosen.significant }]}
      />
      <Button variant="secondary">Show</Button>
    </form>
  )
}

function item({ services }: Request, base: string, event: Event) {
  const pathway = services.definitions.house.pathway(event.pathway)
  const step = pathway.steps[event.step]
  const day = orderDay(event)
  return {
    label: (
      <>
        <a class="govuk-link" href={`${base}/episodes/${event.episode}#entry-${event.position}`}>
          {step?.title ?? event.step}
        </a>{' '}
        {isSignificant(services.definitions.house, event) && <Tag colour="purple">Significant</Tag>}
      </>
    ),
    timestamp: day,
    date: event.day ? inFull(day) : `${inFull(day)} (recorded; date not known)`,
    byline: `${services.directory.workerName(event.author)}, recorded ${inWordsMoment(event.recorded)}`,
    children: (
      <>
        <p class="govuk-body">
          {pathway.title}. {saysOf(step, event)}
        </p>
        {step && event.step in everyday && (
          <EventDetails step={step} values={event.values} directory={services.directory} />
        )}
      </>
    ),
  }
}
