/** The record as it was known on a day: only what had been recorded by then, whatever happened when. */
import { type Day, dayFromParts, endOfDay, inFull, inShort } from '../../../core/calendar/index.ts'
import { knownAt, orderDay } from '../../../core/pathway/fold.ts'
import { foldWithClocks } from '../../../core/pathway/folded.ts'
import { saysOf } from '../../../core/pathway/says.ts'
import { Button, DateInput, Empty, Table, WarningText } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import { childFrame } from './frame.tsx'
import { type OpenChild, openChild } from './open-child.ts'

export const knownPage: Page = {
  name: 'known',
  path: '/children/:child/known',
  section: 'children',
  async GET(request) {
    const opened = await openChild(request)
    if (!opened.ok) return failed(opened)
    const { child, identity } = opened.value
    const part = (name: string): string => String(request.query[`on-${name}`] ?? '')
    const asked = part('day') !== '' || part('month') !== '' || part('year') !== ''
    const read = asked ? dayFromParts(part('day'), part('month'), part('year'), 'The date') : undefined
    const day = read?.ok ? read.value : undefined
    const error = read && !read.ok ? read.says : undefined
    return view({
      heading: day ? `As it was known on ${inFull(day)}` : 'As it was known on a date',
      caption: child.name,
      before: childFrame(identity, request.today, 'As it was known on'),
      errors: error ? [{ text: error, href: '#on-day' }] : [],
      isWide: true,
      status: error ? 422 : 200,
      body: (
        <>
          {day && (
            <WarningText>
              You are reading the past: only what had been recorded by the end of {inFull(day)}.
            </WarningText>
          )}
          <form method="get" action={`/children/${child.childId}/known`} class="heartwood-no-print">
            <DateInput
              id="on"
              namePrefix="on"
              legend="On which date?"
              values={{ day: part('day'), month: part('month'), year: part('year') }}
              errorMessage={error}
            />
            <Button variant="secondary">Show</Button>
          </form>
          {day && then(request, opened.value, day)}
        </>
      ),
    })
  },
}

function then({ services }: Request, { child }: OpenChild, day: Day) {
  const { house } = services.definitions
  const entries = knownAt(child.entries, endOfDay(day))
  const { history, clocks } = foldWithClocks(house, child.record, entries)
  const episodes = history.episodes.filter((one) => one.pathway !== 'person')
  if (episodes.length === 0) return <Empty>No service had recorded anything about {child.name} by then.</Empty>
  const running = clocks.filter(
    ({ instance }) => instance.met === null && instance.void === null && instance.due !== null,
  )
  const events = episodes
    .flatMap((one) => one.events)
    .sort((a, b) => (orderDay(a) < orderDay(b) ? 1 : -1))
    .slice(0, 100)
  return (
    <>
      <h2 class="govuk-heading-m">Where things stood</h2>
      <Table
        attributes={{ 'aria-label': 'Where things stood' }}
        head={['Service', 'Opened', 'Closed', 'Worker']}
        rows={episodes.map((one) => [
          house.pathway(one.pathway).title,
          inShort(one.opened),
          one.closed ? inShort(one.closed) : 'Open',
          services.directory.workerName(one.allocations.findLast((a) => a.role === 'lead')?.worker ?? null),
        ])}
      />
      <h2 class="govuk-heading-m">What was due</h2>
      {running.length === 0 ? (
        <Empty>Nothing was due.</Empty>
      ) : (
        <Table
          attributes={{ 'aria-label': 'What was due' }}
          head={['What', 'By', 'On that day']}
          rows={running.map(({ episode, instance }) => [
            house.pathway(episode.pathway).clocks[instance.clock]?.title ?? instance.clock,
            inShort(instance.due!),
            instance.due! < day ? 'Already late' : 'In time',
          ])}
        />
      )}
      <h2 class="govuk-heading-m">What had been recorded</h2>
      <Table
        attributes={{ 'aria-label': 'What had been recorded' }}
        head={['Day', 'What', 'In a line']}
        rows={events.map((event) => {
          const step = house.pathway(event.pathway).steps[event.step]
          return [inShort(orderDay(event)), step?.title ?? event.step, saysOf(step, event)]
        })}
      />
    </>
  )
}
