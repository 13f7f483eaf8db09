import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'
import { protectionPlansConferencesExamples } from './protection-plans-conferences.examples.ts'

/** Two episodes of one child. */
const twoEpisodes = 'LAchildID CINreferralDate\n1 2025-05-01\n1 2025-09-01'
const noReferenceDate = 'Year ReferenceDate\n2026 .'

export const protectionPlansExamples: Examples<CinCensus> = {
  1105: [
    {
      CINdetails: `
          LAchildID CINreferralDate
        ! 1         2025-05-02
          1         2025-09-01
          2         .`,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate
        ! 1         1            2025-05-01
        ! 1         1            2025-05-01
        ! 1         1            2025-04-30
          1         1            2025-05-02
          1         1            .
          1         2            2025-09-02
          2         1            2025-05-01`,
      groups: 'CINdetails 0, ChildProtectionPlans 0, ChildProtectionPlans 1; CINdetails 0, ChildProtectionPlans 2',
    },
  ],
  ...protectionPlansConferencesExamples,
  8720: [
    {
      ChildProtectionPlans: `
          LAchildID CPPstartDate
          1         2026-03-31
        ! 1         2026-04-01
        ! 1         .
        ! 1         2026-02-29
          1         2020-01-01`,
    },
    {
      shows: 'without a reference date only the missing ones',
      Header: noReferenceDate,
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2030-01-01\n! 1 .',
    },
  ],
  8730: [
    {
      shows: 'one text that is no number says nothing of the others',
      ChildProtectionPlans: `
          LAchildID NumberOfPreviousCPP
          1         0
          1         12
          1         +1
          1         -0
        ! 1         .
        ! 1         -1
        ! 1         1.5
        ! 1         none`,
    },
  ],
  8840: [
    {
      ChildProtectionPlans: `
          LAchildID CPPstartDate CPPendDate
        ! 1         2025-05-02   2025-05-02
          1         2025-05-02   2025-05-03
          1         2025-05-02   2025-05-01
          1         .            .
          1         2025-05-32   2025-05-32`,
    },
  ],
  8841: [
    {
      CINdetails: 'LAchildID CINreferralDate\n1 2025-04-01',
      ChildProtectionPlans: `
          LAchildID CPPstartDate
        ! 1         2025-05-01
          1         2025-04-01
          1         .`,
      Reviews: `
          LAchildID CPPID CPPreviewDate
        ! 1         1     2025-05-01
          1         1     2025-05-02
          1         2     2025-04-20
          1         2     .
          1         3     2025-04-20
        ! 1         1     2025-04-30
        ! 1         1     2025-04-30`,
      groups: 'ChildProtectionPlans 0, Reviews 0; ChildProtectionPlans 0, Reviews 5, Reviews 6',
    },
  ],
  '8842Q': [
    {
      CINdetails: twoEpisodes,
      ChildProtectionPlans: 'LAchildID CPPstartDate\n1 2025-05-01',
      Reviews: `
          LAchildID CPPreviewDate
          1         2025-05-01
        ! 1         .
        ! 1         2025-05-32`,
    },
  ],
  8905: [
    {
      ChildProtectionPlans: `
          LAchildID InitialCategoryOfAbuse LatestCategoryOfAbuse
          1         NEG                    XXX
          1         PHY                    .
          1         SAB                    NEG
          1         EMO                    NEG
          1         MUL                    NEG
        ! 1         .                      NEG
        ! 1         neg                    NEG
        ! 1         OTH                    NEG`,
    },
  ],
  8910: [
    {
      ChildProtectionPlans: `
          LAchildID InitialCategoryOfAbuse LatestCategoryOfAbuse
          1         XXX                    NEG
          1         .                      MUL
        ! 1         NEG                    .
        ! 1         NEG                    mul
        ! 1         NEG                    OTH`,
    },
  ],
  8915: [
    {
      ChildIdentifiers: `
          LAchildID PersonDeathDate
        ! 1         2025-06-01
          2         .`,
      CINdetails: 'LAchildID\n1\n1\n2',
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate
        ! 1         1            2025-06-02
          1         1            2025-06-01
        ! 1         2            2025-06-02
        ! 1         2            2025-07-01
          1         1            .
          2         1            2025-06-02`,
      groups:
        'ChildIdentifiers 0, ChildProtectionPlans 0, ChildProtectionPlans 2; ChildIdentifiers 0, ChildProtectionPlans 3',
    },
  ],
  8920: [
    {
      shows: 'a plan left open after the death is not spoken of',
      ChildIdentifiers: `
          LAchildID PersonDeathDate
        ! 1         2025-06-01
          2         2025-06-31`,
      CINdetails: 'LAchildID\n1\n2',
      ChildProtectionPlans: `
          LAchildID CPPstartDate CPPendDate
        ! 1         2025-05-01   2025-06-02
        ! 1         2025-05-02   2025-06-02
        ! 1         2025-05-02   2025-06-03
          1         2025-05-01   2025-06-01
          1         2025-06-02   .
          2         2025-05-01   2025-07-01`,
      groups:
        'ChildIdentifiers 0, ChildProtectionPlans 0, ChildProtectionPlans 1; ChildIdentifiers 0, ChildProtectionPlans 2',
    },
  ],
  8925: [
    {
      ChildProtectionPlans: `
          LAchildID CPPstartDate CPPendDate
        ! 1         2025-05-02   2025-05-01
          1         2025-05-02   2025-05-02
          1         2025-05-02   2025-05-03
          1         .            2025-05-01
          1         2025-05-02   .`,
    },
  ],
  8930: [
    {
      ChildProtectionPlans: `
          LAchildID CPPendDate
        ! 1         2025-03-31
          1         2025-04-01
          1         2026-03-31
        ! 1         2026-04-01
          1         .`,
    },
    { Header: noReferenceDate, notRun: true, ChildProtectionPlans: 'LAchildID CPPendDate\n1 2020-01-01' },
  ],
  8935: [
    {
      shows: 'in any episode of the child; the ended ones are not the fault',
      CINdetails: 'LAchildID CINreferralDate\n1 2025-05-01\n1 2025-09-01\n2 2025-05-01',
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate CPPendDate
        ! 1         1            2025-05-01   .
          1         1            2025-05-01   2025-06-01
        ! 1         2            2025-05-01   .
        ! 1         2            2025-05-01   2025-06-31
          2         1            2025-05-01   .`,
      groups: 'ChildProtectionPlans 0, ChildProtectionPlans 2, ChildProtectionPlans 3',
    },
    { CINdetails: twoEpisodes, ChildProtectionPlans: 'LAchildID CPPstartDate\n! 1 2025-05-01\n! 1 2025-06-01' },
  ],
  8940: [
    {
      shows: 'in other episodes too, and on the day the other ends; those of one day overlap both ways',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: `
          LAchildID CINdetailsID CPPstartDate CPPendDate
        ! 1         1            2025-05-01   2025-06-01
        ! 1         2            2025-06-01   2025-06-20
          1         1            2025-06-21   2025-06-22
          1         1            .            2025-05-20
          1         1            2025-07-10   2025-07-01
        ! 1         1            2025-08-01   2025-08-02
        ! 1         2            2025-08-01   2025-08-03`,
      groups:
        'ChildProtectionPlans 0, ChildProtectionPlans 1; ChildProtectionPlans 5, ChildProtectionPlans 6; ChildProtectionPlans 5, ChildProtectionPlans 6',
    },
    {
      shows: 'an open plan runs to the reference date',
      CINdetails: twoEpisodes,
      ChildProtectionPlans: `
          LAchildID CPPstartDate CPPendDate
        ! 1         2025-05-01   .
        ! 1         2026-03-31   2026-05-01
          1         2026-05-02   .`,
    },
    {
      shows: 'without a reference date an open plan contains nothing',
      Header: noReferenceDate,
      CINdetails: twoEpisodes,
      ChildProtectionPlans: 'LAchildID CPPstartDate CPPendDate\n1 2025-05-01 .\n1 2025-06-01 .',
    },
  ],
}
