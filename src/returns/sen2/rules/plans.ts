/** Plans that were issued: their start, their end and what they name. */

import { inside } from '../../engine/child.ts'
import { blank, code } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { directPayments, reasonsForCeasing, residences, workPlacements } from '../code-lists.ts'
import { ageOn, holderOf, requestOfPlan } from '../facts.ts'
import { eachChild, eachRow, type Sen2 } from '../layout.ts'

const plan = { years: since(2023), tables: ['NamedPlan'], table: 'NamedPlan' } as const

const reachedMaximumAge = code('1')
const higherEducation = code('3')
const paidWork = code('4')

export const plans: readonly Rule<Sen2>[] = [
  eachRow({
    ...plan,
    code: 'S070',
    meaning: 'The day on which the plan was issued is missing or is not a real date',
    mend: 'Give the day of the final plan',
    reason: 'Twenty weeks are counted to this day (SEND Regulations 2014 reg 13)',
    fields: ['StartDate'],
    check: ({ StartDate }) => Number.isNaN(StartDate),
  }),
  eachRow({
    ...plan,
    code: 'S071',
    meaning: 'The plan was issued before its assessment was decided',
    mend: 'Correct one of the two days',
    reason: 'A plan follows the decision to issue it',
    tables: ['NamedPlan', 'Assessment'],
    fields: ['StartDate'],
    against: { Assessment: ['AssessmentOutcomeDate'] },
    check: (row, _, child) => row.StartDate < (holderOf(row, child.Assessment)?.AssessmentOutcomeDate ?? Number.NaN),
  }),
  eachRow({
    ...plan,
    code: 'S072',
    meaning: 'The plan was issued before the request for it was received',
    mend: 'Correct one of the two days',
    reason: 'A plan follows a request',
    tables: ['NamedPlan', 'Requests'],
    fields: ['StartDate'],
    against: { Requests: ['ReceivedDate'] },
    check: (row, _, child) => row.StartDate < (requestOfPlan(child, row)?.ReceivedDate ?? Number.NaN),
  }),
  eachRow({
    ...plan,
    code: 'S073',
    meaning: 'The plan was issued after the end of the year',
    mend: 'Correct the day, or leave the plan for the next census',
    reason: 'The census is of the calendar year before it',
    fields: ['StartDate'],
    check: ({ StartDate }, { end }) => StartDate > end,
  }),
  eachRow({
    ...plan,
    code: 'S074',
    meaning: 'The plan ended before it began',
    mend: 'Correct one of the two days',
    reason: 'An end follows a beginning',
    fields: ['StartDate', 'CeaseDate'],
    check: (row) => row.CeaseDate < row.StartDate,
  }),
  eachRow({
    ...plan,
    code: 'S075',
    meaning: 'Of the day and the reason for which the plan ended, one is given without the other',
    mend: 'Give both, or neither',
    reason: 'Plans that ended are published by their reason',
    fields: ['CeaseDate', 'CeaseReason'],
    check: (row) => row.blank('CeaseDate') !== (row.CeaseReason === blank),
  }),
  eachRow({
    ...plan,
    code: 'S076',
    meaning: 'The reason for which the plan ended is not one of the codes',
    mend: 'Use a code from 1 to 9',
    reason: 'The schema knows these codes',
    fields: ['CeaseReason'],
    check: ({ CeaseReason }, { year }) => CeaseReason !== blank && !reasonsForCeasing.in(year).has(CeaseReason),
  }),
  eachRow({
    ...plan,
    code: 'S077',
    meaning: 'The plan ended after the end of the year',
    mend: 'Correct the day, or leave the end for the next census',
    reason: 'The census is of the calendar year before it',
    fields: ['CeaseDate'],
    check: ({ CeaseDate }, { end }) => CeaseDate > end,
  }),
  eachRow({
    ...plan,
    code: 'S078',
    severity: 'query',
    meaning: 'The plan is said to have ended with the greatest age, but the person was younger than 25',
    mend: 'Check the reason and the date of birth',
    reason: 'A plan may last to the 25th birthday and the academic year of it (Children and Families Act 2014 s46)',
    tables: ['NamedPlan', 'Person'],
    fields: ['CeaseDate', 'CeaseReason'],
    against: { Person: ['PersonBirthDate'] },
    check: (row, _, child) => row.CeaseReason === reachedMaximumAge && ageOn(child, row.CeaseDate) < 25,
  }),
  eachRow({
    ...plan,
    code: 'S079',
    severity: 'query',
    meaning: 'The plan is said to have ended with higher education or paid work, but the person was younger than 16',
    mend: 'Check the reason and the date of birth',
    reason: 'Neither is open to a child of compulsory school age',
    tables: ['NamedPlan', 'Person'],
    fields: ['CeaseDate', 'CeaseReason'],
    against: { Person: ['PersonBirthDate'] },
    check: (row, _, child) =>
      (row.CeaseReason === higherEducation || row.CeaseReason === paidWork) && ageOn(child, row.CeaseDate) < 16,
  }),
  eachChild({
    code: 'S081',
    meaning: 'The plan has ended, but it is also returned as active',
    mend: 'Remove the end, or the active plan',
    reason: 'Active plans are those that were kept on the census day',
    years: since(2023),
    tables: ['NamedPlan', 'ActivePlans'],
    fields: { NamedPlan: ['CeaseDate'], ActivePlans: ['LastReview'] },
    check(child, flag) {
      for (const row of child.NamedPlan) {
        const request = requestOfPlan(child, row)
        if (row.blank('CeaseDate') || request === undefined) continue
        const active = inside(request, child.ActivePlans)
        if (active.length > 0) flag.together([row, ...active])
      }
    },
  }),
  eachRow({
    ...plan,
    code: 'S082',
    meaning: 'The residential placement is not one of the codes',
    mend: 'Use A (38 to 51 weeks) or B (52 weeks), or leave it out',
    reason: 'The schema knows these codes',
    fields: ['PlanRes'],
    check: ({ PlanRes }, { year }) => PlanRes !== blank && !residences.in(year).has(PlanRes),
  }),
  eachRow({
    ...plan,
    code: 'S083',
    meaning: 'The work-based learning is not one of the codes',
    mend: 'Use A (apprenticeship), T (traineeship) or S (supported internship), or leave it out',
    reason: 'The schema knows these codes',
    fields: ['PlanWBP'],
    check: ({ PlanWBP }, { year }) => PlanWBP !== blank && !workPlacements.in(year).has(PlanWBP),
  }),
  eachRow({
    ...plan,
    code: 'S084',
    severity: 'query',
    meaning: 'The plan names work-based learning for someone younger than 16',
    mend: 'Check the placement and the date of birth',
    reason: 'Apprenticeships, traineeships and supported internships begin at 16',
    tables: ['NamedPlan', 'Person'],
    fields: ['StartDate', 'PlanWBP'],
    against: { Person: ['PersonBirthDate'] },
    check: (row, _, child) => row.PlanWBP !== blank && ageOn(child, row.StartDate) < 16,
  }),
  eachRow({
    ...plan,
    code: 'S085',
    meaning: 'What the direct payments are for is not one of the codes',
    mend: 'Use E (education), S (social care), H (health) or I (integrated)',
    reason: 'The schema knows these codes',
    fields: ['DP'],
    check: ({ DP }, { year }) => DP !== blank && !directPayments.in(year).has(DP),
  }),
  eachRow({
    ...plan,
    code: 'S086',
    meaning: 'The plan names no setting and says of none what it is',
    mend: 'Add where the person is to be educated',
    reason: 'Section I of a plan names the setting or its type (SEND Regulations 2014 reg 12)',
    tables: ['NamedPlan', 'PlanDetail'],
    fields: ['StartDate'],
    check: (row, _, child) => inside(row, child.PlanDetail).length === 0,
  }),
]
