/**
 * The record as an analyst would lay it out to ask SQL of it, from entries and their contents alone: what each event says
 * after corrections, withdrawals and signatures; referrals, plans and time in need; a calendar that numbers working days.
 * Nothing here is a projection of ours, so that what follows from it is a second opinion.
 */
import type pg from 'pg'
import { addDays, type Day, day, englishWorkingDays } from '../../../src/core/calendar/index.ts'
import type { House } from '../../../src/core/pathway/house.ts'

const [firstDay, lastDay] = [day('2005-01-01'), day('2029-12-31')]

const calendar = `
create table sql_calendar (day date primary key, tally integer not null, works boolean not null);
create index on sql_calendar (tally, day);
-- The day on which so many working days have passed since another; the day it runs from is never counted.
create function sql_due(start date, days integer) returns date language sql stable return (
  select min(due.day) from sql_calendar due
  where due.tally = (select tally from sql_calendar where day = start) + days
);
-- The moment at which so many hours of the hub (nine to five on working days) have passed. An urgent one waits for the hub
-- to open and then runs past its closing.
create function sql_hub_due(start timestamptz, hours integer, runs_on boolean) returns timestamptz language sql stable return (
  with opening as (
    select greatest(start, (day + time '09:00') at time zone 'Europe/London') as opens,
      (day + time '17:00') at time zone 'Europe/London' as closes
    from sql_calendar where works and day between (start at time zone 'Europe/London')::date
      and (start at time zone 'Europe/London')::date + 40
  ), running as (
    select opens, closes, sum(closes - opens) over (order by opens) - (closes - opens) as before
    from opening where closes > start
  )
  select min(opens + (make_interval(hours => hours) - before)) from running
  where case when runs_on then before = interval '0' else before < make_interval(hours => hours)
    and before + (closes - opens) >= make_interval(hours => hours) end
);`

const events = `
create table sql_step (pathway text, step text, day_field text, signed boolean, primary key (pathway, step));`

const laidOut = `
create table sql_event as
with gone as (
  select record, target as position from entry where kind = 'withdraw'
), corrected as (
  select distinct on (e.record, e.target, c.body ->> 'field') e.record, e.target, c.body ->> 'field' as field,
    c.body -> 'value' as value
  from entry e join content c using (record, position) where e.kind = 'correct'
  order by e.record, e.target, c.body ->> 'field', e.position desc
), changes as (
  select record, target as position, coalesce(jsonb_object_agg(field, value) filter (where value is not null), '{}') as put,
    coalesce(array_agg(field) filter (where value is null), '{}') as cleared
  from corrected group by 1, 2
), signature as (
  select distinct on (e.record, e.target) e.record, e.target as position, c.body ->> 'decision' as decision,
    (e.recorded at time zone 'Europe/London')::date as day
  from entry e join content c using (record, position) where e.step = 'signOff' and e.kind = 'record'
  order by e.record, e.target, e.position desc
), event as (
  select e.record, e.episode, e.position, e.pathway, e.step, e.recorded, s.signed, s.day_field,
    (c.body || coalesce(x.put, '{}')) - coalesce(x.cleared, '{}') as v, e.day as told, g.decision, g.day as decided
  from entry e join content c using (record, position) join sql_step s using (pathway, step)
  left join changes x using (record, position) left join signature g using (record, position)
  where e.kind = 'record' and (e.record, e.position) not in (select record, position from gone)
    and (e.record, e.episode) not in (select record, position from gone)
), dated as (
  select *, case when length(v ->> day_field) > 10 then ((v ->> day_field)::timestamptz at time zone 'Europe/London')::date
    else (v ->> day_field)::date end as day
  from event
)
select record, episode, position, pathway, step, v, day, recorded,
  coalesce(day, (recorded at time zone 'Europe/London')::date) as ordered,
  case when not signed then 'done' when decision = 'authorise' then 'authorised' when decision is null then 'waiting'
    else 'returned' end as standing,
  case when decision = 'authorise' then decided when not signed then coalesce(day, (recorded at time zone 'Europe/London')::date)
    end as counted
from dated;
create index on sql_event (record, episode, ordered, position);
create index on sql_event (pathway, step);
analyze;

-- Several referrals of one child on one day are one: the first recorded.
create table sql_referral as
select distinct on (record, day) * from sql_event
where pathway = 'children-in-need' and step = 'referral' and day is not null order by record, day, position;

create table sql_case as
select r.record, r.episode, r.ordered as opened, c.ordered as closed, c.v ->> 'reason' as reason,
  exists (select from sql_event d where d.record = r.record and d.episode = r.episode and d.step = 'referralDecision'
    and d.v ->> 'response' = 'none') as turned_away
from (select * from sql_event where pathway = 'children-in-need' and position = episode) r
left join lateral (
  select * from sql_event c where c.record = r.record and c.episode = r.episode and (c.step = 'closure'
    or c.step = 'referralDecision' and c.v ->> 'response' = 'none')
  order by ordered desc, position desc limit 1
) c on true;

create table sql_plan as
with turns as (
  select record, episode, pathway, ordered, position, begins,
    lag(begins) over (partition by record, episode order by ordered, position) as before
  from (
    select *, case when pathway = 'child-protection' and step = 'initialConference' and v ->> 'outcome' = 'plan' then true
      when pathway = 'child-protection' and (step = 'reviewConference' and v ->> 'decision' in ('end', 'care')
        or step = 'endedWithoutConference' and v ->> 'why' in ('eighteen', 'died', 'left', 'notSaid')
        or step = 'transferOut') then false
      when pathway = 'children-in-need' and step = 'plan' then true
      when pathway = 'children-in-need' and step = 'planReview' and v ->> 'decision' = 'end' then false end as begins
    from sql_event
  ) named where begins is not null
)
select t.pathway, t.record, t.episode, t.position, t.ordered as since, coalesce((
  select min(e.ordered) from turns e where e.record = t.record and e.episode = t.episode and not e.begins
    and (e.ordered, e.position) > (t.ordered, t.position)
), c.closed) as until
from turns t left join sql_case c on c.record = t.record and c.episode = t.episode and t.pathway = 'children-in-need'
where t.begins and t.before is not true;

-- Days without a break: ranges that touch or overlap are one.
create table sql_need as
select record, lower(need) as since, upper(need) as until from (
  select record, unnest(range_agg(daterange(since, until))) as need from (
    select record, opened as since, closed as until from sql_case where not turned_away
    union all select record, since, until from sql_plan where pathway = 'child-protection'
  ) spans where until is null or until > since group by record
) needs;

-- What each plan of a recurring clock ran on: the points from which the next was due, one after another, and what met it.
create function sql_round(of_pathway text, of_step text, field text, answer text)
returns table (record integer, episode integer, since date, until date, n bigint, start date, met date) language sql stable
begin atomic
  with met as (
    select p.record, p.episode, p.since, p.until, e.ordered as day,
      row_number() over (partition by p.record, p.position order by e.ordered, e.position) as n
    from sql_plan p join sql_event e on e.record = p.record and e.episode = p.episode and e.step = of_step
      and e.standing in ('done', 'authorised') and (e.ordered, e.position) > (p.since, p.position)
      and (p.until is null or e.ordered <= p.until) and (field is null or e.v ->> field = answer)
    where p.pathway = of_pathway and (p.until is null or p.until > p.since)
  ), last as (
    select p.record, p.episode, p.since, p.until, coalesce(max(m.n), 0) as n, coalesce(max(m.day), p.since) as start
    from sql_plan p left join met m using (record, episode, since) where p.pathway = of_pathway and (p.until is null or p.until > p.since)
    group by 1, 2, 3, 4
  )
  select m.record, m.episode, m.since, m.until, m.n,
    coalesce(lag(m.day) over (partition by m.record, m.episode, m.since order by m.n), m.since), m.day from met m
  union all
  select l.record, l.episode, l.since, l.until, l.n + 1, l.start, null from last l
  where l.until is null or l.start < l.until;
end;
analyze;`

/** Makes these tables and functions in a database that holds a record. */
export async function layOut(pool: pg.Pool, house: House): Promise<void> {
  await pool.query(calendar)
  const [days, tallies, works]: [Day[], number[], boolean[]] = [[], [], []]
  let tally = 0
  for (let on = firstDay; on <= lastDay; on = addDays(on, 1)) {
    const isWorking = englishWorkingDays.isWorkingDay(on)
    if (isWorking) tally++
    days.push(on)
    tallies.push(tally)
    works.push(isWorking)
  }
  await pool.query('insert into sql_calendar select * from unnest($1::date[], $2::integer[], $3::boolean[])', [
    days,
    tallies,
    works,
  ])
  await pool.query('analyze sql_calendar')
  await pool.query(events)
  const steps = house.pathways.flatMap(({ id, steps }) =>
    Object.entries(steps).map(
      ([name, { on, authorisedBy }]) => [id, name, on ?? null, authorisedBy !== undefined] as const,
    ),
  )
  await pool.query('insert into sql_step select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[])', [
    ...[0, 1, 2, 3].map((column) => steps.map((row) => row[column])),
  ])
  await pool.query(laidOut)
}
