import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const reviewsExamples: Examples<Ssda903> = {
  440: [
    {
      shows: 'on the fourth birthday the child is 4; 28 February stands for 29 February',
      Reviews: `
          CHILD DOB         REVIEW      REVIEW_CODE
        ! 1     01/05/2022  01/05/2026  PN0
          1     01/05/2022  30/04/2026  PN0
        ! 1     01/05/2010  01/05/2026  PN0
          1     01/05/2010  01/05/2026  PN1
          1     .           01/05/2026  PN0
          1     01/05/2010  .           PN0
          1     01/05/2010  01/05/2026  .
        ! 1     29/02/2020  29/02/2024  PN0
          1     29/02/2020  28/02/2024  PN0`,
    },
  ],
  441: [
    {
      Reviews: `
          CHILD DOB         REVIEW      REVIEW_CODE
        ! 1     01/05/2022  30/04/2026  PN1
        ! 1     01/05/2022  30/04/2026  PN7
          1     01/05/2022  01/05/2026  PN7
          1     01/05/2022  30/04/2026  PN0
          1     01/05/2022  30/04/2026  PN9
          1     .           30/04/2026  PN1
          1     01/05/2022  .           PN1`,
    },
  ],
}
