import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const missingAndReviewValuesExamples: Examples<Ssda903> = {
  1004: [
    {
      Missing: `
          CHILD MIS_START
          1     01/05/2025
        ! 2     31/04/2025
        ! 3     .
        ! .     soon`,
    },
  ],
  1005: [
    {
      Missing: `
          CHILD MIS_END
          1     01/05/2025
        ! 2     31/04/2025
          3     .`,
    },
  ],
  1006: [
    {
      Missing: `
          CHILD MISSING
          1     M
          2     A
        ! 3     Y
          4     .`,
    },
  ],
  1012: [
    {
      shows: 'every table of the six, whatever it says; header, OC3 and social workers are not looked at',
      Episodes: `
          CHILD DECOM
          1     .`,
      Header: `
          CHILD SEX
          2     F`,
      OC3: `
          CHILD IN_TOUCH
          2     YES`,
      PlacedAdoption: `
          CHILD DATE_PLACED
          1     .
        ! 2     .`,
      Missing: `
          CHILD MISSING
          1     M
        ! 2     M
        ! .     M`,
      Reviews: `
          CHILD REVIEW
          1     .
        ! 2     01/05/2025
        ! 2     01/06/2025`,
      AD1: `
          CHILD DATE_INT
          1     .
        ! 2     .`,
      PrevPerm: `
          CHILD PREV_PERM
          1     P1
        ! 3     P1`,
      OC2: `
          CHILD CONVICTED
          1     0
        ! 2     0`,
      SWEpisodes: `
          CHILD SW_ID
          2     SW1`,
    },
    {
      shows: "last year's episodes do not help",
      Episodes: 'CHILD DECOM',
      Missing: `
          CHILD MISSING
        ! 1     M`,
      last: {
        Episodes: `
          CHILD DECOM
          1     01/05/2024`,
      },
    },
    {
      shows: 'every child has an episode',
      Episodes: `
          CHILD DECOM
          1     01/05/2025`,
      Missing: `
          CHILD MISSING
          1     M`,
    },
  ],
  166: [
    {
      Reviews: `
          CHILD REVIEW
          1     01/05/2025
        ! 2     31/04/2025
        ! 3     .`,
    },
  ],
  167: [
    {
      Reviews: `
          CHILD REVIEW      REVIEW_CODE
          1     01/05/2025  PN0
          2     01/05/2025  PN7
          3     .           .
        ! 4     01/05/2025  PN8
        ! 5     01/05/2025  .
        ! 6     .           PN1
          7     soon        PN1
        ! 8     soon        .`,
    },
  ],
}
