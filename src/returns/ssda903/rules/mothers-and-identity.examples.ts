import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const mothersAndIdentityExamples: Examples<Ssda903> = {
  393: [
    {
      shows: 'one episode outside V3 and V4 is enough, and a blank legal status is outside them',
      Header: `
          CHILD SEX MOTHER
        ! 1     F   .
          2     F   0
          3     F   .
        ! 4     F   .
          5     M   .
          6     F   .
          .     F   .`,
      Episodes: `
          CHILD LS
          1     V3
          1     C2
          2     C2
          3     V4
          4     .
          5     C2
          .     C2`,
    },
    {
      shows: 'numbers for sex before 2024/25',
      year: 2024,
      Header: `
          CHILD SEX MOTHER
        ! 1     2   .
          2     F   .`,
      Episodes: `
          CHILD LS
          1     C2
          2     C2`,
    },
  ],
  399: [
    {
      shows: 'a filled MOTHER takes all the reviews with it, a review only itself',
      Header: `
          CHILD MOTHER
        ! 1     0
        ! 2     .
          3     1
          4     1
          5     .
          6     1
        ! 7     1
          7     .`,
      Episodes: `
          CHILD LS
        ! 1     V3
        ! 1     V4
        ! 2     V4
          3     V3
          3     C2
          4     V3
          4     .
          5     V3
        ! 7     V3`,
      Reviews: `
          CHILD REVIEW      REVIEW_CODE
        ! 1     .           .
        ! 2     unreadable  .
          2     .           .
        ! 2     .           PN1
          3     01/05/2026  PN1
          5     .           .`,
      groups: `Header 0, Episodes 0, Episodes 1, Reviews 0; Header 1, Episodes 2, Reviews 1, Reviews 3; Header 6, Episodes 8`,
    },
  ],
  442: [
    {
      Header: `
          CHILD UPN
        ! 1     .
          2     UN1
          3     .
          4     .
        ! 5     .
        ! 5     .`,
      Episodes: `
          CHILD LS
          1     C2
          2     C2
          3     V3
          5     .`,
    },
  ],
  444: [
    {
      Header: `
          CHILD UPN
        ! 1     A123456789012
          2     B123456789012
        ! 3     A123456789012
          4     UN1
          5     UN1
          6     .
          7     .`,
      groups: 'Header 0, Header 2',
    },
    {
      shows: 'rows are counted, so a child listed twice shares its own UPN',
      year: 2026,
      Header: `
          CHILD UPN
        ! 1     A123456789012
        ! 1     A123456789012`,
      groups: 'Header 0, Header 1',
    },
  ],
  607: [
    {
      shows: 'both ends of the year count; any leaving episode counts',
      Header: `
          CHILD SEX MOTHER
        ! 1     F   .
        ! 2     F   .
          3     F   .
          4     F   0
          5     M   .
          6     F   .
          7     F   .`,
      Episodes: `
          CHILD DEC         REC LS
        ! 1     01/04/2026  E3  C2
          1     .           .   C2
        ! 2     31/03/2027  E5  .
          3     31/03/2026  E3  C2
          3     01/04/2027  E3  C2
          3     01/05/2026  X1  C2
          3     01/05/2026  .   C2
          4     01/05/2026  E3  C2
          5     01/05/2026  E3  C2
          6     01/05/2026  E3  V4
          7     unreadable  E3  C2
          8     01/05/2026  E3  C2`,
      groups: 'Header 0, Episodes 0; Header 1, Episodes 2',
    },
    {
      year: 2024,
      Header: `
          CHILD SEX MOTHER
        ! 1     2   .
          2     F   .`,
      Episodes: `
          CHILD DEC         REC LS
        ! 1     01/05/2023  E3  C2
          2     01/05/2023  E3  C2`,
    },
  ],
  611: [
    {
      Header: `
          CHILD MOTHER MC_DOB
        ! 1     1      .
          2     1      01/05/2026
          3     1      unreadable
          4     0      .
          5     .      .`,
    },
  ],
  612: [
    {
      Header: `
          CHILD SEX MOTHER MC_DOB
        ! 1     F   0      01/05/2026
        ! 2     F   .      unreadable
          3     F   1      01/05/2026
          4     F   0      .
          5     M   0      01/05/2026
          6     .   0      01/05/2026`,
    },
    {
      year: 2024,
      Header: `
          CHILD SEX MOTHER MC_DOB
        ! 1     2   0      01/05/2023
          2     F   0      01/05/2023`,
    },
  ],
  620: [
    {
      shows: 'the eleventh birthday on 1 April is old enough',
      Header: `
          CHILD DOB         MOTHER
          1     01/04/2015  1
        ! 2     02/04/2015  1
          3     02/04/2015  0
          4     02/04/2015  .
          5     .           1`,
    },
  ],
  621: [
    {
      Header: `
          CHILD DOB         MC_DOB
        ! 1     01/05/2010  01/05/2010
        ! 2     01/05/2010  30/04/2010
          3     01/05/2010  02/05/2010
          4     .           01/05/2010
          5     01/05/2010  .
          6     unreadable  01/05/2010`,
    },
  ],
  624: [
    {
      shows: 'blank this year contradicts; blank last year does not; the writing of a date does not matter',
      Header: `
          CHILD MC_DOB
        ! 1     02/05/2025
        ! 2     .
          3     01/05/2025
          4     01/05/2025
          5     01/05/2025
        ! 6     unreadable`,
      last: {
        Header: `
          CHILD MC_DOB
          1     01/05/2025
          2     01/05/2025
          3     1/5/2025
          4     .
          6     01/05/2025`,
      },
    },
  ],
  625: [
    {
      shows: 'after the year for any child, after leaving only where the latest episode ended care',
      Header: `
          CHILD MC_DOB
        ! 1     01/04/2027
          2     31/03/2027
        ! 3     02/06/2026
          4     01/06/2026
          5     02/06/2026
        ! 6     01/04/2027
          7     .`,
      Episodes: `
          CHILD DECOM       DEC         REC
          1     01/05/2026  .           .
          2     01/05/2026  .           .
        ! 3     01/05/2026  01/06/2026  E3
          4     01/05/2026  01/06/2026  E3
          5     01/05/2026  01/06/2026  X1
          5     01/06/2026  .           .
          7     01/05/2026  01/06/2026  E3`,
      groups: 'Header 2, Episodes 2',
    },
  ],
  626: [
    {
      Header: `
          CHILD MOTHER MC_DOB
        ! 1     1      31/03/2026
          2     1      01/04/2026
          3     1      31/03/2026
          4     1      31/03/2026
          5     0      31/03/2026
          6     1      .
          7     1      31/03/2026`,
      last: {
        Header: `
          CHILD MOTHER
          1     0
          2     0
          3     1
          4     .
          5     0
          6     0`,
      },
    },
  ],
  628: [
    {
      Header: `
          CHILD MOTHER
        ! 1     0
        ! 2     1
          3     1
          4     1
          5     .
          6     1`,
      Episodes: `
          CHILD DECOM
          3     01/05/2026`,
      OC3: `
          CHILD IN_TOUCH ACTIV ACCOM
          1     YES      .     .
          2     .        .     B1
          3     YES      .     .
          4     .        .     .
          5     YES      .     .`,
    },
  ],
}
