/** A referral of a census and what stands in it: the decision, assessments, children in need plans, the closure. */
import type { Day } from '../../core/calendar/index.ts'
import type { ChildInNeed } from '../../returns/cin-census/facts.ts'
import type { CinCensus } from '../../returns/cin-census/layout.ts'
import { inside } from '../../returns/engine/child.ts'
import type { Row } from '../../returns/engine/layout.ts'
import { childrenInNeed } from '../../services/children/children-in-need/index.ts'
import type { NoLonger, Told } from '../told.ts'
import { type Cells, given, isYes } from './cells.ts'
import { mayHaveMoved, type Period, signedOn, within } from './period.ts'
import { isOpenOn, type Plan } from './plan-told.ts'

const { referral, closure, assessment } = childrenInNeed.steps
const pathway = 'children-in-need'

type Details = Row<CinCensus, 'CINdetails'>

/** A referral with what stands in it; `from` is what a child protection episode grew out of. */
export interface NeedTold {
  readonly told: readonly Told[]
  readonly noLonger: readonly NoLonger[]
  readonly opened: Told
  readonly received: Day
  readonly closed: Day | undefined
}

interface Context {
  readonly child: ChildInNeed
  /** Child protection plans, on which no referral closes. */
  readonly plans: readonly Plan[]
  readonly period: Period
  /** The days of the referrals told of so far. */
  readonly seen: Set<Day>
  readonly cells: Cells
}

interface Known {
  readonly opened: Told
  readonly received: Day
  readonly closed: Day | undefined
}

/** undefined where the referral has no date: then nothing that stands in it can be placed. */
export function needTold({ child, plans, period, seen, cells }: Context, row: Details): NeedTold | undefined {
  const received = cells.dayOnce(row, 'CINreferralDate', seen)
  if (received === undefined) return undefined
  const closed = cells.dayFrom(row, 'CINclosureDate', received, 'the referral')
  const opened = referralTold(child, row, received, period, cells)
  const known: Known = { opened, received, closed }
  const noFurther = isYes(row, 'ReferralNFA')
  const told: Told[] = [opened, decisionTold(row, known, noFurther)]
  const noLonger: NoLonger[] = []
  for (const one of inside(row, child.Assessments)) told.push(...assessmentTold(child, one, known, cells))
  noLonger.push({
    on: opened,
    step: 'assessment',
    which: (event) => within(period, event.day) && !authorised(child, row).has(signedOn(event) ?? ''),
  })
  for (const one of inside(row, child.CINplanDates)) told.push(...planTold(one, known, cells))
  const planEnds = new Set(inside(row, child.CINplanDates).map((one) => one.text('CINPlanEndDate')))
  noLonger.push({
    on: opened,
    step: 'planReview',
    which: ({ day, values }) => values.decision === 'end' && within(period, day) && !planEnds.has(day ?? ''),
  })
  // A referral with no further action closes with its decision.
  if (closed !== undefined && !noFurther) told.push(...closureTold(row, known, closed, { plans, cells }))
  if (closed === undefined) noLonger.push({ on: opened, step: 'closure', which: () => true })
  return { told, noLonger, ...known }
}

function referralTold(child: ChildInNeed, row: Details, received: Day, period: Period, cells: Cells): Told {
  const all = new Set(child.CINdetails.map((one) => one.text('CINreferralDate')))
  if (row.blank('ReferralSource')) cells.fault(row, 'ReferralSource', 'The source of the referral is missing.')
  return {
    pathway,
    step: 'referral',
    day: received,
    values: given({
      received,
      source: cells.code(row, 'ReferralSource', referral.fields.source),
      need: cells.code(row, 'PrimaryNeedCode', referral.fields.need),
    }),
    same: ({ step, day }) => step === 'referral' && day === received,
    moved: {
      field: 'received',
      from: (event, episode) =>
        event.step === 'referral' && !all.has(event.day ?? '') && mayHaveMoved(period, received, event, episode),
    },
    corrects: ['source', 'need'],
    place: { table: row.table, row: row.row },
    columns: { received: 'CINreferralDate', source: 'ReferralSource', need: 'PrimaryNeedCode' },
  }
}

/** A census says only that nothing further was done, or that something was: then a social worker was to assess. */
function decisionTold(row: Details, { opened, received, closed }: Known, noFurther: boolean): Told {
  const { need } = opened.values
  return {
    pathway,
    on: opened,
    step: 'referralDecision',
    day: noFurther ? (closed ?? received) : received,
    values: given({ response: noFurther ? 'none' : 'assess', need }),
    same: ({ step }) => step === 'referralDecision',
    corrects: ['response', 'need'],
    place: { table: row.table, row: row.row },
    columns: { response: 'ReferralNFA', need: 'PrimaryNeedCode' },
  }
}

const authorised = (child: ChildInNeed, row: Details): Set<string> =>
  new Set(inside(row, child.Assessments).map((one) => one.text('AssessmentAuthorisationDate')))

function assessmentTold(
  child: ChildInNeed,
  row: Row<CinCensus, 'Assessments'>,
  { opened, received, closed }: Known,
  cells: Cells,
): Told[] {
  const started = cells.dayNeeded(row, 'AssessmentActualStartDate')
  if (started === undefined) return []
  if (isOutside(row, 'AssessmentActualStartDate', started, { received, closed }, cells)) return []
  const about = {
    pathway,
    on: opened,
    place: { table: row.table, row: row.row },
    columns: {
      started: 'AssessmentActualStartDate',
      reviewBy: 'AssessmentInternalReviewDate',
      factors: 'AssessmentFactors',
    },
  } as const
  const told: Told[] = [
    {
      ...about,
      step: 'assessmentStarted',
      day: started,
      values: given({
        started,
        reviewBy: cells.dayFrom(row, 'AssessmentInternalReviewDate', started, 'the start of the assessment'),
      }),
      same: ({ step, values }) => step === 'assessmentStarted' && values.started === started,
      corrects: ['reviewBy'],
    },
  ]
  const signed = cells.dayFrom(row, 'AssessmentAuthorisationDate', started, 'the start of the assessment')
  if (signed === undefined || isOutside(row, 'AssessmentAuthorisationDate', signed, { received, closed }, cells))
    return told
  const list = inside(row, child.AssessmentFactorsList)
  told.push({
    ...about,
    step: 'assessment',
    day: signed,
    signed,
    values: given({ factors: cells.codes(list, 'AssessmentFactor', assessment.fields.factors, signed) }),
    same: (event) => event.step === 'assessment' && signedOn(event) === signed,
    corrects: ['factors'],
  })
  return told
}

function planTold(row: Row<CinCensus, 'CINplanDates'>, { opened, received, closed }: Known, cells: Cells): Told[] {
  const started = cells.dayNeeded(row, 'CINPlanStartDate')
  if (started === undefined) return []
  if (isOutside(row, 'CINPlanStartDate', started, { received, closed }, cells)) return []
  const about = {
    pathway,
    on: opened,
    place: { table: row.table, row: row.row },
    columns: { started: 'CINPlanStartDate', decision: 'CINPlanEndDate' },
    corrects: [],
  } as const
  const told: Told[] = [
    {
      ...about,
      step: 'plan',
      day: started,
      values: { started },
      same: ({ step, values }) => step === 'plan' && values.started === started,
    },
  ]
  const ended = cells.dayFrom(row, 'CINPlanEndDate', started, 'the start of the plan')
  if (ended === undefined || isOutside(row, 'CINPlanEndDate', ended, { received, closed }, cells)) return told
  told.push({
    ...about,
    step: 'planReview',
    day: ended,
    values: { decision: 'end' },
    same: ({ step, values, day }) => step === 'planReview' && values.decision === 'end' && day === ended,
  })
  return told
}

function closureTold(
  row: Details,
  { opened }: Known,
  closed: Day,
  { plans, cells }: Pick<Context, 'plans' | 'cells'>,
): Told[] {
  const reason = cells.code(row, 'ReasonForClosure', closure.fields.reason)
  if (reason === undefined) {
    if (row.blank('ReasonForClosure'))
      cells.fault(row, 'ReasonForClosure', 'A closure needs a reason. It was not loaded.')
    return []
  }
  const plan = reason === 'RC2' ? undefined : plans.find((one) => isOpenOn(one, closed))
  if (plan) {
    const until = plan.ended === undefined ? 'has no end' : `ended on ${plan.ended}`
    cells.fault(
      row,
      'CINclosureDate',
      `A child protection plan was open on ${closed} (it ${until}). Put one of them right.`,
    )
    return []
  }
  return [
    {
      pathway,
      on: opened,
      step: 'closure',
      day: closed,
      values: { closed, reason },
      same: ({ step }) => step === 'closure',
      corrects: ['closed', 'reason'],
      place: { table: row.table, row: row.row },
      columns: { closed: 'CINclosureDate', reason: 'ReasonForClosure' },
    },
  ]
}

/** Whether a day lies before the referral or after its closure: then one of the two is wrong. */
function isOutside(
  row: Row<CinCensus>,
  column: string,
  day: Day,
  { received, closed }: Pick<Known, 'received' | 'closed'>,
  cells: Cells,
): boolean {
  if (day < received) cells.fault(row, column, `${day} is before the referral (${received}).`)
  else if (closed !== undefined && day > closed) cells.fault(row, column, `${day} is after the closure (${closed}).`)
  else return false
  return true
}
