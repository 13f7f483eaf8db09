/** The children in need census. */
import {
  type Asked,
  type HearFirst,
  type Report,
  type ReturnKind,
  reportOf,
  rulesFor,
  tellFirst,
} from '../check-return.ts'
import { type Checked, check } from '../engine/run.ts'
import type { GivenFile } from '../reading/files.ts'
import { collectionOf } from './collection.ts'
import type { CinCensus } from './layout.ts'
import { type CinRead, readCin } from './read.ts'
import { rules as all } from './rules/index.ts'

export const cinReturn: ReturnKind = {
  id: 'cin',
  title: 'CIN census',
  from: 2017,
  to: 2026,
  rulesFrom: 2023,
}

/** Checks messages that have been read; each is a return of its own. */
export function loadCin(
  reads: readonly CinRead[],
  asked: Asked,
  hear?: HearFirst,
): { checks: readonly Checked<CinCensus>[]; report: Report } {
  const { rules, notRun } = rulesFor(cinReturn, all, asked)
  const checks = reads.flatMap(({ store }) => {
    if (store === undefined) return []
    const collection = collectionOf(store, asked)
    tellFirst(store, rules, collection, hear)
    return [check(store, rules, collection)]
  })
  const notes = reads.flatMap((read) => read.notes)
  const faults = reads.flatMap((read) => read.faults)
  return { checks, report: reportOf(cinReturn, asked, checks, { notes, faults, notRun }) }
}

/** Reads and checks messages of the census. */
export const checkCin = (files: readonly GivenFile[], asked: Asked): Report => loadCin(files.map(readCin), asked).report
