/**
 * From entries to a child's history. Pure: the same entries give the same history, whoever asks and whenever, so what
 * was known at a moment is the fold of the entries recorded up to it.
 */
import { type Day, dayOf, type Moment } from '../calendar/index.ts'
import type { Entry } from '../record/entry.ts'
import { meets } from './field.ts'
import { apply, eventOf, type Growing } from './growing-event.ts'
import type { Allocation, ChildHistory, Episode, Event, Interval, Subject } from './history.ts'
import type { House } from './house.ts'
import type { Pathway } from './pathway.ts'
import type { After } from './step.ts'

/** Folds one record. `entries` in order of position; unknown pathways are an error of assembly and throw. */
export function fold(house: House, record: number, entries: readonly Entry[]): ChildHistory {
  const growing = growHistory(house, record)
  for (const entry of entries) growing.append(entry)
  return growing.history()
}

/** A record's history while entries are appended to it. */
export interface GrowingHistory {
  /** In order of position. */
  append(entry: Entry): void
  /** The history as it now stands; what was handed out before does not change, and an untouched episode is the same object. */
  history(): ChildHistory
  /** Another that begins where this one stands; from here on they grow apart. */
  fork(): GrowingHistory
}

/** An episode's events in order of position, and the episode they fold to until one of them changes. */
interface GrowingEpisode {
  readonly members: Map<number, Growing>
  /** Who may change `members`; for anybody else they are somebody's past. */
  readonly owner: object
  folded: Episode | undefined
}

/**
 * The fold, one entry at a time: an entry makes only its own episode anew, so that deciding the hundredth act of a
 * record does not cost a hundred folds. There is no other fold; `fold` is this one with every entry appended.
 */
export function growHistory(house: House, record: number): GrowingHistory {
  return growFrom(house, record, new Map(), 0)
}

function growFrom(house: House, record: number, growing: Map<number, GrowingEpisode>, from: number): GrowingHistory {
  let position = from
  let owner = {}
  const own = (id: number): GrowingEpisode => {
    const known = growing.get(id)
    if (known?.owner === owner) return known
    const mine = { members: new Map(known?.members), owner, folded: undefined }
    growing.set(id, mine)
    return mine
  }
  return {
    append(entry) {
      const episode = own(entry.episode)
      apply(house, episode.members, entry)
      episode.folded = undefined
      position = entry.position
    },
    history() {
      const episodes: Episode[] = []
      for (const [id, one] of growing) {
        const opener = one.members.get(id)
        // An episode whose opening was withdrawn was never about this child.
        if (opener === undefined) continue
        one.folded ??= episodeOf(house, opener.entry, one.members)
        episodes.push(one.folded)
      }
      return { subject: subjectOf(record, episodes), episodes, position }
    },
    fork() {
      // What stands here belongs to both now, so neither may change it.
      owner = {}
      return growFrom(house, record, new Map(growing), position)
    },
  }
}

/** The entries a reader could have seen at a moment. */
export function knownAt(entries: readonly Entry[], at: Moment): readonly Entry[] {
  return entries.filter((entry) => entry.recorded <= at)
}

/** The day by which an event is ordered: its own, or that of its recording where nobody knows. */
export const orderDay = (event: Event): Day => event.day ?? dayOf(event.recorded)

/** Whether an event has come to count: no signature needed, or signed. */
export const counts = (event: Event): boolean => event.standing === 'done' || event.standing === 'authorised'

/** The day on which an event came to count: that of its signature where one is needed. */
export const dayCounted = (event: Event): Day => (event.authorised ? dayOf(event.authorised.at) : orderDay(event))

function episodeOf(house: House, opener: Entry, members: ReadonlyMap<number, Growing>): Episode {
  const pathway = house.pathway(opener.pathway)
  const unordered = [...members.values()].map((one) => eventOf(house, one))
  const events =
    unordered.length === 1
      ? unordered
      : [...unordered].sort((a, b) => {
          const byDay = orderDay(a) < orderDay(b) ? -1 : orderDay(a) > orderDay(b) ? 1 : 0
          return byDay || a.position - b.position
        })
  const first = events.find((event) => event.position === opener.position)!
  const states = statesOf(pathway, events)
  const closing = events.findLast((event) => closesEpisode(pathway, event, states))
  const reasonField = closing && pathway.steps[closing.step]?.closingReason
  const closed = closing ? dayCounted(closing) : null
  return {
    id: opener.position,
    pathway: pathway.id,
    opened: orderDay(first),
    closed,
    closingReason: reasonField ? String(closing.values[reasonField] ?? '') || null : null,
    origin: opener.origin,
    events,
    states: closed === null ? states : endedBy(closed, states),
    allocations: allocationsOf(events, closed),
  }
}

/** Whether an event is one of those a condition names. */
export function among(condition: After, event: Event): boolean {
  const when = condition[event.step]
  return when !== undefined && meets(when, event.values)
}

function closesEpisode(pathway: Pathway, event: Event, states: Episode['states']): boolean {
  const step = pathway.steps[event.step]
  if (step?.closes === undefined || !counts(event) || !meets(step.closes, event.values)) return false
  const day = orderDay(event)
  const holds = ({ from, until }: Interval): boolean => from <= day && (until === null || day < until)
  return !step.closesUnless.some((state) => states[state]?.some(holds))
}

/** The closing of the episode ends whatever state still held. */
function endedBy(closed: Day, states: Episode['states']): Episode['states'] {
  const ended: Record<string, readonly Interval[]> = {}
  for (const name in states)
    ended[name] = states[name]!.map((one) => (one.until === null ? { ...one, until: closed } : one))
  return ended
}

function statesOf(pathway: Pathway, events: readonly Event[]): Episode['states'] {
  const states: Record<string, Interval[]> = {}
  for (const name in pathway.states) {
    const { from, until } = pathway.states[name]!
    const intervals: Interval[] = []
    let open: Day | null = null
    for (const event of events) {
      if (!counts(event)) continue
      if (open === null && among(from, event)) open = orderDay(event)
      else if (open !== null && among(until, event)) {
        intervals.push({ from: open, until: orderDay(event) })
        open = null
      }
    }
    if (open !== null) intervals.push({ from: open, until: null })
    states[name] = intervals
  }
  return states
}

/** Who held the episode and when: an allocation in one role lasts until the next in that role, or the closing. */
function allocationsOf(events: readonly Event[], closed: Day | null): readonly Allocation[] {
  const list: Allocation[] = []
  const openAt = new Map<string, number>()
  for (const event of events) {
    if (event.step !== 'allocation') continue
    const { team, worker, role } = event.values
    const from = orderDay(event)
    const as = String(role)
    const before = openAt.get(as)
    if (before !== undefined) list[before] = { ...list[before]!, until: from }
    openAt.set(as, list.length)
    list.push({
      from,
      until: closed,
      role: as,
      team: typeof team === 'number' ? team : null,
      worker: typeof worker === 'number' ? worker : null,
    })
  }
  return list
}

function subjectOf(record: number, episodes: readonly Episode[]): Subject {
  const latest = (step: string, field: string): Day | null => {
    for (const episode of episodes) {
      if (episode.pathway !== 'person') continue
      const event = episode.events.findLast((e) => e.step === step && e.values[field] !== undefined)
      if (event) return String(event.values[field]) as Day
    }
    return null
  }
  const born = latest('born', 'born') ?? latest('registered', 'born')
  return {
    record,
    born,
    expected: born === null ? latest('registered', 'expected') : null,
    died: latest('died', 'died'),
  }
}
