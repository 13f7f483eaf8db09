import {
  count,
  counted,
  eventsOf,
  type Measure,
  overdue,
  part,
  proportion,
  rate,
  timeliness,
} from '../../../core/measures/index.ts'
import type { Folded } from '../../../core/pathway/folded.ts'

const service = 'mash'
const local = 'Local policy; the limit is a dated setting'

const contacts = count(
  {
    id: 'contacts',
    title: 'Contacts',
    service,
    numerator: 'contacts received at the front door, one for each child',
    better: 'neither',
    source: 'ADCS Safeguarding Pressures: initial contacts',
    comparable: null,
    decimals: 0,
  },
  (child) =>
    eventsOf(child, service, 'contact').flatMap(({ episode, event }) =>
      event.day === null ? [] : counted(episode, event.position, event.day),
    ),
)

const toReferral = proportion(service, 'decision', (event) => event.values.outcome === 'referral', {
  id: 'contacts-to-referral',
  title: 'Contacts that became referrals',
  service,
  numerator: 'those whose decision was a referral to children’s social care',
  denominator: 'contacts on which a decision was made',
  better: 'neither',
  source: 'ADCS Safeguarding Pressures; local',
  comparable: null,
  target: null,
  decimals: 1,
})

/** The other answers to the same question: with the referrals they make up the whole. */
const otherDecisions = [
  ['contacts-to-early-help', 'earlyHelp', 'Contacts passed to early help', 'those passed to early help'],
  [
    'contacts-to-existing-worker',
    'existing',
    'Contacts passed to the worker who already has the child',
    'those passed to the worker who already has the child',
  ],
  ['contacts-to-advice', 'advice', 'Contacts that ended with advice', 'those that ended with advice and information'],
  ['contacts-no-further-action', 'none', 'Contacts with no further action', 'those with no further action'],
].map(([id = '', outcome, title = '', numerator = '']) =>
  part(
    toReferral,
    {
      id,
      title,
      service,
      numerator,
      family: 'Decision on a contact',
      better: 'neither',
      source: 'ADCS Safeguarding Pressures; local',
      comparable: null,
      decimals: 1,
    },
    (child) => decided(child, outcome),
  ),
)

const decided = (child: Folded, outcome: string | undefined): ReturnType<Measure['contributions']> =>
  eventsOf(child, service, 'decision').flatMap(({ episode, event }) =>
    event.day === null || event.values.outcome !== outcome ? [] : counted(episode, event.position, event.day),
  )

export const mashMeasures: readonly Measure[] = [
  contacts,
  rate(contacts, {
    id: 'contacts-rate',
    title: 'Contacts for every 10,000 children',
    better: 'neither',
    source: 'ADCS Safeguarding Pressures: published for regions and England, not as a series of each council',
    comparable: null,
  }),
  timeliness(service, 'decision', {
    id: 'contacts-decided-in-time',
    title: 'Contacts decided in time',
    service,
    numerator: 'those decided within the council’s own limit',
    denominator: 'contacts on which a decision was made',
    better: 'higher',
    source: local,
    comparable: null,
    target: 95,
    decimals: 1,
  }),
  overdue(service, 'decision', {
    id: 'contacts-overdue',
    title: 'Contacts undecided after their limit',
    service,
    numerator: 'contacts with no decision yet, past the council’s own limit',
    better: 'lower',
    source: local,
    comparable: null,
    decimals: 0,
  }),
  toReferral,
  ...otherDecisions,
  timeliness(service, 'agencyCheck', {
    id: 'agency-checks-in-time',
    title: 'Agency checks answered in time',
    service,
    numerator: 'those answered within the limit of their rating, in hub hours',
    denominator: 'agency checks answered',
    better: 'higher',
    source: 'Local policy of the safeguarding partners; the limits are dated settings',
    comparable: null,
    target: null,
    decimals: 1,
  }),
  timeliness(service, 'handOver', {
    id: 'evening-hand-overs-in-time',
    title: 'Evening hand-overs read in time',
    service,
    numerator: 'those read within the council’s own limit',
    denominator: 'contacts taken by the evening team and read by the hub',
    better: 'higher',
    source: local,
    comparable: null,
    target: null,
    decimals: 1,
  }),
]
