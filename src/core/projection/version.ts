/**
 * Which definitions the projections were built from. Whatever changes the rows that follow from the same entries - a
 * column, a step, a state, a clock, a measure, the published bank holidays - gives another version, and the projections
 * are then built anew (rebuild.ts).
 */
import { hash } from 'node:crypto'
import { type Queryable, query, statement } from '../database/statement.ts'
import type { Definitions } from './rows.ts'
import { tables } from './tables.ts'

/**
 * The rules that are code and not data: the fold, the clocks, the rows of a person, what a measure counts. No digest can
 * see that they changed, so whoever changes what they answer raises this by one.
 */
const rulesVersion = 3

/** Digits of the digest that are kept. */
const versionLength = 16

export function projectionVersion({ house, measures }: Definitions): string {
  const pathways = house.pathways.map(({ id, version, steps, states, clocks }) => ({
    id,
    version,
    steps,
    states,
    clocks,
  }))
  const handed = { rulesVersion, tables, pathways, measures, holidays: house.calendars.version }
  // A field's schema repeats what the field says; functions are left out by JSON and stand for `rulesVersion`.
  const text = JSON.stringify(handed, (key, value: unknown) => (key === 'schema' ? undefined : value))
  return hash('sha256', text).slice(0, versionLength)
}

/** One version for all tables: they are derived together, a child at a time. */
const nameOfAll = 'all'

const builtVersion = statement<{ version: string }>(
  'projection-version',
  'select version from projection_version where name = $1',
)
const noteVersion = statement(
  'note-projection-version',
  `insert into projection_version (name, version, built) values ($1, $2, clock_timestamp())
   on conflict (name) do update set version = excluded.version, built = excluded.built`,
)

/** Whether the tables were built from other definitions than these, or never. */
export async function isStale(on: Queryable, definitions: Definitions): Promise<boolean> {
  const [built] = await query(on, builtVersion, [nameOfAll])
  return built?.version !== projectionVersion(definitions)
}

export async function noteProjectionVersion(on: Queryable, definitions: Definitions): Promise<void> {
  await query(on, noteVersion, [nameOfAll, projectionVersion(definitions)])
}

const forget = statement('projection-version-forget', 'delete from projection_version where name = $1')

/** What changed is outside the definitions (a council's own limits): the next start, or a rebuild now, makes them anew. */
export async function markStale(on: Queryable): Promise<void> {
  await query(on, forget, [nameOfAll])
}
