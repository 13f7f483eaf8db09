/**
 * An entry: the one thing that is ever written. An envelope, which stays for ever and is chained, and a content,
 * which can lawfully be disposed of. Its identity is the record it is in and its place there.
 */
import type { Day, Moment } from '../calendar/index.ts'

/** What an entry does: record something, correct one field of an earlier entry, or withdraw it altogether. */
export type Kind = 'record' | 'correct' | 'withdraw'

/** The step under which a signature, or a return with reasons, is recorded on any pathway. */
export const signOffStep = 'signOff'

export type Content = Readonly<Record<string, string | number | readonly string[]>>

export interface Envelope {
  /** Whose record: the number of a person. */
  readonly record: number
  /** Place in that record's chain, from 1. */
  readonly position: number
  /** The act it is part of (a UUID, which is also the idempotency key), and which part of it. */
  readonly act: string
  readonly part: number
  readonly kind: Kind
  readonly pathway: string
  readonly step: string
  /** Version of the pathway's steps in which the content is written. */
  readonly version: number
  /** The episode: the position of the entry that opened it, its own for that entry. */
  readonly episode: number
  /** For the entry that opens an episode: the episode it grew out of. */
  readonly origin: number | null
  /** The entry that is corrected, withdrawn or signed off. */
  readonly target: number | null
  readonly day: Day | null
  readonly until: Day | null
  readonly recorded: Moment
  /** The member of staff who recorded it. */
  readonly author: number
}

export interface Entry extends Envelope {
  /** null once disposed of. */
  readonly content: Content | null
  /** sha256 of the canonical content, 64 hex digits. */
  readonly digest: string
  /** sha256 of the link before it and this envelope with its digest, 64 hex digits. */
  readonly link: string
}

/** An entry that has been decided on but not yet chained to what stands before it. */
export type Draft = Omit<Envelope, 'position' | 'part' | 'episode'> & {
  /** null: this entry opens an episode of its own. */
  readonly episode: number | null
  readonly content: Content
}
