/** The SSDA903: looked-after children and care leavers. */
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
import { toUtf8 } from '../reading/bytes.ts'
import type { GivenFile } from '../reading/files.ts'
import { readPostcodes, readProviders } from '../reading/reference.ts'
import { prepare } from './collection.ts'
import type { Ssda903 } from './layout.ts'
import { read903 } from './read.ts'
import { rules as all } from './rules/index.ts'

export const ssda903Return: ReturnKind = {
  id: 'ssda903',
  title: 'SSDA903',
  from: 2018,
  to: 2027,
  rulesFrom: 2023,
}

export interface Files903 {
  readonly files: readonly GivenFile[]
  /** Last year's files. */
  readonly last?: readonly GivenFile[]
  /** A CSV of homes and agencies, and one of postcodes. */
  readonly providers?: GivenFile
  readonly postcodes?: GivenFile
}

/** Reads and checks an SSDA903 return, and keeps it loaded: one child can be checked again with `check`. */
export function load903(
  given: Files903,
  asked: Asked,
  hear?: HearFirst,
): { checked: Checked<Ssda903>; report: Report } {
  const { store, notes, faults } = read903(given.files, given.last ?? [])
  const collection = prepare(store, {
    year: asked.year,
    ...(asked.from === undefined ? {} : { from: asked.from }),
    ...(asked.to === undefined ? {} : { to: asked.to }),
    ...(asked.authority === undefined ? {} : { authority: asked.authority }),
    ...(given.providers === undefined ? {} : { providers: readProviders(textOf(given.providers)) }),
    ...(given.postcodes === undefined ? {} : { postcodes: readPostcodes(textOf(given.postcodes)) }),
  })
  const { rules, notRun } = rulesFor(ssda903Return, all, asked)
  tellFirst(store, rules, collection, hear)
  const checked = check(store, rules, collection)
  return { checked, report: reportOf(ssda903Return, asked, [checked], { notes, faults, notRun }) }
}

/** Reads and checks an SSDA903 return. */
export const check903 = (given: Files903, asked: Asked): Report => load903(given, asked).report

const textOf = (file: GivenFile): string => new TextDecoder().decode(toUtf8(file.bytes).bytes)
