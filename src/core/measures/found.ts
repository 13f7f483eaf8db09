/**
 * What measures look for in a child's record - the events of a step, the instances of a clock - found in one pass and
 * kept beside it: sixty definitions ask the same history, at every write.
 */
import type { Folded } from '../pathway/folded.ts'
import type { Episode, Event } from '../pathway/history.ts'
import type { ClockInstance } from '../pathway/instances.ts'

export interface FoundEvent {
  readonly episode: Episode
  readonly event: Event
}
export interface FoundInstance {
  readonly episode: Episode
  readonly instance: ClockInstance
}

interface Found {
  readonly episodes: Map<string, Episode[]>
  readonly events: Map<string, FoundEvent[]>
  readonly instances: Map<string, FoundInstance[]>
}

const kept = new WeakMap<Folded, Found>()

function push<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name)
  if (list === undefined) lists.set(name, [one])
  else list.push(one)
}

function foundIn(child: Folded): Found {
  const known = kept.get(child)
  if (known !== undefined) return known
  const found: Found = { episodes: new Map(), events: new Map(), instances: new Map() }
  for (const episode of child.history.episodes) {
    push(found.episodes, episode.pathway, episode)
    for (const event of episode.events) push(found.events, `${episode.pathway}.${event.step}`, { episode, event })
  }
  for (const one of child.clocks) push(found.instances, `${one.episode.pathway}.${one.instance.clock}`, one)
  kept.set(child, found)
  return found
}

/** A child's episodes of one pathway, in the order in which they were opened in the record. */
export const episodesOf = (child: Folded, pathway: string): readonly Episode[] =>
  foundIn(child).episodes.get(pathway) ?? []

/** Every event of a step, of whatever standing, episode by episode. */
export const eventsOf = (child: Folded, pathway: string, step: string): readonly FoundEvent[] =>
  foundIn(child).events.get(`${pathway}.${step}`) ?? []

/** Every instance of a clock, episode by episode. */
export const instancesOf = (child: Folded, pathway: string, clock: string): readonly FoundInstance[] =>
  foundIn(child).instances.get(`${pathway}.${clock}`) ?? []
