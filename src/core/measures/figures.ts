/** Figures of a measure: sums of its contributions, by month, over any period, by team; and the children behind one. */
import { logged, type Reader } from '../access/access.ts'
import { addYears, type Day, monthsOf, type Period, rolling12, yearToDate } from '../calendar/index.ts'
import { done, type Outcome } from '../outcomes.ts'
import type { Measure } from './measure.ts'

export interface Sum {
  readonly numerator: number
  readonly denominator: number
}
export interface MonthSum extends Sum {
  /** The first day of the month. */
  readonly month: Day
  readonly team: number | null
}

const byMonth = logged<MonthSum>(
  'measure-by-month',
  `select date_trunc('month', day)::date as month, team,
     coalesce(sum(numerator) filter (where measure = $4), 0)::int as numerator,
     coalesce(sum(denominator) filter (where measure = $5), 0)::int as denominator
   from contribution where measure in ($4, $5) and day between $6 and $7 group by 1, 2 order by 1, 2`,
)

export interface Figures {
  readonly yearToDate: Sum & { readonly period: Period }
  readonly rolling: Sum & { readonly period: Period }
  readonly lastYear: Sum & { readonly period: Period }
  readonly months: readonly (Sum & { readonly month: Day })[]
  readonly teams: readonly (Sum & { readonly team: number | null })[]
}

/** Rounded as it is printed; null where there is nothing to divide by. */
export function percentage({ numerator, denominator }: Sum, decimals: number): number | null {
  if (denominator === 0) return null
  const scale = 10 ** decimals
  return Math.round((numerator / denominator) * 100 * scale) / scale
}

/** Under which measures the contributions stand; the id alone is enough where they are all its own. */
function standsUnder(measure: string | Measure): { id: string; numerator: string; denominator: string } {
  if (typeof measure === 'string') return { id: measure, numerator: measure, denominator: measure }
  const { id, from } = measure
  return { id, numerator: from.numerator, denominator: from.denominator ?? from.numerator }
}

const total = (sums: readonly Sum[]): Sum => ({
  numerator: sums.reduce((sum, one) => sum + one.numerator, 0),
  denominator: sums.reduce((sum, one) => sum + one.denominator, 0),
})

const inPeriod = (rows: readonly MonthSum[], period: Period): readonly MonthSum[] =>
  rows.filter((row) => row.month >= period.from && row.month <= period.to)

/**
 * Year to date from 1 April, the twelve whole months that ended last (pooled, never the mean of monthly rates), the
 * twelve before them, each month of two years, and each team's year to date.
 */
export async function figuresOf(reader: Reader, measure: string | Measure, asAt: Day): Promise<Outcome<Figures>> {
  const { id, numerator, denominator } = standsUnder(measure)
  const ytd = yearToDate(asAt)
  const rolling = rolling12(asAt)
  const before = rolling12(rolling.from)
  const read = await reader.read(byMonth, [numerator, denominator, before.from, asAt], { detail: id })
  if (!read.ok) return read
  const rows = read.value
  const months = monthsOf({ from: before.from, to: rolling.to }).map((month) => ({
    month: month.from,
    ...total(inPeriod(rows, month)),
  }))
  const thisYear = inPeriod(rows, ytd)
  const teams = [...Map.groupBy(thisYear, (row) => row.team)].map(([team, sums]) => ({ team, ...total(sums) }))
  return done({
    yearToDate: { period: ytd, ...total(thisYear) },
    rolling: { period: rolling, ...total(inPeriod(rows, rolling)) },
    lastYear: { period: before, ...total(inPeriod(rows, before)) },
    months,
    teams,
  })
}

export interface StockFigures {
  readonly now: number
  /** On the same day a year before. */
  readonly lastYear: number
  /** At the end of each of the last 24 whole months. */
  readonly months: readonly { readonly month: Day; readonly value: number }[]
  readonly teams: readonly { readonly team: number | null; readonly value: number }[]
}

const stockByDay = logged<{ day: Day; team: number | null; change: number }>(
  'measure-stock',
  `select day, team, sum(numerator)::int as change from contribution where measure = $4 and day <= $5
   group by day, team order by day`,
)

/** A stock at a date is the sum of every contribution up to and including it. */
export async function stockOf(reader: Reader, measure: string, asAt: Day): Promise<Outcome<StockFigures>> {
  const read = await reader.read(stockByDay, [measure, asAt], { detail: measure })
  if (!read.ok) return read
  const upTo = (day: Day): number => read.value.reduce((sum, row) => (row.day <= day ? sum + row.change : sum), 0)
  const rolling = rolling12(asAt)
  const months = monthsOf({ from: rolling12(rolling.from).from, to: rolling.to })
  const byTeam = Map.groupBy(read.value, (row) => row.team)
  const teams = [...byTeam].map(([team, rows]) => ({ team, value: rows.reduce((sum, row) => sum + row.change, 0) }))
  return done({
    now: upTo(asAt),
    lastYear: upTo(addYears(asAt, -1)),
    months: months.map((month) => ({ month: month.from, value: upTo(month.to) })),
    teams: teams.filter((one) => one.value > 0).sort((a, b) => b.value - a.value),
  })
}

export interface Standing {
  readonly child_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly since: Day
  readonly episode: number
  readonly team: number | null
  readonly total: number
}

const standing = logged<Standing>(
  'measure-stock-children',
  `select p.child_id, p.forename, p.surname, p.known_as, s.since, s.episode, e.team, (count(*) over ())::int as total
   from episode_state s join episode e using (record, episode) join person p using (record)
   where e.pathway = $4 and s.state = $5 and s.since <= $6 and (s.until is null or s.until > $6)
   order by s.since desc, s.record limit $7 offset $8`,
)

/** The children a stock counts on a day, the newest first. */
export function childrenInState(
  reader: Reader,
  counted: { readonly pathway: string; readonly state: string; readonly on: Day },
  page: { readonly size: number; readonly number: number },
): Promise<Outcome<Standing[]>> {
  const values = [counted.pathway, counted.state, counted.on, page.size, (page.number - 1) * page.size]
  return reader.read(standing, values, { detail: counted.state })
}

export interface Behind {
  readonly child_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  readonly day: Day
  readonly numerator: number
  readonly key: number
  readonly episode: number
  readonly team: number | null
  readonly total: number
}

/** The children behind a figure, newest first; `$9` keeps those that meet it, do not, or all (null). */
const behind = logged<Behind>(
  'measure-children',
  `select p.child_id, p.forename, p.surname, p.known_as, c.day, c.numerator, c.key, e.episode, c.team,
     (count(*) over ())::int as total
   from contribution c join person p using (record) join entry e on e.record = c.record and e.position = c.key
   where c.measure = $4 and c.day between $5 and $6 and (c.denominator > 0 or c.numerator > 0)
     and ($9::smallint is null or c.numerator = $9) and ($10::integer is null or c.team = $10)
   order by c.day desc, c.record limit $7 offset $8`,
)

export function childrenBehind(
  reader: Reader,
  measure: string,
  period: Period,
  page: { readonly size: number; readonly number: number },
  only: { readonly met: boolean | null; readonly team: number | null },
): Promise<Outcome<Behind[]>> {
  const met = only.met === null ? null : only.met ? 1 : 0
  const values = [measure, period.from, period.to, page.size, (page.number - 1) * page.size, met, only.team]
  return reader.read(behind, values, { detail: measure })
}
