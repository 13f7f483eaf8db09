/**
 * What `heartwood import KIND FILE...` asks of whoever reads a kind of file. Each file is one transaction: what is sound is
 * loaded, the rest is given back to mend, and a file that cannot be what it is said to be loads nothing at all.
 */
import type pg from 'pg'
import type { Moment } from '../calendar/index.ts'
import type { Outcome } from '../outcomes.ts'
import type { Refused } from './mend-file.ts'

/** A file as it was given. Where a folder was given, `name` is `FOLDER/FILE`, with every folder below the one given. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Rows of one file that could not be loaded, under the file's own header. */
export interface ToMend {
  /** `name` of the given file. */
  readonly file: string
  readonly header: readonly string[]
  readonly refused: readonly Refused[]
}

export interface Imported {
  /** One plain line of what was done, or that it was there already. */
  readonly says: string
  /** Rows, cells or children that are new in the record: 0 where all was there already. */
  readonly loaded: number
  readonly toMend: readonly ToMend[]
  /** Revised cells, columns passed over, rows of no interest: a line each. */
  readonly notes: readonly string[]
  /** Of several files given together, those of which nothing could be loaded: a sentence each. */
  readonly failed?: readonly string[]
}

export interface ImportContext {
  readonly pool: pg.Pool
  readonly now: Moment
  /** `total` is null where it is not known; `what` is counted, in the plural: "rows". */
  readonly progress: (done: number, total: number | null, what: string) => void
}

/** Safe to repeat. Problem: nothing of any file could be loaded. */
export type Importer = (files: readonly GivenFile[], context: ImportContext) => Promise<Outcome<Imported>>
