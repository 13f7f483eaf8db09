/**
 * The measure "assessments authorised within 45 working days of referral" as an analyst would ask it of the record
 * itself: from entries and their contents, with corrections, withdrawals and signatures, by month of authorisation.
 */
import type pg from 'pg'
import { addDays, type Day, day, englishWorkingDays } from '../../src/core/calendar/index.ts'

export interface MonthOfMeasure {
  readonly month: Day
  readonly numerator: number
  readonly denominator: number
}

const [firstDay, lastDay] = [day('2009-01-01'), day('2028-12-31')]

/** A calendar table: for every day the number of working days up to and with it. */
export async function makeCalendarTable(pool: pg.Pool): Promise<void> {
  const days: Day[] = []
  const tallies: number[] = []
  let tally = 0
  for (let on = firstDay; on <= lastDay; on = addDays(on, 1)) {
    if (englishWorkingDays.isWorkingDay(on)) tally++
    days.push(on)
    tallies.push(tally)
  }
  await pool.query('create table bench_calendar (day date primary key, tally integer not null)')
  await pool.query('insert into bench_calendar select * from unnest($1::date[], $2::integer[])', [days, tallies])
  await pool.query('vacuum analyze bench_calendar')
}

/** Due on the 45th working day, so met in time when fewer than 45 of them lie between the two days. */
export const fromTheRecord = `with withdrawn as (
  select record, target from entry where pathway = 'children-in-need' and kind = 'withdraw'
), corrected as (
  select distinct on (e.record, e.target) e.record, e.target, (c.body ->> 'value')::date as received
  from entry e join content c using (record, position)
  where e.pathway = 'children-in-need' and e.kind = 'correct' and c.body ->> 'field' = 'received'
  order by e.record, e.target, e.position desc
), referral as (
  select e.record, e.episode, e.position, coalesce(x.received, (c.body ->> 'received')::date) as received
  from entry e join content c using (record, position)
  left join corrected x on x.record = e.record and x.target = e.position
  where e.pathway = 'children-in-need' and e.step = 'referral' and e.kind = 'record'
    and not exists (select from withdrawn w where w.record = e.record and w.target = e.position)
), signed as (
  select distinct on (e.record, e.target) e.record, e.target, c.body ->> 'decision' as decision,
    (e.recorded at time zone 'Europe/London')::date as day
  from entry e join content c using (record, position)
  where e.pathway = 'children-in-need' and e.step = 'signOff' and e.kind = 'record'
  order by e.record, e.target, e.position desc
), assessment as (
  select e.record, e.episode, e.position, e.day, s.day as authorised
  from entry e join signed s on s.record = e.record and s.target = e.position and s.decision = 'authorise'
  where e.pathway = 'children-in-need' and e.step = 'assessment' and e.kind = 'record'
    and not exists (select from withdrawn w where w.record = e.record and w.target = e.position)
), met as (
  select distinct on (r.record, r.position) r.received, a.authorised
  from referral r join assessment a using (record, episode)
  where a.day > r.received or (a.day = r.received and a.position > r.position)
  order by r.record, r.position, a.day, a.position
)
select date_trunc('month', authorised)::date as month, count(*)::integer as denominator,
  (count(*) filter (where before.tally - start.tally < 45))::integer as numerator
from met join bench_calendar start on start.day = received join bench_calendar before on before.day = authorised - 1
group by 1 order by 1`

export const fromContributions = `select date_trunc('month', day)::date as month, sum(denominator)::integer as denominator,
  sum(numerator)::integer as numerator
from contribution where measure = 'assessments-45-from-referral' group by 1 order by 1`

/** Reads both and throws where they differ. */
export async function compareAnswers(pool: pg.Pool): Promise<{ numerator: number; denominator: number }> {
  const record = (await pool.query<MonthOfMeasure>(fromTheRecord)).rows
  const live = (await pool.query<MonthOfMeasure>(fromContributions)).rows
  if (live.length === 0) throw new Error('The city holds no authorised assessment: choose a larger size')
  const byMonth = new Map(record.map((one) => [one.month, one]))
  for (const { month, numerator, denominator } of live) {
    const asked = byMonth.get(month)
    if (asked?.numerator !== numerator || asked.denominator !== denominator)
      throw new Error(
        `${month}: ${numerator} of ${denominator} by contributions, ${asked?.numerator} of ${asked?.denominator} by SQL over the record`,
      )
  }
  if (record.length !== live.length) throw new Error('SQL over the record finds other months than the contributions')
  const total = (key: 'numerator' | 'denominator') => live.reduce((sum, one) => sum + one[key], 0)
  return { numerator: total('numerator'), denominator: total('denominator') }
}
