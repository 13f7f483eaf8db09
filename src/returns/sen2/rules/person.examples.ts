import type { Examples } from '../../engine/examples.ts'
import type { Sen2 } from '../layout.ts'

export const personsExamples: Examples<Sen2> = {
  S010: [{ Person: 'child Surname Forename\n 1 Ash Rowan\n ! 2 . Rowan\n ! 3 Ash .' }],
  S011: [{ Person: 'child PersonBirthDate\n 1 2015-02-28\n ! 2 .\n ! 3 2015-02-29' }],
  S012: [{ year: 2026, Person: 'child PersonBirthDate\n 1 2025-12-31\n ! 2 2026-01-01\n 3 .' }],
  S013: [
    { year: 2026, Person: 'child Sex\n 1 M\n 2 U\n ! 3 1\n ! 4 .' },
    { year: 2023, Person: 'child Sex\n 1 1\n 2 F' },
  ],
  S014: [{ Person: 'child Ethnicity\n 1 WBRI\n ! 2 XXXX\n ! 3 .' }],
  S015: [{ Person: 'child PostCode\n 1 CV1~5RR\n 2 cv15rr\n 3 W1A~1AA\n ! 4 CV1\n ! 5 .' }],
  S016: [{ Person: 'child UPN\n 1 W331200000001\n 2 .\n ! 3 A331200000001\n ! 4 W3312' }],
  S017: [{ Person: 'child UniqueLearnerNumber\n 1 9000000008\n 2 .\n ! 3 9000000001\n ! 4 900' }],
  S018: [
    {
      Person: `
          child UPN           UniqueLearnerNumber UPNunknown
          1     W331200000001 .                   .
          2     .             9000000008          .
          3     .             .                   UN2
        ! 4     .             .                   .`,
    },
  ],
  S019: [{ Person: 'child UPN UPNunknown\n 1 W331200000001 .\n 2 . UN2\n ! 3 W331200000001 UN2' }],
  S020: [{ Person: 'child UPNunknown\n 1 UN10\n 2 .\n ! 3 UN11' }],
  S021: [
    {
      Person: 'child UPN\n ! 1 W331200000001\n 2 K331200000002\n ! 3 W331200000001\n 4 .\n 5 .',
      groups: 'Person 0, Person 2',
    },
  ],
  S022: [
    {
      Person: 'child UniqueLearnerNumber\n ! 1 9000000008\n ! 2 9000000008\n 3 .\n 4 .',
      groups: 'Person 0, Person 1',
    },
  ],
  S023: [
    {
      Person: `
          child Surname Forename PersonBirthDate PostCode
        ! 1     Ash     Rowan    2015-05-01      CV1~5RR
        ! 2     ASH     Rowan    2015-05-01      CV1~5RR
          3     Ash     Rowan    2015-05-02      CV1~5RR
          4     Ash     Rowan    .               CV1~5RR
          5     Ash     Rowan    .               CV1~5RR`,
    },
  ],
  S024: [
    {
      shows: 'the plan may last to 31 August after the 25th birthday',
      year: 2026,
      Person: 'child PersonBirthDate\n ! 1 2000-08-31\n 2 2000-09-01\n 3 2000-08-31\n 4 .',
      Requests: 'child ReceivedDate\n 1 .\n 2 .\n 3 .\n 4 .',
      ActivePlans: 'child TransferLA\n 1 .\n 2 .\n 4 .',
    },
  ],
  S025: [
    {
      year: 2026,
      Person: 'child PersonBirthDate\n ! 1 1999-12-31\n 2 2000-01-01\n 3 1990-01-01',
      Requests: 'child ReceivedDate\n 1 .\n 2 .',
      ActivePlans: 'child TransferLA\n 1 .\n 2 .',
    },
  ],
  S026: [{ Person: 'child Surname\n 1 Ash\n ! 2 Elm', Requests: 'child ReceivedDate\n 1 .' }],
  S027: [
    {
      year: 2026,
      Person: `
          child PersonBirthDate UniqueLearnerNumber
        ! 1     2008-12-31      .
          2     2009-01-01      .
          3     2008-12-31      9000000008
          4     .               .`,
    },
  ],
}
