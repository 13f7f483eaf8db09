/** Referrals: how many, from whom, decided when and how, and how many of them were the second within a year. */
import { addMonths, type Day } from '../../../core/calendar/index.ts'
import {
  count,
  counted,
  eventsOf,
  type FoundEvent,
  type Measure,
  overdue,
  part,
  rate,
  share,
  timeliness,
} from '../../../core/measures/index.ts'
import type { Folded } from '../../../core/pathway/folded.ts'
import type { Episode } from '../../../core/pathway/history.ts'
import { closedAfterAssessmentOnly } from './closing.ts'

const service = 'children-in-need'
const national = 'Department for Education, characteristics of children in need'
const oneDay = 'Working Together to Safeguard Children: one working day'

type Referral = FoundEvent & { readonly day: Day }

/** A child's referrals in order of day. Several of one child on one day are one referral: the first recorded of them. */
function referralsOf(child: Folded): readonly Referral[] {
  const byDay = new Map<Day, Referral>()
  for (const { episode, event } of eventsOf(child, service, 'referral')) {
    if (event.day === null) continue
    const known = byDay.get(event.day)
    if (known === undefined || event.position < known.event.position)
      byDay.set(event.day, { episode, event, day: event.day })
  }
  return byDay.size < 2 ? [...byDay.values()] : [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

const referrals = count(
  {
    id: 'referrals',
    title: 'Referrals',
    service,
    only: ['referral'],
    numerator: 'referrals to children’s social care, several of one child on one day counted once',
    better: 'neither',
    source: national,
    comparable: { series: 'CPP_Total_NumRef', name: 'Number of referrals to children’s social services' },
    decimals: 0,
  },
  (child) => referralsOf(child).map(({ episode, event, day }) => counted(episode, event.position, day)),
)

const received = {
  service,
  denominator: 'referrals received, by the day of the referral',
  target: null,
  decimals: 1,
} as const

const judged = (
  about: Omit<Parameters<typeof share>[0], keyof typeof received>,
  meets: (episode: Episode) => boolean,
): Measure =>
  share({ ...received, ...about }, (child) =>
    referralsOf(child).map(({ episode, event, day }) => counted(episode, event.position, day, meets(episode))),
  )

/** As table C5 of the statistics groups the codes of the census. */
const sources: readonly {
  readonly id: string
  readonly from: string
  readonly codes: readonly string[]
  readonly series?: string
}[] = [
  { id: 'schools', from: 'schools', codes: ['2A'], series: 'RefBySource_Schl_%' },
  { id: 'police', from: 'the police', codes: ['6'], series: 'RefBySource_Police_%' },
  {
    id: 'health',
    from: 'health services',
    codes: ['3A', '3B', '3C', '3D', '3E', '3F'],
    series: 'RefBySource_HealthServ_%',
  },
  { id: 'individuals', from: 'individuals', codes: ['1A', '1B', '1C', '1D'] },
  { id: 'education-services', from: 'education services', codes: ['2B'] },
  { id: 'housing', from: 'housing', codes: ['4'] },
  { id: 'council-services', from: 'council services', codes: ['5A', '5B', '5C', '5D'] },
  { id: 'courts', from: 'courts and other legal agencies', codes: ['7'] },
  { id: 'others', from: 'other organisations', codes: ['8'] },
  { id: 'anonymous', from: 'people who did not give a name', codes: ['9'] },
  { id: 'unknown', from: 'a source that is not known', codes: ['10'] },
]

export const referralMeasures: readonly Measure[] = [
  referrals,
  rate(referrals, {
    id: 'referrals-rate',
    title: 'Referrals for every 10,000 children',
    better: 'neither',
    source: national,
    comparable: {
      series: 'CPP_Total_Rateper10,000',
      name: 'Referrals to children’s social services per 10,000 children',
    },
  }),
  timeliness(
    service,
    'referralDecision',
    {
      id: 'referrals-decided-1-day',
      title: 'Decisions on referrals within one working day',
      service,
      numerator: 'those made within one working day of the referral',
      denominator: 'decisions on referrals',
      better: 'higher',
      source: oneDay,
      comparable: null,
      target: null,
      decimals: 1,
    },
    // A census does not say when it was decided.
    ({ episode, instance }) =>
      episode.events.some(({ position, values }) => position === instance.metBy && values.decided !== undefined),
  ),
  overdue(service, 'referralDecision', {
    id: 'referrals-overdue',
    title: 'Referrals undecided after one working day',
    service,
    numerator: 'referrals with no decision yet after one working day',
    better: 'lower',
    source: oneDay,
    comparable: null,
    decimals: 0,
  }),
  share(
    {
      id: 're-referrals-12-months',
      title: 'Re-referrals within twelve months',
      service,
      only: ['referral'],
      numerator: 'those that started within twelve months of the start of an earlier referral of the same child',
      denominator: 'referrals started, several of one child on one day counted once',
      better: 'lower',
      source: `${national}: start to start`,
      comparable: { series: 'ReReferral', name: 'Re-referrals to children’s social care within 12 months' },
      target: 24,
      decimals: 1,
    },
    (child) =>
      referralsOf(child).map(({ episode, event, day }, i, all) => {
        const before = all[i - 1]?.day
        return counted(episode, event.position, day, before !== undefined && day <= addMonths(before, 12))
      }),
  ),
  judged(
    {
      id: 'referrals-no-further-action',
      only: ['referral', 'referralDecision'],
      title: 'Referrals with no further action',
      numerator: 'those on which the decision was no further action',
      better: 'neither',
      source: national,
      comparable: { series: 'CIN_Refferals_NFA', name: 'Referrals closed with no further action' },
    },
    (episode) => episode.events.some((one) => one.step === 'referralDecision' && one.values.response === 'none'),
  ),
  judged(
    {
      id: 'referrals-assessed-not-in-need',
      only: ['referral', 'closing'],
      title: 'Referrals assessed and found not to be in need',
      numerator: 'those closed after assessment, with no further action or to early help (RC8, RC9)',
      better: 'neither',
      source: `${national}; children in need census guide, reasons for closure`,
      comparable: {
        series: 'Referrals_AssessedNotNeed',
        name: 'Referrals where the child is assessed but not found to be in need',
      },
    },
    (episode) => closedAfterAssessmentOnly(episode.closingReason ?? undefined),
  ),
  ...sources.map(({ id, from, codes, series }) =>
    part(
      referrals,
      {
        id: `referrals-from-${id}`,
        only: ['referral'],
        title: `Referrals from ${from}`,
        service,
        numerator: `those from ${from} (census codes ${codes.join(', ')})`,
        family: 'Source of referral',
        better: 'neither',
        source: `${national}: source of referral`,
        comparable: series === undefined ? null : { series, name: `Referrals by source: ${from}` },
        decimals: 1,
      },
      (child) =>
        referralsOf(child)
          .filter(({ event }) => codes.includes(String(event.values.source)))
          .map(({ episode, event, day }) => counted(episode, event.position, day)),
    ),
  ),
]
