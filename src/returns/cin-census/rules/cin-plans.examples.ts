import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'
import { cinPlansBesideProtectionExamples } from './cin-plans-beside-protection.examples.ts'

/** Two episodes of one child. */
const twoEpisodes = 'LAchildID CINreferralDate\n1 2025-05-01\n1 2025-09-01'
const noReferenceDate = 'Year ReferenceDate\n2026 .'

export const cinPlansExamples: Examples<CinCensus> = {
  4004: [
    {
      shows: 'only the open plans of one episode',
      CINdetails: twoEpisodes,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
        ! 1         1            2025-05-01       .
          1         1            2025-05-01       2025-06-01
        ! 1         1            .                .
        ! 1         1            2025-05-01       2025-06-31
          1         2            2025-09-01       .`,
      groups: 'CINplanDates 0, CINplanDates 2, CINplanDates 3',
    },
    { CINdetails: twoEpisodes, CINplanDates: 'LAchildID CINPlanStartDate\n! 1 2025-05-01\n! 1 2025-06-01' },
  ],
  4008: [
    {
      ChildIdentifiers: `
          LAchildID PersonDeathDate
        ! 1         2025-06-01
          2         .
          3         2025-06-01`,
      CINdetails: 'LAchildID\n1\n1\n2\n3',
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate
        ! 1         1            2025-06-02
          1         1            2025-06-01
        ! 1         2            2025-07-01
          1         2            .
          2         1            2025-06-02
          3         1            2025-05-31`,
      groups: 'CINplanDates 0, CINplanDates 2, ChildIdentifiers 0',
    },
  ],
  '4009Q': [
    {
      ChildIdentifiers: `
          LAchildID PersonDeathDate
        ! 1         2025-06-01
          2         2025-06-31`,
      CINdetails: 'LAchildID\n1\n2',
      CINplanDates: `
          LAchildID CINPlanStartDate CINPlanEndDate
        ! 1         2025-05-01       2025-06-02
          1         2025-06-02       .
          1         2025-05-01       2025-06-01
        ! 1         .                2025-07-01
          2         2025-05-01       2025-07-01`,
      groups: 'CINplanDates 0, CINplanDates 3, ChildIdentifiers 0',
    },
  ],
  4010: [
    {
      CINplanDates: `
          LAchildID CINPlanStartDate
          1         2026-03-31
        ! 1         2026-04-01
        ! 1         .
        ! 1         2026-02-29
          1         2020-01-01`,
    },
    {
      shows: 'without a reference date only the missing ones',
      Header: noReferenceDate,
      CINplanDates: 'LAchildID CINPlanStartDate\n1 2030-01-01\n! 1 .',
    },
  ],
  4011: [
    {
      CINplanDates: `
          LAchildID CINPlanStartDate CINPlanEndDate
        ! 1         2025-05-02       2025-05-01
          1         2025-05-02       2025-05-02
          1         2025-05-02       2025-05-03
          1         .                2025-05-01
          1         2025-05-02       .`,
    },
  ],
  '4012Q': [
    {
      CINplanDates: `
          LAchildID CINPlanStartDate CINPlanEndDate
        ! 1         2025-05-02       2025-05-02
          1         2025-05-02       2025-05-03
          1         2025-05-02       2025-05-01
          1         .                .
          1         2025-05-32       2025-05-32`,
    },
  ],
  4013: [
    {
      CINplanDates: `
          LAchildID CINPlanEndDate
        ! 1         2025-03-31
          1         2025-04-01
          1         2026-03-31
        ! 1         2026-04-01
          1         .`,
    },
    { Header: noReferenceDate, notRun: true, CINplanDates: 'LAchildID CINPlanEndDate\n1 2020-01-01' },
  ],
  4014: [
    {
      shows: 'in other episodes too, and on the day the other ends',
      CINdetails: twoEpisodes,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate CINPlanEndDate
        ! 1         1            2025-05-01       2025-06-01
        ! 1         2            2025-06-01       2025-06-20
          1         1            2025-06-21       2025-06-22
          1         1            .                2025-05-20
          1         1            2025-07-10       2025-07-01
          1         1            2025-07-11       2025-07-12`,
      groups: 'CINplanDates 0, CINplanDates 1',
    },
    {
      shows: 'an open plan runs to the reference date; two with one start are one finding',
      CINdetails: twoEpisodes,
      CINplanDates: `
          LAchildID CINPlanStartDate CINPlanEndDate
        ! 1         2025-05-01       .
        ! 1         2026-03-31       2026-04-30
        ! 1         2025-05-01       .`,
      groups: 'CINplanDates 0, CINplanDates 1, CINplanDates 2; CINplanDates 0, CINplanDates 2',
    },
    {
      CINdetails: twoEpisodes,
      CINplanDates: 'LAchildID CINPlanStartDate CINPlanEndDate\n1 2025-05-01 .\n1 2026-04-01 .',
    },
    {
      shows: 'without a reference date an open plan contains nothing',
      Header: noReferenceDate,
      CINdetails: twoEpisodes,
      CINplanDates: 'LAchildID CINPlanStartDate CINPlanEndDate\n1 2025-05-01 .\n1 2025-06-01 .',
    },
  ],
  4015: [
    {
      CINdetails: `
          LAchildID CINreferralDate
        ! 1         2025-05-02
          1         2025-09-01
          2         .`,
      CINplanDates: `
          LAchildID CINdetailsID CINPlanStartDate
        ! 1         1            2025-05-01
        ! 1         1            2025-05-01
        ! 1         1            2025-04-30
          1         1            2025-05-02
          1         1            .
          1         2            2025-09-02
          2         1            2025-05-01`,
      groups: 'CINdetails 0, CINplanDates 0, CINplanDates 1; CINdetails 0, CINplanDates 2',
    },
  ],
  ...cinPlansBesideProtectionExamples,
}
