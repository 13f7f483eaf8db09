import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

/** Two episodes of one child. */
const twoEpisodes = 'LAchildID CINreferralDate\n1 2025-05-01\n1 2025-09-01'

export const cinPlansBesideProtectionExamples: Examples<CinCensus> = {
  4001: [
    {
      shows: 'open in the same episode; the starts are not compared, but a child in need plan must have one',
      CINdetails: `
          LAchildID CINreferralDate
          1         2025-05-01
          1         2025-09-01
          2         2025-05-01
          3         2025-05-01
          4         2025-05-01`,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate CPPendDate
        ! 1         1            .            .
          1         1            2025-05-01   2025-06-01
          2         1            2025-05-01   .
          3         1            2025-05-01   2025-06-01
          4         1            2025-05-01   .`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
        ! 1         1            2025-05-01       .
          1         1            2025-05-01       2025-06-01
          1         2            2025-05-01       .
          2         1            .                .
          3         1            2025-05-01       .
          4         1            2025-05-01       2025-06-01`,
      groups: 'CINplanDates 0, ChildProtectionPlans 0',
    },
  ],
  4003: [
    {
      shows: 'from the start of the child in need plan to the day before its end',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate CPPendDate
        ! 1         1            2025-05-01   .
          1         2            2025-05-01   .`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
        ! 1         1            2025-06-01       2025-07-01
          1         1            2025-08-01       2025-08-01
          1         1            .                2025-12-01
          1         1            2025-05-01       .`,
      Reviews: `
          LAchildID CINdetailsID CPPID CPPreviewDate
        ! 1         1            1     2025-06-01
        ! 1         1            1     2025-06-30
        ! 1         1            1     2025-06-30
          1         1            1     2025-07-01
          1         1            1     2025-05-31
          1         1            1     2025-08-01
          1         1            1     .
          1         2            2     2025-06-15`,
      groups:
        'CINplanDates 0, ChildProtectionPlans 0, Reviews 0; CINplanDates 0, ChildProtectionPlans 0, Reviews 1, Reviews 2',
    },
    {
      shows: 'the day on which the child protection plan ended is in order',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: 'LAchildID CPPstartDate CPPendDate\n! 1 2025-05-01 2025-06-10',
      CINplanDates: 'LAchildID CINPlanStartDate CINPlanEndDate\n! 1 2025-06-01 2025-07-01',
      Reviews: 'LAchildID CPPreviewDate\n1 2025-06-10\n! 1 2025-06-09',
    },
  ],
  4016: [
    {
      shows: 'from the start of the child protection plan to the day before its end, in any episode',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate CPPendDate
        ! 1         1            2025-05-01   2025-06-01
        ! 1         2            2025-05-10   2025-06-01
          1         1            2025-07-01   2025-07-01
          1         1            .            2025-12-01
          1         1            .            .`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
        ! 1         1            2025-05-01       2025-05-02
          1         1            2025-04-30       2025-12-01
          1         1            2025-06-01       .
        ! 1         2            2025-05-31       .
        ! 1         2            2025-05-31       2025-06-30
          1         1            2025-07-01       .
          1         1            .                .`,
      groups:
        'CINplanDates 0, ChildProtectionPlans 0; CINplanDates 3, CINplanDates 4, ChildProtectionPlans 0, ChildProtectionPlans 1',
    },
    {
      shows: 'an open child protection plan runs to the reference date',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: 'LAchildID CPPstartDate\n! 1 2025-05-01',
      CINplanDates: 'LAchildID CINPlanStartDate\n! 1 2026-03-31\n1 2026-04-01\n1 2025-04-30',
    },
  ],
  4017: [
    {
      shows: 'from the start of the child in need plan to the day before its end, in any episode',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate CPPendDate
        ! 1         1            2025-05-01   2025-05-02
          1         1            2025-04-30   2025-12-01
          1         1            2025-06-01   .
        ! 1         2            2025-05-31   .
        ! 1         1            2025-05-31   2025-06-30
          1         1            .            .`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
        ! 1         1            2025-05-01       2025-06-01
          1         1            2025-04-01       2025-04-30
          1         1            .                2025-12-01`,
      groups: 'CINplanDates 0, ChildProtectionPlans 0; CINplanDates 0, ChildProtectionPlans 3, ChildProtectionPlans 4',
    },
    {
      shows: 'an open child in need plan runs to the reference date',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: 'LAchildID CPPstartDate\n! 1 2026-03-31\n1 2026-04-01',
      CINplanDates: 'LAchildID CINPlanStartDate\n! 1 2025-05-01',
    },
  ],
}
