/**
 * The one way to write. An act is what one person records at one time, for one child or several: read the records,
 * fold them, decide, and send one statement that appends the entries and brings the projections along. Sent twice it
 * records once; sent against a record that has moved on, it comes back with what is new and loses nothing.
 */
import type pg from 'pg'
import { inTransaction, type Queryable, query } from '../database/statement.ts'
import { type Problem, problem } from '../outcomes.ts'
import type { Hand, Submission } from '../pathway/decide.ts'
import { everyday } from '../pathway/everyday.ts'
import type { Value } from '../pathway/field.ts'
import type { ChildHistory, Event } from '../pathway/history.ts'
import { changesOf } from '../projection/changes.ts'
import { type Changes, together } from '../projection/diff.ts'
import type { Definitions } from '../projection/rows.ts'
import { emptyHead, type Head } from '../record/chain.ts'
import type { Entry } from '../record/entry.ts'
import { limits } from '../record/limits.ts'
import { readForAct } from '../record/reading.ts'
import { decideAct, type OpenRecord, openRecord } from './decide-act.ts'
import { type KeptRecords, keepRecords } from './kept-records.ts'
import { isSameAct } from './same-act.ts'
import { writeOf } from './write-statement.ts'

export type Doing =
  | ({ readonly does: 'record' } & Submission)
  | { readonly does: 'authorise'; readonly position: number }
  | { readonly does: 'return'; readonly position: number; readonly reason: string }
  | {
      readonly does: 'correct'
      readonly position: number
      readonly field: string
      readonly value: Value | undefined
      readonly reason: string
    }
  | { readonly does: 'withdraw'; readonly position: number; readonly reason: string }

/** One thing done on one record. Several on the same record are done in order, each seeing the one before. */
export type Part = Doing & {
  readonly record: number
  /** The last position its author had seen; absent where nothing can clash (an import, a note). */
  readonly seen?: number
}

export interface Recorded {
  readonly ok: true
  /** The entries that stand in the record, whether from this sending or an earlier one of the same act. */
  readonly entries: readonly Entry[]
  /** The same act had been recorded before. */
  readonly repeated: boolean
}

export interface Refused {
  readonly ok: false
  readonly why: 'refused'
  readonly problems: readonly { readonly record: number; readonly part: number; readonly problem: Problem }[]
}

/** Someone else has recorded on the same episode meanwhile: what they recorded, so that the author can see it. */
export interface Changed {
  readonly ok: false
  readonly why: 'changed'
  readonly problem: Problem
  readonly record: number
  /** Where the record stands now: send it as `seen` with the next try. */
  readonly position: number
  readonly events: readonly Event[]
}

export type Recording = Recorded | Refused | Changed

export interface Recorder {
  record(parts: readonly Part[], hand: Hand): Promise<Recording>
  /**
   * What a page has just read of a record to draw a form: the write that follows need not read and fold it again. Gives
   * back the fold, which the page needs too.
   */
  know(record: number, entries: readonly Entry[]): ChildHistory
  /** Lets go of every record: the next act reads its own. */
  forget(): void
}

/** How often a write reads again after meeting another at the end of the same record, before it makes others wait. */
const triesMax = 8

export function createRecorder(pool: pg.Pool, definitions: Definitions): Recorder {
  const kept = keepRecords()
  const attempt = async (
    on: Queryable,
    parts: readonly Part[],
    hand: Hand,
    known: Known | undefined,
  ): Promise<Recording> => {
    const prepared = known ? compose(definitions, known, parts, hand) : await prepare(on, definitions, parts, hand)
    if ('result' in prepared) return prepared.result
    const { statement, values } = writeOf(prepared.entries, prepared.changes, prepared.headsBefore)
    await query(on, statement, values)
    for (const after of prepared.after) kept.put(after)
    return { ok: true, entries: prepared.entries, repeated: false }
  }
  /** Without reading first, where every record is known. Only an acceptance counts: a refusal may be behind the times. */
  const attemptFromKept = async (parts: readonly Part[], hand: Hand): Promise<Recording | undefined> => {
    const known = knownRecords(kept, parts)
    if (known === undefined) return undefined
    const result = await attempt(pool, parts, hand, known)
    return result.ok ? result : undefined
  }
  return {
    know(record, entries) {
      const before = kept.get(record)
      const open = before && isSame(before.entries, entries) ? before : openRecord(definitions.house, record, entries)
      kept.put(open)
      return open.history()
    },
    forget: kept.clear,
    async record(parts, hand) {
      for (let tries = 1; tries <= triesMax; tries++) {
        try {
          const early = tries === 1 ? await attemptFromKept(parts, hand) : undefined
          return early ?? (await attempt(pool, parts, hand, undefined))
        } catch (error) {
          if (!isClash(error)) throw error
          for (const { record } of parts) kept.drop(record)
        }
      }
      // Someone writes to this record without a pause. Nobody may be kept out for ever, so now it is the others who wait.
      return inTransaction(pool, async (on) => {
        await on.query('lock table entry in exclusive mode')
        return attempt(on, parts, hand, undefined)
      })
    },
  }
}

/** The same record with the same contents: links cover all but what was disposed of. */
function isSame(some: readonly Entry[], others: readonly Entry[]): boolean {
  return (
    some.length === others.length &&
    some.at(-1)?.link === others.at(-1)?.link &&
    some.every((entry, i) => (entry.content === null) === (others[i]!.content === null))
  )
}

type Known = ReadonlyMap<number, OpenRecord>

/** In one order for everybody, so that two acts for the same children wait for each other and do not deadlock. */
const recordsOf = (parts: readonly Part[]): number[] =>
  [...new Set(parts.map((part) => part.record))].sort((a, b) => a - b)

function knownRecords(kept: KeptRecords, parts: readonly Part[]): Known | undefined {
  const records = recordsOf(parts)
  if (records.length > limits.childrenPerActMax) return undefined
  const known = new Map<number, OpenRecord>()
  for (const record of records) {
    const found = kept.get(record)
    if (found === undefined) return undefined
    known.set(record, found)
  }
  return known
}

/**
 * unique_violation: someone else wrote the next entry of the record, or this very act, a moment ago. not_null_violation: what
 * was kept is no longer what stands there. deadlock_detected: two acts for the same children met half-way.
 */
const isClash = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['23505', '23502', '40P01'].includes(String(error.code))

type Prepared =
  | { readonly result: Recording }
  | {
      readonly entries: readonly Entry[]
      readonly changes: Changes
      readonly headsBefore: ReadonlyMap<number, Head>
      readonly after: Iterable<OpenRecord>
    }

async function prepare(on: Queryable, definitions: Definitions, parts: readonly Part[], hand: Hand): Promise<Prepared> {
  const records = recordsOf(parts)
  if (records.length > limits.childrenPerActMax)
    return refused(
      problem('record.limit', { what: 'The number of children', limit: limits.childrenPerActMax }),
      parts[0]!,
      0,
    )
  const { before, already } = await readForAct(on, records, hand.act)
  if (already.length > 0) return { result: repeated(definitions.house, already, parts) }
  const { house } = definitions
  const known = new Map([...before].map(([record, entries]) => [record, openRecord(house, record, entries)]))
  return compose(definitions, known, parts, hand)
}

function refused(what: Problem, part: Part, index: number): { result: Refused } {
  return { result: { ok: false, why: 'refused', problems: [{ record: part.record, part: index, problem: what }] } }
}

/** A second sending of the same form is answered as the first was; anything else under its key is refused. */
function repeated(house: Definitions['house'], already: readonly Entry[], parts: readonly Part[]): Recording {
  if (isSameAct(house, already, parts)) return { ok: true, entries: already, repeated: true }
  return refused(problem('record.duplicate-key'), parts[0]!, 0).result
}

/** What the act would append and change, given the records as they stand; no database, no clock of its own. */
function compose(definitions: Definitions, before: Known, parts: readonly Part[], hand: Hand): Prepared {
  const { house } = definitions
  for (const part of parts) {
    const changed = part.seen === undefined ? undefined : whatChanged(part, before.get(part.record)!)
    if (changed) return { result: changed }
  }
  const after = new Map([...before].map(([record, open]) => [record, open.fork()]))
  const decided = decideAct(house, after, parts, hand)
  if (!decided.ok) return { result: decided }
  const changes = [...before].map(([record, open]) =>
    changesOf(definitions, open.history(), after.get(record)!.history()),
  )
  const headsBefore = new Map([...before].map(([record, { entries }]) => [record, entries.at(-1) ?? emptyHead]))
  return { entries: decided.entries, changes: together(changes), headsBefore, after: after.values() }
}

/** Notes, visits and calls; not an allocation, which two managers must not make without knowing of each other. */
const clashesWithNothing = (step: string): boolean => step in everyday && step !== 'allocation'

/** What others recorded on the same episode since the author looked; everyday notes and visits clash with nothing. */
function whatChanged(part: Part, { entries, history }: OpenRecord): Changed | undefined {
  const seen = part.seen ?? 0
  if ((entries.at(-1)?.position ?? 0) <= seen) return undefined
  if (part.does === 'record' && (part.episode === null || clashesWithNothing(part.step))) return undefined
  const target =
    part.does === 'record' ? part.episode : entries.find((entry) => entry.position === part.position)?.episode
  const newer = entries.filter(
    (entry) => entry.position > seen && entry.episode === target && !clashesWithNothing(entry.step),
  )
  if (newer.length === 0) return undefined
  const positions = new Set(newer.map((entry) => entry.target ?? entry.position))
  const events = history().episodes.flatMap((episode) =>
    episode.events.filter((event) => positions.has(event.position)),
  )
  const position = entries.at(-1)!.position
  return { ok: false, why: 'changed', problem: problem('record.changed'), record: part.record, position, events }
}
