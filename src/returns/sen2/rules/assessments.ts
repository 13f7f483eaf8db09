/** Assessments: outcome, the sixteen and the twenty weeks. */

import { inside } from '../../engine/child.ts'
import { blank } from '../../engine/codes.ts'
import type { Child, Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { assessmentOutcomes, yesOrNo } from '../code-lists.ts'
import { agreed, awaited, decided, historical, holderOf, refused, weeks, withdrawn, yes } from '../facts.ts'
import { eachRow, type Sen2 } from '../layout.ts'

type Assessment = Row<Sen2, 'Assessment'>

const assessment = { years: since(2023), tables: ['Assessment', 'Requests'], table: 'Assessment' } as const
const twentyWeeks = 'The final plan is due within twenty weeks of the request (SEND Regulations 2014 reg 13)'

const received = (row: Assessment, child: Child<Sen2>): number =>
  holderOf(row, child.Requests)?.ReceivedDate ?? Number.NaN

/** The start of the plan that came of the assessment. */
const planned = (row: Assessment, child: Child<Sen2>): number =>
  inside(row, child.NamedPlan)[0]?.StartDate ?? Number.NaN

export const assessments: readonly Rule<Sen2>[] = [
  eachRow({
    ...assessment,
    code: 'S050',
    meaning: 'The outcome of the assessment is missing or is not one of the codes of the year',
    mend: 'Use Y, N, A (awaited), W (withdrawn), H (from before the census) or, from 2025, S',
    reason: 'The schema knows these codes',
    fields: ['AssessmentOutcome'],
    check: ({ AssessmentOutcome }, { year }) => !assessmentOutcomes.in(year).has(AssessmentOutcome),
  }),
  eachRow({
    ...assessment,
    code: 'S051',
    meaning: 'The assessment has been decided, but the day of the decision is missing',
    mend: 'Give the day on which it was decided whether to issue a plan',
    reason: 'The decision not to issue a plan is due within sixteen weeks (SEND Regulations 2014 reg 10)',
    fields: ['AssessmentOutcomeDate', 'AssessmentOutcome'],
    check: (row) => decided.has(row.AssessmentOutcome) && Number.isNaN(row.AssessmentOutcomeDate),
  }),
  eachRow({
    ...assessment,
    code: 'S052',
    meaning: 'A day of decision is given while the outcome is still awaited',
    mend: 'Give the outcome, or remove the day',
    reason: 'Only one of the two can be true',
    fields: ['AssessmentOutcomeDate', 'AssessmentOutcome'],
    check: (row) => row.AssessmentOutcome === awaited && row.filled('AssessmentOutcomeDate'),
  }),
  eachRow({
    ...assessment,
    code: 'S053',
    meaning: 'The assessment was decided before it was agreed to make it',
    mend: 'Correct one of the two days',
    reason: 'An assessment follows the decision to make one',
    fields: ['AssessmentOutcomeDate'],
    against: { Requests: ['RequestOutcomeDate'] },
    check: (row, _, child) =>
      row.AssessmentOutcomeDate < (holderOf(row, child.Requests)?.RequestOutcomeDate ?? Number.NaN),
  }),
  eachRow({
    ...assessment,
    code: 'S054',
    meaning: 'The assessment was decided after the end of the year',
    mend: 'Correct the day, or return the outcome as awaited',
    reason: 'The census is of the calendar year before it',
    fields: ['AssessmentOutcomeDate'],
    check: ({ AssessmentOutcomeDate }, { end }) => AssessmentOutcomeDate > end,
  }),
  eachRow({
    ...assessment,
    code: 'S055',
    severity: 'query',
    meaning: 'The decision not to issue a plan came more than sixteen weeks after the request',
    mend: 'Check the two days',
    reason: 'It is due within sixteen weeks of the request (SEND Regulations 2014 reg 10)',
    fields: ['AssessmentOutcomeDate', 'AssessmentOutcome'],
    against: { Requests: ['ReceivedDate'] },
    check: (row, _, child) =>
      row.AssessmentOutcome === refused && row.AssessmentOutcomeDate > received(row, child) + weeks(16),
  }),
  eachRow({
    ...assessment,
    code: 'S056',
    meaning: 'It was decided to issue a plan, but no plan is returned',
    mend: 'Add the plan, or return the outcome as awaited until the plan is final',
    reason: 'The outcome is Y when the final plan is issued',
    tables: ['Assessment', 'NamedPlan'],
    fields: ['AssessmentOutcome'],
    check: (row, _, child) => row.AssessmentOutcome === agreed && inside(row, child.NamedPlan).length === 0,
  }),
  eachRow({
    ...assessment,
    code: 'S057',
    meaning: 'A plan is returned, but the assessment was refused a plan or withdrawn, or is awaited',
    mend: 'Correct the outcome, or remove the plan',
    reason: 'A plan comes of a decision to issue one, be it after mediation or a tribunal',
    tables: ['Assessment', 'NamedPlan'],
    fields: ['AssessmentOutcome', 'AssessmentMediation', 'AssessmentTribunal'],
    against: { NamedPlan: ['StartDate'] },
    check(row, _, child) {
      if (inside(row, child.NamedPlan).length === 0) return false
      if (row.AssessmentOutcome === awaited || row.AssessmentOutcome === withdrawn) return true
      return row.AssessmentOutcome === refused && !yes.has(row.AssessmentMediation) && !yes.has(row.AssessmentTribunal)
    },
  }),
  eachRow({
    ...assessment,
    code: 'S058',
    meaning: 'Whether an exception to the twenty weeks applies is not yes or no',
    mend: 'Answer Y or N',
    reason: 'Plans with an exception are left out of the published figure on twenty weeks',
    fields: ['Week20'],
    check: ({ Week20 }, { year }) => Week20 !== blank && !yesOrNo.in(year).has(Week20),
  }),
  eachRow({
    ...assessment,
    code: 'S059',
    severity: 'query',
    meaning: 'The plan came more than twenty weeks after the request, and no exception is recorded',
    mend: 'Check the days, or record the exception',
    reason: twentyWeeks,
    tables: ['Assessment', 'Requests', 'NamedPlan'],
    fields: ['Week20'],
    against: { Requests: ['ReceivedDate'], NamedPlan: ['StartDate'] },
    check: (row, _, child) => !yes.has(row.Week20) && planned(row, child) > received(row, child) + weeks(20),
  }),
  eachRow({
    ...assessment,
    code: 'S060',
    severity: 'query',
    meaning: 'An exception to the twenty weeks is recorded, but the plan came within them',
    mend: 'Remove the exception, or check the days',
    reason: 'A plan in time needs no exception and belongs in the published figure',
    tables: ['Assessment', 'Requests', 'NamedPlan'],
    fields: ['Week20'],
    against: { Requests: ['ReceivedDate'], NamedPlan: ['StartDate'] },
    check: (row, _, child) => yes.has(row.Week20) && planned(row, child) <= received(row, child) + weeks(20),
  }),
  eachRow({
    ...assessment,
    code: 'S061',
    severity: 'query',
    meaning: 'The assessment was still awaited more than twenty weeks after the request, and no exception is recorded',
    mend: 'Record the outcome if there is one, or the exception',
    reason: twentyWeeks,
    fields: ['AssessmentOutcome', 'Week20'],
    against: { Requests: ['ReceivedDate'] },
    check: (row, { end }, child) =>
      row.AssessmentOutcome === awaited && !yes.has(row.Week20) && end > received(row, child) + weeks(20),
  }),
  eachRow({
    ...assessment,
    code: 'S062',
    severity: 'query',
    meaning: 'Mediation or a tribunal on the refusal of a plan is recorded, but no plan was refused',
    mend: 'Check the outcome; mediation on other matters goes to OtherMediation and OtherTribunal',
    reason: 'These two are of a refusal to issue a plan (Children and Families Act 2014 s51)',
    fields: ['AssessmentOutcome', 'AssessmentMediation', 'AssessmentTribunal'],
    check: (row) =>
      row.AssessmentOutcome !== refused &&
      row.AssessmentOutcome !== historical &&
      (yes.has(row.AssessmentMediation) || yes.has(row.AssessmentTribunal)),
  }),
]
