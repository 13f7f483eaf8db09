import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'
import { scoreExamples } from './health-score.examples.ts'

/** Looked after for the year to 31 March 2026: all but `mid`, `left` and `breaks`; `none` has no episode at all. */
const episodes = `
          CHILD  DECOM       RNE DEC         REC LS
          all    01/05/2024  S   01/06/2025  X1  C2
          all    01/06/2025  L   .           .   C1
          edges  01/04/2025  S   31/03/2026  E4A C2
          mid    02/04/2025  S   .           .   C2
          left   01/05/2024  S   30/03/2026  E4A C2
          breaks 01/05/2024  S   .           .   V4`

export const healthExamples: Examples<Ssda903> = {
  ...scoreExamples,
  158: [
    {
      OC2: `
          CHILD INTERVENTION_RECEIVED INTERVENTION_OFFERED
        ! 1     1                     0
        ! 2     1                     1
          3     1                     .
          4     0                     1
          5     .                     1`,
    },
  ],
  159: [
    {
      OC2: `
          CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
        ! 1     1                0                     .
          2     1                0                     0
          3     1                1                     .
          4     1                .                     .
          5     0                0                     .
          6     .                0                     .`,
    },
  ],
  181: [
    {
      OC2: `
          CHILD CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
          1     0         1            0             1           0                 1
          2     .         .            .             .           .                 .
        ! 3     2         1            0             1           0                 1
        ! 4     0         1            0             1           0                 Y
        ! .     0         .            01            .           .                 .`,
    },
    {
      OC2: `
          CHILD INTERVENTION_RECEIVED INTERVENTION_OFFERED SDQ_SCORE
          1     0                     1                    12
        ! 2     N                     .                    .
        ! 3     .                     2                    .`,
    },
  ],
  182: [
    {
      shows: 'all four or nothing; also where only some of the four are there',
      OC2: `
          CHILD IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE CONVICTED INTERVENTION_OFFERED SDQ_SCORE
          1     0             1           0                 0                .         .                    .
          2     0             1           0                 0                1         .                    .
          3     .             .           .                 .                .         .                    12
        ! 4     .             1           0                 0                1         .                    .
        ! 5     .             .           .                 .                0         .                    .
        ! 6     0             1           0                 .                .         .                    .
        ! 7     .             .           .                 .                .         0                    .`,
    },
  ],
  190: [
    {
      year: 2026,
      Episodes: episodes,
      OC2: `
          CHILD  CONVICTED TEETH_CHECK SDQ_SCORE
          all    0         1           .
          edges  0         1           .
        ! mid    0         .           .
        ! left   .         1           .
        ! breaks .         0           .
        ! none   0         .           .
          mid    .         .           12
        ! .      0         .           .`,
    },
  ],
  191: [
    {
      shows: 'rows with an answer missing, and children without a row',
      year: 2026,
      Episodes: `
          CHILD  DECOM       RNE DEC         REC
          full   01/05/2024  S   .           .
          part   01/05/2024  S   .           .
          absent 01/06/2025  L   .           .
        ! absent 01/05/2024  S   01/06/2025  X1
          mid    02/04/2025  S   .           .
          .      01/05/2024  S   .           .`,
      OC2: `
          CHILD  IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
          full   0             1           0                 0
        ! part   0             1           0                 .
          mid    .             .           .                 .`,
    },
  ],
  192: [
    {
      OC2: `
          CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED
        ! 1     1                .
          2     1                0
          3     0                .
          4     .                .`,
    },
  ],
  193: [
    {
      shows: '0 counts as filled',
      OC2: `
          CHILD SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED
        ! 1     0                0                     .
        ! 2     .                .                     0
        ! 3     0                1                     1
          4     1                1                     .
          5     0                .                     .
          6     .                .                     .`,
    },
  ],
}
