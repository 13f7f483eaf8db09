import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const missingPeriodsExamples: Examples<Ssda903> = {
  564: [
    {
      Missing: `
          CHILD MISSING MIS_START
        ! 1     M       .
        ! 2     A       .
          3     M       01/05/2026
          4     M       unreadable
          5     .       .
          6     X       .`,
    },
  ],
  565: [
    {
      Missing: `
          CHILD MISSING MIS_START
        ! 1     .       01/05/2026
        ! 2     .       unreadable
          3     .       .
          4     X       01/05/2026`,
    },
  ],
  566: [
    {
      Missing: `
          CHILD MISSING MIS_END
        ! 1     .       01/05/2026
        ! 2     .       unreadable
          3     .       .
          4     X       01/05/2026`,
    },
  ],
  567: [
    {
      Missing: `
          CHILD MIS_START   MIS_END
        ! 1     02/05/2026  01/05/2026
          2     01/05/2026  01/05/2026
          3     .           01/05/2026
          4     01/05/2026  .`,
    },
  ],
  570: [
    {
      Missing: `
          CHILD MIS_START
        ! 1     01/04/2027
          2     31/03/2027
          3     .
          4     01/05/2020`,
    },
  ],
  571: [
    {
      Missing: `
          CHILD MIS_END
        ! 1     31/03/2026
          2     01/04/2026
          3     31/03/2027
        ! 4     01/04/2027
          5     .`,
    },
    {
      year: 2024,
      Missing: `
          CHILD MIS_END
          1     01/04/2023
        ! 2     01/04/2024`,
    },
  ],
  574: [
    {
      shows: 'by the end of the period, or its start where it is open; the day of the end is no overlap',
      Missing: `
          CHILD MIS_START   MIS_END
        ! 1     01/05/2026  20/05/2026
          1     05/05/2026  10/05/2026
          2     01/05/2026  10/05/2026
          2     10/05/2026  12/05/2026
          2     13/05/2026  .
          3     01/05/2026  .
        ! 3     05/05/2026  10/05/2026
          3     .           .
          4     01/05/2026  .
        ! 4     .           .
          .     01/05/2026  .
          .     02/05/2026  .`,
    },
  ],
  575: [
    {
      shows: 'on the day of a move the child went missing from the new placement',
      Episodes: `
          CHILD DECOM       DEC
          1     01/05/2026  01/06/2026
          1     01/06/2026  .
          2     .           01/06/2026`,
      Missing: `
          CHILD MIS_START   MIS_END
        ! 1     31/05/2026  .
        ! 1     01/05/2026  .
          1     01/06/2026  .
          1     30/04/2026  .
          1     31/05/2026  unreadable
          1     31/05/2026  01/06/2026
          1     .           .
          2     31/05/2026  .
          3     31/05/2026  .`,
    },
    {
      shows: 'the last day of the last episode',
      Episodes: `
          CHILD DECOM       DEC
          1     01/06/2026  01/06/2026
          1     01/05/2026  01/06/2026`,
      Missing: `
          CHILD MIS_START   MIS_END
        ! 1     01/06/2026  .
          1     02/06/2026  .`,
    },
  ],
  576: [
    {
      shows: 'every open period of last year must go on; without any this year the header is flagged',
      Header: `
          CHILD
          1
        ! 2
          3`,
      Missing: `
          CHILD MIS_START
          1     01/06/2026
        ! 1     02/03/2026
          4     01/03/2026
          4     01/02/2026
          5     01/05/2026
          6     01/05/2026
        ! 7     .
          7     .
          8     01/05/2026
          9     01/03/2026
          9     02/03/2026`,
      last: {
        Missing: `
          CHILD MIS_START   MIS_END
          1     01/03/2026  .
          2     01/03/2026  .
          3     01/03/2026  02/03/2026
          4     1/3/2026    .
          5     01/03/2026  unreadable
          6     .           .
          7     01/03/2026  .
          9     01/03/2026  .
          9     02/03/2026  .`,
      },
    },
  ],
  577: [
    {
      shows: 'an open period needs an open period of care begun by then; closed ones are left to other rules',
      Episodes: `
          CHILD DECOM       DEC
          1     01/05/2026  01/06/2026
          2     01/05/2026  01/06/2026
          2     01/06/2026  .
          3     01/05/2026  01/06/2026
          3     01/07/2026  .
          4     .           01/06/2026`,
      Missing: `
          CHILD MIS_START   MIS_END
        ! 1     10/05/2026  .
        ! 1     10/05/2026  unreadable
          1     10/05/2026  02/06/2026
          1     .           .
          2     10/05/2026  .
        ! 3     10/05/2026  .
          3     01/07/2026  .
          4     10/05/2026  .
          5     10/05/2026  .`,
    },
  ],
  578: [
    {
      shows: 'the last day of care is no day after it; before the first episode is left to 581',
      Episodes: `
          CHILD DECOM       DEC
          1     01/05/2026  01/06/2026
          1     10/06/2026  01/07/2026
          2     01/05/2026  .`,
      Missing: `
          CHILD MIS_START
          1     01/06/2026
        ! 1     02/06/2026
          1     10/06/2026
          1     01/07/2026
        ! 1     02/07/2026
          1     30/04/2026
          1     .
          2     01/08/2026
          3     01/08/2026`,
    },
  ],
  580: [
    {
      shows: 'missing on the day on which care ended; the day of the return still counts',
      Missing: `
          CHILD DOB         MIS_START   MIS_END
          1     01/05/2010  01/05/2026  01/06/2026
          2     01/05/2010  01/05/2026  31/05/2026
          3     01/05/2010  01/06/2026  .
          4     01/05/2010  02/06/2026  .
          5     01/05/2010  01/05/2026  unreadable`,
      Episodes: `
          CHILD REC DEC
        ! 1     E4A 01/06/2026
        ! 1     .   01/06/2026
          1     E8  01/06/2026
          1     X1  01/06/2026
          1     E4A .
          2     E4A 01/06/2026
        ! 3     E4A 01/06/2026
          4     E4A 01/06/2026
          5     E4A 01/06/2026
          6     E4A 01/06/2026`,
    },
    {
      shows: 'on the 18th birthday care has ended, even where the reason says that it goes on',
      Missing: `
          CHILD DOB         MIS_START   MIS_END
          1     01/05/2008  01/04/2026  01/05/2026
          2     29/02/2008  .           28/02/2026`,
      Episodes: `
          CHILD REC DEC
        ! 1     X1  01/05/2026
          1     X1  30/04/2026
          1     E8  01/05/2026
        ! 2     E5  28/02/2026`,
    },
  ],
  581: [
    {
      shows: 'the first known episode counts, be it of last year; blanks are left to 564',
      Episodes: `
          CHILD DECOM       DEC
          1     01/06/2026  .
          1     01/05/2026  01/06/2026
          2     01/05/2026  01/06/2026
          3     .           .`,
      Missing: `
          CHILD MIS_START
        ! 1     30/04/2026
          1     01/05/2026
          1     .
          2     30/04/2026
        ! 2     30/04/2025
          2     02/06/2026
          3     30/04/2026
          4     30/04/2026
          5     30/04/2025`,
      last: {
        Episodes: `
          CHILD DECOM
          2     01/05/2025
          5     01/05/2025`,
      },
    },
    {
      shows: "without last year's episodes",
      Episodes: `
          CHILD DECOM
          1     01/05/2026`,
      Missing: `
          CHILD MIS_START
        ! 1     30/04/2026
          1     02/05/2026`,
    },
  ],
  586: [
    {
      Missing: `
          CHILD MIS_START   DOB
        ! 1     30/04/2026  01/05/2026
          2     01/05/2026  01/05/2026
          3     .           01/05/2026
          4     01/05/2026  .`,
    },
  ],
}
