import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const ordersExamples: Examples<Ssda903> = {
  407: [
    {
      shows: 'the 18th birthday itself is too late',
      Header: `
          CHILD DOB
        ! 1     01/05/2008
          2     02/05/2008
        ! 3     29/02/2008
          4     .
          6     01/05/2008`,
      Episodes: `
          CHILD DEC         REC
        ! 1     01/05/2026  E45
        ! 1     01/06/2026  E48
          1     30/04/2026  E46
          1     .           E47
          2     01/05/2026  E45
        ! 3     28/02/2026  E47
          4     01/05/2026  E45
          5     01/05/2026  E45
          6     01/05/2026  E41
          6     01/05/2026  .`,
      groups: 'Header 0, Episodes 0, Episodes 1; Header 2, Episodes 5',
    },
  ],
  408: [
    {
      Episodes: `
          CHILD PLACE LS
        ! 1     A5    C2
        ! 1     A6    .
          1     A5    E1
          1     A3    C2
          1     .     C2
        ! .     A6    C2`,
    },
  ],
  426: [
    {
      Episodes: `
          CHILD LS
        ! 1     V3
          1     C2
        ! 1     V4
        ! 1     V3
          2     V3
          2     V3
          3     V4
          .     V3
          .     V4`,
    },
  ],
  445: [
    {
      Episodes: `
          CHILD LS DECOM
        ! 1     D1 01/01/2006
          1     D1 31/12/2005
          1     D1 .
          1     E1 01/01/2006`,
    },
    {
      year: 2023,
      Episodes: `
          CHILD LS DECOM
        ! 1     D1 01/05/2022
          1     .  01/05/2022`,
    },
  ],
  446: [
    {
      Episodes: `
          CHILD LS DECOM
        ! 1     E1 30/11/2005
          1     E1 01/12/2005
          1     E1 .
          1     E1 unreadable
          1     D1 30/11/2005`,
    },
  ],
  451: [
    {
      Episodes: `
          CHILD LS DEC         REC
        ! 1     D1 .           .
          1     D1 01/05/2023  .
          1     D1 unreadable  .
          1     D1 .           X1
          1     E1 .           .`,
    },
  ],
  460: [
    {
      shows: 'the 18th birthday is early enough; 28 February stands for 29 February',
      Header: `
          CHILD DOB
          1     02/05/2008
          2     01/05/2008
          3     29/02/2008
          4     .`,
      Episodes: `
          CHILD DEC         REC
        ! 1     01/05/2026  E17
          1     01/05/2026  E5
          1     .           E17
          2     01/05/2026  E17
          3     28/02/2026  E17
        ! 3     27/02/2026  E17
          4     01/05/2020  E17
          5     01/05/2020  E17`,
    },
  ],
  516: [
    {
      Episodes: `
          CHILD REC PLACE
        ! 1     E45 P1
        ! 1     E46 .
          1     E45 U1
          1     E46 U6
          1     E47 P1
          1     .   P1`,
    },
  ],
}
