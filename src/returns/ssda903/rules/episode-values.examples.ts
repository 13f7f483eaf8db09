import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'
import { placementValuesExamples } from './episode-values-placement.examples.ts'

export const episodeValuesExamples: Examples<Ssda903> = {
  141: [
    {
      Episodes: `
          CHILD DECOM
          1     29/02/2024
        ! 2     29/02/2025
        ! .     soon
          3     .`,
    },
  ],
  143: [
    {
      Episodes: `
          CHILD RNE
          1     S
          2     P
          3     L
          4     T
          5     U
          6     B
        ! 7     X
          8     .`,
    },
  ],
  144: [
    {
      Episodes: `
          CHILD LS
          1     C1
          2     V4
          3     L3
        ! 4     V1
        ! 5     C3
          6     .`,
    },
  ],
  145: [
    {
      Episodes: `
          CHILD CIN
          1     N1
          2     N8
        ! 3     N9
        ! 4     N0
          5     .`,
    },
  ],
  146: [
    {
      shows: 'to 2023/24: H5, P2 and Z1, but not K3',
      year: 2024,
      Episodes: `
          CHILD PLACE
          1     H5
          2     P2
          3     Z1
          4     U6
        ! 5     K3
        ! 6     Z11
          7     .`,
    },
    {
      shows: '2024/25: all of these and K3',
      year: 2025,
      Episodes: `
          CHILD PLACE
          1     H5
          2     P2
          3     Z1
          4     K3
        ! 5     Z11`,
    },
    {
      shows: 'from 2025/26: Z11 to Z14 instead of Z1; H5 and P2 gone',
      year: 2026,
      Episodes: `
          CHILD PLACE
        ! 1     H5
        ! 2     P2
        ! 3     Z1
          4     K3
          5     Z11
          6     Z14
        ! 7     Z15`,
    },
  ],
  147: [
    {
      Episodes: `
          CHILD DEC
          1     01/05/2025
        ! 2     31/04/2025
          3     .`,
    },
  ],
  148: [
    {
      Episodes: `
          CHILD DEC         REC
          1     01/05/2025  X1
        ! 2     01/05/2025  .
        ! 3     .           X1
          4     .           .
          5     soon        X1
        ! 6     soon        .`,
    },
  ],
  149: [
    {
      Episodes: `
          CHILD REC
          1     X1
          2     E4A
          3     E17
        ! 4     E1
        ! 5     E4
          6     .`,
    },
  ],
  ...placementValuesExamples,
  353: [
    {
      Episodes: `
          CHILD DECOM
        ! 1     13/10/1991
          2     14/10/1991
          3     .`,
    },
  ],
  354: [
    {
      year: 2026,
      Episodes: `
          CHILD DECOM
          1     31/03/2026
        ! 2     01/04/2026
          3     .`,
    },
  ],
  355: [
    {
      shows: 'the same day however written; two blanks are not a day',
      Episodes: `
          CHILD DECOM       DEC
        ! 1     01/05/2025  01/05/2025
        ! 2     01/05/2025  2025-05-01
          3     01/05/2025  02/05/2025
          4     .           .
          5     soon        soon`,
    },
  ],
  356: [
    {
      Episodes: `
          CHILD DECOM       DEC
        ! 1     02/05/2025  01/05/2025
          2     01/05/2025  01/05/2025
          3     01/05/2025  .
          4     .           01/05/2025`,
    },
  ],
  385: [
    {
      year: 2026,
      Episodes: `
          CHILD DEC         REC
          1     31/03/2026  E4A
        ! 2     01/04/2026  E4A
        ! 3     01/04/2026  .
          4     .           .`,
    },
  ],
}
