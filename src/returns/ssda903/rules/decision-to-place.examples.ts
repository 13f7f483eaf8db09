import type { Example, Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'
import { decisionsReversedExamples } from './decision-to-place-reversed.examples.ts'

/** An order without a decision that still stands: the same for placement orders and freeing orders. */
const orderWithoutDecision = (order: string): Example<Ssda903> => ({
  shows: 'an order needs a date of decision; an open order needs a decision that was not reversed',
  Episodes: `
          CHILD LS DEC
        ! 1     ${order} .
        ! 1     ${order} 01/05/2023
          1     C2 .
        ! 2     ${order} 01/05/2023
          3     ${order} .
          4     ${order} .
          5     ${order} 01/05/2023
          6     ${order} unreadable
          7     ${order} .
        ! .     ${order} .`,
  PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
          2     .           .                  .
        ! 3     01/05/2022  01/06/2022         .
        ! 3     01/05/2021  .                  RD1
          4     01/05/2021  01/06/2021         RD1
          4     01/05/2022  .                  .
          5     01/05/2022  01/06/2022         RD1
          6     01/05/2022  01/06/2022         RD1
          7     unreadable  .                  .`,
})

export const decisionToPlaceExamples: Examples<Ssda903> = {
  522: [
    {
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
        ! 1     02/05/2026  01/05/2026
          2     01/05/2026  01/05/2026
          3     01/05/2026  02/05/2026
          4     01/05/2026  .
          5     .           01/05/2026`,
    },
  ],
  525: [
    {
      shows: 'an earlier reversed decision beside one that stands is right; without dates the last in the file counts',
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
        ! 1     01/05/2026  01/06/2026
          1     01/05/2025  01/06/2025
          2     01/05/2025  01/06/2025
          2     01/05/2026  .
          3     01/05/2026  01/06/2026
          4     01/05/2026  01/06/2026
        ! 5     .           unreadable
          7     .           .
        ! 7     .           01/06/2026`,
      AD1: `
          CHILD DATE_INT    DATE_MATCH  FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR
        ! 1     01/05/2026  .           .           .         .          .
          2     01/05/2026  .           .           .         .          .
          3     .           .           .           .         .          .
        ! 5     .           .           .           .         MF         .
          6     .           .           .           1         .          .
        ! 7     .           .           .           1         .          .`,
      groups: 'AD1 0, PlacedAdoption 0; AD1 3, PlacedAdoption 6; AD1 5, PlacedAdoption 8',
    },
  ],
  551: [
    {
      shows: 'one row with a date is enough',
      Episodes: `
          CHILD PLACE
        ! 1     A3
          1     U1
        ! 2     A6
          3     A5
          4     A4
        ! .     A4`,
      PlacedAdoption: `
          CHILD DATE_PLACED
          2     .
          3     .
          3     01/05/2026
          4     01/05/2026
          .     01/05/2026`,
    },
  ],
  552: [
    {
      shows: 'the decision in force for the first placement counts, not a later one',
      Episodes: `
          CHILD DECOM       PLACE
        ! 1     01/05/2026  A3
          1     01/06/2026  A4
          2     01/05/2026  A3
          3     01/05/2026  A3
          4     01/05/2026  U1
          4     02/05/2026  A5
        ! 5     01/05/2026  A5
          6     .           A5
          7     01/05/2026  A5
          8     01/05/2026  A5`,
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
          1     03/05/2026  .
        ! 1     02/05/2026  .
          2     01/05/2026  .
          3     01/05/2026  01/05/2026
          3     01/06/2026  .
          4     02/05/2026  .
          5     01/05/2025  30/04/2026
        ! 5     02/05/2026  .
          6     02/05/2026  .
          7     .           .
          8     01/05/2025  30/04/2026`,
      groups: 'Episodes 0, PlacedAdoption 1; Episodes 6, PlacedAdoption 7',
    },
  ],
  553: [orderWithoutDecision('E1'), { ...orderWithoutDecision('E1'), year: 2023 }],
  554: [
    {
      shows: 'a decision on the day is in time, and a second one later does no harm',
      Episodes: `
          CHILD DECOM       DEC         LS
          1     01/03/2026  01/05/2026  C2
        ! 1     01/05/2026  01/06/2026  E1
          1     01/06/2026  .           E1
          2     01/05/2026  .           E1
          3     01/05/2026  .           E1
          4     .           .           E1
          5     01/05/2026  .           E1
          6     01/05/2026  .           C2
        ! 7     01/05/2026  01/06/2026  E1
          7     02/06/2026  .           E1`,
      PlacedAdoption: `
          CHILD DATE_PLACED
        ! 1     02/05/2026
        ! 1     01/07/2026
          1     .
          2     01/05/2026
          3     01/04/2026
          3     02/05/2026
          4     02/05/2026
          5     .
          6     02/05/2026
        ! 7     02/06/2026`,
      groups: 'Episodes 1, PlacedAdoption 0, PlacedAdoption 1; Episodes 8, PlacedAdoption 9',
    },
    {
      shows: 'each period of care by itself',
      Episodes: `
          CHILD DECOM       DEC         LS
        ! 1     01/05/2026  01/06/2026  E1
        ! 1     01/07/2026  .           E1`,
      PlacedAdoption: `
          CHILD DATE_PLACED
        ! 1     02/07/2026`,
      groups: 'Episodes 0, Episodes 1, PlacedAdoption 0',
    },
  ],
  555: [orderWithoutDecision('D1'), { ...orderWithoutDecision('D1'), year: 2023 }],
  556: [
    {
      Episodes: `
          CHILD DECOM       DEC         LS
        ! 1     01/05/2005  01/06/2005  D1
          1     01/06/2005  .           D1
          2     01/05/2005  .           D1
          3     01/05/2005  .           D1
          4     01/05/2005  .           E1`,
      PlacedAdoption: `
          CHILD DATE_PLACED
          1     02/05/2005
          2     01/05/2005
          2     02/05/2005
          3     .
          4     02/05/2005`,
    },
  ],
  ...decisionsReversedExamples,
}
