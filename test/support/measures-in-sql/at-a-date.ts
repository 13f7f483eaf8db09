/**
 * Each measure at a date, asked of the record in SQL: who is counted from when until when, and in which stretches of that
 * they meet the measure. Written from the words of the definitions, not from their code.
 */

/** From the day after something was due until it was done, fell away, or still. */
const overdue = (
  pathway: string,
  from: string,
  to: string,
  due: string,
  more: { among?: string; ends?: string } = {},
) =>
  `select record, (${due}) + 1 as since, coalesce(met, fell_away) as until from (
    select a.record, a.day, (
      select min(b.counted) from sql_event b where b.record = a.record and b.episode = a.episode and b.step = '${to}'
        and b.standing in ('done', 'authorised') and (b.ordered, b.position) > (a.ordered, a.position)
    ) as met, (
      select min(e.counted) from sql_event e where e.record = a.record and e.episode = a.episode
        and e.standing in ('done', 'authorised') and (e.ordered, e.position) > (a.ordered, a.position)
        and (${more.ends ?? 'false'})
    ) as fell_away
    from sql_event a where a.pathway = '${pathway}' and a.step = '${from}' and a.standing <> 'returned' and ${more.among ?? 'true'}
  ) started`

const closed = "e.step = 'closure' or e.step = 'referralDecision' and e.v ->> 'response' = 'none'"

const plans = (pathway: string, since = 'since') =>
  `select record, (${since})::date as since, until from sql_plan where pathway = '${pathway}'`

/** The plans without the stretches in which something of a recurring clock was overdue. */
const upToDate = (pathway: string, step: string, due: string, field: string | null, answer: string | null) => {
  const text = (value: string | null): string => (value === null ? 'null' : `'${value}'`)
  return `select record, lower(stretch) as since, upper(stretch) as until from (
    select p.record, unnest(datemultirange(daterange(p.since, p.until)) - coalesce(late.ranges, '{}')) as stretch
    from sql_plan p left join lateral (
      select range_agg(daterange((${due})::date + 1, coalesce(met, r.until))) as ranges
      from sql_round('${pathway}', '${step}', ${text(field)}, ${text(answer)}) r
      where r.record = p.record and r.episode = p.episode and r.since = p.since
        and (coalesce(met, r.until) is null or coalesce(met, r.until) > (${due})::date + 1)
    ) late on true where p.pathway = '${pathway}' and (p.until is null or p.until > p.since)
  ) stretches`
}

const reviewDue = "start + case when n = 1 then interval '3 months' else interval '6 months' end"

interface AtDate {
  /** Rows of `record, since, until`. */
  readonly met: string
  /** Of a share; none of a number. */
  readonly all?: string
}

const needs = 'select record, since, until from sql_need'

/** By id. Rates are not here: they are the numbers of another measure. */
export const atDates: Readonly<Record<string, AtDate>> = {
  'contacts-overdue': { met: overdue('mash', 'contact', 'decision', 'sql_due(day, 1)') },
  'referrals-overdue': {
    met: overdue('children-in-need', 'referral', 'referralDecision', 'sql_due(day, 1)', { ends: closed }),
  },
  'assessments-overdue': {
    met: overdue('children-in-need', 'referral', 'assessment', 'sql_due(day, 45)', { ends: closed }),
  },
  'children-in-need': { met: needs },
  'children-in-need-two-years': {
    met: "select record, (since + interval '2 years')::date as since, until from sql_need",
    all: needs,
  },
  'children-with-in-need-plans': { met: plans('children-in-need') },
  'in-need-plans-visited-in-time': {
    met: upToDate('children-in-need', 'visit', 'start + 28', 'seen', 'yes'),
    all: plans('children-in-need'),
  },
  'in-need-plans-reviewed-in-time': {
    met: upToDate('children-in-need', 'planReview', reviewDue, null, null),
    all: plans('children-in-need'),
  },
  'enquiries-overdue': {
    met: overdue('child-protection', 'strategyDiscussion', 'enquiry', 'sql_due(day, 15)', {
      among: "a.v ->> 'decision' = 'enquire'",
      ends: "e.step = 'endedWithoutConference'",
    }),
  },
  'conferences-overdue': {
    met: `select q.record, sql_due(d.day, 15) + 1 as since, (
        select min(e.counted) from sql_event e where e.record = d.record and e.episode = d.episode
          and e.standing in ('done', 'authorised') and (e.ordered, e.position) > (d.ordered, d.position)
          and (e.step = 'initialConference' or e.step = 'enquiry' and e.v ->> 'outcome' in ('childInNeed', 'none')
            or e.step = 'reviewConference' and e.v ->> 'decision' in ('end', 'care')
            or e.step in ('transferredOut', 'endedWithoutConference'))
      ) as until
      from sql_event q join lateral (
        select * from sql_event d where d.record = q.record and d.episode = q.episode and d.step = 'strategyDiscussion'
          and (d.ordered, d.position) < (q.ordered, q.position) order by d.ordered desc, d.position desc limit 1
      ) d on true where q.pathway = 'child-protection' and q.step = 'enquiry' and q.standing <> 'returned'`,
  },
  'children-on-plans': { met: plans('child-protection') },
  'plans-two-years-open': {
    met: plans('child-protection', "since + interval '2 years'"),
    all: plans('child-protection'),
  },
  'children-on-plans-three-months': { met: plans('child-protection', "since + interval '3 months'") },
  'plans-reviewed-in-time': {
    met: `select p.record, (p.since + interval '3 months')::date as since, least(p.until, (
        select min((${reviewDue})::date + 1) from sql_round('child-protection', 'reviewConference', null, null) r
        where r.record = p.record and r.episode = p.episode and r.since = p.since
          and coalesce(met, r.until, 'infinity') > (${reviewDue})::date
      )) as until from sql_plan p where p.pathway = 'child-protection'`,
    all: plans('child-protection', "since + interval '3 months'"),
  },
  'plans-visited-in-time': {
    met: upToDate('child-protection', 'visit', 'sql_due(start, 10)', 'seen', 'yes'),
    all: plans('child-protection'),
  },
}
