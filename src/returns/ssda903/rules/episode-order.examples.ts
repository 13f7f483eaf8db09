import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const episodeOrderExamples: Examples<Ssda903> = {
  142: [
    {
      Episodes: `
          CHILD  DECOM       DEC         REC
          1     01/09/2025  .           .
        ! 1     01/05/2025  .           X1
        ! 1     01/06/2025  31/08/2025  .
          2     01/05/2025  .           .
          2     .           .           .
          3     01/05/2025  01/06/2025  X1
          3     01/06/2025  .           .
        ! 4     01/05/2025  soon        X1
        ! 4     01/06/2025  .           .
          4     01/06/2025  .           .
          .     01/05/2025  .           .
          .     01/06/2025  .           .`,
    },
  ],
  199: [
    {
      shows: 'every row after the first adoption, of this year or last',
      Episodes: `
          CHILD   DECOM       REC
        ! after   01/08/2025  .
        ! after   01/07/2025  E12
          after   01/06/2025  E11
          after   01/05/2025  X1
        ! lastY   01/05/2025  X1
          lastY   .           X1
          both    01/02/2025  E12
        ! both    01/05/2025  X1
          other   01/05/2025  E4A
          other   01/06/2025  .
        ! tie     01/05/2025  .
          tie     01/04/2025  E11`,
      last: {
        Episodes: `
          CHILD   DECOM       REC
          lastY   01/05/2024  E11
          both    01/02/2025  E12
          other   .           E12
          tie     01/04/2025  E11`,
      },
    },
  ],
  336: [
    {
      Episodes: `
          CHILD   DECOM       PLACE
          foster  01/05/2025  U1
          foster  01/06/2025  A3
          foster  01/07/2025  A5
        ! A5      01/06/2025  A5
          A5      01/05/2025  K2
        ! A3      01/06/2025  A3
          A3      01/05/2025  .
          A4      01/05/2025  K2
          A4      01/06/2025  A4
          first   01/05/2025  A3
        ! undated .           A3
          undated 01/05/2025  K2`,
    },
  ],
  357: [
    {
      year: 2026,
      Episodes: `
          CHILD   DECOM       RNE
          starts  01/05/2025  S
          starts  01/06/2025  P
        ! edge    01/04/2025  P
        ! blank   01/05/2025  .
          before  31/03/2025  P
          before  01/05/2025  P
          undated .           P
          known   01/05/2025  P
        ! later   01/05/2025  L
          .       01/05/2025  P`,
      last: {
        Episodes: `
          CHILD   DECOM
          known   01/05/2024
          later   01/05/2025`,
      },
    },
  ],
  377: [
    {
      shows: 'three within twelve months; a year later is outside them',
      Episodes: `
          CHILD   DECOM       PLACE
        ! three   01/05/2025  T3
        ! three   01/08/2025  T3
          three   01/09/2025  T2
        ! three   30/04/2026  T3
          year    01/05/2025  T3
          year    01/08/2025  T3
          year    01/05/2026  T3
          two     01/05/2025  T3
          two     01/06/2025  T3
          undated .           T3
          undated .           T3
          undated .           T3
        ! lastY   01/05/2026  T3
          lastY   01/03/2027  T3
          twice   01/03/2026  T3
          twice   01/05/2026  T3`,
      last: {
        Episodes: `
          CHILD   DECOM       PLACE
          lastY   01/06/2025  T3
          lastY   01/02/2026  T3
          twice   01/03/2026  T3`,
      },
    },
  ],
  380: [
    {
      Episodes: `
          CHILD PLACE RNE
        ! 1     T0    S
        ! 2     T4    L
        ! 3     T2    .
          4     T1    P
          5     T1    B
          6     U1    S
          7     .     S`,
    },
  ],
  381: [
    {
      Episodes: `
          CHILD PLACE REC
        ! 1     T0    E4A
        ! 2     T4    E3
          3     T1    X1
          4     T1    .
          5     U1    E4A
          6     .     E4A`,
    },
  ],
  382: [
    {
      Episodes: `
          CHILD LS  PLACE
        ! 1     V3  T0
        ! 2     V4  T4
          3     V4  U1
          4     V2  T0
          5     .   T0
          6     V3  .`,
    },
  ],
  383: [
    {
      year: 2025,
      Episodes: `
          CHILD   DECOM       PLACE RNE PL_POST
          back    01/07/2025  U1    P   CD22BB
          back    01/06/2025  T1    P   .
          back    01/05/2025  U1    S   AB11AA
          other   01/05/2025  U1    S   .
          other   01/06/2025  T1    P   .
        ! other   01/07/2025  U4    P   .
          reason  01/05/2025  U1    S   .
          reason  01/06/2025  T1    P   .
        ! reason  01/07/2025  U1    B   .
          blanks  01/05/2025  .     S   .
          blanks  01/06/2025  T1    P   .
        ! blanks  01/07/2025  .     P   .
          first   01/05/2025  T1    S   .
          first   01/06/2025  U1    P   .
          twice   01/05/2025  U1    S   .
          twice   01/06/2025  T1    P   .
        ! twice   01/07/2025  T2    P   .
        ! twice   01/08/2025  U1    P   .
        ! undated .           U4    P   .
          undated 01/06/2025  T1    P   .
          undated 01/05/2025  U1    S   .`,
    },
    {
      shows: 'from 2025/26 back at the same postcode too; both blank is no change',
      year: 2026,
      Episodes: `
          CHILD   DECOM       PLACE RNE PL_POST
          back    01/05/2025  U1    S   AB1~1AA
          back    01/06/2025  T1    P   .
          back    01/07/2025  U1    P   AB11AA
          moved   01/05/2025  U1    S   AB11AA
          moved   01/06/2025  T1    P   .
        ! moved   01/07/2025  U1    P   CD22BB
          lost    01/05/2025  U1    S   AB11AA
          lost    01/06/2025  T1    P   .
        ! lost    01/07/2025  U1    P   .
          blank   01/05/2025  U1    S   .
          blank   01/06/2025  T1    P   .
          blank   01/07/2025  U1    P   .`,
    },
  ],
  384: [
    {
      Episodes: `
          CHILD LS  PLACE
        ! 1     V3  U1
        ! 2     V4  U4
          3     V4  U2
          4     V2  U1
          5     .   U1`,
    },
  ],
  388: [
    {
      Episodes: `
          CHILD   DECOM       DEC         REC
          joined  01/06/2025  .           .
          joined  01/05/2025  01/06/2025  X1
        ! gap     01/05/2025  31/05/2025  X1
          gap     01/06/2025  .           .
        ! carries 01/05/2025  01/06/2025  E4A
          carries 01/06/2025  .           .
          ended   01/05/2025  31/05/2025  E4A
          ended   01/06/2025  .           .
        ! last    01/05/2025  01/06/2025  X1
          left    01/05/2025  01/06/2025  E4A
          noDec   01/05/2025  .           X1
          noRec   01/05/2025  01/06/2025  .
          undated 01/06/2025  01/07/2025  E4A
          undated .           01/06/2025  X1
        ! und2    .           01/05/2025  X1
          und2    01/06/2025  .           .
          .       01/05/2025  01/06/2025  X1`,
    },
  ],
  390: [
    {
      Episodes: `
          CHILD PLACE REC
        ! 1     U1    E11
        ! 2     .     E12
          3     A3    E11
          4     A6    E12
          5     U1    E4A
          6     U1    .`,
    },
  ],
}
