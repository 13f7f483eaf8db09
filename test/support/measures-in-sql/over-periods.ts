/**
 * Each measure over a period, asked of the record in SQL: a row for each that counts, with its day and whether it meets the
 * measure. Written from the words of the definitions, not from their code.
 */
import { assessmentFactors, categoriesOfAbuse } from '../../../src/services/children/code-lists.ts'

/** Events of one step on their own day. */
const events = (pathway: string, step: string, met: string, among = 'true') =>
  `select day, (${met}) as met from sql_event where pathway = '${pathway}' and step = '${step}' and day is not null and ${among}`

/** Events of one step on the day they were signed. */
const signed = (pathway: string, step: string, met: string, among = 'true') =>
  `select counted as day, (${met}) as met from sql_event
   where pathway = '${pathway}' and step = '${step}' and standing = 'authorised' and ${among}`

/** From each event of a step to the first of another in the same episode that comes after it. */
const firstAfter = (pathway: string, from: string, to: string, more: { from?: string; to?: string } = {}) =>
  `select a.*, b.counted as met_on, b.v as met_v, b.recorded as met_at from sql_event a join lateral (
     select * from sql_event b where b.record = a.record and b.episode = a.episode and b.step = '${to}'
       and b.standing in ('done', 'authorised') and (b.ordered, b.position) > (a.ordered, a.position) and ${more.to ?? 'true'}
     order by b.ordered, b.position limit 1
   ) b on true where a.pathway = '${pathway}' and a.step = '${from}' and ${more.from ?? 'true'}`

/** Assessments that met a clock, each counted once and by the last start before it that no other assessment met. */
const assessedFrom = (from: string) =>
  `select met_on as day, met_on <= sql_due(day, 45) as met from (${firstAfter('children-in-need', from, 'assessment')}) met`

const contactDecision = (outcome: string) => events('mash', 'decision', `v ->> 'outcome' = '${outcome}'`)

const referral = (met: string) => `select day, (${met}) as met from sql_referral r`
const referralFrom = (...codes: string[]) =>
  referral(`v ->> 'source' in (${codes.map((code) => `'${code}'`).join(', ')})`)

/** The strategy discussion that led to each enquiry, and to the conference after it. */
const discussionBefore = `(select d.day from sql_event d where d.record = q.record and d.episode = q.episode
    and d.step = 'strategyDiscussion' and (d.ordered, d.position) < (q.ordered, q.position)
  order by d.ordered desc, d.position desc limit 1)`

const enquiry = (met: string) => signed('child-protection', 'enquiry', met)

const conference = (met: string, among = "v ->> 'kind' in ('initial', 'preBirth')") =>
  events('child-protection', 'initialConference', met, among)
const planStarted = (met: string) => conference(met, "v ->> 'outcome' = 'plan'")

const endedBefore = (limit: string) =>
  `exists (select from sql_plan p where p.record = sql_event.record and p.pathway = 'child-protection'
     and p.until <= sql_event.day and ${limit})`

const planEnded = (met: string) =>
  `select until as day, (${met}) as met from sql_plan where pathway = 'child-protection' and until is not null`

const round = (pathway: string, step: string, due: string) =>
  `select met as day, met <= (${due}) as met from sql_round('${pathway}', '${step}', null, null) where met is not null`

const hasFactor = `exists (select from jsonb_array_elements_text(v -> 'factors') f where f <> '21')`

/** By id. Rates are not here: they are the counts of another measure. */
export const overPeriods: Readonly<Record<string, string>> = {
  contacts: events('mash', 'contact', 'true'),
  'contacts-decided-in-time': `select met_on as day, met_on <= sql_due(day, 1) as met
    from (${firstAfter('mash', 'contact', 'decision')}) decided`,
  'contacts-to-referral': contactDecision('referral'),
  'contacts-to-early-help': contactDecision('earlyHelp'),
  'contacts-to-existing-worker': contactDecision('existing'),
  'contacts-to-advice': contactDecision('advice'),
  'contacts-no-further-action': contactDecision('none'),
  'agency-checks-in-time': `select (answered at time zone 'Europe/London')::date as day, answered <= sql_hub_due(requested,
      case rating when 'red' then 4 when 'amber' then 24 else 72 end, rating = 'red') as met
    from (select (v ->> 'requested')::timestamptz as requested, v ->> 'rating' as rating,
      (met_v ->> 'answered')::timestamptz as answered
      from (${firstAfter('mash', 'agencyCheck', 'agencyReply', { to: "b.v ->> 'agency' = a.v ->> 'agency'" })}) answered) checks`,
  'evening-hand-overs-in-time': `select (read at time zone 'Europe/London')::date as day,
      read <= (v ->> 'received')::timestamptz + interval '16 hours' as met
    from (select *, (met_v ->> 'read')::timestamptz as read
      from (${firstAfter('mash', 'contact', 'handOverRead', { from: "a.v ->> 'takenBy' = 'evening'" })}) found) hand_overs`,

  referrals: referral('true'),
  'referrals-decided-1-day': `select met_on as day, met_on <= sql_due(day, 1) as met
    from (${firstAfter('children-in-need', 'referral', 'referralDecision')}) decided`,
  're-referrals-12-months': referral(`exists (select from sql_referral b where b.record = r.record and b.day < r.day
    and r.day <= b.day + interval '12 months')`),
  'referrals-no-further-action': referral(
    'exists (select from sql_case c where c.record = r.record and c.episode = r.episode and c.turned_away)',
  ),
  'referrals-assessed-not-in-need': referral(
    `exists (select from sql_case c where c.record = r.record and c.episode = r.episode and c.reason in ('RC8', 'RC9'))`,
  ),
  'referrals-from-schools': referralFrom('2A'),
  'referrals-from-police': referralFrom('6'),
  'referrals-from-health': referralFrom('3A', '3B', '3C', '3D', '3E', '3F'),
  'referrals-from-individuals': referralFrom('1A', '1B', '1C', '1D'),
  'referrals-from-education-services': referralFrom('2B'),
  'referrals-from-housing': referralFrom('4'),
  'referrals-from-council-services': referralFrom('5A', '5B', '5C', '5D'),
  'referrals-from-courts': referralFrom('7'),
  'referrals-from-others': referralFrom('8'),
  'referrals-from-anonymous': referralFrom('9'),
  'referrals-from-unknown': referralFrom('10'),

  assessments: signed('children-in-need', 'assessment', 'true'),
  'assessments-45-from-start': assessedFrom('assessmentStarted'),
  'assessments-45-from-referral': assessedFrom('referral'),
  'assessments-no-further-action': signed(
    'children-in-need',
    'assessment',
    `exists (select from sql_case c where c.record = sql_event.record and c.episode = sql_event.episode
      and c.reason in ('RC8', 'RC9'))`,
  ),
  'assessments-child-seen': signed('children-in-need', 'assessment', "v ->> 'seen' = 'yes'"),
  'assessments-with-factors': signed('children-in-need', 'assessment', 'true', hasFactor),
  ...Object.fromEntries(
    Object.keys(assessmentFactors)
      .filter((code) => code !== '21')
      .map((code) => [
        `factor-${code.toLowerCase()}`,
        signed('children-in-need', 'assessment', `v -> 'factors' ? '${code}'`, hasFactor),
      ]),
  ),
  'children-in-need-ended-two-years': `select until as day, until >= since + interval '2 years' as met
    from sql_need where until is not null`,

  'strategy-discussions-to-enquiry': events('child-protection', 'strategyDiscussion', "v ->> 'decision' = 'enquire'"),
  'section-47-enquiries': events(
    'child-protection',
    'strategyDiscussion',
    'true',
    `v ->> 'decision' = 'enquire' and not exists (
      select from sql_event later where later.record = sql_event.record and later.episode = sql_event.episode
        and later.step = 'strategyDiscussion' and later.v ->> 'decision' = 'enquire'
        and (later.ordered, later.position) > (sql_event.ordered, sql_event.position)
        and not exists (select from sql_event q where q.record = later.record and q.episode = later.episode
          and q.step = 'enquiry' and q.standing <> 'returned'
          and (q.ordered, q.position) between (sql_event.ordered, sql_event.position) and (later.ordered, later.position)))`,
  ),
  'enquiries-15': `select counted as day, counted <= sql_due(discussed, 15) as met from (
    select q.counted, ${discussionBefore} as discussed from sql_event q
    where q.pathway = 'child-protection' and q.step = 'enquiry' and q.standing = 'authorised') led`,
  'enquiries-to-conference': enquiry("v ->> 'outcome' = 'conference'"),
  'enquiries-child-seen': enquiry("v ->> 'seen' = 'yes'"),

  'initial-conferences': conference('true'),
  'initial-conferences-15': `select held as day, held <= sql_due(discussed, 15) as met from (
    select i.day as held, (select ${discussionBefore} from sql_event q where q.record = i.record and q.episode = i.episode
      and q.step = 'enquiry' and q.standing <> 'returned' and (q.ordered, q.position) < (i.ordered, i.position)
      order by q.ordered desc, q.position desc limit 1) as discussed
    from sql_event i where i.pathway = 'child-protection' and i.step = 'initialConference') led where discussed is not null`,
  'transfer-in-conferences-15': `select met_on as day, met_on <= sql_due(day, 15) as met
    from (${firstAfter('child-protection', 'transferIn', 'initialConference')}) transferred`,
  'conferences-to-plans': conference("v ->> 'outcome' = 'plan'", "v ? 'kind'"),
  'conferences-after-family-group-conference': conference(`exists (select from sql_event f
    where f.record = sql_event.record and f.pathway = 'family-group-conference' and f.step = 'conference'
      and f.day <= sql_event.day and sql_event.day <= f.day + interval '12 months')`),
  'conference-decisions-sent-in-time': `select met_on as day, met_on <= sql_due(day, 1) as met from (${firstAfter(
    'child-protection',
    'initialConference',
    'recordSent',
    { from: "a.v ->> 'outcome' = 'plan'", to: "b.v ->> 'what' = 'decisions'" },
  )}) sent`,

  'plans-started': planStarted('true'),
  'plans-started-neglect': planStarted("v ->> 'category' = 'NEG'"),
  'plans-started-physical-abuse': planStarted("v ->> 'category' = 'PHY'"),
  'plans-started-sexual-abuse': planStarted("v ->> 'category' = 'SAB'"),
  'plans-started-emotional-abuse': planStarted("v ->> 'category' = 'EMO'"),
  'plans-started-multiple': planStarted(
    `v ->> 'category' not in (${Object.keys(categoriesOfAbuse)
      .filter((code) => code !== 'MUL')
      .map((code) => `'${code}'`)
      .join(', ')})`,
  ),
  'repeat-plans-12-months': planStarted(endedBefore("sql_event.day <= p.until + interval '12 months'")),
  'repeat-plans-2-years': planStarted(endedBefore("sql_event.day <= p.until + interval '24 months'")),
  'repeat-plans-ever': planStarted(`(v ->> 'previousPlans')::integer > 0 is true or ${endedBefore('true')}`),
  'plans-ended': planEnded('true'),
  'plans-two-years-ended': planEnded("until >= since + interval '2 years'"),
  'review-conferences-in-time': round(
    'child-protection',
    'reviewConference',
    "start + case when n = 1 then interval '3 months' else interval '6 months' end",
  ),
  'core-groups-in-time': round(
    'child-protection',
    'coreGroup',
    'case when n = 1 then sql_due(start, 10) else start + 42 end',
  ),
  'plan-visits-seen-alone': events(
    'child-protection',
    'visit',
    "v ->> 'alone' = 'yes' is true",
    `exists (select from sql_plan p where p.record = sql_event.record and p.episode = sql_event.episode
      and p.since <= sql_event.day and (p.until is null or sql_event.day <= p.until))`,
  ),

  'family-group-conferences-accepted': events('family-group-conference', 'offer', "v ->> 'answer' = 'accepted'"),
  'family-group-conferences-in-time': `select met_on as day, met_on <= sql_due(day, 30) as met from (${firstAfter(
    'family-group-conference',
    'offer',
    'conference',
    { from: "a.v ->> 'answer' = 'accepted'" },
  )}) held`,
  'family-plans-agreed': events('family-group-conference', 'conference', "v ->> 'agreed' = 'yes'"),
}
