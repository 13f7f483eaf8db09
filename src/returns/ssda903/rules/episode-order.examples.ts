import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const episodeOrderExamples: Examples<Ssda903> = {
  142: [
    {
      Episodes: `
          CHILD DECOM       DEC         REC
          1     01/09/2025  .           .
        ! 1     01/05/2025  .           X1
        ! 1     01/06/2025  31/08/2025  .
          2     01/05/2025  .           .
          2     .           .           .
          3     01/05/2025  01/06/2025  X1
          3     01/06/2025  .           .`,
    },
  ],
}
