import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const careLeaversExamples: Examples<Ssda903> = {
  1002: [
    {
      shows: 'an episode of either year is enough',
      OC3: `
          CHILD IN_TOUCH
          1     YES
          2     YES
        ! 3     YES
        ! 4     .`,
      Episodes: `
          CHILD DECOM
          1     01/05/2025`,
      last: {
        Episodes: `
          CHILD DECOM
          2     01/05/2024`,
      },
    },
  ],
}
