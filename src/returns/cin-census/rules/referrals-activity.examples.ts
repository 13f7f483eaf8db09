import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const referralsActivityExamples: Examples<CinCensus> = {
  2990: [
    {
      shows: 'plans, enquiries and conferences, with or without dates; assessments are allowed; each episode by itself',
      CINdetails: `
          LAchildID ReasonForClosure DateOfInitialCPC
        ! 1         RC8              .
        ! 1         RC9              2025-06-02
          1         RC1              2025-06-02
          1         RC8              .
          1         RC9              2025-06-31
          1         rc8              2025-06-02
        ! 2         RC9              .
          2         .                .`,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate
        ! 1         1            .
          1         3            2025-06-01`,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate
        ! 1         1            2025-06-01`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate
        ! 2         1            .
          2         2            2025-06-01`,
      Assessments: 'LAchildID CINdetailsID\n1 4',
      groups: 'CINdetails 0, ChildProtectionPlans 0, Section47 0; CINdetails 1; CINdetails 6, CINplanDates 0',
    },
  ],
  4000: [
    {
      CINdetails: `
          LAchildID ReferralNFA
        ! 1         true
          1         false
        ! 2         1
        ! 3         TRUE
          4         .
          5         true`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate
        ! 1         1            2025-06-01
        ! 1         1            .
          1         2            2025-06-01
        ! 2         1            .
        ! 3         1            .
          4         1            .`,
      groups:
        'CINdetails 0, CINplanDates 0, CINplanDates 1; CINdetails 2, CINplanDates 3; CINdetails 3, CINplanDates 4',
    },
  ],
  8565: [
    {
      shows: 'any of the seven dates; the day of the closure is in order; each episode by itself',
      CINdetails: `
          LAchildID CINclosureDate DateOfInitialCPC
        ! 1         2025-06-30     .
          1         2025-12-31     2025-12-31
        ! 1         2025-06-30     2025-07-01
          1         .              2026-01-01
          1         2025-06-31     2026-01-01`,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         1            2025-07-01                .
        ! 1         1            2025-06-01                2025-07-01
          1         1            2025-06-30                2025-06-30
          1         2            2025-07-01                2025-12-31
          1         4            2026-01-01                .`,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC
        ! 1         1            2025-07-01         .
        ! 1         1            2025-06-01         2025-07-01
          1         1            2025-06-30         2025-06-30
          1         1            .                  .`,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate CPPendDate
        ! 1         1            2025-05-01   2025-07-01
          1         1            2025-07-01   .
          1         1            2025-05-01   2025-06-30`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
        ! 1         1            2025-07-01       .
        ! 1         1            2025-06-01       2025-07-01
          1         1            2025-06-30       2025-06-30`,
      groups:
        'Assessments 0, Assessments 1, CINdetails 0, CINplanDates 0, CINplanDates 1, ChildProtectionPlans 0, Section47 0, Section47 1; CINdetails 2',
    },
  ],
  '8825Q': [
    {
      shows: 'any assessment of this episode will do',
      CINdetails: `
          LAchildID ReasonForClosure
        ! 1         RC8
        ! 1         RC9
          1         RC8
          1         RC1
          1         .
          1         rc9`,
      Assessments: 'LAchildID CINdetailsID AssessmentActualStartDate\n1 3 .',
    },
  ],
  8831: [
    {
      shows: 'an assessment or an enquiry with a date, or a conference in either place',
      CINdetails: `
          LAchildID ReferralNFA DateOfInitialCPC
        ! 1         true        .
        ! 1         1           .
        ! 1         TRUE        .
        ! 1         true        2025-06-02
          1         true        .
          1         false       2025-06-02
          1         .           2025-06-02
        ! 1         1           .`,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         1            2025-06-01                .
        ! 1         1            .                         2025-06-01
          1         1            .                         .
          1         5            .                         2025-06-31
          1         6            2025-06-01                .`,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC
        ! 1         2            2025-06-01         .
          1         2            .                  .
        ! 1         3            .                  2025-06-02
        ! 1         4            .                  .
          1         5            .                  .
          1         6            2025-06-01         2025-06-02
        ! 1         8            2025-06-01         .`,
      groups:
        'Assessments 0, Assessments 1, CINdetails 0; CINdetails 1, Section47 0; CINdetails 2, Section47 2; CINdetails 3, Section47 3; CINdetails 7, Section47 6',
    },
  ],
  8832: [
    {
      shows: 'any plan of this episode',
      CINdetails: `
          LAchildID ReferralNFA
          1         false
        ! 1         true
        ! 2         True
          3         1
          4         .`,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate
        ! 1         2            .
          1         1            2025-06-01
        ! 2         1            2025-06-01
          4         1            2025-06-01`,
      groups: 'CINdetails 1, ChildProtectionPlans 0; CINdetails 2, ChildProtectionPlans 2',
    },
  ],
}
