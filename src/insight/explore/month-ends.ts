/**
 * Month ends: what every measure said about which children at the end of a month, kept on the day it was said. A kept
 * list never changes; beside it stands what the record says of the same month now.
 */
import type pg from 'pg'
import { logged, type Reader } from '../../core/access/access.ts'
import type { Day, Moment, Period } from '../../core/calendar/index.ts'
import { inTransaction, query, statement } from '../../core/database/statement.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { done, type Outcome, problem } from '../../core/outcomes.ts'

export interface MonthEnd {
  readonly id: number
  readonly starts: Day
  readonly ends: Day
  readonly frozen: Moment
  readonly frozen_by: number
  readonly lines: number
}

/**
 * The lines of a month as the record has them now. Of a measure over a period: its contributions in the month. At a date:
 * each child and team that counts at its end, since the last day on which one began to.
 */
const linesNow = (periods: string, dates: string, starts: string, ends: string): string => `
  select measure, record, key, day, numerator, denominator, team from contribution
  where measure = any(${periods}::text[]) and day between ${starts}::date and ${ends}::date
  union all
  select measure, record, max(key) filter (where numerator > 0 or denominator > 0),
    max(day) filter (where numerator > 0 or denominator > 0), sum(numerator)::smallint, sum(denominator)::smallint, team
  from contribution where measure = any(${dates}::text[]) and day <= ${ends}::date
  group by measure, record, team having sum(numerator) > 0 or sum(denominator) > 0`

const keepMonthEnd = statement<{ id: number }>(
  'month-end-keep',
  `insert into month_end (starts, ends, frozen, frozen_by, version, lines)
   values ($1, $2, $3, $4, coalesce((select max(version) from projection_version), ''), 0) returning id`,
)
const keepLines = statement(
  'month-end-keep-lines',
  `with kept as (
     insert into month_end_line (month_end, measure, record, key, day, numerator, denominator, team)
     select $1, measure, record, key, day, numerator, denominator, team from (${linesNow('$2', '$3', '$4', '$5')}) now
     returning 1
   )
   update month_end set lines = (select count(*) from kept) where id = $1`,
)

/** The ids of measures that have lines of their own: a rate has none. */
export function measuresKept(measures: readonly Measure[]): { readonly periods: string[]; readonly dates: string[] } {
  const own = measures.filter((one) => one.kind !== 'rate')
  const idsOf = (over: Measure['over']): string[] => own.filter((one) => one.over === over).map((one) => one.id)
  return { periods: idsOf('period'), dates: idsOf('date') }
}

export interface Freezing {
  readonly month: Pick<Period, 'from' | 'to'>
  readonly by: number
  readonly now: Moment
}

/** Keeps every measure's lines of a month as they are at this moment. Gives the number of the month end. */
export async function freezeMonth(
  pool: pg.Pool,
  measures: readonly Measure[],
  { month, by, now }: Freezing,
): Promise<number> {
  const { periods, dates } = measuresKept(measures)
  return inTransaction(pool, async (on) => {
    const [kept] = await query(on, keepMonthEnd, [month.from, month.to, now, by])
    if (kept === undefined) throw new Error('The month end was not kept')
    await query(on, keepLines, [kept.id, periods, dates, month.from, month.to])
    return kept.id
  })
}

const everyMonthEnd = logged<MonthEnd>(
  'month-ends',
  'select id, starts, ends, frozen, frozen_by, lines from month_end order by ends desc, frozen desc limit 120',
)

/** The newest first. */
export const monthEnds = (reader: Reader): Promise<Outcome<MonthEnd[]>> => reader.read(everyMonthEnd, [])

const oneMonthEnd = logged<MonthEnd>(
  'month-end',
  'select id, starts, ends, frozen, frozen_by, lines from month_end where id = $4',
)

/** Problem: `record.not-found`. */
export async function monthEndOf(reader: Reader, id: number): Promise<Outcome<MonthEnd>> {
  const read = await reader.read(oneMonthEnd, [id], { detail: String(id) })
  if (!read.ok) return read
  const [found] = read.value
  return found === undefined ? problem('record.not-found') : done(found)
}

/** What stood then beside what stands now, line by line; `place` is what makes a line the same line. */
const compared = `(
  with kept as (
    select *, case when measure = any($6::text[]) then coalesce(team, -1) else key end as place
    from month_end_line where month_end = $4 and (measure = any($5::text[]) or measure = any($6::text[]))
  ), fresh as (
    select *, case when measure = any($6::text[]) then coalesce(team, -1) else key end as place
    from (${linesNow('$5', '$6', '$7', '$8')}) now
  )
  select measure, record, k.day, k.numerator, k.denominator, k.team, f.day as day_now, f.numerator as numerator_now,
    f.denominator as denominator_now, f.team as team_now,
    case when f.day is null then 'gone' when k.day is null then 'added'
      when (k.numerator, k.denominator) <> (f.numerator, f.denominator)
        or not measure = any($6::text[]) and (k.day <> f.day or k.team is distinct from f.team) then 'otherwise'
      else 'same' end as change
  from kept k full join fresh f using (measure, record, place)
) lines`

export interface KeptFigure {
  readonly measure: string
  readonly numerator: number
  readonly denominator: number
  readonly numerator_now: number
  readonly denominator_now: number
  readonly changed: number
}

const keptFigures = logged<KeptFigure>(
  'month-end-figures',
  `select measure, coalesce(sum(numerator), 0)::int as numerator, coalesce(sum(denominator), 0)::int as denominator,
     coalesce(sum(numerator_now), 0)::int as numerator_now, coalesce(sum(denominator_now), 0)::int as denominator_now,
     (count(*) filter (where change <> 'same'))::int as changed
   from ${compared} group by measure`,
)

const asked = (kept: MonthEnd, measures: readonly Measure[]): unknown[] => {
  const { periods, dates } = measuresKept(measures)
  return [kept.id, periods, dates, kept.starts, kept.ends]
}

/** Every measure of a month end: then and now. */
export const figuresKept = (
  reader: Reader,
  kept: MonthEnd,
  measures: readonly Measure[],
): Promise<Outcome<KeptFigure[]>> => reader.read(keptFigures, asked(kept, measures), { detail: String(kept.id) })

export type Change = 'same' | 'gone' | 'added' | 'otherwise'

export interface KeptLine {
  readonly record: number
  readonly child_id: string
  readonly forename: string
  readonly surname: string
  readonly known_as: string | null
  /** As it was kept; null for a line that was added since. */
  readonly day: Day | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly team: number | null
  /** As it is now; null for a line that is gone. */
  readonly day_now: Day | null
  readonly numerator_now: number | null
  readonly denominator_now: number | null
  readonly team_now: number | null
  readonly change: Change
}

const keptLines = logged<KeptLine>(
  'month-end-children',
  `select record, coalesce(p.child_id, '') as child_id, coalesce(p.forename, '') as forename,
     coalesce(p.surname, '') as surname, p.known_as, day, numerator, denominator, team, day_now, numerator_now,
     denominator_now, team_now, change
   from ${compared} left join person p using (record)
   order by change = 'same', coalesce(day, day_now) desc, record`,
)

/** The children of one measure of a month end, those first of whom something changed since. */
export const childrenKept = (reader: Reader, kept: MonthEnd, measure: Measure): Promise<Outcome<KeptLine[]>> =>
  reader.read(keptLines, asked(kept, [measure]), { detail: `${kept.id} ${measure.id}` })
