import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const careLeaverValuesExamples: Examples<Ssda903> = {
  131: [
    {
      OC3: `
          CHILD IN_TOUCH
          1     YES
          2     NO
          3     DIED
          4     REFU
          5     NREQ
          6     RHOM
        ! 7     Y
        ! .     .`,
    },
  ],
  132: [
    {
      OC3: `
          CHILD ACTIV
          1     F1
          2     P5
          3     G6
          4     0
        ! 5     F3
        ! 6     .`,
    },
  ],
  133: [
    {
      OC3: `
          CHILD ACCOM
          1     B1
          2     Z2
          3     0
        ! 4     T
        ! 5     00
        ! 6     .`,
    },
  ],
  153: [
    {
      OC3: `
          CHILD IN_TOUCH ACTIV ACCOM
          1     YES      F1    B1
          2     .        .     .
        ! 3     YES      .     .
        ! 4     .        0     0
        ! 5     no       F1    .`,
    },
  ],
  344: [
    {
      shows: 'blank is as good as 0',
      OC3: `
          CHILD IN_TOUCH ACTIV ACCOM
          1     DIED     0     0
          2     RHOM     .     .
          3     RHOM     0     .
        ! 4     DIED     F1    0
        ! 5     RHOM     .     B1
        ! 6     RHOM     00    .
          7     YES      F1    B1
          8     .        F1    B1`,
    },
  ],
  345: [
    {
      OC3: `
          CHILD IN_TOUCH ACTIV ACCOM
        ! 1     YES      0     B1
        ! 2     YES      F1    0
          3     YES      F1    B1
          4     YES      .     .
          5     YES      00    B1
          6     NO       0     0`,
    },
  ],
  347: [
    {
      shows: '18 on 1 April passes',
      year: 2026,
      OC3: `
          CHILD ACCOM DOB
        ! 1     T1    02/04/2007
        ! 2     T2    02/04/2007
          3     T1    01/04/2007
          4     B1    02/04/2007
          5     T1    .
          6     .     02/04/2007`,
    },
  ],
  348: [
    {
      OC3: `
          CHILD IN_TOUCH
        ! 1     YES
        ! 2     .
          3     DIED
          4     YES
          5     YES
        ! 6     NO`,
      last: {
        OC3: `
          CHILD IN_TOUCH
          1     DIED
          2     DIED
          3     DIED
          4     YES
          6     YES
          6     DIED`,
      },
    },
  ],
  391: [
    {
      shows: '17 on 31 March passes; 0 counts as filled',
      year: 2026,
      OC3: `
          CHILD DOB         IN_TOUCH ACCOM
        ! 1     01/04/2009  YES      .
        ! 2     01/04/2009  .        0
          3     31/03/2009  YES      .
          4     01/04/2009  .        .
          5     .           YES      .`,
    },
  ],
  3001: [
    {
      shows: 'the birthday in the header, first and last day of the year included',
      year: 2026,
      OC3: `
          CHILD ACCOM DOB
        ! 1     Z1    .
        ! 2     Z2    .
          3     Z1    01/05/2008
          4     Z1    01/05/2008
          5     B1    .
          6     Z1    01/05/2008
          7     Z1    01/05/2008`,
      Header: `
          CHILD DOB
          1     01/04/2008
          2     31/03/2009
          3     31/03/2008
          4     01/04/2009
          5     01/05/2008
          6     .`,
    },
  ],
}
