/**
 * What the children in need census counts in one year, read from the record's typed columns: referrals, assessments,
 * enquiries, conferences and plans. Days are counted in working days by the same calendar as the clocks.
 */
import { loggedFigures, type Reader } from '../../../core/access/access.ts'
import type { Day, Period } from '../../../core/calendar/index.ts'
import { done, type Outcome } from '../../../core/outcomes.ts'

interface OfChild {
  readonly record: number
  readonly child_id: string
}

export interface Referral extends OfChild {
  readonly day: Day
  readonly source: string | null
  readonly need: string | null
  readonly response: string | null
  /** A second within twelve months. */
  readonly again: boolean
}

const referrals = loggedFigures<Referral>(
  'cin-referrals',
  `select c.record, p.child_id, c.day, l.party as source, coalesce(d.kind, l.kind) as need, d.rating as response,
     coalesce(again.numerator = 1, false) as again
   from contribution c join person p using (record) join listed l on l.record = c.record and l.position = c.key
   left join lateral (select d.kind, d.rating from listed d where d.record = l.record and d.episode = l.episode
     and d.step = 'referralDecision' order by d.position desc limit 1) d on true
   left join contribution again on again.measure = 're-referrals-12-months' and again.record = c.record and again.key = c.key
   where c.measure = 'referrals' and c.day between $4 and $5 order by c.day, c.record`,
)

export interface Assessment extends OfChild {
  readonly started: Day | null
  readonly authorised: Day
  readonly outcome: string | null
  /** Codes by commas. */
  readonly factors: string | null
}

const assessments = loggedFigures<Assessment>(
  'cin-assessments',
  `select c.record, p.child_id, s.day as started, c.day as authorised, l.kind as outcome, l.reference as factors
   from contribution c join person p using (record) join listed l on l.record = c.record and l.position = c.key
   left join lateral (select s.day from listed s where s.record = l.record and s.episode = l.episode
     and s.step = 'assessmentStarted' and s.day <= l.day order by s.day desc, s.position desc limit 1) s on true
   where c.measure = 'assessments' and c.day between $4 and $5 order by c.day, c.record`,
)

export interface Enquiry extends OfChild {
  /** The strategy discussion that began it. */
  readonly started: Day
  /** Null: not authorised by the end of the year. */
  readonly authorised: Day | null
  readonly outcome: string | null
}

const enquiries = loggedFigures<Enquiry>(
  'cin-enquiries',
  `select c.record, p.child_id, c.day as started, done.day as authorised, done.kind as outcome
   from contribution c join person p using (record) join listed l on l.record = c.record and l.position = c.key
   left join lateral (select a.day, e.kind from listed e
     join contribution a on a.measure = 'enquiries-15' and a.record = e.record and a.key = e.position
     where e.record = l.record and e.episode = l.episode and e.step = 'enquiry' and a.day between c.day and $5
     order by a.day limit 1) done on true
   where c.measure = 'section-47-enquiries' and c.day between $4 and $5 order by c.day, c.record`,
)

export interface Conference extends OfChild {
  readonly held: Day
  readonly isTransferIn: boolean
  /** The strategy discussion, or of a transfer in the day we were notified; null where neither is known. */
  readonly from: Day | null
  readonly outcome: string | null
  readonly category: string | null
}

const conferences = loggedFigures<Conference>(
  'cin-conferences',
  `select l.record, p.child_id, l.day as held, l.kind = 'transferIn' as "isTransferIn", f.day as "from",
     l.rating as outcome, l.party as category
   from listed l join person p using (record)
   left join lateral (select f.day from listed f where f.record = l.record and f.episode = l.episode and f.day <= l.day
     and (l.kind = 'transferIn' and f.step = 'transferIn'
       or l.kind <> 'transferIn' and f.step = 'strategyDiscussion' and f.kind = 'enquire')
     order by f.day desc, f.position desc limit 1) f on true
   where l.pathway = 'child-protection' and l.step = 'initialConference' and l.kind is not null
     and l.day between $4 and $5 order by l.day, l.record`,
)

export interface Plan extends OfChild {
  readonly started: Day
  /** Null: still open. A plan that ended after the year is open in it. */
  readonly ended: Day | null
  readonly category: string | null
  readonly latestCategory: string | null
  /** Plans of the same child here that ended before it. */
  readonly earlier: number
  readonly reviews: readonly Day[]
}

/** Plans that were open on any day of the year. */
const plans = loggedFigures<Plan>(
  'cin-plans',
  `select s.record, p.child_id, s.since as started, case when s.until <= $5 then s.until end as ended,
     at_start.party as category, coalesce(latest.party, at_start.party) as "latestCategory",
     (select count(*)::int from episode_state b join episode be using (record, episode)
      where b.record = s.record and be.pathway = 'child-protection' and b.state = 'planOpen' and b.until <= s.since) as earlier,
     array(select r.day from listed r where r.record = s.record and r.episode = s.episode and r.step = 'reviewConference'
       and r.day > s.since and r.day <= least(coalesce(s.until, $5::date), $5::date) order by r.day) as reviews
   from episode_state s join episode e using (record, episode) join person p using (record)
   left join lateral (select c.party from listed c where c.record = s.record and c.episode = s.episode
     and c.step = 'initialConference' and c.day = s.since order by c.position desc limit 1) at_start on true
   left join lateral (select c.party from listed c where c.record = s.record and c.episode = s.episode
     and c.step = 'reviewConference' and c.party is not null and c.day <= $5 order by c.day desc, c.position desc limit 1) latest on true
   where e.pathway = 'child-protection' and s.state = 'planOpen' and s.since <= $5 and (s.until is null or s.until >= $4)
   order by s.since, s.record`,
)

export interface Closing extends OfChild {
  readonly opened: Day
  /** Null: open at the end of the year. */
  readonly closed: Day | null
  readonly reason: string | null
}

/** Referrals that were open on any day of the year and not turned away at once. */
const cases = loggedFigures<Closing>(
  'cin-cases',
  `select e.record, p.child_id, e.opened, case when e.closed <= $5 then e.closed end as closed,
     case when e.closed <= $5 then e.closing_reason end as reason
   from episode e join person p using (record)
   where e.pathway = 'children-in-need' and e.opened <= $5 and (e.closed is null or e.closed >= $4)
     and not exists (select from listed d where d.record = e.record and d.episode = e.episode
       and d.step = 'referralDecision' and d.rating = 'none')
   order by e.opened, e.record`,
)

export interface CinYear {
  /** 1 April to 31 March, or to today in the year that runs. */
  readonly period: Period
  readonly referrals: readonly Referral[]
  readonly assessments: readonly Assessment[]
  readonly enquiries: readonly Enquiry[]
  readonly conferences: readonly Conference[]
  readonly plans: readonly Plan[]
  readonly cases: readonly Closing[]
}

const parts = { referrals, assessments, enquiries, conferences, plans, cases } as const
export type CinPart = keyof typeof parts

/** Reads what a report needs and no more; the parts that it does not name are empty. Problem: `access.denied`. */
export async function readCinYear(
  reader: Reader,
  period: Period,
  needed: readonly CinPart[],
): Promise<Outcome<CinYear>> {
  const span = [period.from, period.to]
  const read = async <Row extends object>(
    part: CinPart,
    ask: () => Promise<Outcome<Row[]>>,
  ): Promise<Outcome<Row[]>> => (needed.includes(part) ? ask() : done([]))
  const about = { detail: period.title }
  const [r, a, e, c, p, k] = await Promise.all([
    read('referrals', () => reader.read(referrals, span, about)),
    read('assessments', () => reader.read(assessments, span, about)),
    read('enquiries', () => reader.read(enquiries, span, about)),
    read('conferences', () => reader.read(conferences, span, about)),
    read('plans', () => reader.read(plans, span, about)),
    read('cases', () => reader.read(cases, span, about)),
  ])
  if (!r.ok) return r
  if (!a.ok) return a
  if (!e.ok) return e
  if (!c.ok) return c
  if (!p.ok) return p
  if (!k.ok) return k
  return done({
    period,
    referrals: r.value,
    assessments: a.value,
    enquiries: e.value,
    conferences: c.value,
    plans: p.value,
    cases: k.value,
  })
}
