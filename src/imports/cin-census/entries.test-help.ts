/** A record of one child that censuses are read into, without a database. */

import { type OpenRecord, openRecord } from '../../core/acts/decide-act.ts'
import type { GivenFile } from '../../core/batches/importer.ts'
import { type Day, moment } from '../../core/calendar/index.ts'
import { decideCorrection } from '../../core/pathway/decide.ts'
import { withClocks } from '../../core/pathway/folded.ts'
import type { Event } from '../../core/pathway/history.ts'
import { chain, emptyHead } from '../../core/record/chain.ts'
import { childrenOf } from '../../returns/engine/child.ts'
import { assembleHeartwood } from '../../services/index.ts'
import { houseAsAnswered } from '../as-answered.ts'
import { type Reconciled, reconcile } from '../reconcile.ts'
import type { Fault } from '../told.ts'
import { readCensus } from './census.ts'
import { childTold } from './child-told.ts'
import { censusSilences } from './silences.ts'

const { house, measures } = assembleHeartwood()
const asAnswered = houseAsAnswered(house, censusSilences)
const now = moment('2026-11-23T10:00:00.000Z')

export interface CensusRecord {
  readonly open: OpenRecord
  /** Reads the first child of a census; what could not be loaded is in `faults`. */
  read(file: GivenFile): Reconciled
  /** `step day`, of one pathway or of every service. */
  steps(pathway?: string): string[]
  event(step: string): Event
  /** `[day, numerator]` of each contribution to a measure. */
  measure(id: string): (readonly [Day, number])[]
  /** A member of staff puts an answer right. */
  putRight(position: number, field: string, value: string): void
}

export function censusRecord(): CensusRecord {
  const open = openRecord(house, 1, [])
  let latest = ''
  let files = 0
  const events = (): Event[] => open.history().episodes.flatMap((episode) => episode.events)
  return {
    open,
    read(file) {
      const census = readCensus(file)
      if (!census.ok) throw new Error(census.says)
      const { store, period } = census.value
      const rows = Array.from({ length: store.children }, (_, number) => childrenOf(store).at(number))
      const child = childTold(rows.find((one) => one.ChildIdentifiers.length > 0)!, period)
      if (child.childId === null)
        return { counts: { recorded: 0, corrected: 0, withdrawn: 0, kept: 0 }, faults: child.faults }
      files += 1
      const source = {
        house: asAnswered,
        author: -files,
        now,
        reason: 'As the census has it',
        isNewest: period.to >= latest,
      }
      if (period.to > latest) latest = period.to
      const { counts, faults } = reconcile(
        source,
        open,
        child,
        `00000000-0000-8000-8000-${String(files).padStart(12, '0')}`,
      )
      return { counts, faults: [...child.faults, ...faults] }
    },
    steps: (pathway) =>
      open
        .history()
        .episodes.filter((one) => (pathway === undefined ? one.pathway !== 'person' : one.pathway === pathway))
        .flatMap((one) => one.events.map(({ step, day }) => `${step} ${day}`)),
    event(step) {
      const found = events().find((one) => one.step === step)
      if (found === undefined) throw new Error(`Nothing of ${step} was recorded`)
      return found
    },
    measure(id) {
      const measure = measures.find((one) => one.id === id)
      if (measure === undefined) throw new Error(`There is no measure ${id}`)
      return measure
        .contributions(withClocks(house, open.history()))
        .map(({ day, numerator }) => [day, numerator] as const)
    },
    putRight(position, field, value) {
      const hand = { author: 5, now, act: '00000000-0000-4000-8000-000000000005' }
      const decision = decideCorrection(house, open.history(), position, { field, value, reason: 'Mistyped' }, hand)
      if (!decision.ok) throw new Error(decision.problems.map(({ says }) => says).join(' '))
      for (const draft of decision.drafts) open.append(chain(draft, 0, open.entries.at(-1) ?? emptyHead))
    },
  }
}

export const sentences = (faults: readonly Fault[]): string[] =>
  faults.map(({ place, column, reason }) => `${place.table}.${column}: ${reason}`)
