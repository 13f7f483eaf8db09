import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

/** Two episodes of one child. */
const twoEpisodes = 'LAchildID CINreferralDate\n1 2025-05-01\n1 2025-09-01'
const noReferenceDate = 'Year ReferenceDate\n2026 .'

export const section47Examples: Examples<CinCensus> = {
  1104: [
    {
      shows: 'the referral of its own episode; the conference in the details of the referral is not looked at',
      CINdetails: `
          LAchildID CINreferralDate DateOfInitialCPC
        ! 1         2025-05-02      .
          1         2025-09-01      2025-08-01
          2         .               .`,
      Section47: `
          LAchildID CINdetailsID DateOfInitialCPC
        ! 1         1            2025-05-01
        ! 1         1            2025-05-01
        ! 1         1            2025-04-30
          1         1            2025-05-02
          1         1            .
          1         2            2025-09-01
          2         1            2025-05-01`,
      groups: 'CINdetails 0, Section47 0, Section47 1; CINdetails 0, Section47 2',
    },
  ],
  2884: [
    {
      shows: 'also in another episode of the child; blanks are not the same conference',
      CINdetails: `
          LAchildID DateOfInitialCPC
        ! 1         2025-06-02
        ! 1         2025-06-02
          1         .
          1         2025-06-31
          2         2025-06-03`,
      Section47: `
          LAchildID CINdetailsID DateOfInitialCPC
        ! 1         1            2025-06-02
          1         2            2025-06-03
          1         3            .
          1         3            2025-06-31
          2         1            2025-06-02`,
      groups: 'CINdetails 0, CINdetails 1, Section47 0',
    },
    {
      shows: 'enquiries of different episodes are different findings',
      CINdetails: 'LAchildID DateOfInitialCPC\n! 1 2025-06-02\n1 .',
      Section47: 'LAchildID CINdetailsID DateOfInitialCPC\n! 1 1 2025-06-02\n! 1 2 2025-06-02',
      groups: 'CINdetails 0, Section47 0; CINdetails 0, Section47 1',
    },
  ],
  2889: [
    {
      CINdetails: `
          LAchildID CINreferralDate
        ! 1         2025-05-02
          1         2025-09-01
          2         .`,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate
        ! 1         1            2025-05-01
        ! 1         1            2025-05-01
        ! 1         1            2025-04-30
          1         1            2025-05-02
          1         1            .
          1         2            2025-09-02
          2         1            2025-05-01`,
      groups: 'CINdetails 0, Section47 0, Section47 1; CINdetails 0, Section47 2',
    },
  ],
  '2991Q': [
    {
      shows: 'an assessment of another episode does not help, an empty one of this does',
      CINdetails: twoEpisodes,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate
        ! 1         1            2025-05-01
        ! 1         1            .
          1         2            2025-09-01`,
      Assessments: 'LAchildID CINdetailsID AssessmentActualStartDate\n1 2 .',
      groups: 'Section47 0, Section47 1',
    },
  ],
  8615: [
    {
      Section47: `
          LAchildID S47ActualStartDate DateOfInitialCPC
        ! 1         2025-06-03         2025-06-02
          1         2025-06-02         2025-06-02
          1         2025-06-01         2025-06-02
        ! 1         .                  2025-06-02
        ! 1         2025-06-31         2025-06-02
          1         2025-06-03         .
          1         .                  .`,
    },
  ],
  '8675Q': [
    {
      shows: 'the 14th working day before 31 March 2026 is 11 March',
      Section47: `
          LAchildID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
        ! 1         2026-03-10         .                false
        ! 1         2026-03-10         .                0
        ! 1         2026-03-10         .                FALSE
          1         2026-03-11         .                false
          1         2026-03-10         2026-03-30       false
          1         2026-03-10         .                true
          1         2026-03-10         .                .
          1         .                  .                false
        ! 1         2026-03-10         2026-03-00       false`,
    },
    { year: 2025, Section47: 'LAchildID S47ActualStartDate ICPCnotRequired\n! 1 2025-03-10 0\n1 2025-03-11 0' },
    { year: 2024, Section47: 'LAchildID S47ActualStartDate ICPCnotRequired\n! 1 2024-03-10 0\n1 2024-03-11 0' },
    { year: 2023, Section47: 'LAchildID S47ActualStartDate ICPCnotRequired\n! 1 2023-03-12 0\n1 2023-03-13 0' },
    {
      Header: noReferenceDate,
      notRun: true,
      Section47: 'LAchildID S47ActualStartDate ICPCnotRequired\n1 2020-01-01 0',
    },
  ],
  8715: [
    {
      shows: 'the conference in the details of the referral is not looked at',
      CINdetails: 'LAchildID DateOfInitialCPC\n1 2020-01-01',
      Section47: `
          LAchildID DateOfInitialCPC
        ! 1         2025-03-31
          1         2025-04-01
          1         2026-03-31
        ! 1         2026-04-01
          1         .
          1         2026-04-31`,
    },
  ],
  8740: [
    {
      Section47: `
          LAchildID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
        ! 1         2025-03-31         .                false
        ! 1         2025-03-31         .                0
        ! 1         2025-03-31         .                FALSE
          1         2025-04-01         .                0
          1         2026-03-31         .                0
        ! 1         2026-04-01         .                0
          1         2025-03-31         2025-04-10       0
          1         2025-03-31         .                true
          1         2025-03-31         .                .
          1         .                  .                0`,
    },
    {
      Header: noReferenceDate,
      notRun: true,
      Section47: 'LAchildID S47ActualStartDate ICPCnotRequired\n1 2020-01-01 0',
    },
  ],
  8839: [
    {
      shows: 'only the open ones; blank and other texts do not say that no conference is required',
      CINdetails: twoEpisodes,
      Section47: `
          LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
        ! 1         1            .                false
          1         1            .                TRUE
          1         1            2025-06-02       false
        ! 1         1            .                .
        ! 1         1            2025-06-31       perhaps
          1         2            .                0
          1         2            .                1`,
      groups: 'Section47 0, Section47 3, Section47 4',
    },
    { CINdetails: twoEpisodes, Section47: 'LAchildID ICPCnotRequired\n! 1 0\n! 1 .' },
  ],
  8868: [
    {
      shows: 'a conference or "not required" finishes an enquiry, and so do both',
      CINdetails: `
          LAchildID CINclosureDate
        ! 1         2025-12-01
          1         .
          1         2025-12-01
          1         2025-12-01`,
      Section47: `
          LAchildID CINdetailsID DateOfInitialCPC ICPCnotRequired
        ! 1         1            .                false
        ! 1         1            .                .
          1         1            2025-06-02       false
          1         1            .                true
          1         2            .                false
          1         3            2025-06-02       true
          1         3            .                1`,
      groups: 'CINdetails 0, Section47 0, Section47 1',
    },
  ],
  '8870Q': [
    {
      shows: 'Saturday and Sunday; bank holidays are not looked at',
      Section47: `
          LAchildID InitialCPCtarget
          1         2025-06-06
        ! 1         2025-06-07
        ! 1         2025-06-08
          1         2025-06-09
          1         2025-05-26
          1         .
          1         2025-06-31`,
    },
  ],
  8875: [
    {
      Section47: `
          LAchildID InitialCPCtarget DateOfInitialCPC
          1         2025-06-07       2025-06-06
        ! 1         .                2025-06-07
        ! 1         .                2025-06-08
          1         .                2025-06-09
          1         .                .`,
      CINdetails: 'LAchildID DateOfInitialCPC\n1 2025-06-07',
    },
  ],
  8890: [
    {
      shows: 'up to the day of the conference, also where none was said to be required',
      CINdetails: twoEpisodes,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
        ! 1         1            2025-05-01         2025-06-02       true
        ! 1         1            2025-06-02         2025-06-04       .
          1         1            2025-06-05         2025-06-06       .
          1         1            .                  2025-06-06       .
          1         2            2025-05-10         2025-06-10       .`,
      groups: 'Section47 0, Section47 1',
    },
    {
      shows: 'without a conference it runs to the reference date, unless none was required',
      CINdetails: twoEpisodes,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
        ! 1         1            2025-05-01         .                false
        ! 1         1            2026-03-31         2026-04-10       .
          1         2            2025-09-01         .                TRUE
          1         2            2025-09-02         2025-09-03       .
          1         2            2026-04-01         .                .
          1         2            2025-09-04         .                1`,
      groups: 'Section47 0, Section47 1',
    },
    {
      shows: 'nothing that is open runs beyond the reference date; two with the same dates do overlap',
      CINdetails: twoEpisodes,
      Section47: `
          LAchildID CINdetailsID S47ActualStartDate DateOfInitialCPC ICPCnotRequired
          1         1            2025-05-01         .                false
          1         1            2026-04-01         .                false
        ! 1         2            2025-09-01         2025-09-10       false
        ! 1         2            2025-09-01         2025-09-10       true
        ! 1         2            2025-09-02         2025-09-03       true`,
      groups: 'Section47 2, Section47 3; Section47 2, Section47 3, Section47 4',
    },
  ],
}
