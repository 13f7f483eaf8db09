/** Asking published figures: one series for one area, beside its statistical neighbours, its region and England. */

import type { Day } from '../../core/calendar/index.ts'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'
import { england } from './areas.ts'
import { keyOf } from './cells.ts'
import { noteRank, periodOf } from './periods.ts'

export interface SeriesInfo {
  readonly id: number
  /** As it is published: `measure` of the Local Authority Interactive Tool, or the indicator and its breakdown. */
  readonly name: string
  readonly title: string
  readonly unit: string | null
  /** Null where the publisher does not say. */
  readonly decimals: number | null
  readonly better: 'higher' | 'lower' | null
}

export interface AreaValue {
  readonly code: string
  readonly name: string
  readonly value: number | null
  /** The publisher's sign for why there is no figure; null where there is one, and where nothing is published at all. */
  readonly marker: string | null
}

export interface Comparison {
  readonly series: string
  /** The Department's number of the area. */
  readonly area: string
  /** As the publisher labels it. */
  readonly period: string
  readonly value: number | null
  readonly marker?: string
  /** Null where no model is in force on the day, or it has no neighbours of the area. */
  readonly neighbours: {
    /** The year and month of the model: `2025-05`. */
    readonly model: string
    /** Of those with a published figure, each counting once; null where none has. */
    readonly mean: number | null
    /** How many of them have a published figure. */
    readonly published: number
    /** Nearest first. */
    readonly areas: readonly AreaValue[]
  } | null
  readonly region: AreaValue | null
  readonly england: AreaValue | null
  /** Among the area and its neighbours with a figure, 1 the best; null where neither high nor low is said to be better. */
  readonly rank: { readonly position: number; readonly of: number } | null
}

const columns = 'id, name, coalesce(title, name) as title, unit, decimals, better'
const seriesByKey = statement<SeriesInfo>(
  'published-series-by-key',
  `select ${columns} from published_series where key = $1 or title_key = $1
   order by key = $1 desc, source = 'lait' desc, id limit 1`,
)
const seriesByIndicator = statement<SeriesInfo>(
  'published-series-by-indicator',
  `select ${columns} from published_series where indicator = $1 order by name limit 4`,
)
const areaByCode = statement<{ code: string; name: string; region: string | null }>(
  'published-area',
  `select code, name, region from published_area where code = $1 or ons_code = $1 or lower(name) = lower($1)
   order by code = $1 desc limit 1`,
)
const periodsOf = statement<{ id: number; label: string; plain: string }>(
  'published-periods-of',
  `select p.id, p.label, p.plain
   from published_value v join published_period p on p.id = v.period
   where v.series = $1 and v.area = $2::smallint
   order by p.ends desc, p.starts desc, p.label`,
)
const neighboursIn = statement<{ model: string; neighbour: string }>(
  'published-neighbours-in-force',
  `select model, neighbour from published_neighbour
   where authority = $1 and model = (select max(model) from published_neighbour where since <= $2)
   order by rank`,
)
const valuesIn = statement<AreaValue>(
  'published-values-in',
  `select a.code, a.name, v.value, v.marker
   from published_area a
   left join published_value v on v.series = $1 and v.period = $2 and v.area = a.code::smallint
   where a.code = any($3)`,
)
const everyPeriod = statement<{ period: string; value: number | null; marker: string | null }>(
  'published-values-over',
  `select p.label as period, v.value, v.marker
   from published_value v join published_period p on p.id = v.period
   where v.series = $1 and v.area = $2::smallint
   order by p.ends, p.starts, p.label`,
)

/** By its name or its title, whatever the case and the blanks; an indicator alone where it has one breakdown only. */
export async function seriesKnown(on: Queryable, series: string): Promise<SeriesInfo | undefined> {
  const found = await findSeries(on, series)
  return found.ok ? found.value : undefined
}

async function findSeries(on: Queryable, given: string): Promise<Outcome<SeriesInfo>> {
  const [exact] = await query(on, seriesByKey, [keyOf(given)])
  if (exact !== undefined) return done(exact)
  const [only, ...more] = await query(on, seriesByIndicator, [keyOf(given)])
  if (only === undefined) return problem('comparator.no-series', { given })
  if (more.length === 0) return done(only)
  const names = [only, ...more].map(({ name }) => `“${name}”`).join(', ')
  return problem('comparator.several-series', { given, names })
}

export interface Asked {
  readonly series: string
  /** The Department's number, the code of the Office for National Statistics, or the name. */
  readonly area: string
  /** In any of the shapes periods are published in; the latest that is published of the area where absent. */
  readonly period?: string
  /** The day whose model of neighbours holds. */
  readonly on: Day
}

/** Problems: `comparator.*`. */
export async function comparatorOf(on: Queryable, asked: Asked): Promise<Outcome<Comparison>> {
  const series = await findSeries(on, asked.series)
  if (!series.ok) return series
  const [area] = await query(on, areaByCode, [asked.area.trim()])
  if (area === undefined) return problem('comparator.no-area', { given: asked.area })
  const published = await query(on, periodsOf, [series.value.id, area.code])
  if (published.length === 0) {
    return problem('comparator.no-figures', { series: series.value.name, area: area.name })
  }
  const period = asked.period === undefined ? latest(published) : samePeriod(published, asked.period)
  if (period === undefined) {
    const periods = published.map(({ label }) => label).join(', ')
    return problem('comparator.no-period', { series: series.value.name, given: asked.period ?? '', periods })
  }
  const neighbours = await query(on, neighboursIn, [area.code, asked.on])
  const codes = [area.code, ...neighbours.map(({ neighbour }) => neighbour), area.region, england]
  const rows = await query(on, valuesIn, [series.value.id, period.id, codes.filter((code) => code !== null)])
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const around = neighbours.map(
    ({ neighbour: code }) => byCode.get(code) ?? { code, name: code, value: null, marker: null },
  )
  const own = byCode.get(area.code)
  const value = own?.value ?? null
  return done({
    series: series.value.name,
    area: area.code,
    period: period.label,
    value,
    ...(own?.marker == null ? {} : { marker: own.marker }),
    neighbours: neighboursOf(neighbours[0]?.model, around),
    region: area.region === null ? null : (byCode.get(area.region) ?? null),
    england: byCode.get(england) ?? null,
    rank: rankOf(value, around, series.value.better),
  })
}

/** Of several labels for the last years the plainest. */
const latest = <T extends { label: string; plain: string }>(published: readonly T[]): T | undefined => {
  const [last] = published
  return plainest(published.filter(({ plain }) => plain === last?.plain))
}

/** The label itself, or another for the same years. */
function samePeriod<T extends { label: string; plain: string }>(published: readonly T[], given: string): T | undefined {
  const asked = periodOf(given)
  const label = (text: string): string => keyOf(text)
  return (
    published.find((one) => label(one.label) === label(given)) ??
    plainest(published.filter(({ plain }) => plain === asked?.plain))
  )
}

const plainest = <T extends { label: string }>(same: readonly T[]): T | undefined =>
  same.toSorted((a, b) => noteRank(a.label) - noteRank(b.label))[0]

function neighboursOf(model: string | undefined, areas: readonly AreaValue[]): Comparison['neighbours'] {
  if (model === undefined) return null
  const values = areas.flatMap(({ value }) => (value === null ? [] : [value]))
  const sum = values.reduce((total, value) => total + value, 0)
  // Twelve figures: enough for any that is published, and without the noise of adding in binary.
  const mean = values.length === 0 ? null : Number((sum / values.length).toPrecision(12))
  return { model, mean, published: values.length, areas }
}

/** Equal figures share the better place. */
function rankOf(value: number | null, around: readonly AreaValue[], better: SeriesInfo['better']): Comparison['rank'] {
  if (value === null || better === null || around.length === 0) return null
  const others = around.flatMap((one) => (one.value === null ? [] : [one.value]))
  const ahead = others.filter((other) => (better === 'higher' ? other > value : other < value))
  return { position: ahead.length + 1, of: others.length + 1 }
}

/** Oldest first; nothing where the series or the area is not known. */
export async function valuesOver(
  on: Queryable,
  series: string,
  area: string,
): Promise<{ period: string; value: number | null; marker: string | null }[]> {
  const found = await seriesKnown(on, series)
  const [place] = await query(on, areaByCode, [area.trim()])
  return found === undefined || place === undefined ? [] : query(on, everyPeriod, [found.id, place.code])
}

/** The Office for National Statistics' mid-year estimates, as the Department publishes them beside its rates. */
const populationSeries = 'population_estimate (age_group: Children aged 0 to 17 years)'

/** Children aged 0 to 17 in the middle of the year; null where no estimate of it is loaded. */
export async function population0to17(on: Queryable, area: string, year: number): Promise<number | null> {
  const values = await valuesOver(on, populationSeries, area)
  return values.find(({ period }) => period === String(year))?.value ?? null
}
