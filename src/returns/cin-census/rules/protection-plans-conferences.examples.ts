import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

/** Two episodes of one child. */
const twoEpisodes = 'LAchildID CINreferralDate\n1 2025-05-01\n1 2025-09-01'
const noReferenceDate = 'Year ReferenceDate\n2026 .'

export const protectionPlansConferencesExamples: Examples<CinCensus> = {
  2883: [
    {
      shows: 'as many conferences as plans, in either place, on the first and the last day of the year',
      CINdetails: 'LAchildID DateOfInitialCPC\n1 2025-04-01\n2 .',
      Section47: 'LAchildID DateOfInitialCPC\n1 2026-03-31\n2 2025-03-31\n2 2026-04-01',
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2025-04-01\n2 2026-03-31\n2 2025-03-31\n2 2026-04-01\n2 .',
    },
    {
      shows: 'conferences of other years do not count',
      CINdetails: 'LAchildID DateOfInitialCPC\n1 2025-03-31\n2 .',
      Section47: 'LAchildID DateOfInitialCPC\n1 2025-06-02\n2 2026-04-01\n2 .',
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2025-06-02\n1 2026-03-31',
      whole: true,
    },
    {
      shows: 'rows are counted: one conference in both places counts twice',
      CINdetails: 'LAchildID DateOfInitialCPC\n1 2025-06-02',
      Section47: 'LAchildID DateOfInitialCPC ICPCnotRequired\n1 2025-06-02 true',
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2025-06-02\n1 2025-07-02',
    },
    {
      shows: 'without a reference date there is no year',
      Header: noReferenceDate,
      notRun: true,
      CINdetails: 'LAchildID\n1',
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2025-06-02',
    },
  ],
  2885: [
    {
      shows: 'no enquiry of the episode has the day; its details are not asked then',
      CINdetails: 'LAchildID DateOfInitialCPC\n1 2025-06-03\n1 2025-09-10',
      Section47: `
          LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
        ! 1         1            2025-06-02       false
        ! 1         1            .                .
          1         1            2025-06-05       true
          1         2            2025-06-03       false`,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate
        ! 1         1            2025-06-03
        ! 1         1            2025-06-05
          1         2            2025-06-03`,
      groups: 'ChildProtectionPlans 0, ChildProtectionPlans 1, Section47 0, Section47 1',
    },
    {
      shows: 'one plan that matches clears the enquiries, each plan stands for itself',
      CINdetails: twoEpisodes,
      Section47: 'LAchildID DateOfInitialCPC\n1 2025-06-02\n1 2025-07-02',
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2025-06-02\n! 1 2025-06-04',
    },
    {
      shows: 'without an enquiry that required a conference the details of the referral must have the day',
      CINdetails: `
          LAchildID DateOfInitialCPC
          1         2025-06-02
        ! 1         2025-09-10
        ! 1         .
          1         2025-11-10`,
      Section47: `
          LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
          1         1            2025-06-04       true
          1         1            .                1
          1         4            2025-06-04       TRUE`,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate
          1         1            2025-06-02
        ! 1         1            2025-06-04
        ! 1         2            2025-09-11
        ! 1         3            2025-10-01`,
      groups: 'ChildProtectionPlans 1; CINdetails 1, ChildProtectionPlans 2; CINdetails 2, ChildProtectionPlans 3',
    },
    {
      shows: 'only plans that began in the year',
      CINdetails: twoEpisodes,
      Section47: 'LAchildID DateOfInitialCPC\n1 2025-06-02',
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2025-03-31\n1 2026-04-01\n1 .',
    },
    {
      shows: 'the first and the last day are in the year',
      CINdetails: 'LAchildID DateOfInitialCPC\n! 1 .',
      ChildProtectionPlans: 'LAchildID CPPstartDate\n! 1 2025-04-01\n! 1 2026-03-31',
    },
  ],
}
