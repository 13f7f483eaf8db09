/**
 * What measures look for in a child's record - the events of a step, the instances of a clock - found in one pass and
 * kept beside it: sixty definitions ask the same history, at every write.
 */
import type { Day } from '../calendar/index.ts'
import { counts, dayCounted } from '../pathway/fold.ts'
import type { Folded } from '../pathway/folded.ts'
import type { Episode, Event } from '../pathway/history.ts'
import type { ClockInstance } from '../pathway/instances.ts'

export interface FoundEvent {
  readonly episode: Episode
  readonly event: Event
}
/** With the day of the signature, where one is needed; an event of another step counts on its own day. */
export interface SignedEvent extends FoundEvent {
  readonly day: Day
}
export interface FoundInstance {
  readonly episode: Episode
  readonly instance: ClockInstance
}

/** Each made when it is first asked for: an act asks few measures, and those of few things. */
interface Found {
  episodes?: ReadonlyMap<string, readonly Episode[]>
  events?: ReadonlyMap<string, readonly FoundEvent[]>
  readonly instances: Map<string, readonly FoundInstance[]>
  /** Forty answers are told apart among the same signed events. */
  readonly signed: Map<string, readonly SignedEvent[]>
}

const kept = new WeakMap<Folded, Found>()

function foundIn(child: Folded): Found {
  const known = kept.get(child)
  if (known !== undefined) return known
  const found: Found = { instances: new Map(), signed: new Map() }
  kept.set(child, found)
  return found
}

function push<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name)
  if (list === undefined) lists.set(name, [one])
  else list.push(one)
}

function byPathway({ history }: Folded): ReadonlyMap<string, readonly Episode[]> {
  return Map.groupBy(history.episodes, (episode) => episode.pathway)
}

function byStep({ history }: Folded): ReadonlyMap<string, readonly FoundEvent[]> {
  const lists = new Map<string, FoundEvent[]>()
  for (const episode of history.episodes)
    for (const event of episode.events) push(lists, `${episode.pathway}.${event.step}`, { episode, event })
  return lists
}

/** A child's episodes of one pathway, in the order in which they were opened in the record. */
export function episodesOf(child: Folded, pathway: string): readonly Episode[] {
  const found = foundIn(child)
  found.episodes ??= byPathway(child)
  return found.episodes.get(pathway) ?? []
}

/** Every event of a step, of whatever standing, episode by episode. */
export function eventsOf(child: Folded, pathway: string, step: string): readonly FoundEvent[] {
  const found = foundIn(child)
  found.events ??= byStep(child)
  return found.events.get(`${pathway}.${step}`) ?? []
}

/** The events of a step that needs a signature, on the day of that signature; no others count. */
export function signed(child: Folded, pathway: string, step: string): readonly SignedEvent[] {
  const { signed: lists } = foundIn(child)
  const name = `${pathway}.${step}`
  const list =
    lists.get(name) ??
    eventsOf(child, pathway, step)
      .filter(({ event }) => counts(event))
      .map((one) => ({ ...one, day: dayCounted(one.event) }))
  lists.set(name, list)
  return list
}

/** Every instance of a clock, episode by episode. */
export function instancesOf(child: Folded, pathway: string, clock: string): readonly FoundInstance[] {
  const { instances: lists } = foundIn(child)
  const name = `${pathway}.${clock}`
  const list =
    lists.get(name) ??
    episodesOf(child, pathway).flatMap((episode) =>
      child.instances(episode, clock).map((instance) => ({ episode, instance })),
    )
  lists.set(name, list)
  return list
}
