import type { Example, Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

/** Which days of an order and an episode touch; the placement is one that both 709 and 710 flag. */
const touching: Example<Ssda903> = {
  shows: 'both ends count; an order needs both dates',
  DoLo: `
          CHILD DOLO_START  DOLO_END
        ! 1     10/05/2026  20/05/2026
        ! 2     10/05/2026  20/05/2026
        ! 3     10/05/2026  20/05/2026
          4     10/05/2026  20/05/2026
          5     10/05/2026  .
          6     .           20/05/2026
          7     10/05/2026  20/05/2026
          .     10/05/2026  20/05/2026`,
  Episodes: `
          CHILD DECOM       DEC         PLACE
        ! 1     01/05/2026  10/05/2026  P1
          1     01/05/2026  09/05/2026  P1
        ! 2     20/05/2026  .           P1
          2     21/05/2026  .           P1
        ! 3     01/05/2026  unreadable  P1
          4     .           .           P1
          5     01/05/2026  .           P1
          6     01/05/2026  .           P1
          .     01/05/2026  .           P1`,
  groups: 'DoLo 0, Episodes 0; DoLo 1, Episodes 2; DoLo 2, Episodes 4',
}

export const deprivationOfLibertyExamples: Examples<Ssda903> = {
  700: [
    {
      DoLo: `
          CHILD DOLO_START
        ! 1     .
        ! 2     31/02/2026
        ! 3     01/05/26
          4     01/05/2026
          5     1/5/2026`,
    },
  ],
  701: [
    {
      DoLo: `
          CHILD DOLO_END
        ! 1     31/02/2026
        ! 2     unknown
          3     .
          4     01/05/2026`,
    },
  ],
  702: [
    {
      DoLo: `
          CHILD DOLO_START  DOLO_END
        ! 1     02/05/2026  01/05/2026
          2     01/05/2026  01/05/2026
          3     01/05/2026  02/05/2026
          4     .           01/05/2026
          5     01/05/2026  .`,
    },
  ],
  703: [
    {
      DoLo: `
          CHILD DOLO_START
        ! 1     01/04/2027
          2     31/03/2027
          3     01/05/2020
          4     .`,
    },
  ],
  704: [
    {
      DoLo: `
          CHILD DOLO_END
        ! 1     31/03/2026
          2     01/04/2026
          3     31/03/2027
        ! 4     01/04/2027
          5     .
          6     unreadable`,
    },
  ],
  705: [
    {
      shows: 'by the start; the later of two that overlap, and any that lies within an earlier one',
      DoLo: `
          CHILD DOLO_START  DOLO_END
        ! 1     10/05/2026  .
          1     01/05/2026  30/06/2026
        ! 1     12/05/2026  20/05/2026
          2     01/05/2026  10/05/2026
          2     10/05/2026  .
        ! 2     11/05/2026  12/05/2026
          2     .           .
          3     01/05/2026  01/08/2026
        ! 3     02/05/2026  03/05/2026
        ! 3     10/05/2026  11/05/2026
        ! 4     10/05/2026  11/05/2026
          4     01/05/2026  unreadable
          .     01/05/2026  .
          .     02/05/2026  .`,
    },
  ],
  706: [
    {
      shows: 'every open order of last year must go on; without any this year the header is flagged',
      Header: `
          CHILD
          1
        ! 2
          3`,
      DoLo: `
          CHILD DOLO_START
          1     01/06/2026
        ! 1     02/03/2026
          4     01/03/2026
          5     01/05/2026
          6     01/05/2026
          7     01/05/2026`,
      last: {
        DoLo: `
          CHILD DOLO_START  DOLO_END
          1     01/03/2026  .
          2     01/03/2026  .
          3     01/03/2026  02/03/2026
          4     1/3/2026    .
          5     01/03/2026  unreadable
          6     .           .`,
      },
    },
  ],
  707: [
    {
      shows: 'an open order needs an open period of care begun by then; closed ones are left to other rules',
      Episodes: `
          CHILD DECOM       DEC
          1     01/05/2026  01/06/2026
          2     01/05/2026  01/06/2026
          2     01/06/2026  .
          3     01/05/2026  01/06/2026
          3     01/07/2026  .`,
      DoLo: `
          CHILD DOLO_START  DOLO_END
        ! 1     10/05/2026  .
        ! 1     10/05/2026  unreadable
          1     10/05/2026  02/06/2026
          1     .           .
          2     10/05/2026  .
        ! 3     10/05/2026  .
          3     01/07/2026  .
          4     10/05/2026  .`,
    },
  ],
  708: [
    {
      DoLo: `
          CHILD DOLO_START  DOB
        ! 1     01/05/2026  01/05/2026
        ! 2     30/04/2026  01/05/2026
          3     02/05/2026  01/05/2026
          4     .           01/05/2026
          5     01/05/2026  .`,
    },
  ],
  709: [
    touching,
    {
      shows: 'a blank placement is no usual one',
      DoLo: `
          CHILD DOLO_START  DOLO_END
        ! 1     10/05/2026  20/05/2026
          2     10/05/2026  20/05/2026`,
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     01/05/2026  .
        ! 1     01/05/2026  U1
          1     01/05/2026  K2
          2     01/05/2026  Z12
          2     01/05/2026  Z13`,
    },
  ],
  710: [
    touching,
    {
      DoLo: `
          CHILD DOLO_START  DOLO_END
        ! 1     10/05/2026  20/05/2026
          2     10/05/2026  20/05/2026`,
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     01/05/2026  K1
        ! 1     01/05/2026  R5
        ! 1     01/05/2026  K3
          1     01/05/2026  K2
          2     01/05/2026  U1
          2     01/05/2026  .`,
    },
  ],
}
