/**
 * One door to the three returns, for the command line, the server and the browser's worker: files in, report out.
 * Nothing here touches a disk or a network.
 */

import { type Explained, explained, explainedAsJson } from './engine/explain.ts'
import type { Layout } from './engine/layout.ts'
import { type Collection, inForce, type Rule, type Severity } from './engine/rule.ts'
import { type Checked, check, type NotRun } from './engine/run.ts'
import type { Store } from './engine/store.ts'
import type { ReadingFault, ReadingNote } from './reading/files.ts'

/** How one return is called, and for which years it can be checked. */
export interface ReturnKind {
  readonly id: 'ssda903' | 'cin' | 'sen2'
  readonly title: string
  /** First and last year that can be checked, and the first whose rules are held. */
  readonly from: number
  readonly to: number
  readonly rulesFrom: number
}

/** What was asked for besides the files. Days are numbers since 1970-01-01. */
export interface Asked {
  readonly year: number
  readonly from?: number
  readonly to?: number
  readonly authority?: string
  /** Codes of the rules to run; left out: all in force. */
  readonly only?: readonly string[]
}

/** A return that has been checked. */
export interface Report {
  readonly kind: ReturnKind
  readonly year: number
  readonly ran: readonly string[]
  readonly notRun: readonly NotRun[]
  readonly notes: readonly ReadingNote[]
  readonly faults: readonly ReadingFault[]
  readonly children: number
  /** How many findings there are of each severity. */
  readonly counts: Readonly<Record<Severity, number>>
  /** The findings one after another, each made when it is asked for. */
  findings(): Generator<Explained>
  /** The same, each as its JSON. */
  findingsAsJson(): Generator<string>
}

/** The rules to run: those in force in the year, of the codes asked for. A code asked for in vain is said. */
export function rulesFor<L extends Layout>(
  kind: ReturnKind,
  all: readonly Rule<L>[],
  asked: Asked,
): { rules: readonly Rule<L>[]; notRun: readonly NotRun[] } {
  const year = Math.max(asked.year, kind.rulesFrom)
  const current = all.filter((rule) => inForce(rule.years, year))
  if (asked.only === undefined) return { rules: current, notRun: [] }
  const wanted = new Set(asked.only.map((code) => code.toUpperCase()))
  const rules = current.filter((rule) => wanted.has(rule.code.toUpperCase()))
  const found = new Set(rules.map((rule) => rule.code.toUpperCase()))
  const notRun = [...new Set(asked.only)]
    .filter((code) => !found.has(code.toUpperCase()))
    .map((code) => {
      const known = all.some((rule) => rule.code.toUpperCase() === code.toUpperCase())
      return { rule: code, why: known ? `It is not in force in ${asked.year}.` : 'There is no rule of that code.' }
    })
  return { rules, notRun }
}

/** Is given the first findings while the rest is still being looked for. */
export type HearFirst = (first: readonly Explained[]) => void

/** How many findings are enough to begin reading, and among how many children they are looked for. */
const enough = 20
const childrenTried = 200

/** Looks at children one by one until there is something to read. */
export function tellFirst<L extends Layout>(
  store: Store<L>,
  rules: readonly Rule<L>[],
  collection: Collection,
  hear: HearFirst | undefined,
): void {
  if (hear === undefined) return
  const first: Explained[] = []
  for (let child = 0; child < Math.min(store.children, childrenTried) && first.length < enough; child++) {
    first.push(...explained(check(store, rules, collection, child)))
  }
  if (first.length > 0) hear(first)
}

/** What is said when a year is older than the rules held. */
export const olderYearNote = (kind: ReturnKind, year: number): ReadingNote[] =>
  year >= kind.rulesFrom
    ? []
    : [
        {
          file: kind.title,
          says: `No rules older than ${kind.rulesFrom} are held, so those of ${kind.rulesFrom} were used for ${year}.`,
        },
      ]

/** Joins what was checked (one store, or one for each message) into one report. */
export function reportOf<L extends Layout>(
  kind: ReturnKind,
  asked: Asked,
  checks: readonly Checked<L>[],
  read: { notes: readonly ReadingNote[]; faults: readonly ReadingFault[]; notRun: readonly NotRun[] },
): Report {
  const stopped = new Map(checks.flatMap(({ notRun }) => notRun).map((one) => [one.rule, one]))
  const counts = { error: 0, query: 0 }
  for (const { findings, whole, rules } of checks) {
    const severities = rules.map((rule) => rule.severity)
    for (let place = 0; place < findings.length; place++) counts[severities[findings.rule(place)]!]++
    for (const finding of whole) counts[severities[finding.rule]!]++
  }
  return {
    kind,
    year: asked.year,
    ran: (checks[0]?.ran ?? []).filter((code) => !stopped.has(code)),
    notRun: [...stopped.values(), ...read.notRun],
    notes: [...olderYearNote(kind, asked.year), ...read.notes],
    faults: read.faults,
    children: checks.reduce((sum, { store }) => sum + store.children, 0),
    counts,
    *findings() {
      for (const checked of checks) yield* explained(checked)
    },
    *findingsAsJson() {
      for (const checked of checks) yield* explainedAsJson(checked)
    },
  }
}
