import type { Example, Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

/** Children 1 to 4 are looked after for the whole of 2026/27, 5 to 8 are not, and 9 has no episodes. */
const episodes = `
          CHILD DECOM       RNE DEC         REC LS
          1     01/05/2020  S   .           .   C2
          2     01/04/2026  S   31/03/2027  E3  C2
          3     01/05/2020  S   01/05/2026  X1  C2
          3     01/05/2026  P   .           .   C2
          4     01/05/2020  S   .           .   C2
          5     02/04/2026  S   .           .   C2
          6     01/05/2020  S   30/03/2027  E3  C2
          7     01/05/2020  S   .           .   V4
          8     01/05/2020  S   01/05/2026  .   C2`

/** The same health record for each of those children: 1 to 3 must be flagged. */
const lookedAfter = (dob: string, column: string, value: string): Example<Ssda903> => ({
  shows: 'only where the child was looked after all year',
  Episodes: episodes,
  OC2: `
          CHILD DOB    ${column}
        ! 1     ${dob} ${value}
        ! 2     ${dob} ${value}
        ! 3     ${dob} ${value}
          4     .      ${value}
          5     ${dob} ${value}
          6     ${dob} ${value}
          7     ${dob} ${value}
          8     ${dob} ${value}
          9     ${dob} ${value}`,
})

/** One question answered, and the four others in all the ways that matter. */
const withOthers = (column: string): Example<Ssda903> => ({
  shows: 'either answer asks for the four others',
  OC2: `
          CHILD ${column} IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE
        ! 1     1         .             1           0                 0
        ! 2     0         1             .           0                 0
        ! 3     1         1             1           .                 0
        ! 4     0         1             1           0                 .
        ! 5     1         .             .           .                 .
          6     1         0             0           0                 0
          7     .         .             .           .                 .
          8     9         .             .           .                 .`,
})

export const healthOfTheYearExamples: Examples<Ssda903> = {
  542: [
    {
      shows: 'the tenth birthday on 31 March is old enough',
      OC2: `
          CHILD DOB         CONVICTED
          1     31/03/2017  0
        ! 2     01/04/2017  0
        ! 3     01/05/2020  1
          4     01/04/2017  .
          5     .           1
          6     01/05/2010  1`,
    },
  ],
  543: [
    lookedAfter('31/03/2017', 'CONVICTED', '.'),
    {
      Episodes: episodes,
      OC2: `
          CHILD DOB         CONVICTED
          1     01/04/2017  .
          2     01/05/2010  0
        ! 3     01/05/2010  .`,
    },
  ],
  544: [withOthers('CONVICTED')],
  545: [
    lookedAfter('01/04/2022', 'HEALTH_CHECK', '.'),
    {
      shows: 'the fifth birthday on 31 March is too old',
      Episodes: episodes,
      OC2: `
          CHILD DOB         HEALTH_CHECK
          1     31/03/2022  .
          2     01/04/2022  0
        ! 3     01/05/2025  .`,
    },
  ],
  546: [
    lookedAfter('31/03/2022', 'HEALTH_CHECK', '0'),
    {
      Episodes: episodes,
      OC2: `
          CHILD DOB         HEALTH_CHECK
          1     01/04/2022  1
          2     31/03/2022  .
        ! 3     01/05/2010  1`,
    },
  ],
  547: [withOthers('HEALTH_CHECK')],
}
