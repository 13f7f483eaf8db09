/**
 * Every measure by month and team as an analyst would ask PostgreSQL for it: sums of contributions, then windows for the
 * last twelve months, the financial year to date and, of what is counted at a date, everything up to it.
 */
import type pg from 'pg'
import type { Day } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/measure.ts'
import { type Cube, rollingAndYearToDate } from '../../src/insight/explore/index.ts'

export interface WindowRow {
  readonly measure: string
  /** Months from the first, 0 to the last. */
  readonly month: number
  readonly team: number | null
  readonly numerator: number
  readonly denominator: number
  readonly standing_numerator: number
  readonly standing_denominator: number
  readonly rolling_numerator: number
  readonly rolling_denominator: number
  readonly year_numerator: number
  readonly year_denominator: number
}

const windowsInSql = `with monthly as (
  select measure, team, greatest(date_trunc('month', day)::date, $1::date - interval '1 month')::date as month,
    sum(numerator) as numerator, sum(denominator) as denominator
  from contribution where day <= $2 and (day >= $1 or measure = any($3::text[])) group by 1, 2, 3
), grid as (
  select p.measure, p.team, m.month::date as month
  from (select distinct measure, team from monthly) p
  cross join generate_series($1::date - interval '1 month', $2::date, interval '1 month') as m(month)
), filled as (
  select g.measure, g.team, g.month, coalesce(m.numerator, 0) as numerator, coalesce(m.denominator, 0) as denominator
  from grid g left join monthly m on m.measure = g.measure and m.team is not distinct from g.team and m.month = g.month
), windows as (
  select measure, team, month, numerator, denominator,
    sum(numerator) over everything as standing_numerator, sum(denominator) over everything as standing_denominator,
    sum(numerator) over twelve as rolling_numerator, sum(denominator) over twelve as rolling_denominator,
    sum(numerator) over year as year_numerator, sum(denominator) over year as year_denominator
  from filled
  window everything as (partition by measure, team order by month),
    twelve as (partition by measure, team order by month rows 11 preceding),
    year as (partition by measure, team, extract(year from month - interval '3 months') order by month)
)
select measure, team, (extract(year from age(month, $1)) * 12 + extract(month from age(month, $1)))::int as month,
  numerator::int, denominator::int, standing_numerator::int, standing_denominator::int,
  rolling_numerator::int, rolling_denominator::int, year_numerator::int, year_denominator::int
from windows where month >= $1`

/** @param from the first day of a month */
export async function askWindows(
  pool: pg.Pool,
  measures: readonly Measure[],
  from: Day,
  to: Day,
): Promise<readonly WindowRow[]> {
  const atDate = measures.filter((one) => one.over === 'date').map((one) => one.id)
  const { rows } = await pool.query<WindowRow>(windowsInSql, [from, to, atDate])
  return rows
}

/** Throws where a cell differs, and where the cube has anything in a cell that PostgreSQL did not give. Gives how many. */
export function compareWindows(cube: Cube, measures: readonly Measure[], rows: readonly WindowRow[]): number {
  const { rolling, yearToDate } = rollingAndYearToDate(cube)
  const kinds = new Map(measures.map((one) => [one.id, one.over]))
  const placeOf = new Map(cube.measures.map((id, place) => [id, place]))
  const teamAt = new Map(cube.teams.map((team, place) => [team, place]))
  const width = cube.teams.length
  let seen = 0
  for (const row of rows) {
    const place = placeOf.get(row.measure)
    const team = teamAt.get(row.team)
    if (place === undefined || team === undefined) throw new Error(`The cube has no ${row.measure} of team ${row.team}`)
    const at = (place * cube.months + row.month) * width + team
    const isAtDate = kinds.get(row.measure) === 'date'
    const pairs: [number, number][] = isAtDate
      ? [
          [cube.numerator[at]!, row.standing_numerator],
          [cube.denominator[at]!, row.standing_denominator],
        ]
      : [
          [cube.numerator[at]!, row.numerator],
          [cube.denominator[at]!, row.denominator],
          [rolling.numerator[at]!, row.rolling_numerator],
          [rolling.denominator[at]!, row.rolling_denominator],
          [yearToDate.numerator[at]!, row.year_numerator],
          [yearToDate.denominator[at]!, row.year_denominator],
        ]
    if (pairs.some(([ours, theirs]) => ours !== theirs))
      throw new Error(`${row.measure}, month ${row.month}, team ${row.team}: ${JSON.stringify(pairs)}`)
    seen += row.numerator + row.denominator
  }
  if (rows.length === 0 || seen === 0) throw new Error('PostgreSQL counted nothing: choose a larger city')
  const given = new Set(rows.map((row) => `${row.measure} ${row.team}`))
  cube.measures.forEach((id, place) => {
    for (let at = place * cube.months * width; at < (place + 1) * cube.months * width; at++) {
      if (cube.numerator[at] === 0 && cube.denominator[at] === 0) continue
      if (!given.has(`${id} ${cube.teams[at % width]}`)) throw new Error(`Only the cube has ${id} of a team`)
    }
  })
  return rows.length
}
