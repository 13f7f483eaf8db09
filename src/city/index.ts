/** The invented city: its people and ten years of the council's work with them. `docs/city.md` says what is in it. */
import type pg from 'pg'
import { addDays, type Day, dayOf, type Moment, momentAt } from '../core/calendar/index.ts'
import { inTransaction } from '../core/database/statement.ts'
import { done, type Outcome } from '../core/outcomes.ts'
import { bulkLoad } from '../core/projection/bulk.ts'
import type { Definitions } from '../core/projection/rows.ts'
import { type CityPlan, makeCity } from './make.ts'
import { writeReference } from './reference.ts'
import { standsAt } from './work/timeline.ts'

export { type City, type CityPlan, type FamilyActs, makeCity } from './make.ts'

export interface CityOptions extends CityPlan {
  readonly definitions: Definitions
  /** Told as families are recorded. */
  readonly progress?: (recorded: CityProgress) => void
}

export interface CityProgress {
  readonly families: number
  readonly of: number
  readonly entries: number
}

export interface LoadedCity {
  readonly families: number
  readonly records: number
  readonly entries: number
}

/** Raised when the same seed and day give another city. */
export const cityVersion = 1

/** The last day whose morning has come, so that nothing in the city is recorded after now. */
export function cityDay(now: Moment): Day {
  const today = dayOf(now)
  return now < momentAt(today, standsAt.hour, standsAt.minute) ? addDays(today, -1) : today
}

/** Loads the city into a migrated database that holds nothing. Problem: `record.not-empty`. */
export async function loadCity(
  pool: pg.Pool,
  { definitions, progress, ...plan }: CityOptions,
): Promise<Outcome<LoadedCity>> {
  const city = makeCity(plan)
  const { population, workforce, timeline, seed, asAt, size } = city
  const of = population.families.length
  let families = 0
  const loaded = await bulkLoad(
    pool,
    definitions,
    async (writer) => {
      for (const family of city.families()) {
        family.record(writer.act)
        families++
        await writer.finish(family.records)
      }
    },
    ({ entries }) => progress?.({ families, of, entries }),
  )
  if (!loaded.ok) return loaded
  const name = `${population.city}, seed ${seed}, ${asAt}, size ${size}, version ${cityVersion}`
  const since = timeline.day(timeline.start)
  const now = timeline.moment(timeline.end)
  await inTransaction(pool, (on) => writeReference(on, { population, workforce, city: name, since, now }))
  return done({ families, ...loaded.value })
}
