/** What an act changed of a child's history, as far as measures can tell: so that those who read none of it are not asked. */
import type { Measure } from '../measures/measure.ts'
import type { ClocksOf } from '../pathway/folded.ts'
import type { Allocation, ChildHistory, Episode, Interval } from '../pathway/history.ts'
import type { ClockInstance } from '../pathway/instances.ts'

/** Of each pathway: the steps, clocks and states that are not what they were, or everything. */
export type Touched = ReadonlyMap<string, ReadonlySet<string> | 'everything'>

/** The name under which a measure reads whether an episode is closed, and why. */
const closing = 'closing'

interface Side {
  readonly history: ChildHistory
  readonly clocksOf: ClocksOf
}

/** @param kept the episodes that are the same object on both sides */
export function touchedBetween(before: Side, after: Side, kept: ReadonlySet<Episode>): Touched {
  const touched = new Map<string, Set<string> | 'everything'>()
  const old = new Map<number, Episode>()
  for (const episode of before.history.episodes) if (!kept.has(episode)) old.set(episode.id, episode)
  for (const episode of after.history.episodes) {
    if (kept.has(episode)) continue
    const { pathway } = episode
    const was = old.get(episode.id)
    old.delete(episode.id)
    const names = touched.get(pathway) ?? new Set<string>()
    if (names === 'everything') continue
    const isWhole = was === undefined || !isHeldAlike(was, episode)
    if (!isWhole) nameDifferences(was, episode, before.clocksOf(was), after.clocksOf(episode), names)
    touched.set(pathway, isWhole ? 'everything' : names)
  }
  for (const { pathway } of old.values()) touched.set(pathway, 'everything')
  return touched
}

/** The measures that may answer differently now, in no order. */
export function askedAgain(measures: readonly Measure[], touched: Touched): readonly Measure[] {
  const readers = readersAmong(measures)
  const asked = new Set(readers.get('') ?? [])
  for (const [pathway, names] of touched) {
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

function nameDifferences(
  was: Episode,
  is: Episode,
  clocksBefore: readonly ClockInstance[],
  clocksAfter: readonly ClockInstance[],
  names: Set<string>,
): void {
  if (was.closed !== is.closed || was.closingReason !== is.closingReason) names.add(closing)
  const gone = new Set(was.events)
  for (const event of is.events) if (!gone.delete(event)) names.add(event.step)
  for (const { step } of gone) names.add(step)
  for (const state in is.states)
    if (!areSame(was.states[state] ?? [], is.states[state]!, isSameInterval)) names.add(state)
  const [old, fresh] = [Map.groupBy(clocksBefore, clockOf), Map.groupBy(clocksAfter, clockOf)]
  for (const clock of new Set([...old.keys(), ...fresh.keys()]))
    if (!areSame(old.get(clock) ?? [], fresh.get(clock) ?? [], isSameInstance)) names.add(clock)
}

const clockOf = ({ clock }: ClockInstance): string => clock

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
