/** What may stand in an episode that was closed or that led to no further action. */
import { inside } from '../../engine/child.ts'
import { codes } from '../../engine/codes.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { yes } from '../facts.ts'
import { dated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'

/** Closed after assessment: with no further action, or referred to early help. */
const closedAfterAssessment = codes('RC8 RC9')

export const referralsActivity: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '2990',
    meaning: 'A case closed after assessment (RC8, RC9) has a plan, a section 47 enquiry or an initial conference',
    mend: 'Correct the reason for closure, or move what belongs to another episode there',
    years: since(2023),
    tables: ['CINdetails', 'ChildProtectionPlans', 'Section47', 'CINplanDates'],
    fields: {
      CINdetails: ['ReasonForClosure', 'DateOfInitialCPC'],
      ChildProtectionPlans: ['LAchildID', 'CPPstartDate'],
      Section47: ['LAchildID', 'S47ActualStartDate'],
      CINplanDates: ['LAchildID', 'CINPlanStartDate'],
    },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        if (!closedAfterAssessment.has(episode.ReasonForClosure)) continue
        const activity: Row<CinCensus>[] = [
          ...inside(episode, child.Section47),
          ...inside(episode, child.ChildProtectionPlans),
          ...inside(episode, child.CINplanDates),
        ]
        const conference = dated(episode.DateOfInitialCPC)
        if (activity.length === 0 && !conference) continue
        const fields = conference ? ['ReasonForClosure', 'DateOfInitialCPC'] : ['ReasonForClosure']
        flag.together([{ row: episode, fields }, ...activity])
      }
    },
  }),
  eachChild({
    code: '4000',
    meaning: 'A referral that led to no further action has a child in need plan',
    mend: 'Correct whether further action was taken, or move the plan to the referral it belongs to',
    years: since(2023),
    tables: ['CINdetails', 'CINplanDates'],
    fields: { CINplanDates: ['LAchildID', 'CINPlanStartDate'], CINdetails: ['ReferralNFA'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        if (!yes.has(episode.ReferralNFA)) continue
        const plans = inside(episode, child.CINplanDates)
        if (plans.length > 0) flag.together([episode, ...plans])
      }
    },
  }),
  eachChild({
    code: '8565',
    meaning: 'Something in the episode is dated after the case was closed',
    mend: 'Correct the date of the closure or the later date',
    years: since(2023),
    tables: ['CINdetails', 'Assessments', 'Section47', 'ChildProtectionPlans', 'CINplanDates'],
    fields: {
      CINdetails: ['CINclosureDate', 'DateOfInitialCPC'],
      Assessments: ['AssessmentActualStartDate', 'AssessmentAuthorisationDate'],
      Section47: ['S47ActualStartDate', 'DateOfInitialCPC'],
      ChildProtectionPlans: ['CPPendDate'],
      CINplanDates: ['CINPlanStartDate', 'CINPlanEndDate'],
    },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        const closed = episode.CINclosureDate
        const later: Row<CinCensus>[] = [
          ...inside(episode, child.Assessments).filter(
            (row) => row.AssessmentActualStartDate > closed || row.AssessmentAuthorisationDate > closed,
          ),
          ...inside(episode, child.Section47).filter(
            (row) => row.S47ActualStartDate > closed || row.DateOfInitialCPC > closed,
          ),
          ...inside(episode, child.ChildProtectionPlans).filter((row) => row.CPPendDate > closed),
          ...inside(episode, child.CINplanDates).filter(
            (row) => row.CINPlanStartDate > closed || row.CINPlanEndDate > closed,
          ),
        ]
        if (later.length > 0 || episode.DateOfInitialCPC > closed) flag.together([episode, ...later])
      }
    },
  }),
  eachRow({
    code: '8825Q',
    meaning: 'A case closed after assessment (RC8, RC9) has no assessment',
    mend: 'Check the reason for closure, and that the assessment was recorded',
    years: since(2023),
    severity: 'query',
    tables: ['CINdetails', 'Assessments'],
    table: 'CINdetails',
    fields: ['ReasonForClosure'],
    check: (episode, _, child) =>
      closedAfterAssessment.has(episode.ReasonForClosure) && inside(episode, child.Assessments).length === 0,
  }),
  eachChild({
    code: '8831',
    meaning:
      'A referral that led to no further action has an assessment, a section 47 enquiry or an initial conference',
    mend: 'Correct whether further action was taken, or move the activity to the referral it belongs to',
    years: since(2023),
    tables: ['CINdetails', 'Assessments', 'Section47'],
    fields: {
      CINdetails: ['DateOfInitialCPC', 'ReferralNFA'],
      Assessments: ['LAchildID', 'AssessmentActualStartDate', 'AssessmentAuthorisationDate'],
      Section47: ['LAchildID', 'S47ActualStartDate', 'DateOfInitialCPC'],
    },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        if (!yes.has(episode.ReferralNFA)) continue
        const conference = dated(episode.DateOfInitialCPC)
        const assessed = inside(episode, child.Assessments).filter(
          (row) => dated(row.AssessmentActualStartDate) || dated(row.AssessmentAuthorisationDate),
        )
        const enquired = inside(episode, child.Section47).filter(
          (row) => conference || dated(row.S47ActualStartDate) || dated(row.DateOfInitialCPC),
        )
        if (conference || assessed.length > 0 || enquired.length > 0) {
          flag.together([episode, ...assessed, ...enquired])
        }
      }
    },
  }),
  eachChild({
    code: '8832',
    meaning: 'A referral that led to no further action has a child protection plan',
    mend: 'Correct whether further action was taken, or move the plan to the referral it belongs to',
    years: since(2023),
    tables: ['CINdetails', 'ChildProtectionPlans'],
    fields: { ChildProtectionPlans: ['LAchildID', 'CPPstartDate'], CINdetails: ['ReferralNFA'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        if (!yes.has(episode.ReferralNFA)) continue
        const plans = inside(episode, child.ChildProtectionPlans)
        if (plans.length > 0) flag.together([episode, ...plans])
      }
    },
  }),
]
