import { addMonths, type Day } from '../../../core/calendar/index.ts'
import { proportion, stock, timeliness } from '../../../core/measures/index.ts'
import type { Folded } from '../../../core/pathway/folded.ts'

const assessments = {
  service: 'children-in-need',
  denominator: 'assessments authorised',
  better: 'higher',
  target: 85,
  decimals: 1,
} as const

export const childrenInNeedMeasures = [
  timeliness('children-in-need', 'assessment', {
    ...assessments,
    id: 'assessments-45-from-referral',
    title: 'Assessments authorised within 45 working days of referral',
    numerator: 'those authorised within 45 working days of the referral',
    source: 'Working Together to Safeguard Children: from the point of referral',
    comparable: null,
  }),
  timeliness('children-in-need', 'assessmentFromStart', {
    ...assessments,
    id: 'assessments-45-from-start',
    title: 'Assessments authorised within 45 working days of their start',
    numerator: 'those authorised within 45 working days of their start',
    source: 'Department for Education, characteristics of children in need: from the start of the assessment',
    comparable: { series: 'Continue_Assess_Comp', name: 'Continuous assessments completed within 45 working days' },
  }),
  proportion('children-in-need', 'referral', isReReferral, {
    id: 're-referrals-12-months',
    title: 'Re-referrals within twelve months',
    service: 'children-in-need',
    numerator: 'those that started within twelve months of the start of an earlier referral of the same child',
    denominator: 'referrals started',
    better: 'lower',
    source: 'Department for Education, characteristics of children in need: start to start',
    comparable: { series: 'ReReferral', name: 'Re-referrals to children’s social care within 12 months' },
    target: 24,
    decimals: 1,
  }),
  stock('children-in-need', 'planOpen', {
    id: 'children-with-in-need-plans',
    title: 'Children with a child in need plan',
    service: 'children-in-need',
    numerator: 'children with an open child in need plan',
    better: 'lower',
    source: 'Local: children in need statistics count every open referral, plans apart are not published',
    comparable: null,
    decimals: 0,
  }),
]

/** Several referrals of one child on one day are one referral: only the first of them counts. */
function isReReferral(
  event: { readonly day: Day | null; readonly position: number },
  child: Folded,
): boolean | undefined {
  const { day } = event
  if (day === null) return undefined
  const starts = child.history.episodes
    .filter((episode) => episode.pathway === 'children-in-need')
    .flatMap((episode) => episode.events.filter((one) => one.step === 'referral' && one.day !== null))
  if (starts.some((one) => one.day === day && one.position < event.position)) return undefined
  return starts.some((one) => one.day !== null && one.day < day && day <= addMonths(one.day, 12))
}
