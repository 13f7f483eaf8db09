import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const agesExamples: Examples<Ssda903> = {
  352: [
    {
      shows: 'the 18th birthday itself is too late; 28 February stands for 29 February; no date of birth says nothing',
      Header: `
          CHILD DOB
          1     01/05/2007
          2     02/05/2007
          3     29/02/2008
          4     .`,
      Episodes: `
          CHILD DECOM       RNE
        ! 1     01/05/2025  S
          1     01/05/2025  L
          2     01/05/2025  S
        ! 3     28/02/2026  S
          3     27/02/2026  S
          4     01/05/2025  S
          5     01/05/2025  S`,
    },
  ],
}
