/**
 * A clock's instances on one episode: each time it started, when it was due, and when it was met or fell away. They
 * follow from the history alone; "overdue" is decided by whoever reads them on a day.
 */
import {
  addDays,
  birthday,
  type Day,
  type Duration,
  dayOf,
  daysBetween,
  dueDay,
  dueMoment,
  isHours,
  type Moment,
  restsOnProvisional,
} from '../calendar/index.ts'
import { asTrigger, type Clock, type Limit, type LocalLimit, type Trigger } from './clock.ts'
import { meets, type When } from './field.ts'
import { among, counts, dayCounted, orderDay } from './fold.ts'
import { asDay } from './growing-event.ts'
import type { Episode, Event, Interval, Subject } from './history.ts'
import type { House } from './house.ts'
import { type Pathway, splitRef } from './pathway.ts'

export interface ClockInstance {
  readonly clock: string
  /** Which time it started on this episode, from 1. */
  readonly n: number
  /** The event that started it, and the one that met it, by position; null for a birthday and while not met. */
  readonly startedBy: number | null
  readonly metBy: number | null
  readonly from: Day
  /** Where the limit is in hours: the moment. */
  readonly fromAt: Moment | null
  /** null while paused. */
  readonly due: Day | null
  readonly dueAt: Moment | null
  readonly met: Day | null
  readonly metAt: Moment | null
  /** The day on which it fell away unmet: the state ended, the episode closed, or an answer ended it. */
  readonly void: Day | null
  /** Rests on a bank holiday that is computed, not yet published. */
  readonly provisional: boolean
}

/** Whether an instance was met in time; undefined while it is open or void. */
export function metInTime(instance: ClockInstance): boolean | undefined {
  if (instance.met === null || instance.due === null) return undefined
  if (instance.dueAt !== null && instance.metAt !== null) return instance.metAt <= instance.dueAt
  return instance.met <= instance.due
}

interface Start {
  readonly day: Day
  readonly at: Moment | null
  readonly event: Event | null
}

/** The instances of one clock; none where the pathway has no such clock. */
export function instancesOfClock(
  house: House,
  subject: Subject,
  episode: Episode,
  name: string,
): readonly ClockInstance[] {
  const pathway = house.pathway(episode.pathway)
  const clock = pathway.clocks[name]
  const starts = clock === undefined ? [] : startsOf(asTrigger(clock.from), subject, episode)
  return clock === undefined || starts.length === 0 ? none : runClock(house, pathway, name, clock, episode, starts)
}

const none: readonly ClockInstance[] = []

function runClock(
  house: House,
  pathway: Pathway,
  name: string,
  clock: Clock,
  episode: Episode,
  starts: readonly Start[],
): readonly ClockInstance[] {
  const all: ClockInstance[] = []
  const stops = eventsMeeting(pathway, asTrigger(clock.to), episode)
  const used = new Set<number>()
  let n = 0
  for (const start of starts) {
    const state = clock.while === undefined ? undefined : episode.states[clock.while]?.find((i) => holds(i, start.day))
    if (clock.while !== undefined && state === undefined) continue
    const rule = ruleOn(clock, start.day)
    if (rule === undefined) continue
    const end = endOf(clock, episode, start, state)
    let from = start
    let limit = limitOf(house, rule.within, start)
    for (;;) {
      if (limit === undefined) break
      const stop = stops.find(
        (s) =>
          !used.has(s.position) &&
          comesAfter(s, from) &&
          paired(clock, s, start) &&
          (end === null || dayCounted(s) <= end),
      )
      if (stop) used.add(stop.position)
      n += 1
      all.push(instance(house, clock, name, n, episode, from, limit, stop, end, start))
      if (stop === undefined || rule.thenEvery === undefined) break
      from = { day: dayMet(clock, stop), at: null, event: stop }
      // What was met on the day the state ended has no next.
      if (end !== null && from.day >= end) break
      limit = limitOf(house, rule.thenEvery, start)
    }
  }
  return all
}

const holds = (interval: Interval, day: Day): boolean =>
  interval.from <= day && (interval.until === null || day < interval.until)

/** The rule in force on the day of the trigger. */
function ruleOn(clock: Clock, on: Day): { within: Limit; thenEvery?: Duration | LocalLimit | undefined } | undefined {
  if (on >= clock.since) return clock
  return clock.earlier?.find((rule) => rule.since <= on && on <= rule.until)
}

function limitOf(house: House, limit: Limit, start: Start): Duration | undefined {
  if ('limits' in limit) {
    const answer = start.event?.values[limit.field]
    const chosen = answer === undefined ? undefined : limit.limits[String(answer)]
    return chosen === undefined ? undefined : limitOf(house, chosen, start)
  }
  if ('setting' in limit) return house.setting(limit.setting, start.day) ?? limit.otherwise
  return limit
}

const paired = (clock: Clock, stop: Event, start: Start): boolean =>
  clock.pairedBy === undefined || stop.values[clock.pairedBy] === start.event?.values[clock.pairedBy]

/** An event that comes after the start: on a later day, or on the same day and recorded no earlier. */
function comesAfter(event: Event, start: Start): boolean {
  if (start.event === null) return true
  if (event.position === start.event.position) return start.at !== null
  const day = orderDay(event)
  return day > start.day || (day === start.day && event.position > start.event.position)
}

function dayMet(clock: Clock, stop: Event): Day {
  const trigger = asTrigger(clock.to)
  const { field } = splitRef('event' in trigger ? trigger.event : '')
  const value = field === undefined ? undefined : stop.values[field]
  return value === undefined ? dayCounted(stop) : asDay(String(value))
}

function momentMet(clock: Clock, stop: Event): Moment {
  const trigger = asTrigger(clock.to)
  const { field } = splitRef('event' in trigger ? trigger.event : '')
  const value = field === undefined ? undefined : stop.values[field]
  if (typeof value === 'string' && value.length > 10) return value as Moment
  return stop.authorised?.at ?? stop.recorded
}

function eventsMeeting(pathway: Pathway, trigger: Trigger, episode: Episode): readonly Event[] {
  if (trigger.kind === 'birthday') return []
  const { step } = splitRef(trigger.event)
  const where = trigger.kind === 'thatLedTo' ? undefined : trigger.where
  if (pathway.steps[step] === undefined) return []
  return episode.events.filter((e) => e.step === step && counts(e) && matches(where, e))
}

const matches = (where: When | undefined, event: Event): boolean => where === undefined || meets(where, event.values)

function startsOf(trigger: Trigger, subject: Subject, episode: Episode): readonly Start[] {
  if (trigger.kind === 'birthday') {
    const { born } = subject
    if (born === null) return []
    const day = birthday(born, trigger.age)
    return day < episode.opened ? [] : [{ day, at: null, event: null }]
  }
  const { step, field } = splitRef(trigger.event)
  if (trigger.kind === 'thatLedTo') {
    const starts: Start[] = []
    for (const led of episode.events) {
      if (led.step !== trigger.step || led.standing === 'returned') continue
      const before = episode.events.findLast(
        (e) =>
          e.step === step &&
          (orderDay(e) < orderDay(led) || (orderDay(e) === orderDay(led) && e.position < led.position)),
      )
      if (before && !starts.some((s) => s.event === before)) starts.push(startAt(before, field))
    }
    return starts
  }
  const found = episode.events.filter((e) => e.step === step && e.standing !== 'returned' && matches(trigger.where, e))
  const kept = trigger.kind === 'first' ? found.slice(0, 1) : trigger.kind === 'last' ? found.slice(-1) : found
  return kept.map((event) => startAt(event, field))
}

function startAt(event: Event, field: string | undefined): Start {
  const value = field === undefined ? undefined : event.values[field]
  if (typeof value !== 'string') return { day: dayCounted(event), at: event.authorised?.at ?? event.recorded, event }
  return value.length > 10
    ? { day: dayOf(value as Moment), at: value as Moment, event }
    : { day: value as Day, at: null, event }
}

/** The day on which an unmet instance falls away, if any. */
function endOf(clock: Clock, episode: Episode, start: Start, state: Interval | undefined): Day | null {
  const ends: Day[] = []
  if (state?.until) ends.push(state.until)
  if (episode.closed !== null) ends.push(episode.closed)
  if (clock.endedBy) {
    const endedBy = clock.endedBy
    const ender = episode.events.find((e) => counts(e) && comesAfter(e, start) && among(endedBy, e))
    if (ender) ends.push(dayCounted(ender))
  }
  return ends.length === 0 ? null : ends.sort()[0]!
}

function instance(
  house: House,
  clock: Clock,
  name: string,
  n: number,
  episode: Episode,
  from: Start,
  limit: Duration,
  stop: Event | undefined,
  end: Day | null,
  start: Start,
): ClockInstance {
  const inHours = isHours(limit)
  const paused = pausedDays(clock, episode, from.day)
  let dueOn: Day | null = null
  let dueAt: Moment | null = null
  let provisional = false
  if (paused === 'now') dueOn = null
  else if (isHours(limit)) {
    const runsOn = clock.runsOn !== undefined && start.event !== null && meets(clock.runsOn, start.event.values)
    const answer = dueMoment(
      from.at ?? from.event?.recorded ?? (`${from.day}T00:00:00.000Z` as Moment),
      limit,
      house.calendars,
      { runsOn },
    )
    dueAt = answer.due
    dueOn = dayOf(answer.due)
  } else {
    const running = dueDay(from.day, limit, house.calendars)
    dueOn = paused === 0 ? running : addDays(running, paused)
    provisional = restsOnProvisional(from.day, dueOn, limit, house.calendars)
  }
  return {
    clock: name,
    n,
    startedBy: from.event?.position ?? null,
    metBy: stop?.position ?? null,
    from: from.day,
    fromAt: inHours ? from.at : null,
    due: dueOn,
    dueAt,
    met: stop ? dayMet(clock, stop) : null,
    metAt: stop && inHours ? momentMet(clock, stop) : null,
    void: stop ? null : end,
    provisional,
  }
}

/** Calendar days for which the clock stood still since it started; 'now' while a pause is open. */
function pausedDays(clock: Clock, episode: Episode, from: Day): number | 'now' {
  let total = 0
  for (const pause of clock.pauses ?? []) {
    const begun = startsOf(asTrigger(pause.from), nobody, episode).filter((s) => s.day >= from)
    const ended = startsOf(asTrigger(pause.until), nobody, episode)
    for (const begin of begun) {
      const end = ended.find((s) => s.day >= begin.day)
      if (end === undefined) return 'now'
      total += daysBetween(begin.day, end.day)
    }
  }
  return total
}

/** Pauses start and end with events, never with a birthday. */
const nobody: Subject = { record: 0, born: null, expected: null, died: null }
