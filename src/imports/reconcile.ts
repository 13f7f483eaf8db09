/**
 * Brings what a file tells of one child together with what the record holds: adds what is new, corrects what changed,
 * withdraws what the source no longer says, and leaves alone what a person has written. Nothing is overwritten.
 */

import type { OpenRecord } from '../core/acts/decide-act.ts'
import { dayOf, type Moment, momentAt } from '../core/calendar/index.ts'
import type { Problem } from '../core/outcomes.ts'
import { type Decision, decide, decideCorrection, decideWithdrawal, type Hand } from '../core/pathway/decide.ts'
import type { Value, Values } from '../core/pathway/field.ts'
import type { Episode, Event } from '../core/pathway/history.ts'
import type { House } from '../core/pathway/house.ts'
import { chain, emptyHead } from '../core/record/chain.ts'
import { type Draft, signOffStep } from '../core/record/entry.ts'
import type { ChildTold, Fault, NoLonger, Told } from './told.ts'

/** Entries that were added by what they do. */
export interface Counts {
  recorded: number
  corrected: number
  withdrawn: number
  /** Answers that a person had put right otherwise; theirs stand. */
  kept: number
}

export const noCounts = (): Counts => ({ recorded: 0, corrected: 0, withdrawn: 0, kept: 0 })

export interface Source {
  /** The house as this source can answer it (`houseAsAnswered`). */
  readonly house: House
  /** Who is written as the author: a batch, below zero. */
  readonly author: number
  readonly now: Moment
  /** What stands as the reason of a correction or a withdrawal. */
  readonly reason: string
  /** False for a file that is older than one that was loaded: it adds and changes nothing. */
  readonly isNewest: boolean
}

/** A batch writes below zero, a member of staff above: whether an event was read from a file. */
export const isFromFile = ({ author }: { readonly author: number }): boolean => author < 0

export interface Reconciled {
  readonly counts: Counts
  readonly faults: readonly Fault[]
}

/** @param act the key of what this file adds to this child; appends to `open` and changes nothing else */
export function reconcile(source: Source, open: OpenRecord, child: ChildTold, act: string): Reconciled {
  const work = new Reconciling(source, open, act)
  for (const told of child.told) work.ensure(told)
  if (source.isNewest) for (const one of child.noLonger) work.withdraw(one)
  return { counts: work.counts, faults: work.faults }
}

class Reconciling {
  readonly counts = noCounts()
  readonly faults: Fault[] = []
  private readonly source: Source
  private readonly open: OpenRecord
  private readonly hand: Hand
  private part = 0
  /** What a row of this file has been matched with or became. */
  private readonly said = new Set<string>()
  /** The episode each stands on now; undefined where it could not be recorded. */
  private readonly episodes = new Map<Told, number | undefined>()

  constructor(source: Source, open: OpenRecord, act: string) {
    this.source = source
    this.open = open
    this.hand = { author: source.author, now: source.now, act }
  }

  ensure(told: Told): void {
    this.episodes.set(told, this.episodeWith(told))
  }

  withdraw({ on, step, which }: NoLonger): void {
    const id = this.episodes.get(on)
    const episode = this.open.history().episodes.find((one) => one.id === id)
    for (const event of episode?.events ?? [])
      if (event.step === step && isFromFile(event) && which(event)) this.withdrawEvent(event)
  }

  private episodeWith(told: Told): number | undefined {
    const holder = told.on === undefined ? undefined : this.episodes.get(told.on)
    if (told.on !== undefined && holder === undefined) {
      this.faults.push({ place: told.place, column: null, reason: 'What it belongs to could not be loaded.' })
      return undefined
    }
    const found = this.find(told, holder, told.same)
    if (found) return this.saidBefore(told, found) ? found.episode : this.bringUpToDate(told, found)
    const { moved, joins } = told
    const value = moved && told.values[moved.field]
    if (moved && value !== undefined && this.source.isNewest) {
      const before = this.find(told, holder, (event, episode) => isFromFile(event) && moved.from(event, episode))
      if (before && this.correct(before, moved.field, value)) return this.bringUpToDate(told, before)
    }
    const joined = joins === undefined ? undefined : this.find(told, holder, joins)?.episode
    return this.record(told, holder ?? joined ?? null)
  }

  /** Of two rows of one file that say the same, the first stands: else they would put each other right for ever. */
  private saidBefore(told: Told, { position }: Event): boolean {
    const said = `${told.step} ${position}`
    if (!this.said.has(said)) {
      this.said.add(said)
      return false
    }
    this.faults.push({ place: told.place, column: null, reason: 'The file says this twice. It was loaded once.' })
    return true
  }

  /** On the episode that it belongs to, or where it opens one on any. */
  private find(
    { pathway }: Told,
    holder: number | undefined,
    wanted: (event: Event, episode: Episode) => boolean,
  ): Event | undefined {
    for (const episode of this.open.history().episodes) {
      if (episode.pathway !== pathway || (holder !== undefined && episode.id !== holder)) continue
      const found = episode.events.find((event) => wanted(event, episode))
      if (found) return found
    }
    return undefined
  }

  private bringUpToDate(told: Told, event: Event): number | undefined {
    if (!this.source.isNewest || !isFromFile(event)) return event.episode
    const signedOn = event.authorised === null ? undefined : dayOf(event.authorised.at)
    if (told.signed !== undefined && signedOn !== told.signed) {
      // A signature is not a field, so it is the entry that is put right.
      this.withdrawEvent(event)
      return this.record(told, event.episode)
    }
    for (const field of told.corrects) {
      const value = told.values[field]
      if (value === undefined || isSame(value, event.values[field])) continue
      const putRight = event.corrected.findLast((one) => one.field === field)
      if (putRight && !isFromFile(putRight)) this.counts.kept += 1
      else this.correct(event, field, value, told)
    }
    return event.episode
  }

  private record(told: Told, episode: number | null): number | undefined {
    const origin = told.from === undefined ? null : (this.episodes.get(told.from) ?? null)
    const { pathway, step } = told
    const submit = (values: Values): Decision =>
      decide(this.source.house, this.open.history(), { pathway, step, episode, values, origin }, this.hand)
    let decision = submit(told.values)
    if (!decision.ok) {
      // An answer that is wrong by itself comes back; the rest of the row is loaded where it can do without.
      this.blame(told, decision.problems)
      const wrong = new Set(decision.problems.map(({ field }) => field))
      if (wrong.has(undefined)) return undefined
      decision = submit(Object.fromEntries(Object.entries(told.values).filter(([name]) => !wrong.has(name))))
      if (!decision.ok) return undefined
    }
    const [draft] = decision.drafts
    if (draft === undefined) return undefined
    const position = this.append({ ...draft, day: told.day ?? draft.day })
    this.counts.recorded += 1
    this.said.add(`${told.step} ${position}`)
    if (told.signed !== undefined) {
      this.append({
        ...draft,
        step: signOffStep,
        episode: episode ?? position,
        origin: null,
        target: position,
        day: told.signed,
        // What counts is the moment of a signature; a file gives its day.
        recorded: momentAt(told.signed, 12, 0),
        content: { decision: 'authorise' },
      })
    }
    return episode ?? position
  }

  private correct(event: Event, field: string, value: Value, told?: Told): boolean {
    const change = { field, value, reason: this.source.reason }
    const decision = decideCorrection(this.source.house, this.open.history(), event.position, change, this.hand)
    if (decision.ok) {
      for (const draft of decision.drafts) this.append(draft)
      this.counts.corrected += 1
    } else if (told) this.blame(told, decision.problems)
    return decision.ok
  }

  private withdrawEvent({ position }: Event): void {
    const { house, reason } = this.source
    const decision = decideWithdrawal(house, this.open.history(), position, reason, this.hand)
    if (!decision.ok) return
    for (const draft of decision.drafts) this.append(draft)
    this.counts.withdrawn += 1
  }

  private append(draft: Draft): number {
    const entry = chain(draft, this.part++, this.open.entries.at(-1) ?? emptyHead)
    this.open.append(entry)
    return entry.position
  }

  private blame({ place, columns }: Told, problems: readonly Problem[]): void {
    for (const { field, says } of problems)
      this.faults.push({ place, column: (field === undefined ? undefined : columns[field]) ?? null, reason: says })
  }
}

const isSame = (one: Value, other: Value | undefined): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((part) => other.includes(part))
    : one === other
