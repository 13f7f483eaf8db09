import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const decisionsReversedExamples: Examples<Ssda903> = {
  557: [
    {
      shows: 'who left from a placement for adoption or under a placement order; each incomplete decision',
      Episodes: `
          CHILD PLACE LS REC
        ! 1     A3    C2 E4A
        ! 2     U1    E1 E3
          3     A3    E1 X1
          3     A3    E1 E11
          3     A3    E1 .
          4     U1    C2 E3
          5     A5    E1 E3
          6     U1    D1 E3
        ! 7     A6    .  E3`,
      PlacedAdoption: `
          CHILD DATE_PLACED_CEASED REASON_PLACED_CEASED
        ! 2     01/05/2026         .
        ! 2     .                  RD1
          2     01/05/2026         RD1
          3     .                  .
          4     .                  .
          5     unreadable         RD1
        ! 7     .                  .`,
      groups: 'Episodes 1, PlacedAdoption 0, PlacedAdoption 1; Episodes 8, PlacedAdoption 6',
    },
    {
      shows: 'freeing orders to 2023/24',
      year: 2024,
      Episodes: `
          CHILD PLACE LS REC
        ! 1     U1    D1 E3
          2     U1    C1 E3`,
      PlacedAdoption: `
          CHILD DATE_PLACED_CEASED`,
    },
  ],
  558: [
    {
      shows: 'the latest decision counts, even where it is the only one',
      Episodes: `
          CHILD REC
        ! 1     E11
          1     X1
        ! 2     E12
          3     E12
          4     E11
          5     E11
          6     E3`,
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
          1     01/05/2026  01/06/2026
          2     01/05/2025  .
          2     01/05/2026  unreadable
          3     01/05/2026  .
          3     01/05/2025  01/06/2025
          4     01/05/2026  .
          6     01/05/2026  01/06/2026`,
    },
  ],
  559: [
    {
      shows: 'one row with a date last year is enough',
      PlacedAdoption: `
          CHILD DATE_PLACED
        ! 1     31/03/2026
          2     01/04/2026
        ! 3     01/05/2025
          4     01/05/2025
          5     .`,
      last: {
        PlacedAdoption: `
          CHILD DATE_PLACED
          3     .
          4     .
          4     01/06/2025`,
      },
    },
  ],
  560: [
    {
      shows: 'one row that carries the open date on is enough',
      PlacedAdoption: `
          CHILD DATE_PLACED
        ! 1     02/05/2025
        ! 1     .
          2     01/05/2025
          2     01/06/2026
          3     02/05/2025
          4     02/05/2025
          5     02/05/2025
        ! 6     02/05/2025`,
      last: {
        PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
          1     01/05/2025  .
          2     1/5/2025    .
          3     01/05/2025  01/06/2025
          4     .           .
          6     01/05/2024  01/06/2024
          6     01/05/2025  .`,
      },
    },
  ],
  561: [
    {
      PlacedAdoption: `
          CHILD DATE_PLACED
        ! 1     01/05/2025
        ! 2     01/05/2025
          2     02/05/2025
          3     01/05/2025
          4     .
          5     01/05/2025`,
      last: {
        PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
          1     01/05/2025  01/06/2025         .
          2     1/5/2025    .                  RD1
          3     01/05/2025  .                  .
          4     .           01/06/2025         RD1`,
      },
    },
  ],
  563: [
    {
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
        ! 1     .           01/05/2026         RD1
        ! 2     .           unreadable         RD1
          3     .           01/05/2026         .
          4     .           .                  RD1
          5     unreadable  01/05/2026         RD1`,
    },
  ],
  579: [
    {
      shows: 'made on the day of the reversal is right; a row without a date only follows one that is open',
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
        ! 1     01/06/2026  .
          1     01/05/2026  .
        ! 1     .           .
          2     01/05/2026  01/06/2026
          2     01/06/2026  01/08/2026
        ! 2     31/07/2026  01/09/2026
          2     .           .
          .     01/05/2026  .
          .     01/06/2026  .`,
    },
  ],
  583: [
    {
      shows: 'by the dates, not by their text; rows without a date are left out',
      PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED
        ! 1     30/01/2020  .
          1     02/01/2021  .
          1     .           .
          2     01/05/2025  01/06/2025
          2     01/05/2026  .
          3     01/05/2026  .
          4     01/05/2025  unreadable
          4     01/05/2026  .`,
    },
  ],
  584: [
    {
      shows: 'by the dates, not by their text',
      PlacedAdoption: `
          CHILD DATE_PLACED
        ! 1     01/05/2025
        ! 2     30/04/2025
          3     01/06/2026
        ! 4     .
          5     .
          6     01/05/2025
          7     01/05/2025`,
      last: {
        PlacedAdoption: `
          CHILD DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED
          1     01/05/2025  01/06/2025         .
          2     01/05/2025  .                  RD1
          3     30/05/2025  01/06/2025         RD1
          4     01/05/2025  01/06/2025         RD1
          5     .           01/06/2025         RD1
          6     01/05/2025  .                  .`,
      },
    },
  ],
}
