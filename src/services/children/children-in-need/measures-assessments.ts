/** Assessments: in how many working days, what they found, and what came of them. They count when they are authorised. */
import {
  count,
  counted,
  type Measure,
  overdue,
  part,
  proportionSigned,
  rate,
  signed,
  timeliness,
} from '../../../core/measures/index.ts'
import { assessmentFactors } from '../code-lists.ts'
import { closedAfterAssessmentOnly } from './closing.ts'

const service = 'children-in-need'
const national = 'Department for Education, characteristics of children in need'

/** What an assessment says is in its own answers; a measure that reads more names it. */
const only = ['assessment']
const authorised = { service, only, denominator: 'assessments authorised', decimals: 1 } as const
const inTime = { service, denominator: authorised.denominator, decimals: 1, better: 'higher', target: 85 } as const

const assessments = count(
  {
    id: 'assessments',
    title: 'Assessments',
    service,
    only,
    numerator: 'assessments authorised',
    better: 'neither',
    source: national,
    comparable: null,
    decimals: 0,
  },
  (child) =>
    signed(child, service, 'assessment').map(({ episode, event, day }) => counted(episode, event.position, day)),
)

const noFactors = '21'
const factorsIn = (values: { readonly factors?: unknown }): readonly unknown[] =>
  Array.isArray(values.factors) ? values.factors : []

const withFactors = count(
  {
    id: 'assessments-with-factors',
    title: 'Assessments that identified factors',
    service,
    only,
    numerator: 'assessments authorised that identified at least one factor',
    better: 'neither',
    source: `${national}: factors identified at the end of assessment`,
    comparable: null,
    decimals: 0,
  },
  (child) =>
    signed(child, service, 'assessment')
      .filter(({ event }) => factorsIn(event.values).some((code) => code !== noFactors))
      .map(({ episode, event, day }) => counted(episode, event.position, day)),
)

const factorMeasures = Object.entries(assessmentFactors)
  .filter(([code]) => code !== noFactors)
  .map(([code, name]): Measure => {
    const label = typeof name === 'string' ? name : name.label
    const until = typeof name !== 'string' && 'until' in name ? ', until 31 March 2021' : ''
    return part(
      withFactors,
      {
        id: `factor-${code.toLowerCase()}`,
        only,
        title: `Factor ${code}: ${label}${until}`,
        service,
        numerator: `those that identified factor ${code}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
        family: 'Factors at the end of assessment',
        better: 'neither',
        source: `${national}: factors identified at the end of assessment; children in need census guide`,
        comparable: null,
        decimals: 1,
      },
      (child) =>
        signed(child, service, 'assessment')
          .filter(({ event }) => factorsIn(event.values).includes(code))
          .map(({ episode, event, day }) => counted(episode, event.position, day)),
    )
  })

export const assessmentMeasures: readonly Measure[] = [
  assessments,
  rate(assessments, {
    id: 'assessments-rate',
    title: 'Assessments for every 10,000 children',
    better: 'neither',
    source: national,
    comparable: null,
  }),
  timeliness(service, 'assessmentFromStart', {
    ...inTime,
    id: 'assessments-45-from-start',
    title: 'Assessments within 45 working days of their start (national definition)',
    numerator: 'those authorised within 45 working days of their start',
    source: `${national}, the national definition: from the start of the assessment`,
    comparable: { series: 'Continue_Assess_Comp', name: 'Continuous assessments completed within 45 working days' },
  }),
  timeliness(service, 'assessment', {
    ...inTime,
    id: 'assessments-45-from-referral',
    title: 'Assessments within 45 working days of referral',
    numerator: 'those authorised within 45 working days of the referral',
    source: 'Working Together to Safeguard Children: from the point of referral. Not the national definition',
    comparable: null,
  }),
  overdue(service, 'assessment', {
    id: 'assessments-overdue',
    title: 'Assessments open after 45 working days',
    service,
    numerator: 'referrals whose assessment is not authorised 45 working days after the referral',
    better: 'lower',
    source: 'Working Together to Safeguard Children: from the point of referral',
    comparable: null,
    decimals: 0,
  }),
  proportionSigned(
    service,
    'assessment',
    (_, _child, { closingReason }) => closedAfterAssessmentOnly(closingReason ?? undefined),
    {
      ...authorised,
      id: 'assessments-no-further-action',
      only: [...only, 'closing'],
      title: 'Assessments after which the case closed',
      numerator: 'those after which the case closed, with no further action or to early help (RC8, RC9)',
      better: 'neither',
      source: 'Children in need census guide, reasons for closure',
      comparable: null,
      target: null,
    },
  ),
  proportionSigned(
    service,
    'assessment',
    ({ values }) => (values.seen === undefined ? undefined : values.seen === 'yes'),
    {
      ...authorised,
      id: 'assessments-child-seen',
      title: 'Assessments at which the child was seen',
      numerator: 'those at which the child was seen',
      better: 'higher',
      source: 'Working Together to Safeguard Children: the child is seen; no limit is laid down',
      comparable: null,
      target: null,
    },
  ),
  withFactors,
  ...factorMeasures,
]
