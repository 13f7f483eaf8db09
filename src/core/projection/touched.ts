/**
 * What an act changed of a child's history: so that no row is derived that nothing touched, and no measure asked that
 * reads none of it.
 */
import type { Measure } from '../measures/measure.ts'
import { clocksReading } from '../pathway/clock-reads.ts'
import type { ClocksOf } from '../pathway/folded.ts'
import type { Allocation, ChildHistory, Episode, Event, Interval } from '../pathway/history.ts'
import type { House } from '../pathway/house.ts'
import type { ClockInstance } from '../pathway/instances.ts'
import type { Pathway } from '../pathway/pathway.ts'
import { closing, type Names } from './names.ts'

/** An episode that is not what it was; undefined on the side where it does not stand. */
export interface Touched {
  readonly was: Episode | undefined
  readonly is: Episode | undefined
  readonly names: Names
}

export interface Side {
  readonly history: ChildHistory
  readonly clocksOf: ClocksOf
}

/** Where the two are one child: with another day of birth every episode is touched. */
export function touchedBetween(house: House, before: Side, after: Side, isSameChild: boolean): readonly Touched[] {
  const touched: Touched[] = []
  const old = new Map(before.history.episodes.map((episode) => [episode.id, episode]))
  for (const is of after.history.episodes) {
    const was = old.get(is.id)
    old.delete(is.id)
    if (was === is && isSameChild) continue
    const isPart = was !== undefined && isSameChild && isHeldAlike(was, is)
    touched.push({ was, is, names: isPart ? namesBetween(house, was, is, before, after) : 'everything' })
  }
  for (const was of old.values()) touched.push({ was, is: undefined, names: 'everything' })
  return touched
}

/** The measures that may answer differently now, in no order. */
export function askedAgain(measures: readonly Measure[], touched: readonly Touched[]): readonly Measure[] {
  const readers = readersAmong(measures)
  const asked = new Set(readers.get('') ?? [])
  for (const { was, is, names } of touched) {
    const { pathway } = (is ?? was)!
    for (const one of readers.get(pathway) ?? []) asked.add(one)
    if (names === 'everything') for (const one of readers.get(`${pathway}.*`) ?? []) asked.add(one)
    else for (const name of names) for (const one of readers.get(`${pathway}.${name}`) ?? []) asked.add(one)
  }
  return [...asked]
}

type Readers = ReadonlyMap<string, readonly Measure[]>
const known = new WeakMap<readonly Measure[], Readers>()

/**
 * Who reads what: `pathway.name`, `pathway.*` for all who read a name of it, the pathway for who read all of it, nothing
 * for who read everything. Made once: to look at every measure at every write would cost more than asking those few.
 */
function readersAmong(measures: readonly Measure[]): Readers {
  const readers = known.get(measures) ?? findReaders(measures)
  known.set(measures, readers)
  return readers
}

function findReaders(measures: readonly Measure[]): Readers {
  const readers = new Map<string, Measure[]>()
  const note = (name: string, measure: Measure): void => {
    const list = readers.get(name)
    if (list === undefined) readers.set(name, [measure])
    else list.push(measure)
  }
  for (const measure of measures) {
    const { pathways = [''], only } = measure
    for (const pathway of pathways) {
      if (only === undefined) note(pathway, measure)
      else for (const name of ['*', ...only]) note(`${pathway}.${name}`, measure)
    }
  }
  return readers
}

/** What every measure may read: when an episode opened, and who held it. When that ended follows from it and the closing. */
function isHeldAlike(was: Episode, is: Episode): boolean {
  return (
    was.opened === is.opened &&
    was.origin === is.origin &&
    was.allocations.length === is.allocations.length &&
    was.allocations.every((one, i) => isSameHolder(one, is.allocations[i]!))
  )
}

const isSameHolder = (one: Allocation, other: Allocation): boolean =>
  one.from === other.from && one.role === other.role && one.team === other.team && one.worker === other.worker

function namesBetween(house: House, was: Episode, is: Episode, before: Side, after: Side): ReadonlySet<string> {
  const names = changedSteps(was.events, is.events)
  for (const state in is.states)
    if (!areSame(was.states[state] ?? [], is.states[state]!, isSameInterval)) names.add(state)
  const isClosedAlike = was.closed === is.closed && was.closingReason === is.closingReason
  if (!isClosedAlike) names.add(closing)
  for (const clock of clocksThatMayDiffer(house.pathway(is.pathway), names))
    if (!areSame(before.clocksOf(was, clock), after.clocksOf(is, clock), isSameInstance)) names.add(clock)
  return names
}

/** The steps of events that stand on one side only: an event that an entry touched is another object. */
function changedSteps(was: readonly Event[], is: readonly Event[]): Set<string> {
  let start = 0
  while (start < was.length && was[start] === is[start]) start++
  let [wasEnd, isEnd] = [was.length, is.length]
  while (wasEnd > start && isEnd > start && was[wasEnd - 1] === is[isEnd - 1]) {
    wasEnd--
    isEnd--
  }
  const names = new Set<string>()
  for (let i = start; i < wasEnd; i++) names.add(was[i]!.step)
  for (let i = start; i < isEnd; i++) names.add(is[i]!.step)
  return names
}

const clocksThatMayDiffer = (pathway: Pathway, names: ReadonlySet<string>): readonly string[] =>
  names.has(closing) ? Object.keys(pathway.clocks) : clocksReading(pathway, names)

function areSame<T>(some: readonly T[], others: readonly T[], isSame: (one: T, other: T) => boolean): boolean {
  return some.length === others.length && some.every((one, i) => isSame(one, others[i]!))
}

const isSameInterval = (one: Interval, other: Interval): boolean => one.from === other.from && one.until === other.until

/** The event that started it or met it may have been corrected; its step then says so. */
function isSameInstance(one: ClockInstance, other: ClockInstance): boolean {
  for (const field in one) {
    const name = field as keyof ClockInstance
    if (one[name] !== other[name]) return false
  }
  return true
}
