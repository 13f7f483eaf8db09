import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const adoptersExamples: Examples<Ssda903> = {
  511: [
    {
      AD1: `
          CHILD NB_ADOPTR SEX_ADOPTR
        ! 1     2         M1
        ! 2     2         F1
          3     2         MF
          4     2         .
          5     1         M1
          6     .         F1`,
    },
  ],
  514: [
    {
      shows: 'what is blank or no code is left to other rules',
      AD1: `
          CHILD LS_ADOPTR SEX_ADOPTR
        ! 1     L0        MM
        ! 2     L0        FF
        ! 3     L0        MF
          4     L0        M1
          5     L0        .
          6     L0        XX
          7     L2        MF`,
    },
  ],
  517: [
    {
      AD1: `
          CHILD LS_ADOPTR SEX_ADOPTR
        ! 1     L3        MM
        ! 2     L3        .
        ! 3     L3        M1
          4     L3        MF
          5     L4        MM`,
    },
  ],
  518: [
    {
      AD1: `
          CHILD LS_ADOPTR SEX_ADOPTR
        ! 1     L4        MF
        ! 2     L4        .
          3     L4        MM
          4     L4        FF
          5     L3        MF`,
    },
  ],
  519: [
    {
      AD1: `
          CHILD LS_ADOPTR SEX_ADOPTR
        ! 1     L2        M1
        ! 2     L2        F1
        ! 3     L2        .
        ! 4     L2        XX
          5     L2        MM
          6     L2        FF
          7     L2        MF
          8     L0        M1`,
    },
  ],
  520: [
    {
      AD1: `
          CHILD LS_ADOPTR SEX_ADOPTR
        ! 1     L11       MM
        ! 2     L11       FF
          3     L11       MF
          4     L11       .
          5     L12       MM`,
    },
  ],
  521: [
    {
      shows: 'every placement for adoption is looked at; the same day is in time',
      AD1: `
          CHILD DATE_INT
        ! 1     02/05/2026
          2     01/05/2026
          3     .
          5     02/05/2026`,
      Episodes: `
          CHILD PLACE DECOM
        ! 1     A3    01/05/2026
          1     A4    02/05/2026
        ! 1     A6    30/04/2026
          1     U1    30/04/2026
          2     A5    01/05/2026
          3     A5    01/05/2026
          4     A5    01/05/2026
          5     A5    .`,
      groups: 'AD1 0, Episodes 0, Episodes 2',
    },
  ],
  523: [
    {
      shows: 'the latest decision counts, not an earlier one that was reversed',
      AD1: `
          CHILD DATE_INT
        ! 1     02/05/2026
          2     01/05/2026
          3     .
          4     02/05/2026
          5     02/05/2026`,
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
        ! 1     01/05/2026  .
          1     .           .
          2     01/05/2025  01/06/2025
          2     01/05/2026  .
          3     01/05/2026  .
          4     unreadable  .`,
      groups: 'AD1 0, PlacedAdoption 0',
    },
  ],
  524: [
    {
      AD1: `
          CHILD LS_ADOPTR SEX_ADOPTR
        ! 1     L12       MF
        ! 2     L12       .
          3     L12       MM
          4     L12       FF
          5     L11       MF`,
    },
  ],
  582: [
    {
      AD1: `
          CHILD DATE_MATCH
          1     01/05/2026
          2     .`,
      Episodes: `
          CHILD REC DEC
        ! 1     E11 01/05/2026
        ! 1     E12 1/5/2026
          1     E11 02/05/2026
          1     E3  01/05/2026
          1     E11 .
          2     E11 .
          3     E11 01/05/2026`,
    },
  ],
  601: [
    {
      shows: 'any of the six is enough; both ends of the year count; without a record the episode is flagged alone',
      AD1: `
          CHILD DATE_INT    DATE_MATCH  FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
        ! 1     01/01/2026  01/02/2026  0           2         MF         .
          2     01/01/2026  01/02/2026  0           2         MF         L11
        ! 3     .           01/02/2026  0           2         MF         L11
          4     .           .           .           .         .          .
          5     unreadable  01/02/2026  0           2         MF         L11`,
      Episodes: `
          CHILD REC DEC
        ! 1     E11 01/04/2026
          1     X1  01/04/2026
          2     E11 01/05/2026
        ! 3     E12 31/03/2027
          4     E11 31/03/2026
          4     E11 01/04/2027
          4     E11 .
          5     E11 01/05/2026
        ! 6     E11 01/05/2026`,
      groups: 'AD1 0, Episodes 0; AD1 2, Episodes 3',
    },
  ],
  602: [
    {
      AD1: `
          CHILD DATE_INT    DATE_MATCH  FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
        ! 1     01/01/2026  .           .           .         .          .
        ! 2     .           .           0           .         .          .
          3     .           .           .           .         .          .
          4     .           .           0           .         .          .
        ! 5     unreadable  .           .           .         .          .`,
      Episodes: `
          CHILD REC DEC
          1     E11 31/03/2026
          1     E3  01/05/2026
          4     E12 31/03/2027`,
    },
  ],
}
