/** Plans that were active on the census day: needs, reviews, transfers. */

import { inside } from '../../engine/child.ts'
import { blank, code } from '../../engine/codes.ts'
import { addMonths } from '../../engine/days.ts'
import type { Child, Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { needs, reviewOutcomes } from '../code-lists.ts'
import { historical, holderOf, weeks } from '../facts.ts'
import { eachChild, eachRow, type Sen2 } from '../layout.ts'

const active = { years: since(2023), tables: ['ActivePlans'], table: 'ActivePlans' } as const
const first = code('1')
const reviewEachYear = 'A plan is reviewed at least every twelve months (Children and Families Act 2014 s44)'

type ActivePlan = Row<Sen2, 'ActivePlans'>
type Need = Row<Sen2, 'SENneed'>

const needsOf = (plan: ActivePlan, child: Child<Sen2>): readonly Need[] => inside(plan, child.SENneed)

/** The plan that was issued under the same request; undefined where it is from before the census. */
function issued(plan: ActivePlan, child: Child<Sen2>): Row<Sen2, 'NamedPlan'> | undefined {
  const request = holderOf(plan, child.Requests)
  if (request === undefined) return undefined
  return inside(request, child.Assessment).flatMap((assessment) => inside(assessment, child.NamedPlan))[0]
}

/** Flags all the needs of a plan together where they break a rule together. */
const needsRule = (
  entry: { code: string; meaning: string; mend: string; reason: string; fields: readonly (keyof Sen2['SENneed'])[] },
  isWrong: (rows: readonly Need[]) => boolean,
): Rule<Sen2> => {
  const { fields, ...rest } = entry
  return eachChild({
    ...rest,
    years: since(2023),
    tables: ['ActivePlans', 'SENneed'],
    fields: { SENneed: fields },
    check(child, flag) {
      for (const plan of child.ActivePlans) {
        const rows = needsOf(plan, child)
        if (isWrong(rows)) flag.together(rows)
      }
    },
  })
}

const ranksOf = (rows: readonly Need[]): number[] =>
  rows.map((row) => Number(row.text('SENtypeRank'))).filter((rank) => Number.isInteger(rank) && rank > 0)

export const activePlans: readonly Rule<Sen2>[] = [
  eachRow({
    ...active,
    code: 'S110',
    meaning: 'The plan says of no need',
    mend: 'Add the needs with their ranks',
    reason: 'Section B of a plan sets out all the needs (SEND Regulations 2014 reg 12)',
    tables: ['ActivePlans', 'SENneed'],
    fields: ['LastReview'],
    check: (row, _, child) => needsOf(row, child).length === 0,
  }),
  eachRow({
    code: 'S111',
    meaning: 'The need is missing or is not one of the codes of the year',
    mend: 'Use a code of the list; DS (Down syndrome) from 2025',
    reason: 'The schema knows these codes',
    years: since(2023),
    tables: ['SENneed'],
    table: 'SENneed',
    fields: ['SENtype'],
    check: ({ SENtype }, { year }) => !needs.in(year).has(SENtype),
  }),
  eachRow({
    code: 'S112',
    meaning: 'The rank of the need is missing or is not a whole number from 1',
    mend: 'Give 1 to the main need, 2 to the next, and so on',
    reason: 'Figures are published by the main need',
    years: since(2023),
    tables: ['SENneed'],
    table: 'SENneed',
    fields: ['SENtypeRank'],
    check: (row) => !/^[1-9]\d?$/.test(row.text('SENtypeRank')),
  }),
  needsRule(
    {
      code: 'S113',
      meaning: 'Two needs of the plan have the same rank',
      mend: 'Rank the needs 1, 2 and so on',
      reason: 'Only one need can be the main one',
      fields: ['SENtype', 'SENtypeRank'],
    },
    (rows) => new Set(ranksOf(rows)).size < ranksOf(rows).length,
  ),
  needsRule(
    {
      code: 'S114',
      meaning: 'No need of the plan is the main one, of rank 1',
      mend: 'Give 1 to the main need',
      reason: 'Figures are published by the main need',
      fields: ['SENtype', 'SENtypeRank'],
    },
    (rows) => rows.length > 0 && !rows.some((row) => row.SENtypeRank === first),
  ),
  needsRule(
    {
      code: 'S115',
      meaning: 'The same need is given twice',
      mend: 'Give each need once',
      reason: 'A need given twice takes the place of another',
      fields: ['SENtype'],
    },
    (rows) => {
      const given = rows.map((row) => row.SENtype).filter((need) => need !== blank)
      return new Set(given).size < given.length
    },
  ),
  needsRule(
    {
      code: 'S116',
      meaning: 'The ranks of the needs leave one out',
      mend: 'Rank the needs 1, 2, 3 without a gap, and return every one of them',
      reason: 'A gap means that a need was lost on the way: all needs are kept and returned',
      fields: ['SENtype', 'SENtypeRank'],
    },
    (rows) => Math.max(0, ...ranksOf(rows)) > new Set(ranksOf(rows)).size,
  ),
  eachRow({
    ...active,
    code: 'S117',
    meaning: 'The plan says of no placement',
    mend: 'Add where the person is educated; where nowhere, NIEC, NIEO or NEET',
    reason: 'Figures are published by the kind of setting',
    tables: ['ActivePlans', 'PlacementDetail'],
    fields: ['LastReview'],
    check: (row, _, child) => inside(row, child.PlacementDetail).length === 0,
  }),
  eachRow({
    ...active,
    code: 'S118',
    meaning: 'The plan is active, but under its request no plan was issued and none came from another authority',
    mend: 'Add the plan that was issued, the authority it came from, or H where it is from before the census',
    reason: 'A plan is issued or taken over before it is active',
    tables: ['ActivePlans', 'Requests', 'Assessment', 'NamedPlan'],
    fields: ['TransferLA'],
    against: { Requests: ['RequestOutcome'] },
    check: (row, _, child) =>
      row.TransferLA === blank &&
      issued(row, child) === undefined &&
      holderOf(row, child.Requests)?.RequestOutcome !== historical,
  }),
  eachRow({
    ...active,
    code: 'S119',
    meaning: 'A review is dated after the census day',
    mend: 'Correct the day',
    reason: 'Only what has happened is returned',
    tables: ['ActivePlans', 'Header'],
    fields: ['LastReview', 'ReviewMeeting'],
    check: (row, { end }) => row.LastReview > end + 31 || row.ReviewMeeting > end + 31,
  }),
  eachRow({
    ...active,
    code: 'S120',
    meaning: 'The last review is dated before the plan was issued',
    mend: 'Correct one of the two days',
    reason: 'What is reviewed is the plan',
    tables: ['ActivePlans', 'NamedPlan'],
    fields: ['LastReview'],
    against: { NamedPlan: ['StartDate'] },
    check: (row, _, child) => row.LastReview < (issued(row, child)?.StartDate ?? Number.NaN),
  }),
  eachRow({
    ...active,
    code: 'S121',
    severity: 'query',
    meaning: 'The plan had not been reviewed in the last twelve months of the year',
    mend: 'Record the review if there was one',
    reason: reviewEachYear,
    tables: ['ActivePlans', 'NamedPlan'],
    fields: ['LastReview'],
    check(row, { end }, child) {
      const from = Number.isNaN(row.LastReview) ? (issued(row, child)?.StartDate ?? Number.NaN) : row.LastReview
      return addMonths(from, 12) < end
    },
  }),
  eachRow({
    ...active,
    code: 'S122',
    meaning: 'The outcome of the review is not one of the codes',
    mend: 'Use M (maintain), A (amend) or C (cease)',
    reason: 'The schema knows these codes',
    fields: ['ReviewOutcome'],
    check: ({ ReviewOutcome }, { year }) => ReviewOutcome !== blank && !reviewOutcomes.in(year).has(ReviewOutcome),
  }),
  eachRow({
    ...active,
    code: 'S123',
    meaning: 'A review has an outcome but no meeting',
    mend: 'Give the day of the meeting',
    reason: 'The decision follows a meeting (SEND Regulations 2014 reg 20)',
    fields: ['ReviewMeeting', 'ReviewOutcome'],
    check: (row) => row.ReviewOutcome !== blank && row.blank('ReviewMeeting'),
  }),
  eachRow({
    ...active,
    code: 'S124',
    severity: 'query',
    meaning: 'The meeting of the review was not in the year',
    mend: 'Check the day; a review of another year belongs to its census',
    reason: 'The census asks for the review of the calendar year before it',
    fields: ['ReviewMeeting'],
    check: ({ ReviewMeeting }, { start, end }) => ReviewMeeting < start || ReviewMeeting > end,
  }),
  eachRow({
    ...active,
    code: 'S125',
    severity: 'query',
    meaning: 'The review was held more than four weeks before the end of the year, but nothing was decided',
    mend: 'Record the decision if there is one',
    reason: 'The decision is due within four weeks of the meeting (SEND Regulations 2014 reg 20)',
    fields: ['ReviewMeeting', 'ReviewOutcome'],
    check: (row, { end }) => row.ReviewOutcome === blank && row.ReviewMeeting + weeks(4) < end,
  }),
  eachRow({
    ...active,
    code: 'S126',
    severity: 'query',
    meaning: 'The draft of the amended plan came more than four weeks after the meeting',
    mend: 'Check the two days',
    reason:
      'The proposed amendments are due with the decision, within four weeks of the meeting (SEND Regulations 2014 reg 20 and 22)',
    years: since(2025),
    fields: ['ReviewMeeting', 'ReviewDraft'],
    check: (row) => row.ReviewDraft > row.ReviewMeeting + weeks(4),
  }),
  eachRow({
    ...active,
    code: 'S127',
    meaning: 'The draft of the amended plan is dated before the meeting of the review',
    mend: 'Correct one of the two days',
    reason: 'The amendments follow the meeting',
    years: since(2025),
    fields: ['ReviewMeeting', 'ReviewDraft'],
    check: (row) => row.ReviewDraft < row.ReviewMeeting,
  }),
  eachRow({
    ...active,
    code: 'S128',
    severity: 'query',
    meaning: 'The plan was amended for the next phase of education after it was due',
    mend: 'Check the two days',
    reason: 'It is due by 15 February, or 31 March before a move to post-16 (SEND Regulations 2014 reg 18)',
    years: since(2025),
    fields: ['PhaseTransferDueDate', 'PhaseTransferFinalDate'],
    check: (row) => row.PhaseTransferFinalDate > row.PhaseTransferDueDate,
  }),
  eachChild({
    code: 'S129',
    meaning: 'The person has two active plans',
    mend: 'Keep the plan that is in force',
    reason: 'A person has one plan',
    years: since(2023),
    tables: ['ActivePlans'],
    fields: { ActivePlans: ['LastReview'] },
    check(child, flag) {
      if (child.ActivePlans.length > 1) flag.together(child.ActivePlans)
    },
  }),
  eachRow({
    ...active,
    code: 'S130',
    meaning: 'The authority from which the plan came is our own, or is not three figures',
    mend: 'Write the three figures of the other authority',
    reason: 'A plan is taken over from another authority (SEND Regulations 2014 reg 15)',
    tables: ['ActivePlans', 'Header'],
    fields: ['TransferLA'],
    check: (row, { authority }) =>
      row.TransferLA !== blank && (row.TransferLA === authority || !/^\d{3}$/.test(row.text('TransferLA'))),
  }),
]
