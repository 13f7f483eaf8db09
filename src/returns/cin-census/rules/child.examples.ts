import type { Examples } from '../../engine/examples.ts'
import type { CinCensus } from '../layout.ts'

export const childExamples: Examples<CinCensus> = {
  4180: [
    {
      year: 2025,
      ChildIdentifiers: `
          LAchildID Sex
          1         M
          2         U
        ! 3         1
        ! .         .`,
    },
    {
      year: 2024,
      ChildIdentifiers: `
          LAchildID Sex
          1         9
        ! 2         M`,
    },
  ],
}
