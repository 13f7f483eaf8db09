import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const lengthOfStatusExamples: Examples<Ssda903> = {
  361: [
    {
      shows: 'three days pass; only episodes that follow at once are one run',
      year: 2026,
      Episodes: `
          CHILD  DECOM       DEC         LS
          three  01/05/2025  04/05/2025  L1
        ! four   01/05/2025  05/05/2025  L1
        ! run    03/05/2025  05/05/2025  L1
        ! run    01/05/2025  03/05/2025  L1
          gap    01/05/2025  03/05/2025  L1
          gap    04/05/2025  06/05/2025  L1
          apart  01/05/2025  03/05/2025  L1
          apart  03/05/2025  04/05/2025  C2
          apart  04/05/2025  06/05/2025  L1
        ! open   27/03/2026  .           L1
          close  28/03/2026  .           L1
        ! odd    27/03/2026  soon        L1
          none   .           05/05/2025  L1
          other  01/05/2025  05/05/2025  L2`,
      groups: 'Episodes 1; Episodes 2, Episodes 3; Episodes 9; Episodes 11',
    },
  ],
  362: [
    {
      year: 2026,
      Episodes: `
          CHILD  DECOM       DEC         LS
          limit  01/05/2025  22/05/2025  L2
        ! over   01/05/2025  23/05/2025  L2
        ! run    01/05/2025  09/05/2025  L2
        ! run    09/05/2025  23/05/2025  L2
          apart  01/05/2025  09/05/2025  L2
          apart  09/05/2025  10/05/2025  C1
          apart  10/05/2025  23/05/2025  L2
          other  01/05/2025  23/05/2025  C1`,
      groups: 'Episodes 1; Episodes 2, Episodes 3',
    },
  ],
  363: [
    {
      shows: 'episodes in any order; those of other statuses between do not matter',
      year: 2026,
      Episodes: `
          CHILD  DECOM       DEC         LS
          limit  01/05/2025  08/05/2025  L3
        ! over   01/05/2025  09/05/2025  L3
        ! run    05/05/2025  09/05/2025  L3
          gap    06/05/2025  12/05/2025  L3
        ! run    01/05/2025  05/05/2025  L3
          gap    01/05/2025  05/05/2025  L3
        ! mixed  01/05/2025  06/05/2025  L3
          mixed  02/05/2025  03/05/2025  C2
        ! mixed  04/05/2025  07/05/2025  L3
        ! open   23/03/2026  .           L3
          close  24/03/2026  .           L3
          odd    01/05/2025  soon        L3
          none   .           09/05/2025  L3`,
      groups: 'Episodes 1; Episodes 2, Episodes 4; Episodes 6, Episodes 8; Episodes 9',
    },
  ],
  364: [
    {
      year: 2026,
      Episodes: `
          CHILD  DECOM       DEC         LS
          limit  01/05/2025  22/05/2025  J2
        ! over   01/05/2025  23/05/2025  J2
        ! run    01/05/2025  10/05/2025  J2
        ! run    10/05/2025  23/05/2025  J2
        ! open   09/03/2026  .           J2
          other  01/05/2025  23/05/2025  J1`,
      groups: 'Episodes 1; Episodes 2, Episodes 3; Episodes 4',
    },
  ],
  365: [
    {
      year: 2026,
      Episodes: `
          CHILD DECOM       DEC         LS
          1     01/05/2025  18/05/2025  V3
        ! 2     01/05/2025  19/05/2025  V3
        ! 3     13/03/2026  .           V3
          4     14/03/2026  .           V3
          5     01/05/2025  soon        V3
          6     .           19/05/2025  V3
          7     01/05/2025  19/05/2025  V4`,
    },
  ],
  366: [
    {
      Episodes: `
          CHILD LS  RNE
        ! 1     V3  P
        ! 2     V3  .
          3     V3  S
          4     V4  P
          5     .   P`,
    },
  ],
  367: [
    {
      shows: '75 days pass, 76 do not; days before the year count in any twelve months',
      year: 2026,
      Episodes: `
          CHILD  DECOM       DEC         LS
          limit  01/05/2025  10/06/2025  V3
          limit  01/07/2025  05/08/2025  V3
        ! over   01/05/2025  10/06/2025  V3
        ! over   01/07/2025  06/08/2025  V3
          over   01/09/2025  .           C2
          over   01/10/2025  30/09/2025  V3
          over   01/10/2025  soon        V3
        ! open   14/01/2026  .           V3
          close  15/01/2026  .           V3
          other  01/05/2025  .           V4
        ! lastY  20/04/2025  10/05/2025  V3
          apart  01/12/2025  31/12/2025  V3
          end    10/02/2026  01/05/2026  V3`,
      last: {
        Episodes: `
          CHILD  DECOM       DEC         LS
          lastY  01/08/2024  27/09/2024  V3
          lastY  20/04/2025  .           V3
          apart  01/08/2024  27/09/2024  V3`,
      },
    },
    {
      shows: 'without last year: the part of an episode before the year counts too',
      year: 2026,
      Episodes: `
          CHILD  DECOM       DEC         LS
        ! 1      01/03/2025  20/05/2025  V3
          2      31/03/2025  14/06/2025  V3`,
    },
  ],
}
