import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const agesExamples: Examples<Ssda903> = {
  352: [
    {
      shows: 'the 18th birthday itself is too late; 28 February stands for 29 February; no date of birth says nothing',
      Header: `
          CHILD DOB
          1     01/05/2007
          2     02/05/2007
          3     29/02/2008
          4     .`,
      Episodes: `
          CHILD DECOM       RNE
        ! 1     01/05/2025  S
          1     01/05/2025  L
          2     01/05/2025  S
        ! 3     28/02/2026  S
          3     27/02/2026  S
          4     01/05/2025  S
          5     01/05/2025  S`,
    },
  ],
  358: [
    {
      shows: 'the 10th birthday itself passes',
      Header: `
          CHILD DOB
        ! 1     02/05/2015
          2     01/05/2015
          3     .
          5     02/05/2015`,
      Episodes: `
          CHILD DECOM       LS
        ! 1     01/05/2025  J1
        ! 1     01/05/2024  J3
          1     01/05/2025  C2
          2     01/05/2025  J2
          3     01/05/2025  J1
          4     01/05/2025  J1
          5     .           J1
          5     01/05/2025  .`,
      groups: 'Episodes 0, Episodes 1, Header 0',
    },
  ],
  359: [
    {
      shows: '18 on 31 March passes; an end that cannot be read is not blank',
      year: 2026,
      Header: `
          CHILD DOB
          1     30/03/2008
          2     31/03/2008
          3     .`,
      Episodes: `
          CHILD DEC         LS  PLACE
        ! 1     .           C2  K2
        ! 1     .           V2  U1
        ! 1     .           .   .
          1     .           V2  K2
          1     01/03/2026  C2  U1
          1     soon        C2  U1
          2     .           C2  U1
          3     .           C2  U1
          4     .           C2  U1`,
    },
  ],
  370: [
    {
      year: 2024,
      Header: `
          CHILD DOB
          1     02/05/2007
          2     01/05/2007`,
      Episodes: `
          CHILD DECOM       DEC         PLACE
        ! 1     01/05/2023  .           P2
        ! 1     01/05/2023  01/06/2023  P2
          1     02/05/2023  .           P2
          2     01/05/2023  .           P2
          1     01/05/2023  .           P1
          1     .           .           P2
          3     01/05/2023  .           P2`,
    },
    {
      shows: '15 in 2022/23',
      year: 2023,
      Header: `
          CHILD DOB
          1     02/05/2007
          2     01/05/2007`,
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     01/05/2022  P2
          2     01/05/2022  P2`,
    },
  ],
  371: [
    {
      shows: 'H5 and 14 in 2022/23',
      year: 2023,
      Header: `
          CHILD DOB
          1     02/05/2008
          2     01/05/2008`,
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     01/05/2022  H5
          2     01/05/2022  H5
          1     01/05/2022  K3`,
    },
    {
      shows: 'H5 and 16 in 2023/24',
      year: 2024,
      Header: `
          CHILD DOB
          1     02/05/2007
          2     01/05/2007`,
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     01/05/2023  H5
          2     01/05/2023  H5
          1     01/05/2023  K3`,
    },
    {
      shows: 'K3 from 2024/25; open episodes too',
      year: 2025,
      Header: `
          CHILD DOB
          1     02/05/2008
          2     01/05/2008
          3     29/02/2008
          4     .`,
      Episodes: `
          CHILD DECOM       DEC         PLACE
        ! 1     01/05/2024  .           K3
        ! 1     01/05/2024  01/06/2024  K3
          1     01/05/2024  .           H5
          2     01/05/2024  .           K3
          3     29/02/2024  .           K3
          4     01/05/2024  .           K3`,
    },
  ],
  372: [
    {
      Header: `
          CHILD DOB
          1     02/05/2015
          2     01/05/2015`,
      Episodes: `
          CHILD DECOM       DEC         PLACE
        ! 1     01/05/2025  .           R5
          1     02/05/2025  .           R5
          1     01/05/2025  .           R3
          2     01/05/2025  .           R5
          3     01/05/2025  .           R5`,
    },
  ],
  373: [
    {
      shows: 'a birth on 29 February has its 4th birthday on that day, its 3rd on 28 February',
      Header: `
          CHILD DOB
          1     29/02/2024
          2     01/05/2021`,
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     28/02/2028  S1
          1     29/02/2028  S1
          1     01/05/2025  U1
          2     01/05/2025  S1
          3     01/05/2025  S1`,
    },
  ],
  374: [
    {
      Header: `
          CHILD DOB
          1     02/05/2011
          2     01/05/2011`,
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     01/05/2025  P3
          1     01/05/2025  P1
          2     01/05/2025  P3
          3     01/05/2025  P3`,
    },
  ],
  375: [
    {
      shows: 'without any header; an open stay is measured to 31 March',
      year: 2026,
      Episodes: `
          CHILD DECOM       DEC         PLACE
        ! 1     01/05/2025  13/06/2025  T1
          2     01/05/2025  12/06/2025  T1
        ! 3     16/02/2026  .           T1
          4     17/02/2026  .           T1
          5     01/05/2025  soon        T1
          6     .           13/06/2025  T1
          7     01/05/2025  13/06/2025  U1`,
    },
  ],
  376: [
    {
      year: 2026,
      Episodes: `
          CHILD DECOM       DEC         PLACE
        ! 1     01/05/2025  23/05/2025  T3
          2     01/05/2025  22/05/2025  T3
        ! 3     09/03/2026  .           T3
          4     10/03/2026  .           T3
          5     01/05/2025  23/05/2025  T1`,
    },
  ],
  378: [
    {
      Episodes: `
          CHILD PLACE LS
        ! 1     P1    V2
          2     P1    C2
          3     U1    V2
          4     P1    .
          5     .     V2`,
    },
  ],
  379: [
    {
      year: 2026,
      Episodes: `
          CHILD DECOM       DEC         PLACE
        ! 1     01/05/2025  09/05/2025  T4
          2     01/05/2025  08/05/2025  T4
        ! 3     23/03/2026  .           T4
          4     24/03/2026  .           T4
          5     01/05/2025  09/05/2025  T0`,
    },
  ],
  386: [
    {
      shows: 'the 18th birthday itself is too late',
      Header: `
          CHILD DOB
          1     01/05/2007
          2     .`,
      Episodes: `
          CHILD DEC         REC
        ! 1     01/05/2025  E11
        ! 1     02/05/2025  E12
          1     30/04/2025  E12
          1     01/05/2025  E4A
          1     .           E12
          2     01/05/2025  E12
          3     01/05/2025  E12`,
    },
  ],
  387: [
    {
      shows: 'no date of birth says nothing',
      Header: `
          CHILD DOB
          1     01/05/2011
          2     .`,
      Episodes: `
          CHILD DEC         REC
        ! 1     30/04/2025  E5
        ! 1     30/04/2025  E6
          1     01/05/2025  E5
          1     .           E5
          1     30/04/2025  E7
          2     30/04/2025  E5
          3     30/04/2025  E5`,
    },
  ],
  389: [
    {
      Header: `
          CHILD DOB
          1     01/05/2009
          2     .`,
      Episodes: `
          CHILD DEC         REC
        ! 1     30/04/2025  E7
          1     01/05/2025  E7
          1     .           E7
          1     30/04/2025  E5
          2     30/04/2025  E7
          3     30/04/2025  E7`,
    },
  ],
}
