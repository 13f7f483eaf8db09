/** The invented city: its people and ten years of the council's work with them. `docs/city.md` says what is in it. */
import type pg from 'pg'
import type { Day } from '../core/calendar/index.ts'
import { inTransaction } from '../core/database/statement.ts'
import { done, type Outcome } from '../core/outcomes.ts'
import { bulkLoad } from '../core/projection/bulk.ts'
import type { Definitions } from '../core/projection/rows.ts'
import { makePopulation, makeWorkforce } from './population/index.ts'
import { yearsOfHistory } from './population/workforce.ts'
import { stream } from './random.ts'
import { writeReference } from './reference.ts'
import { tellFamily } from './work/family.ts'
import { Households } from './work/household.ts'
import { castScenes } from './work/scenes.ts'
import { Staff } from './work/staff.ts'
import { Timeline } from './work/timeline.ts'

export interface CityOptions {
  readonly seed: number
  /** The day of the city: its work stands at a quarter past nine that morning. */
  readonly asAt: Day
  /** 1 for the paper's size; 0.02 for a test. */
  readonly size: number
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

/** Loads the city into a migrated database that holds nothing. Problem: `record.not-empty`. */
export async function loadCity(
  pool: pg.Pool,
  { seed, asAt, size, definitions, progress }: CityOptions,
): Promise<Outcome<LoadedCity>> {
  const population = makePopulation({ seed, asAt, size })
  const workforce = makeWorkforce({ seed, asAt, size })
  const timeline = new Timeline(asAt, yearsOfHistory)
  const households = new Households(population)
  const scenes = castScenes(population.families, households, timeline)
  const world = { timeline, staff: new Staff(workforce), households, scenes }
  const of = population.families.length
  let families = 0
  const loaded = await bulkLoad(
    pool,
    definitions,
    async (writer) => {
      for (const family of population.families) {
        const { book, household } = tellFamily(world, seed, family)
        book.record(stream(seed, 'acts', family.id), writer.act)
        families++
        await writer.finish([...household.adults.map(({ id }) => id), ...household.kids.map(({ record }) => record)])
      }
    },
    ({ entries }) => progress?.({ families, of, entries }),
  )
  if (!loaded.ok) return loaded
  const city = `${population.city}, seed ${seed}, ${asAt}, size ${size}, version ${cityVersion}`
  const since = timeline.day(timeline.start)
  await inTransaction(pool, (on) =>
    writeReference(on, { population, workforce, city, since, now: timeline.moment(timeline.end) }),
  )
  return done({ families, ...loaded.value })
}
