/** SEN2: education, health and care plans, person by person. */
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
import type { Sen2 } from './layout.ts'
import { readSen2, type Sen2Read } from './read.ts'
import { rules as all } from './rules/index.ts'

export const sen2Return: ReturnKind = {
  id: 'sen2',
  title: 'SEN2',
  from: 2023,
  to: 2027,
  rulesFrom: 2023,
}

/** Checks messages that have been read; each is a return of its own. */
export function loadSen2(
  reads: readonly Sen2Read[],
  asked: Asked,
  hear?: HearFirst,
): { checks: readonly Checked<Sen2>[]; report: Report } {
  const { rules, notRun } = rulesFor(sen2Return, all, asked)
  const checks = reads.flatMap(({ store }) => {
    if (store === undefined) return []
    const collection = collectionOf(store, asked)
    tellFirst(store, rules, collection, hear)
    return [check(store, rules, collection)]
  })
  const notes = reads.flatMap((read) => read.notes)
  const faults = reads.flatMap((read) => read.faults)
  return { checks, report: reportOf(sen2Return, asked, checks, { notes, faults, notRun }) }
}

/** Reads and checks SEN2 messages. */
export const checkSen2 = (files: readonly GivenFile[], asked: Asked): Report =>
  loadSen2(files.map(readSen2), asked).report
