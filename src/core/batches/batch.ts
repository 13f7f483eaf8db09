/**
 * A batch: what was read from a file in one go. Its row says which file, how much of it was loaded and when; its figures
 * stand in typed tables of whoever reads them, and each points back to its batch.
 */
import { hash } from 'node:crypto'
import type { Moment } from '../calendar/index.ts'
import { type Queryable, query, statement } from '../database/statement.ts'

export type BatchKind =
  | 'published-figures'
  | 'statistical-neighbours'
  | 'inspections'
  | 'childcare-inspections'
  | 'targets'
  | 'ssda903'
  | 'cin-census'

export interface NewBatch {
  readonly kind: BatchKind
  /** The name of the file, or of the first of several read together. */
  readonly name: string
  /** SHA-256 of the bytes, 32 bytes: what makes a file given twice the same file. */
  readonly digest: Buffer
  /** What the file says it covers, in its own words; null where it does not say. */
  readonly period: string | null
  readonly rows: number
  readonly refused: number
  readonly loaded: Moment
  /** Null for a command, which has nobody signed in. */
  readonly author: number | null
}

export interface Batch extends NewBatch {
  readonly id: number
}

const columns = 'id, kind, name, digest, period, rows, refused, loaded, author'
const same = statement<Batch>('batch-same', `select ${columns} from batch where kind = $1 and digest = $2`)
const ofKind = statement<Batch>('batch-of-kind', `select ${columns} from batch where kind = $1 order by id`)
const put = statement<{ id: number }>(
  'batch-put',
  `insert into batch (kind, name, digest, period, rows, refused, loaded, author)
   values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
)

export const digestOf = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** The batch of these very bytes, where they were loaded before. */
export async function sameBatch(on: Queryable, kind: BatchKind, digest: Buffer): Promise<Batch | undefined> {
  const [row] = await query(on, same, [kind, digest])
  return row
}

/** In the order in which they were loaded. */
export function batchesOf(on: Queryable, kind: BatchKind): Promise<Batch[]> {
  return query(on, ofKind, [kind])
}

/** Goes into the transaction that loads the rows, so that a batch stands with all of them or not at all. */
export async function putBatch(on: Queryable, batch: NewBatch): Promise<number> {
  const { kind, name, digest, period, rows, refused, loaded, author } = batch
  const [row] = await query(on, put, [kind, name, digest, period, rows, refused, loaded, author])
  if (row === undefined) throw new Error('An insert that returns its number returned none')
  return row.id
}
