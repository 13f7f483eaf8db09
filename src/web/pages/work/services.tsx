/** The services, how much each has open, and one service's caseload. */
import { inShort, inWordsMoment } from '../../../core/calendar/index.ts'
import { problem } from '../../../core/outcomes.ts'
import type { Pathway } from '../../../core/pathway/pathway.ts'
import {
  type OpenEpisode,
  type ServiceCount,
  serviceCaseload,
  serviceCounts,
  stateCounts,
} from '../../../core/work/service.ts'
import { Button, Checkboxes, Empty, Pager, Select } from '../../components/index.ts'
import { failed, type Page, type Request, view } from '../../server/page.ts'
import {
  childLine,
  count,
  dueNext,
  episodeHref,
  figures,
  inFigures,
  link,
  numberOf,
  textOf,
  WorkTable,
} from './rows.tsx'
import { teamItems } from './teams.tsx'

const onPage = 25

/** The register of people is not a service. */
const servicesOf = ({ services }: Request): readonly Pathway[] =>
  services.definitions.house.pathways.filter((one) => one.id !== 'person')

export const servicesPage: Page = {
  name: 'services',
  path: '/services',
  section: 'services',
  async GET(request) {
    const counts = await request.reader.read(serviceCounts, [request.today, request.now])
    if (!counts.ok) return failed(counts)
    return view({
      heading: 'What is open in each service?',
      isWide: true,
      body: (
        <>
          <p class="govuk-body">As it stands on {inWordsMoment(request.now)}.</p>
          {servicesTable(request, counts.value)}
        </>
      ),
    })
  },
}

/** Every service with what it has open; one with nothing open is there too. */
export function servicesTable(request: Request, counts: readonly ServiceCount[]) {
  const byService = new Map(counts.map((one) => [one.pathway, one]))
  return (
    <WorkTable
      label="Services"
      head={['Service', figures('Open'), figures('Children'), figures('Overdue now'), 'Law']}
      rows={servicesOf(request).map((one) => {
        const own = byService.get(one.id)
        return [
          link(`/services/${one.id}`, one.title),
          inFigures(own?.open ?? 0),
          inFigures(own?.children ?? 0),
          inFigures(own?.overdue ?? 0),
          one.law.join('; '),
        ]
      })}
    />
  )
}

interface Chosen {
  readonly team: number | null
  readonly state: string | null
  readonly overdue: boolean
  readonly page: number
}

function chosenIn({ query, services }: Request, pathway: Pathway): Chosen {
  const state = textOf(query.state)
  return {
    team: services.directory.team(numberOf(query.team) ?? null)?.id ?? null,
    state: state === 'none' || Object.hasOwn(pathway.states, state) ? state : null,
    overdue: textOf(query.overdue) === 'yes',
    page: numberOf(query.page) ?? 1,
  }
}

export const servicePage: Page = {
  name: 'service',
  path: '/services/:pathway',
  section: 'services',
  async GET(request) {
    const { reader, params, today, now, services } = request
    const pathway = servicesOf(request).find((one) => one.id === params.pathway)
    if (pathway === undefined) return failed(problem('record.not-found'))
    const chosen = chosenIn(request, pathway)
    const { team, state, overdue, page } = chosen
    const passed = (page - 1) * onPage
    const [caseload, states] = await Promise.all([
      reader.read(serviceCaseload, [pathway.id, team, state, overdue, today, now, onPage, passed]),
      reader.read(stateCounts, [pathway.id]),
    ])
    if (!caseload.ok) return failed(caseload)
    if (!states.ok) return failed(states)
    const measures = services.definitions.measures.filter((one) => one.service === pathway.id)
    return view({
      heading: `${pathway.title}: what is open?`,
      isWide: true,
      body: (
        <>
          {stateTable(pathway, states.value)}
          {measures.length > 0 && (
            <p class="govuk-body">
              Measures:{' '}
              {measures.map((one, i) => (
                <>
                  {i > 0 && ' · '}
                  {link(`/measures/${one.id}`, one.title)}
                </>
              ))}
            </p>
          )}
          <h2 class="govuk-heading-m">Open now, what is due first at the top</h2>
          {filterForm(request, pathway, chosen)}
          {caseloadTable(request, pathway, chosen, caseload.value)}
        </>
      ),
    })
  },
}

const stateName = (pathway: Pathway, state: string | null): string =>
  state === null ? 'None of these' : (pathway.inWords[state] ?? state)

function stateTable(pathway: Pathway, states: readonly { state: string | null; episodes: number }[]) {
  if (Object.keys(pathway.states).length === 0 || states.length === 0) return null
  return (
    <WorkTable
      label="How many are in each state"
      head={['State', figures('Open now')]}
      rows={states.map(({ state, episodes }) => [
        link(`/services/${pathway.id}?state=${state ?? 'none'}`, stateName(pathway, state)),
        inFigures(episodes),
      ])}
    />
  )
}

function filterForm(request: Request, pathway: Pathway, { team, state, overdue }: Chosen) {
  const states = Object.keys(pathway.states)
  return (
    <form method="get" action={`/services/${pathway.id}`} class="heartwood-choose">
      <Select
        name="team"
        label="Team"
        items={[{ value: '', text: 'Every team' }, ...teamItems(request)]}
        value={team === null ? '' : String(team)}
      />
      {states.length > 0 && (
        <Select
          name="state"
          label="State"
          items={[
            { value: '', text: 'Any' },
            ...states.map((one) => ({ value: one, text: stateName(pathway, one) })),
            { value: 'none', text: stateName(pathway, null) },
          ]}
          value={state ?? ''}
        />
      )}
      <Checkboxes
        name="overdue"
        items={[{ value: 'yes', text: 'Only what is overdue' }]}
        values={overdue ? ['yes'] : []}
        classes="govuk-checkboxes--small"
        fieldset={{ attributes: { 'aria-label': 'Overdue' } }}
      />
      <Button variant="secondary">Show these</Button>
    </form>
  )
}

function caseloadTable(request: Request, pathway: Pathway, chosen: Chosen, rows: readonly OpenEpisode[]) {
  const { directory } = request.services
  const { team, state, overdue, page } = chosen
  const href = (n: number): string => {
    const kept = { team: team ?? '', state: state ?? '', overdue: overdue ? 'yes' : '', page: n }
    return `/services/${pathway.id}?${Object.entries(kept)
      .map(([name, value]) => `${name}=${value}`)
      .join('&')}`
  }
  if (rows.length === 0 && page > 1)
    return <Empty action={<Button href={href(1)}>See the first page</Button>}>There is no page {page}.</Empty>
  const isFiltered = team !== null || state !== null || overdue
  if (rows.length === 0)
    return isFiltered ? (
      <Empty action={<Button href={`/services/${pathway.id}`}>Show everything that is open</Button>}>
        Nothing that is open is as you chose.
      </Empty>
    ) : (
      <Empty action={<Button href="/children">Find a child</Button>}>
        Nothing is open. A {pathway.episode} starts from the child.
      </Empty>
    )
  const total = rows[0]!.total
  return (
    <>
      <p class="govuk-body">
        {count(total, `open ${pathway.episode}`)}
        {isFiltered && ' as you chose'}.
      </p>
      <WorkTable
        label="Open now"
        head={['Child', 'State', 'Opened', 'Team', 'Worker', 'Due next']}
        rows={rows.map((row) => [
          childLine(request, row),
          link(
            episodeHref(row, row.episode),
            row.states?.map((one) => stateName(pathway, one)).join(', ') ?? `Open ${pathway.episode}`,
          ),
          inShort(row.opened),
          directory.teamName(row.team),
          directory.workerName(row.worker),
          dueNext(request, { ...row, pathway: pathway.id }),
        ])}
      />
      <Pager page={page} pageSize={onPage} total={total} what={`${pathway.episode}s`} href={href} />
    </>
  )
}
