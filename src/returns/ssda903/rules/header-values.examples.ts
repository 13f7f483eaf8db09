import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const headerValuesExamples: Examples<Ssda903> = {
  101: [
    {
      shows: 'letters from 2024/25',
      year: 2025,
      Header: `
          CHILD SEX
          1     M
          2     F
          3     U
        ! 4     1
        ! 5     .`,
    },
    {
      shows: 'numbers before, and a row without a child id is looked at',
      year: 2024,
      Header: `
          CHILD SEX
          1     1
          2     2
        ! .     M`,
    },
  ],
  102: [
    {
      Header: `
          CHILD DOB
          1     29/02/2012
        ! 2     29/02/2013
        ! 3     .
        ! 4     unknown`,
    },
  ],
}
