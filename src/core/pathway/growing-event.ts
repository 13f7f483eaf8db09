/** One event from its entry and those that touched it later: corrections, a signature, a withdrawal. */
import { type Day, dayOf, type Moment } from '../calendar/index.ts'
import { type Content, type Entry, signOffStep } from '../record/entry.ts'
import type { Values } from './field.ts'
import type { Correction, Event, Standing } from './history.ts'
import type { House } from './house.ts'
import type { Pathway } from './pathway.ts'

/** An event while it is being folded; an entry that changes it puts another in its place. */
export interface Growing {
  readonly entry: Entry
  /** As the last entry that touched it wrote them: in the shape of `version`. */
  readonly values: Values
  readonly version: number
  readonly day: Day | null
  readonly standing: Standing
  readonly authorised: Event['authorised']
  readonly returned: Event['returned']
  readonly corrected: readonly Correction[]
  /** What it folds to, once somebody has asked. */
  event: Event | undefined
}

/** Takes an entry into the events of its episode, by position. */
export function apply(house: House, growing: Map<number, Growing>, entry: Entry): void {
  const content: Content = entry.content ?? {}
  const target = entry.target === null ? undefined : growing.get(entry.target)
  if (entry.kind === 'withdraw') {
    if (entry.target !== null) growing.delete(entry.target)
  } else if (entry.kind === 'correct') {
    if (target) growing.set(target.entry.position, corrected(house, target, entry, content))
  } else if (entry.step === signOffStep) {
    if (target) growing.set(target.entry.position, signedOff(target, entry, content))
  } else {
    const pathway = house.pathway(entry.pathway)
    const needsSignature = pathway.steps[entry.step]?.authorisedBy !== undefined
    growing.set(entry.position, {
      entry,
      values: content,
      version: entry.version,
      day: entry.day,
      standing: needsSignature ? 'waiting' : 'done',
      authorised: null,
      returned: null,
      corrected: [],
      event: undefined,
    })
  }
}

/** Values of one version in the shape of a later one. */
function upcast(pathway: Pathway, step: string, values: Values, from: number, to: number): Values {
  if (from >= to) return values
  let raised: Record<string, unknown> = values
  for (let version = from; version < to; version++) raised = pathway.upcasts[version]?.(step, raised) ?? raised
  return raised as Values
}

/**
 * `{ field, value?, reason }`: no value clears the field. The field's name is of the version in which the correction
 * was written, so the values are brought to that version first and to today's only when the event is read.
 */
function corrected(house: House, target: Growing, entry: Entry, content: Content): Growing {
  const pathway = house.pathway(target.entry.pathway)
  const { step } = target.entry
  const field = String(content.field)
  const version = Math.max(target.version, entry.version)
  const { [field]: was, ...others } = upcast(pathway, step, target.values, target.version, version)
  const values = content.value === undefined ? others : { ...others, [field]: content.value }
  const { position, recorded, author } = entry
  const correction = { position, field, was: was ?? null, recorded, author, reason: String(content.reason ?? '') }
  const after = { ...target, values, version, corrected: [...target.corrected, correction], event: undefined }
  const on = pathway.steps[step]?.on
  const dayBefore = on === undefined ? undefined : valuesNow(house, target)[on]
  const dayAfter = on === undefined ? undefined : valuesNow(house, after)[on]
  if (dayBefore === dayAfter) return after
  return { ...after, day: dayAfter === undefined ? null : asDay(String(dayAfter)) }
}

function valuesNow(house: House, { entry, values, version }: Growing): Values {
  const pathway = house.pathway(entry.pathway)
  return upcast(pathway, entry.step, values, version, pathway.version)
}

/** `{ decision: 'authorise' | 'return', reason? }`. */
function signedOff(target: Growing, entry: Entry, content: Content): Growing {
  const { recorded: at, author: by } = entry
  if (content.decision === 'authorise')
    return { ...target, standing: 'authorised', authorised: { at, by }, event: undefined }
  const returned = { at, by, reason: String(content.reason ?? '') }
  return { ...target, standing: 'returned', returned, event: undefined }
}

/** A moment's day, or the day itself. */
export function asDay(value: string): Day {
  return value.length > 10 ? dayOf(value as Moment) : (value as Day)
}

/** The event as it now stands; made once. */
export function eventOf(house: House, one: Growing): Event {
  one.event ??= finished(house, one)
  return one.event
}

function finished(house: House, one: Growing): Event {
  const { position, act, episode, pathway, step, until, recorded, author } = one.entry
  const { day, standing, authorised, returned, corrected } = one
  const values = valuesNow(house, one)
  return {
    position,
    act,
    episode,
    pathway,
    step,
    day,
    until,
    recorded,
    author,
    values,
    standing,
    authorised,
    returned,
    corrected,
  }
}
