/** The rows by which pages know a person: name, birth, identifiers, addresses, relationships, and when last seen. */
import type { Day } from '../calendar/index.ts'
import { orderDay } from '../pathway/fold.ts'
import type { ChildHistory, Episode, Event } from '../pathway/history.ts'
import type { House } from '../pathway/house.ts'
import { saysOf } from '../pathway/says.ts'
import type { Row } from '../projection/tables.ts'
import { parsePostcode } from './addresses.ts'

interface PersonRows {
  readonly person: readonly Row[]
  readonly address: readonly Row[]
  readonly relationship: readonly Row[]
}

/** How many of the last events stand on the child's page above the fold. */
const latestShown = 5

export function personRows(house: House, history: ChildHistory): PersonRows {
  const own = history.episodes.find((episode) => episode.pathway === 'person')
  if (own === undefined) return { person: [], address: [], relationship: [] }
  const { record } = history.subject
  return {
    person: [personRow(house, history, own)],
    address: addressRows(record, own),
    relationship: own.events.filter((event) => event.step === 'related').map((event) => relationshipRow(record, event)),
  }
}

/** The last value of a field among the steps that may change it, by day. */
function latestOf(own: Episode, field: string, steps: readonly string[]): string | null {
  const event = own.events.findLast((one) => steps.includes(one.step) && one.values[field] !== undefined)
  return event ? String(event.values[field]) : null
}

function identifier(own: Episode, scheme: string): string | null {
  const given = own.events.findLast((one) => one.step === 'identified' && one.values.scheme === scheme)
  return given ? String(given.values.value) : null
}

function personRow(house: House, history: ChildHistory, own: Episode): Row {
  const { subject } = history
  const named = ['registered', 'renamed', 'born']
  const school = latestOf(own, 'school', ['registered', 'schooled'])
  const family = latestOf(own, 'family', ['registered', 'joinedFamily'])
  return {
    record: subject.record,
    child_id: latestOf(own, 'childId', ['registered']) ?? '',
    forename: latestOf(own, 'forename', named) ?? '',
    surname: latestOf(own, 'surname', named) ?? '',
    known_as: latestOf(own, 'knownAs', named),
    born: subject.born,
    expected: subject.expected,
    died: subject.died,
    sex: latestOf(own, 'sex', ['registered', 'born']) ?? 'U',
    ethnicity: latestOf(own, 'ethnicity', ['registered']) ?? 'NOBT',
    adult: latestOf(own, 'as', ['registered']) === 'adult',
    upn: identifier(own, 'upn') ?? latestOf(own, 'upn', ['registered']),
    nhs: identifier(own, 'nhs') ?? latestOf(own, 'nhs', ['registered', 'born']),
    family: family === null ? null : Number(family),
    school: school === null ? null : Number(school),
    ...ofOtherEpisodes(house, history),
  }
}

/** The same with no columns but those that follow from other episodes: for an act that did not touch the register. */
export function renewedRows(house: House, history: ChildHistory): PersonRows {
  const { record } = history.subject
  const isRegistered = history.episodes.some((episode) => episode.pathway === 'person')
  return {
    person: isRegistered ? [{ record, ...ofOtherEpisodes(house, history) }] : [],
    address: [],
    relationship: [],
  }
}

const ofOtherEpisodes = (
  house: House,
  history: ChildHistory,
): Pick<Row, 'last_seen' | 'last_seen_alone' | 'latest'> => ({
  ...lastVisits(history),
  latest: JSON.stringify(latestEvents(house, history)),
})

/** The last days on which the child was seen, and seen alone. */
function lastVisits({ episodes }: ChildHistory): Pick<Row, 'last_seen' | 'last_seen_alone'> {
  let seen: Day | null = null
  let alone: Day | null = null
  for (const { events } of episodes)
    for (const { step, day, values } of events) {
      if (step !== 'visit' || day === null) continue
      if (values.seen === 'yes' && (seen === null || day > seen)) seen = day
      if (values.alone === 'yes' && (alone === null || day > alone)) alone = day
    }
  return { last_seen: seen, last_seen_alone: alone }
}

/** The last events as they read on the page; written as `[day, title, says, episode, position]` to stay small. */
function latestEvents(house: House, history: ChildHistory): readonly (string | number)[][] {
  const last: Event[] = []
  for (const { pathway, events } of history.episodes) {
    if (pathway === 'person') continue
    // An episode's events are in order, so the first from its end that is too old ends the search.
    for (let i = events.length - 1; i >= 0; i--) if (!insertLatest(last, events[i]!)) break
  }
  return last.map((event) => {
    const step = house.pathway(event.pathway).steps[event.step]
    return [orderDay(event), step?.title ?? event.step, saysOf(step, event), event.episode, event.position]
  })
}

/** Into a list with the newest first; false where the list is full of newer ones. */
function insertLatest(last: Event[], event: Event): boolean {
  let at = last.length
  while (at > 0 && isLater(event, last[at - 1]!)) at--
  if (at === latestShown) return false
  last.splice(at, 0, event)
  if (last.length > latestShown) last.pop()
  return true
}

function isLater(one: Event, other: Event): boolean {
  const [day, otherDay] = [orderDay(one), orderDay(other)]
  return day === otherDay ? one.position > other.position : day > otherDay
}

function addressRows(record: number, own: Episode): Row[] {
  const lived = own.events.filter(
    (e) => e.values.address !== undefined && (e.step === 'registered' || e.step === 'moved'),
  )
  return lived.map((event, i) => {
    const { kind = 'home', address, postcode } = event.values
    const next = lived.slice(i + 1).find((later) => (later.values.kind ?? 'home') === kind)
    const parsed = postcode === undefined ? undefined : parsePostcode(String(postcode))
    return {
      record,
      position: event.position,
      kind: String(kind),
      lines: String(address),
      postcode: parsed?.ok ? parsed.value : null,
      protected: event.values.protected === 'yes',
      since: event.step === 'moved' ? event.day : null,
      until: next?.day ?? null,
    }
  })
}

function relationshipRow(record: number, event: Event): Row {
  const { person, kind, responsibility, from, until } = event.values
  return {
    record,
    position: event.position,
    other: Number(person),
    kind: String(kind),
    responsibility: responsibility === undefined ? null : String(responsibility),
    since: from === undefined ? null : String(from),
    until: until === undefined ? null : String(until),
  }
}
