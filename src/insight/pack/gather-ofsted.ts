/** The Ofsted profile of the city, its statistical neighbours and the country, and the early-years row, as they are loaded. */
import type { Day } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { done, type Outcome } from '../../core/outcomes.ts'
import { type AskedAuthority, earlyYears, ofstedProfile, type Profile } from '../ofsted/index.ts'
import type { EarlyFacts, OfstedColumn, OfstedFacts } from './facts.ts'
import { ofstedDay } from './plan.ts'

/** Those of the model in force on the day, nearest first. */
const neighboursOf = statement<{ neighbour: string }>(
  'pack-neighbours',
  `select neighbour from published_neighbour
   where authority = $1 and model = (select max(model) from published_neighbour where since <= $2) order by rank`,
)

/**
 * A file with fewer of England's 153 authorities is not the country's (152 before April 2023); Ofsted's own leaves out one or
 * two that have no school of a kind.
 */
const wholeCountryAtLeast = 150

/** Null where no file of inspections has this council. */
export async function readOfsted(
  on: Queryable,
  packDate: Day,
  authority: string | null,
): Promise<Outcome<OfstedFacts | null>> {
  if (authority === null) return done(null)
  const date = ofstedDay(packDate)
  const city = await profileOf(on, date, authority)
  if (!city.ok) return city
  if (city.value === null) return done(null)
  const codes = (await query(on, neighboursOf, [authority, date])).map(({ neighbour }) => neighbour)
  const neighbours = codes.length === 0 ? done(null) : await profileOf(on, date, codes)
  if (!neighbours.ok) return neighbours
  const file = await profileOf(on, date, 'england')
  if (!file.ok) return file
  const authorities = file.value?.authorities ?? 0
  const early = await readEarlyYears(on, date, authority, codes)
  if (!early.ok) return early
  return done({
    date,
    city: columnOf(city.value),
    neighbours: neighbours.value && columnOf(neighbours.value),
    isNeighboursKnown: codes.length > 0,
    national: file.value !== null && authorities >= wholeCountryAtLeast ? columnOf(file.value) : null,
    authorities,
    early: early.value,
  })
}

const notThere: ReadonlySet<string> = new Set(['inspections.not-loaded', 'inspections.authority-not-in-file'])

async function profileOf(on: Queryable, date: Day, authority: AskedAuthority): Promise<Outcome<Profile | null>> {
  const read = await ofstedProfile(on, { date, authority })
  return !read.ok && notThere.has(read.code) ? done(null) : read
}

const columnOf = ({ percentGoodOrBetter, inherited, coverage }: Profile): OfstedColumn => ({
  percents: percentGoodOrBetter,
  without: inherited.without,
  inherited: inherited.schools,
  coverage,
})

const releases = statement<{ asAt: Day; authorities: number }>(
  'childcare-releases',
  `select as_at as "asAt", count(distinct lower(authority_name))::int as authorities from childcare_provider
   where as_at <= $1 group by as_at order by as_at desc`,
)

/**
 * The row is of the latest release that covers more than one authority, so that three figures of one day stand beside each
 * other; where the council has loaded a later one of its own, that is the caveat below.
 */
async function readEarlyYears(
  on: Queryable,
  date: Day,
  authority: string,
  neighbours: readonly string[],
): Promise<Outcome<EarlyFacts | null>> {
  const loaded = await query(on, releases, [date])
  const [last] = loaded
  if (last === undefined) return done(null)
  const shared = loaded.find(({ authorities }) => authorities > 1) ?? last
  // The last release is asked for the pack's own day, an earlier one for its own: what came after it is not in it.
  const dayOf = ({ asAt }: { asAt: Day }): Day => (asAt === last.asAt && shared === last ? date : asAt)
  const at = dayOf(shared)
  const [city, near, national] = [
    await earlyYears(on, { date: at, authority }),
    neighbours.length === 0 ? done(null) : await earlyYears(on, { date: at, authority: neighbours }),
    await earlyYears(on, { date: at, authority: 'england' }),
  ]
  for (const read of [city, near, national]) if (!read.ok && !notThere.has(read.code)) return read
  const percent = (read: typeof city): number | null => (read.ok ? (read.value?.percentGoodOrBetter ?? null) : null)
  if (!city.ok || city.value === null) return done(null)
  const later = shared === last ? null : await earlyYears(on, { date: last.asAt, authority })
  return done({
    asAt: shared.asAt,
    city: percent(city),
    neighbours: percent(near),
    national: shared.authorities >= wholeCountryAtLeast ? percent(national) : null,
    coverage: city.value.coverage,
    latest: later === null ? null : { asAt: last.asAt, city: percent(later) },
  })
}
