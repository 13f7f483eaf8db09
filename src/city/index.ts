/** The invented city: its people and ten years of the council's work with them. `docs/city.md` says what is in it. */
import type pg from 'pg'
import { addDays, type Day, dayOf, type Moment, momentAt } from '../core/calendar/index.ts'
import { inTransaction } from '../core/database/statement.ts'
import type { Outcome } from '../core/outcomes.ts'
import { type BulkProgress, type BulkThreads, bulkLoad, bulkLoadFromThreads } from '../core/projection/bulk.ts'
import type { Definitions } from '../core/projection/rows.ts'
import { importOfsted } from '../insight/ofsted/index.ts'
import { importSsda903 } from '../insight/placements/index.ts'
import { importComparators, ownFiles } from '../insight/published/index.ts'
import { inspectionsFile } from './files/inspections.ts'
import { placementsFiles } from './files/placements.ts'
import { type CityPlan, makeCity, type Share } from './make.ts'
import { cityName, makeSchools, makeWorkforce, yearsOfHistory } from './population/index.ts'
import { recordCity } from './record.ts'
import { publishedAuthority, type Reference, writeReference } from './reference.ts'
import { standsAt, Timeline } from './work/timeline.ts'

export { type City, type CityPlan, type FamilyActs, makeCity } from './make.ts'

export interface CityOptions extends CityPlan {
  /** Those of Heartwood: a thread assembles them for itself. */
  readonly definitions: Definitions
  /** More than one tells the city sooner, where there are as many cores. Without it, this thread does. */
  readonly threads?: CityThreads
  /** Told as families are recorded. */
  readonly progress?: (recorded: BulkProgress) => void
}

export interface CityThreads {
  readonly count: number
  /** The module `city/thread.ts` as it can be run: the source under Node, or its file in the build. */
  readonly entry: URL
}

/** What a thread is given: plain values, which are copied. */
export interface ThreadData {
  readonly plan: CityPlan
  readonly share: Share
}

/** Raised when the same seed and day give another city. */
export const cityVersion = 3

/** The last day whose morning has come, so that nothing in the city is recorded after now. */
export function cityDay(now: Moment): Day {
  const today = dayOf(now)
  return now < momentAt(today, standsAt.hour, standsAt.minute) ? addDays(today, -1) : today
}

/**
 * Loads the city into a migrated database that holds nothing: the same whatever the number of threads.
 * Problem: `record.not-empty`.
 */
export async function loadCity(
  pool: pg.Pool,
  { definitions, threads, progress, ...plan }: CityOptions,
): Promise<Outcome<BulkProgress>> {
  const loaded =
    threads === undefined || threads.count <= 1
      ? await bulkLoad(pool, definitions, (writer) => recordCity(makeCity(plan), writer), progress)
      : await bulkLoadFromThreads(pool, definitions, sharesOf(plan, threads), progress)
  if (!loaded.ok) return loaded
  const reference = referenceOf(plan)
  await inTransaction(pool, (on) => writeReference(on, reference))
  // Published figures of the city's own authority, so that its measures stand beside neighbours from the first morning.
  const context = { pool, now: reference.now, progress: () => {} }
  const compared = await importComparators(ownFiles('city/'), context)
  if (!compared.ok) return compared
  const { seed, asAt, size } = plan
  const inspections = inspectionsFile(reference.schools, { seed, asAt, authority: publishedAuthority })
  const inspected = await importOfsted([inspections], context)
  if (!inspected.ok) return inspected
  const placed = await importSsda903(placementsFiles(seed, asAt, size), context)
  return placed.ok ? loaded : placed
}

function sharesOf(plan: CityPlan, { count: of, entry }: CityThreads): BulkThreads {
  const shares = Array.from({ length: of }, (_, first): ThreadData => ({ plan, share: { first, of } }))
  return { entry, shares }
}

/** What needs no people to be made. */
function referenceOf(plan: CityPlan): Reference {
  const { seed, asAt, size } = plan
  const timeline = new Timeline(asAt, yearsOfHistory)
  return {
    schools: makeSchools(seed, size),
    workforce: makeWorkforce(plan),
    city: `${cityName}, seed ${seed}, ${asAt}, size ${size}, version ${cityVersion}`,
    since: timeline.day(timeline.start),
    now: timeline.moment(timeline.end),
  }
}
