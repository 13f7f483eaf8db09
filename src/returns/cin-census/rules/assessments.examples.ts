import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

/** Two episodes of one child. */
const twoEpisodes = 'LAchildID CINreferralDate\n1 2025-05-01\n1 2025-09-01'
const noReferenceDate = 'Year ReferenceDate\n2026 .'

export const assessmentsExamples: Examples<CinCensus> = {
  1103: [
    {
      shows: 'only the referral of its own episode counts, and the same day is in order',
      CINdetails: `
          LAchildID CINreferralDate
        ! 1         2025-05-02
          1         2025-09-01
          2         .`,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate
        ! 1         1            2025-05-01
        ! 1         1            2025-05-01
        ! 1         1            2025-04-30
          1         1            2025-05-02
          1         2            2025-09-03
          2         1            2025-05-01
          1         1            .`,
      groups: 'Assessments 0, Assessments 1, CINdetails 0; Assessments 2, CINdetails 0',
    },
  ],
  8608: [
    {
      Assessments: `
          LAchildID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         2025-05-02                2025-05-01
          1         2025-05-02                2025-05-02
          1         2025-05-01                2025-05-02
          1         .                         2025-05-02
          1         2025-05-02                .
          1         2025-05-02                2025-05-00`,
    },
  ],
  '8670Q': [
    {
      shows: 'the 44th working day before 31 March 2026 is 28 January',
      Assessments: `
          LAchildID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         2026-01-27                .
          1         2026-01-28                .
          1         2026-01-27                2026-03-01
          1         .                         .
        ! 1         2026-01-27                2026-02-30`,
    },
    { year: 2025, Assessments: 'LAchildID AssessmentActualStartDate\n! 1 2025-01-27\n1 2025-01-28' },
    {
      shows: 'a reference date that is a Sunday and Easter',
      year: 2024,
      Assessments: 'LAchildID AssessmentActualStartDate\n! 1 2024-01-28\n1 2024-01-29',
    },
    { year: 2023, Assessments: 'LAchildID AssessmentActualStartDate\n! 1 2023-01-29\n1 2023-01-30' },
    { Header: noReferenceDate, notRun: true, Assessments: 'LAchildID AssessmentActualStartDate\n1 2020-01-01' },
  ],
  8696: [
    {
      Assessments: `
          LAchildID AssessmentAuthorisationDate
        ! 1         2025-03-31
          1         2025-04-01
          1         2026-03-31
        ! 1         2026-04-01
          1         .
          1         2026-03-32`,
    },
    { Header: noReferenceDate, notRun: true, Assessments: 'LAchildID AssessmentAuthorisationDate\n1 2020-01-01' },
  ],
  8736: [
    {
      shows: 'an open assessment without a start is flagged too',
      Assessments: `
          LAchildID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         2025-03-31                .
          1         2025-04-01                .
          1         2026-03-31                .
        ! 1         2026-04-01                .
        ! 1         .                         .
          1         2025-03-31                2025-04-01
        ! 1         2025-03-31                2025-04-31`,
    },
  ],
  '8863Q': [
    {
      shows: 'beginning on the day the other ends is an overlap; other episodes do not matter',
      CINdetails: twoEpisodes,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         1            2025-05-01                2025-06-01
        ! 1         1            2025-06-01                2025-06-10
          1         1            2025-06-11                2025-06-12
          1         1            .                         2025-07-01
          1         2            2025-05-20                2025-06-20`,
      groups: 'Assessments 0, Assessments 1',
    },
    {
      shows: 'all those running on the day a third begins are one finding',
      CINdetails: twoEpisodes,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         2            2025-09-10                2025-10-10
        ! 1         2            2025-09-01                .
        ! 1         2            2025-10-01                2025-10-20`,
      groups: 'Assessments 0, Assessments 1; Assessments 0, Assessments 1, Assessments 2',
    },
    {
      shows: 'two with the same dates do overlap',
      CINdetails: twoEpisodes,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         1            2025-05-01                2025-06-01
        ! 1         1            2025-05-01                2025-06-01
        ! 1         2            2025-09-01                .
        ! 1         2            2025-09-01                .`,
      groups: 'Assessments 0, Assessments 1; Assessments 2, Assessments 3',
    },
    {
      shows: 'one that is open runs to the reference date',
      CINdetails: twoEpisodes,
      Assessments: `
          LAchildID CINdetailsID AssessmentActualStartDate AssessmentAuthorisationDate
        ! 1         1            2025-05-01                .
        ! 1         1            2026-03-31                .
          1         2            2025-09-01                .
          1         2            2026-04-01                .`,
    },
  ],
  8867: [
    {
      CINdetails: `
          LAchildID CINclosureDate
        ! 1         2025-06-01
          1         .
          1         2025-12-01
          1         2025-12-32`,
      Assessments: `
          LAchildID CINdetailsID AssessmentAuthorisationDate
        ! 1         1            .
          1         1            2025-05-01
        ! 1         1            2025-05-32
          1         2            .
          1         3            2026-01-01
          1         4            .`,
      groups: 'Assessments 0, Assessments 2, CINdetails 0',
    },
  ],
  8896: [
    {
      shows: 'only the open ones are flagged, each episode by itself',
      CINdetails: twoEpisodes,
      Assessments: `
          LAchildID CINdetailsID AssessmentAuthorisationDate
        ! 1         1            .
          1         1            2025-06-01
        ! 1         1            2025-06-31
          1         2            .`,
      groups: 'Assessments 0, Assessments 2',
    },
  ],
}
