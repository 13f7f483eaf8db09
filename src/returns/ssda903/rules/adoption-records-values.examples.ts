import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const adoptionRecordValuesExamples: Examples<Ssda903> = {
  112: [
    {
      AD1: `
          CHILD DATE_INT
          1     29/02/2024
        ! 2     29/02/2025
        ! .     soon
          3     .`,
    },
  ],
  113: [
    {
      AD1: `
          CHILD DATE_MATCH
          1     01/05/2025
        ! 2     31/06/2025
          3     .`,
    },
  ],
  114: [
    {
      AD1: `
          CHILD FOSTER_CARE
          1     0
          2     1
        ! 3     2
        ! 4     Y
          5     .`,
    },
  ],
  115: [
    {
      PlacedAdoption: `
          CHILD DATE_PLACED
          1     01/05/2025
        ! 2     00/05/2025
          3     .`,
    },
  ],
  116: [
    {
      PlacedAdoption: `
          CHILD DATE_PLACED_CEASED
          1     01/05/2025
        ! 2     01/13/2025
          3     .`,
    },
  ],
  119: [
    {
      PlacedAdoption: `
          CHILD DATE_PLACED_CEASED REASON_PLACED_CEASED
          1     01/05/2025         RD1
        ! 2     01/05/2025         .
        ! 3     .                  RD1
          4     .                  .
          5     soon               RD9`,
    },
  ],
  120: [
    {
      PlacedAdoption: `
          CHILD REASON_PLACED_CEASED
          1     RD1
          2     RD4
        ! 3     RD5
          4     .`,
    },
  ],
  151: [
    {
      AD1: `
          CHILD DATE_INT    DATE_MATCH  FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
          1     01/05/2025  01/06/2025  0           2         MF         L11
          2     .           .           .           .         .          .
        ! 3     01/05/2025  01/06/2025  0           2         MF         .
        ! 4     .           .           0           .         .          .
          5     soon        soon        9           9         9          9`,
    },
  ],
  175: [
    {
      AD1: `
          CHILD NB_ADOPTR
          1     1
          2     2
        ! 3     0
        ! 4     3
          5     .`,
    },
  ],
  176: [
    {
      AD1: `
          CHILD SEX_ADOPTR
          1     M1
          2     F1
          3     MM
          4     FF
          5     MF
        ! 6     FM
        ! 7     M
          8     .`,
    },
  ],
  177: [
    {
      AD1: `
          CHILD LS_ADOPTR
          1     L0
          2     L11
          3     L12
          4     L2
          5     L3
          6     L4
        ! 7     L1
          8     .`,
    },
  ],
}
