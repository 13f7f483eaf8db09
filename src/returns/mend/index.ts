/**
 * Mends the form of a return, never its substance: encoding, separators, column names, spaces, capitals, dates, numbers
 * that a spreadsheet wrote as `1.0`, codes that were renamed between years, and rows that stand twice. New files are made
 * and every change is listed; nothing that was given is altered.
 */
import type { GivenFile, ReadingFault } from '../reading/files.ts'
import { mend903 } from './csv.ts'
import { mendMessage } from './message.ts'

/** One change. `row` is the 0-based data row (CSV) or the line from 1 (XML). */
export interface Change {
  readonly file: string
  readonly row?: number
  readonly column?: string
  readonly from?: string
  readonly to?: string
  readonly why: string
}

export interface Mended {
  /** The mended files under new names; one that needs no change is not among them. */
  readonly files: readonly GivenFile[]
  readonly changes: readonly Change[]
  readonly faults: readonly ReadingFault[]
}

/** Mends files of a return for a year (the year in which the period ends; SEN2, the year of the census). */
export function mend(kind: 'ssda903' | 'cin' | 'sen2', files: readonly GivenFile[], year: number): Mended {
  const all = files.map((file) => (kind === 'ssda903' ? mend903(file, year) : mendMessage(kind, file, year)))
  return {
    files: all.flatMap((one) => one.files),
    changes: all.flatMap((one) => one.changes),
    faults: all.flatMap((one) => one.faults),
  }
}
