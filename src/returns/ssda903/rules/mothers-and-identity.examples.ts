import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const mothersAndIdentityExamples: Examples<Ssda903> = {
  444: [
    {
      Header: `
          CHILD UPN
        ! 1     A123456789012
          2     B123456789012
        ! 3     A123456789012
          4     UN1
          5     UN1
          6     .
          7     .`,
      groups: 'Header 0, Header 2',
    },
  ],
}
