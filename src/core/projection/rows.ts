/**
 * From a child's history to the rows that pages read. Pure, and never dependent on today: a task holds when it is
 * due, not whether it is late; an open state holds no end, not "now".
 */
import { dayOf } from '../calendar/index.ts'
import type { Measure } from '../measures/measure.ts'
import type { Folded } from '../pathway/folded.ts'
import type { Episode } from '../pathway/history.ts'
import type { House } from '../pathway/house.ts'
import { personRows } from '../people/projection.ts'
import { listedRows } from './listed.ts'
import { noRows, type Row, type Rows } from './tables.ts'

/** Everything rows follow from: the definitions and the measures over them. */
export interface Definitions {
  readonly house: House
  readonly measures: readonly Measure[]
}

/** The tables whose rows follow from one episode each, or from its clocks, and from nothing else of the child. */
export type EpisodeRows = Pick<Rows, 'episode' | 'episode_state' | 'allocation' | 'task' | 'listed'>

export function rowsOf({ house, measures }: Definitions, child: Folded): Rows {
  const { history } = child
  if (history.episodes.length === 0) return noRows
  return {
    ...personRows(house, history),
    ...episodeRows(house, child),
    contribution: contributionRows(measures, child),
  }
}

/** The rows of the episodes that `child` holds, which may be some of the child's. */
export function episodeRows(house: House, child: Folded): EpisodeRows {
  const { record } = child.history.subject
  const services = child.history.episodes.filter(isOfService)
  return {
    episode: services.map((episode) => episodeRow(record, episode)),
    episode_state: services.flatMap((episode) => stateRows(record, episode)),
    allocation: services.flatMap((episode) => allocationRows(record, episode)),
    task: [...clockTasks(house, child), ...services.flatMap((episode) => signatureTasks(house, record, episode))],
    listed: services.flatMap((episode) => listedRows(house, record, episode)),
  }
}

/** The register of persons is a pathway too; its episode has rows of its own. */
export const isOfService = (episode: Episode): boolean => episode.pathway !== 'person'

function episodeRow(record: number, episode: Episode): Row {
  const lead = episode.allocations.findLast((one) => one.role === 'lead')
  return {
    record,
    episode: episode.id,
    pathway: episode.pathway,
    opened: episode.opened,
    closed: episode.closed,
    closing_reason: episode.closingReason,
    origin: episode.origin,
    team: lead?.team ?? null,
    worker: lead?.worker ?? null,
  }
}

function stateRows(record: number, episode: Episode): Row[] {
  return Object.entries(episode.states).flatMap(([state, intervals]) =>
    intervals.map(({ from, until }, i) => ({ record, episode: episode.id, state, n: i + 1, since: from, until })),
  )
}

function allocationRows(record: number, episode: Episode): Row[] {
  return episode.allocations.map((one, i) => ({
    record,
    episode: episode.id,
    n: i + 1,
    pathway: episode.pathway,
    role: one.role,
    team: one.team,
    worker: one.worker,
    since: one.from,
    until: one.until,
  }))
}

/** Clocks that run: started, not met, not void. */
function clockTasks(house: House, child: Folded): Row[] {
  const rows: Row[] = []
  for (const { episode, instance } of child.clocks) {
    if (instance.met !== null || instance.void !== null) continue
    const clock = house.pathway(episode.pathway).clocks[instance.clock]!
    if (clock.forMeasureOnly) continue
    rows.push({
      ...taskOf(child.history.subject.record, episode, 'clock', instance.clock, instance.n),
      since: instance.from,
      since_at: instance.fromAt,
      due: instance.due,
      due_at: instance.dueAt,
      started_by: instance.startedBy,
      provisional: instance.provisional,
      weight: clock.weight ?? 2,
      falls: clock.falls ?? null,
      author: null,
    })
  }
  return rows
}

/** Work that waits for a signature, and work that came back. */
function signatureTasks(house: House, record: number, episode: Episode): Row[] {
  const { steps } = house.pathway(episode.pathway)
  return episode.events.flatMap((event) => {
    const again = episode.events.some((later) => later.step === event.step && later.position > event.position)
    if (event.standing !== 'waiting' && (event.standing !== 'returned' || again)) return []
    const kind = event.standing === 'waiting' ? 'sign-off' : 'returned'
    return [
      {
        ...taskOf(record, episode, kind, event.step, event.position),
        since: dayOf(event.returned?.at ?? event.recorded),
        since_at: event.returned?.at ?? event.recorded,
        due: null,
        due_at: null,
        started_by: event.position,
        provisional: false,
        weight: 1,
        falls: kind === 'sign-off' ? (steps[event.step]?.authorisedBy ?? null) : null,
        author: event.author,
      },
    ]
  })
}

function taskOf(record: number, episode: Episode, kind: string, name: string, n: number): Row {
  const lead = episode.allocations.findLast((one) => one.role === 'lead')
  return {
    record,
    episode: episode.id,
    kind,
    name,
    n,
    pathway: episode.pathway,
    since: null,
    since_at: null,
    due: null,
    due_at: null,
    started_by: null,
    provisional: false,
    weight: 2,
    falls: null,
    team: lead?.team ?? null,
    worker: lead?.worker ?? null,
    author: null,
  }
}

/** The rows of measures; each is handed the child with the episodes of its own pathways, for whose clocks alone it pays. */
export function contributionRows(measures: readonly Measure[], child: Folded): Row[] {
  if (!child.history.episodes.some(isOfService)) return []
  const { record } = child.history.subject
  const views = new Map<string, Folded>()
  const viewOf = (pathways: readonly string[] | undefined): Folded => {
    if (pathways === undefined) return child
    const name = pathways.join()
    const view = views.get(name) ?? child.part((episode) => pathways.includes(episode.pathway))
    views.set(name, view)
    return view
  }
  const rows: Row[] = []
  for (const { id, pathways, contributions } of measures)
    for (const { key, day, denominator, numerator, team } of contributions(viewOf(pathways)))
      rows.push({ measure: id, record, key, day, denominator, numerator, team })
  return rows
}
