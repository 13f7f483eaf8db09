/** The root of one seal: what makes a line in a file stand for every head of every record. */
import { createHash } from 'node:crypto'
import type { Moment } from '../calendar/index.ts'
import type { Head } from './chain.ts'

export interface SealedHead extends Head {
  readonly record: number
}

export interface Seal {
  readonly number: number
  readonly at: Moment
  /** Every entry of a transaction below this one is sealed here or earlier. */
  readonly upto: string
  /** How many it covers: heads of records that had grown, or rows of the access log. */
  readonly covers: number
  /** 64 hex digits. */
  readonly root: string
}

/** Before the first seal. */
export const noRoot = '0'.repeat(64)

/**
 * sha256 over the root before, the seal's own line and its heads in order of record, given one after the other because
 * the first seal of a large record has hundreds of thousands.
 */
export function rootOf(before: string, seal: Omit<Seal, 'root'>): { add(head: SealedHead): void; root(): string } {
  const hash = createHash('sha256').update(`${before}|${seal.number}|${seal.at}|${seal.upto}|${seal.covers}\n`)
  return {
    add: ({ record, position, link }) => hash.update(`${record}|${position}|${link}\n`),
    root: () => hash.digest('hex'),
  }
}
