/**
 * The acts of one family as they are told: who did what, when, to which records. Acts may be told in any order; they
 * are recorded in the order of their time, through the same rules as a person's, and one that is refused is a defect.
 */
import type { DecidedAct } from '../../core/acts/decide-act.ts'
import type { Part } from '../../core/acts/recorder.ts'
import type { Hand } from '../../core/pathway/decide.ts'
import type { Value, Values } from '../../core/pathway/field.ts'
import type { Seconds, Timeline } from './timeline.ts'

/** Where an entry has come to stand in its record; 0 until the act that makes it is recorded. */
export interface Mark {
  position: number
}
export const mark = (): Mark => ({ position: 0 })

interface Common {
  readonly record: number
  /** Learns where the entry stands. */
  readonly mark?: Mark
  /** Learns where the episode stands that the entry opens in another service. */
  readonly opens?: Mark
}
export type Line = Common &
  (
    | {
        readonly does: 'record'
        readonly pathway: string
        readonly step: string
        /** null opens an episode. */
        readonly episode: Mark | null
        readonly origin?: Mark
        readonly values: Values
      }
    | { readonly does: 'authorise'; readonly of: Mark }
    | { readonly does: 'return'; readonly of: Mark; readonly reason: string }
    | {
        readonly does: 'correct'
        readonly of: Mark
        readonly field: string
        readonly value: Value
        readonly reason: string
      }
    | { readonly does: 'withdraw'; readonly of: Mark; readonly reason: string }
  )

interface Told {
  readonly at: Seconds
  readonly author: number
  readonly lines: readonly Line[]
}

export type Recording = (parts: readonly Part[], hand: Hand) => DecidedAct

export class Book {
  readonly #timeline: Timeline
  readonly #acts: Told[] = []

  constructor(timeline: Timeline) {
    this.#timeline = timeline
  }

  /** What lies after the day of the city has not happened yet. */
  tell(at: Seconds, author: number, lines: readonly Line[]): void {
    if (at <= this.#timeline.end && lines.length > 0) this.#acts.push({ at: Math.floor(at), author, lines })
  }

  get isEmpty(): boolean {
    return this.#acts.length === 0
  }

  /** Records every act in order of time. Throws with the reasons where one is refused. */
  record(seed: number, family: number, recording: Recording): void {
    let n = 0
    // `sort` keeps the order of telling for acts of the same second.
    for (const act of this.#acts.sort((a, b) => a.at - b.at)) {
      const hand = { author: act.author, now: this.#timeline.moment(act.at), act: keyOf(seed, family, n++) }
      const decided = recording(act.lines.map(partOf), hand)
      if (!decided.ok) throw new Error(refusal(act, hand, decided))
      note(act.lines, decided.entries)
    }
  }
}

function partOf(line: Line): Part {
  const { record } = line
  switch (line.does) {
    case 'record': {
      const { pathway, step, values } = line
      const episode = line.episode?.position ?? null
      return line.origin
        ? { does: 'record', record, pathway, step, episode, values, origin: line.origin.position }
        : { does: 'record', record, pathway, step, episode, values }
    }
    case 'authorise':
      return { does: 'authorise', record, position: line.of.position }
    case 'return':
      return { does: 'return', record, position: line.of.position, reason: line.reason }
    case 'correct':
      return {
        does: 'correct',
        record,
        position: line.of.position,
        field: line.field,
        value: line.value,
        reason: line.reason,
      }
    case 'withdraw':
      return { does: 'withdraw', record, position: line.of.position, reason: line.reason }
  }
}

/** A line makes one entry, and a second where it opens an episode elsewhere; no act has two lines for one record. */
function note(lines: readonly Line[], entries: Extract<DecidedAct, { ok: true }>['entries']): void {
  let at = 0
  for (const line of lines) {
    const entry = entries[at++]
    if (line.mark && entry) line.mark.position = entry.position
    const next = entries[at]
    if (next?.record !== line.record) continue
    if (line.opens) line.opens.position = next.position
    at++
  }
}

function refusal(act: Told, { now }: Hand, decided: Extract<DecidedAct, { ok: false }>): string {
  const said = decided.problems.map(({ record, part, problem }) => {
    const line = act.lines[part]
    const what = line?.does === 'record' ? `${line.pathway}.${line.step} ${JSON.stringify(line.values)}` : line?.does
    return `record ${record}, ${what}: ${problem.says} (${problem.code}, ${problem.field ?? 'no field'})`
  })
  return `The city told an act that the rules refuse, at ${now}:\n${said.join('\n')}`
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** The key of a family's nth act: a UUID of version 8, whose bits are the maker's own (RFC 9562). */
const keyOf = (seed: number, family: number, n: number): string =>
  `${hex(seed >>> 0, 8)}-0000-8000-8000-${hex(family, 8)}${hex(n, 4)}`
