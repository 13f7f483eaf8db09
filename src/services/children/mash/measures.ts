import { proportion, timeliness } from '../../../core/measures/index.ts'

export const mashMeasures = [
  timeliness('mash', 'decision', {
    id: 'contacts-decided-in-time',
    title: 'Contacts decided in time',
    service: 'mash',
    numerator: 'those decided within the council’s own limit',
    denominator: 'contacts on which a decision was made',
    better: 'higher',
    source: 'Local policy; the limit is a dated setting',
    comparable: null,
    target: 95,
    decimals: 1,
  }),
  proportion('mash', 'decision', (event) => event.values.outcome === 'referral', {
    id: 'contacts-to-referral',
    title: 'Contacts that became referrals',
    service: 'mash',
    numerator: 'those whose decision was a referral to children’s social care',
    denominator: 'contacts on which a decision was made',
    better: 'higher',
    source: 'ADCS Safeguarding Pressures; local',
    comparable: null,
    target: null,
    decimals: 1,
  }),
]
