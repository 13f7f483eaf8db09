/** Published figures into the record: what is new is added, what a later release changed is kept as it was and as it is. */
import type pg from 'pg'
import { type Queryable, query, statement } from '../../core/database/statement.ts'
import { copier } from '../../core/projection/copier.ts'
import type { Area } from './areas.ts'
import { type Figure, keyOf } from './cells.ts'
import type { Figures, SeriesName } from './figures.ts'
import type { Period } from './periods.ts'
import type { Described, Neighbour } from './reference.ts'

const putAreas = statement<never>(
  'published-areas-put',
  `insert into published_area (code, name, region, ons_code)
   select code, name, region, "onsCode"
   from jsonb_to_recordset($1::jsonb) as r(code text, name text, region text, "onsCode" text)
   on conflict (code) do update set
     name = case when published_area.name = '' then excluded.name else published_area.name end,
     region = coalesce(published_area.region, excluded.region),
     ons_code = coalesce(published_area.ons_code, excluded.ons_code)`,
)
const putSeries = statement<{ id: number; source: SeriesName['source']; key: string }>(
  'published-series-put',
  `insert into published_series (source, key, name, indicator)
   select source, key, name, indicator
   from jsonb_to_recordset($1::jsonb) as r(source text, key text, name text, indicator text)
   on conflict (source, key) do update set name = published_series.name
   returning id, source, key`,
)
const putPeriods = statement<{ id: number; label: string }>(
  'published-periods-put',
  `insert into published_period (label, plain, starts, ends)
   select label, plain, starts, ends
   from jsonb_to_recordset($1::jsonb) as r(label text, plain text, starts smallint, ends smallint)
   on conflict (label) do update set plain = excluded.plain
   returning id, label`,
)
const describe = statement<never>(
  'published-series-describe',
  `insert into published_series (source, key, name, indicator, title, title_key, unit, decimals, better)
   select 'lait', key, name, key, title, "titleKey", unit, decimals, better
   from jsonb_to_recordset($1::jsonb)
     as r(key text, name text, title text, "titleKey" text, unit text, decimals smallint, better text)
   on conflict (source, key) do update set
     title = excluded.title, title_key = excluded.title_key, unit = excluded.unit, decimals = excluded.decimals,
     better = excluded.better
   where (published_series.title, published_series.unit, published_series.decimals, published_series.better)
     is distinct from (excluded.title, excluded.unit, excluded.decimals, excluded.better)`,
)
/** Figures of a series that has none yet go straight in: there is nothing to compare them with. */
const seriesWithFigures = statement<{ id: number }>(
  'published-series-with-figures',
  'select id from unnest($1::integer[]) as id where exists (select from published_value where series = id)',
)
const putNeighbours = statement<never>(
  'published-neighbours-put',
  `insert into published_neighbour (model, since, authority, rank, neighbour, closeness, batch)
   select model, (model || '-01')::date, authority, rank, neighbour, closeness, $2
   from jsonb_to_recordset($1::jsonb)
     as r(model text, authority text, rank smallint, neighbour text, closeness text)`,
)
const removeNeighbours = statement<never>(
  'published-neighbours-remove',
  'delete from published_neighbour where (model, authority) in (select * from unnest($1::text[], $2::text[]))',
)
const neighbourRows = statement<Neighbour>(
  'published-neighbours-all',
  'select model, authority, rank, neighbour, closeness from published_neighbour',
)
const onsCodes = statement<{ code: string; onsCode: string }>(
  'published-ons-codes',
  'select code, ons_code as "onsCode" from published_area where ons_code is not null',
)

export async function authoritiesByOnsCode(on: Queryable): Promise<ReadonlyMap<string, string>> {
  return new Map((await query(on, onsCodes)).map(({ code, onsCode }) => [onsCode, code]))
}

/** What is known of an area already is kept. */
export async function writeAreas(on: Queryable, areas: readonly Area[]): Promise<void> {
  await query(on, putAreas, [JSON.stringify(areas)])
}

/** How many descriptions are new or changed. */
export async function writeDescriptions(on: Queryable, described: readonly Described[]): Promise<number> {
  const rows = described.map((one) => ({ ...one, key: keyOf(one.name), titleKey: keyOf(one.title) }))
  const { rowCount } = await on.query({ ...describe, values: [JSON.stringify(rows)] })
  return rowCount ?? 0
}

/** The neighbours of an authority in a model are one list: a release that changes any of them gives all of them anew. */
export async function writeNeighbours(on: Queryable, given: readonly Neighbour[], batch: number): Promise<number> {
  const listOf = ({ model, authority }: Neighbour): string => `${model} ${authority}`
  const asText = (list: readonly Neighbour[] = []): string =>
    JSON.stringify(list.toSorted((a, b) => a.rank - b.rank).map(({ neighbour, closeness }) => [neighbour, closeness]))
  const before = Map.groupBy(await query(on, neighbourRows), listOf)
  const changed = [...Map.groupBy(given, listOf)].filter(([key, list]) => asText(list) !== asText(before.get(key)))
  const lists = changed.flatMap(([, list]) => list.slice(0, 1))
  await query(on, removeNeighbours, [lists.map(({ model }) => model), lists.map(({ authority }) => authority)])
  const rows = changed.flatMap(([, list]) => list)
  await query(on, putNeighbours, [JSON.stringify(rows), batch])
  return rows.length
}

export interface Written {
  readonly added: number
  readonly revised: number
}

/** Characters of COPY text sent at a time. */
const partCharacters = 1 << 20

/** @param sent told how many cells have been sent */
export async function writeFigures(
  on: pg.ClientBase,
  read: Figures,
  batch: number,
  sent: (cells: number) => void,
): Promise<Written> {
  // One file after the other; whoever reads figures meanwhile does not wait.
  await on.query('lock table published_value in share row exclusive mode')
  await writeAreas(on, read.areas)
  const series = await idsOfSeries(on, read.series)
  const periods = await idsOfPeriods(on, read.periods)
  const known = new Set((await query(on, seriesWithFigures, [series])).map(({ id }) => id))
  await on.query(`create temporary table incoming_value
    (series integer, area smallint, period integer, value double precision, marker text, batch integer) on commit drop`)
  const tails = read.figures.map((one) => `${figureText(one)}\t${batch}\n`)
  const { length, series: ofSeries, area, period, figure } = read.cells
  const areaCodes = read.areas.map(({ code }) => code)
  const compared = copyOf(on, 'incoming_value')
  const straight = copyOf(on, 'published_value')
  let added = 0
  for (let i = 0; i < length; i++) {
    const id = series[ofSeries[i]!]!
    const isKnown = known.has(id)
    if (!isKnown) added += 1
    const full = (isKnown ? compared : straight).line(
      `${id}\t${areaCodes[area[i]!]}\t${periods[period[i]!]}${tails[figure[i]!]}`,
    )
    if (full === undefined) continue
    await full
    sent(i + 1)
  }
  await straight.end()
  await compared.end()
  sent(length)
  if (added === length) return { added, revised: 0 }
  const merged = await merge(on, batch)
  return { added: added + merged.added, revised: merged.revised }
}

/** Gathers lines for a table and sends them a part at a time; while one part is on its way the next is written. */
function copyOf(on: pg.ClientBase, table: 'incoming_value' | 'published_value') {
  const carry = copier(on)
  let text = ''
  let before: Promise<unknown> = Promise.resolve()
  const send = async (): Promise<void> => {
    const bytes = Buffer.from(text)
    text = ''
    await before
    before = carry({ table, columns: 'series, area, period, value, marker, batch', bytes, length: bytes.length })
    // A part that fails is told to whoever sends the next or ends, not to the process.
    before.catch(() => {})
  }
  return {
    /** Something to wait for where a part is full. */
    line: (line: string): Promise<void> | undefined => {
      text += line
      return text.length < partCharacters ? undefined : send()
    },
    end: async (): Promise<void> => {
      if (text !== '') await send()
      await before
    },
  }
}

const figureText = (figure: Figure): string =>
  'value' in figure ? `\t${figure.value}\t\\N` : `\t\\N\t${figure.marker}`

async function idsOfSeries(on: Queryable, series: readonly SeriesName[]): Promise<number[]> {
  const keyed = series.map((one) => ({ ...one, indicator: keyOf(one.indicator), key: keyOf(one.name) }))
  const rows = await query(on, putSeries, [JSON.stringify(keyed)])
  const byKey = new Map(rows.map(({ id, source, key }) => [`${source} ${key}`, id]))
  return keyed.map(({ source, key }) => known(byKey.get(`${source} ${key}`)))
}

async function idsOfPeriods(on: Queryable, periods: readonly Period[]): Promise<number[]> {
  const rows = await query(on, putPeriods, [JSON.stringify(periods)])
  const byLabel = new Map(rows.map(({ id, label }) => [label, id]))
  return periods.map(({ label }) => known(byLabel.get(label)))
}

function known(id: number | undefined): number {
  if (id === undefined) throw new Error('A row that was put has no number')
  return id
}

async function merge(on: pg.ClientBase, batch: number): Promise<Written> {
  await on.query('analyze incoming_value')
  const { rowCount: revised } = await on.query(
    `insert into published_revision (batch, series, area, period, was_value, was_marker, value, marker)
     select $1, series, area, period, v.value, v.marker, i.value, i.marker
     from incoming_value i join published_value v using (series, area, period)
     where (v.value, v.marker) is distinct from (i.value, i.marker)`,
    [batch],
  )
  if (revised !== null && revised > 0) {
    await on.query(
      `update published_value v set value = r.value, marker = r.marker, batch = $1
       from published_revision r
       where r.batch = $1 and (v.series, v.area, v.period) = (r.series, r.area, r.period)`,
      [batch],
    )
  }
  const { rowCount: added } = await on.query(
    `insert into published_value (series, area, period, value, marker, batch)
     select series, area, period, value, marker, batch from incoming_value i
     where not exists (
       select from published_value v where (v.series, v.area, v.period) = (i.series, i.area, i.period))`,
  )
  return { added: added ?? 0, revised: revised ?? 0 }
}

export interface Revision {
  readonly series: string
  readonly area: string
  readonly period: string
  readonly before: string
  readonly now: string
}

const revisions = statement<Revision>(
  'published-revisions',
  `select s.name as series, a.name as area, p.label as period,
     coalesce(r.was_value::text, r.was_marker) as before, coalesce(r.value::text, r.marker) as now
   from published_revision r
   join published_series s on s.id = r.series
   join published_period p on p.id = r.period
   join published_area a on a.code = r.area::text
   where r.batch = $1
   order by s.name, p.starts, p.label, a.name`,
)

/** The cells that a batch changed, by series, period and area. */
export const revisionsOf = (on: Queryable, batch: number): Promise<Revision[]> => query(on, revisions, [batch])
