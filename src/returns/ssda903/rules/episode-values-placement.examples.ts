import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const placementValuesExamples: Examples<Ssda903> = {
  178: [
    {
      year: 2025,
      Episodes: `
          CHILD PLACE PLACE_PROVIDER
          1     U1    PR0
          2     U1    PR5
        ! 3     U1    PR6
        ! 4     T0    PR1
        ! 5     T4    PR1
        ! 6     Z1    PR1
          7     T4    .
          8     .     PR1
        ! 9     .     X`,
    },
    {
      year: 2026,
      Episodes: `
          CHILD PLACE PLACE_PROVIDER
          1     T4    PR1
        ! 2     T3    PR1
        ! 3     Z11   PR1
        ! 4     Z14   PR1
          5     Z11   .`,
    },
  ],
  213: [
    {
      year: 2025,
      Episodes: `
          CHILD PLACE PLACE_PROVIDER
        ! 1     T0    PR1
        ! 2     T4    PR0
        ! 3     T2    X
          4     T2    .
          5     Z1    PR1
          6     U1    PR1
          7     .     PR1`,
    },
    {
      year: 2026,
      Episodes: `
          CHILD PLACE PLACE_PROVIDER
        ! 1     T4    PR1
        ! 2     Z11   PR1
        ! 3     Z14   PR1
          4     Z12   .`,
    },
  ],
  214: [
    {
      Episodes: `
          CHILD LS  PL_POST URN
        ! 1     V3  AB1~2CD .
        ! 2     V4  .       XXXXXXX
          3     V3  .       .
          4     V2  AB1~2CD 1234567
          5     .   AB1~2CD .`,
    },
  ],
  217: [
    {
      Episodes: `
          CHILD PLACE DECOM       RNE
        ! 1     A3    01/04/2015  P
        ! 2     A5    01/05/2025  .
          3     A3    31/03/2015  P
          4     A3    01/05/2025  S
          5     A3    01/05/2025  T
          6     A5    01/05/2025  U
          7     A4    01/05/2025  P
          8     A3    .           P`,
    },
  ],
  '217t': [
    {
      Episodes: `
          CHILD PLACE DECOM       DEC
        ! 1     P2    01/05/2023  29/10/2023
          2     P2    01/05/2023  28/10/2023
        ! 3     P2    01/05/2023  .
        ! 4     P2    01/11/2023  soon
          5     H5    01/05/2023  .`,
    },
  ],
  222: [
    {
      year: 2023,
      Episodes: `
          CHILD PLACE URN
        ! 1     H5    1234567
        ! 2     P2    1234567
        ! 3     Z1    1234567
          4     Z1    XXXXXXX
          5     Z1    .
          6     U1    1234567
          7     .     1234567`,
    },
    {
      year: 2024,
      Episodes: `
          CHILD PLACE URN
          1     H5    1234567
        ! 2     P2    1234567`,
    },
    {
      year: 2025,
      Episodes: `
          CHILD PLACE URN
          1     P2    1234567
        ! 2     Z1    1234567`,
    },
    {
      year: 2026,
      Episodes: `
          CHILD PLACE URN
          1     Z1    1234567
        ! 2     Z13   1234567
        ! 3     T4    1234567`,
    },
  ],
  225: [
    {
      Episodes: `
          CHILD   DECOM       RNE PLACE REC REASON_PLACE_CHANGE
          second  01/06/2025  P   U4    .   .
        ! second  01/05/2025  S   U1    X1  .
          given   01/05/2025  S   U1    X1  CARPL
          given   01/06/2025  P   U4    .   .
          ended   01/05/2025  S   U1    E4A .
          ended   01/06/2025  P   U4    .   .
          status  01/05/2025  S   U1    X1  .
          status  01/06/2025  L   U1    .   .
          from    01/05/2025  S   T1    X1  .
          from    01/06/2025  P   U4    .   .
          to      01/05/2025  S   U1    X1  .
          to      01/06/2025  P   T1    .   .
        ! blank   01/05/2025  S   .     X1  .
          blank   .           B   .     .   .
          last    01/05/2025  S   U1    X1  .`,
    },
  ],
  226: [
    {
      shows: 'only the temporary episode is flagged, for its own reason or that of the episode before it',
      Episodes: `
          CHILD   DECOM       PLACE REASON_PLACE_CHANGE
        ! own     01/05/2025  T1    CARPL
        ! before  01/06/2025  T4    .
          before  01/05/2025  U1    CARPL
          after   01/05/2025  T1    .
          after   01/06/2025  U1    CARPL
          none    01/05/2025  U1    .
          none    01/06/2025  T0    .
          others  01/05/2025  U1    CARPL
          others  01/06/2025  U4    CARPL`,
    },
  ],
  233: [
    {
      Episodes: `
          CHILD DEC         REASON_PLACE_CHANGE
        ! 1     .           CARPL
          2     .           .
          3     01/05/2025  CARPL
          4     soon        CARPL`,
    },
  ],
  234: [
    {
      shows: 'the start of the episode that follows; the 10th birthday itself passes',
      Header: `
          CHILD DOB
        ! 1     02/05/2016
          2     01/05/2016
          3     .
          5     01/05/2020
          6     01/05/2020`,
      Episodes: `
          CHILD DECOM       REASON_PLACE_CHANGE
        ! 1     01/05/2020  CUSTOD
          1     01/05/2026  .
          2     01/05/2020  CUSTOD
          2     01/05/2026  .
          3     01/05/2025  CUSTOD
          3     01/05/2026  .
          4     01/05/2025  CUSTOD
          4     01/05/2026  .
          5     01/05/2026  CUSTOD
          6     01/05/2025  CARPL
          6     01/05/2026  .`,
      groups: 'Episodes 0, Header 0',
    },
  ],
}
