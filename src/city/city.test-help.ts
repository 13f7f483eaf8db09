/** The city as its tests look at it: decided by the rules, and held in memory. */
import { decideAct, type OpenRecord, openRecord } from '../core/acts/decide-act.ts'
import { addYears, type Day } from '../core/calendar/index.ts'
import { type Folded, withClocks } from '../core/pathway/folded.ts'
import type { Definitions } from '../core/projection/rows.ts'
import type { Entry } from '../core/record/entry.ts'
import { type City, makeCity } from './make.ts'

export interface Decided {
  readonly city: City
  readonly children: readonly Folded[]
  readonly entries: readonly Entry[]
}

export function decideCity(definitions: Definitions, plan: Parameters<typeof makeCity>[0]): Decided {
  const { house } = definitions
  const city = makeCity(plan)
  const children: Folded[] = []
  const entries: Entry[] = []
  for (const family of city.families()) {
    const open = new Map<number, OpenRecord>()
    family.record((parts, hand) => {
      for (const { record } of parts) if (!open.has(record)) open.set(record, openRecord(house, record, []))
      return decideAct(house, open, parts, hand)
    })
    for (const record of open.values()) {
      children.push(withClocks(house, record.history()))
      for (const entry of record.entries) entries.push(entry)
    }
  }
  return { city, children, entries }
}

/** The percentage of a measure over the years before a day, and how many a year its denominator counts at full size. */
export function measured({ measures }: Definitions, { city, children }: Decided, id: string, years: number) {
  const measure = measures.find((one) => one.id === id)
  if (!measure) throw new Error(`There is no measure ${id}`)
  const since: Day = addYears(city.asAt, -years)
  let [numerator, denominator] = [0, 0]
  for (const child of children)
    for (const one of measure.contributions(child)) {
      if (one.day < since) continue
      numerator += one.numerator
      denominator += one.denominator
    }
  return { percentage: (100 * numerator) / denominator, aYear: denominator / years / city.size }
}
