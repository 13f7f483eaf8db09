/**
 * From a child's history to the rows that pages read. Pure, and never dependent on today: a task holds when it is
 * due, not whether it is late; an open state holds no end, not "now".
 */
import { dayOf } from '../calendar/index.ts'
import type { Measure } from '../measures/measure.ts'
import type { ClocksOf, Folded } from '../pathway/folded.ts'
import type { Episode, Event } from '../pathway/history.ts'
import type { House } from '../pathway/house.ts'
import { personRows } from '../people/projection.ts'
import { listedRows } from './listed.ts'
import { closing, isNamed, type Names } from './names.ts'
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
    ...episodeRows(house, child, () => 'everything'),
    contribution: contributionRows(measures, child),
  }
}

/** The rows of each episode that follow from what is named of it; of an episode of which nothing is, none. */
export function episodeRows(
  house: House,
  { history, instances }: Folded,
  namesOf: (episode: Episode) => Names | undefined,
): EpisodeRows {
  const { record } = history.subject
  const rows: Record<keyof EpisodeRows, Row[]> = {
    episode: [],
    episode_state: [],
    allocation: [],
    task: [],
    listed: [],
  }
  for (const episode of history.episodes) {
    const names = namesOf(episode)
    if (names === undefined) continue
    rows.task.push(...clockTasks(house, record, episode, instances, names))
    if (!isOfService(episode)) continue
    if (isNamed(names, closing)) {
      rows.episode.push(episodeRow(record, episode))
      rows.allocation.push(...allocationRows(record, episode))
    }
    const events = names === 'everything' ? episode.events : episode.events.filter(({ step }) => names.has(step))
    rows.episode_state.push(...stateRows(record, episode, names))
    rows.task.push(...signatureTasks(house, record, episode, events))
    rows.listed.push(...listedRows(house, record, episode.pathway, events))
  }
  return rows
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

function stateRows(record: number, episode: Episode, names: Names): Row[] {
  const rows: Row[] = []
  for (const state in episode.states) {
    if (!isNamed(names, state)) continue
    for (const [i, { from, until }] of episode.states[state]!.entries())
      rows.push({ record, episode: episode.id, state, n: i + 1, since: from, until })
  }
  return rows
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
function clockTasks(house: House, record: number, episode: Episode, instances: ClocksOf, names: Names): Row[] {
  const rows: Row[] = []
  const { clocks } = house.pathway(episode.pathway)
  for (const name in clocks) {
    const clock = clocks[name]!
    if (clock.forMeasureOnly || !isNamed(names, name)) continue
    for (const instance of instances(episode, name)) {
      if (instance.met !== null || instance.void !== null) continue
      rows.push({
        ...taskOf(record, episode, 'clock', name, instance.n),
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
  }
  return rows
}

/** Work that waits for a signature, and work that came back. `events` are all those of some steps. */
function signatureTasks(house: House, record: number, episode: Episode, events: readonly Event[]): Row[] {
  const { steps } = house.pathway(episode.pathway)
  return events.flatMap((event) => {
    if (event.standing !== 'waiting' && event.standing !== 'returned') return []
    const again = events.some((later) => later.step === event.step && later.position > event.position)
    if (event.standing === 'returned' && again) return []
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
