import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'
import { besideOtherDataExamples } from './care-leavers-beside.examples.ts'
import { careLeaverValuesExamples } from './care-leavers-values.examples.ts'

export const careLeaversExamples: Examples<Ssda903> = {
  1000: [
    {
      shows: 'any episode of either year; the care leaver row may be empty',
      OC3: `
          CHILD IN_TOUCH
        ! 1     YES
        ! 2     .
          3     YES
          4     DIED
        ! 1     .`,
      Episodes: `
          CHILD DECOM       REC
          1     01/05/2025  E2
          1     01/06/2025  X1
          3     01/05/2025  E3`,
      last: {
        Episodes: `
          CHILD DECOM       REC
          2     01/05/2024  E2`,
      },
    },
    {
      shows: "without last year's file",
      OC3: `
          CHILD IN_TOUCH
        ! 1     NO
          2     NO`,
      Episodes: `
          CHILD DECOM       REC
          1     01/05/2025  E2
          2     01/05/2025  .`,
    },
  ],
  1001: [
    {
      shows: '91 days since 14 and one since 16; the day of leaving is not counted',
      year: 2026,
      OC3: `
          CHILD    IN_TOUCH
          enough   YES
        ! day90    YES
        ! before16 YES
          oneAt16  YES
        ! nowhere  .
        ! breaks   YES
        ! adopted  YES
          aged20   YES
          noDob    YES
          noHeader YES
          open     YES`,
      Header: `
          CHILD    DOB
          enough   01/01/2008
          day90    01/01/2008
          before16 01/06/2009
          oneAt16  01/06/2009
          nowhere  01/01/2008
          breaks   01/01/2008
          adopted  01/01/2008
          aged20   31/03/2006
          noDob    .
          open     01/01/2008`,
      Episodes: `
          CHILD    DECOM       DEC         LS  REC
          enough   01/05/2025  31/07/2025  C2  E4A
          day90    01/05/2025  30/07/2025  C2  E4A
          before16 01/05/2024  01/06/2025  C2  E4A
          oneAt16  01/05/2024  02/06/2025  C2  E4A
          breaks   01/05/2025  31/03/2026  V4  E4A
          adopted  01/05/2025  01/03/2026  C2  E12
          open     01/12/2025  .           C2  .`,
      last: {
        Episodes: `
          CHILD    DECOM       DEC         LS  REC
          aged20   01/05/2024  02/05/2024  C2  E4A`,
      },
    },
    {
      shows:
        'an episode in both files is one, with the end of this year; one left open that is not the last counts nothing',
      year: 2026,
      OC3: `
          CHILD  IN_TOUCH
          both   YES
        ! once   YES
        ! gap    YES`,
      Header: `
          CHILD  DOB
          both   01/01/2008
          once   01/01/2008
          gap    01/01/2008`,
      Episodes: `
          CHILD  DECOM       DEC         REC
          both   01/03/2025  31/05/2025  E4A
          once   01/03/2025  30/05/2025  E4A
          gap    01/06/2025  05/06/2025  E4A`,
      last: {
        Episodes: `
          CHILD  DECOM       DEC         REC
          both   01/03/2025  .           .
          once   01/03/2025  30/05/2025  E4A
          gap    01/05/2024  .           .
          gap    .           01/05/2025  E4A`,
      },
    },
  ],
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
  1007: [
    {
      shows: 'aged 17 or 18 at the end of the year, looked after on that birthday; open episodes count',
      year: 2026,
      OC3: `
          CHILD   DOB         IN_TOUCH
        ! in17    01/06/2008  YES
        ! in18    01/06/2007  YES
          left    01/06/2008  YES
        ! open    01/06/2008  NO
          later   01/06/2008  YES
          empty   01/06/2008  .
          aged16  01/04/2009  YES
        ! just17  31/03/2009  YES
          aged19  31/03/2007  YES
        ! leap    29/02/2008  YES
          noDob   .           YES`,
      Episodes: `
          CHILD   DECOM       DEC
          in17    01/06/2025  02/06/2025
          in18    01/05/2024  01/09/2025
          left    01/05/2024  01/06/2025
          open    01/05/2024  .
          later   02/06/2025  01/09/2025
          empty   01/05/2024  01/09/2025
          aged16  01/05/2024  .
          just17  01/05/2024  .
          aged19  01/05/2024  .
          leap    28/02/2026  01/03/2026
          noDob   01/05/2024  .`,
    },
  ],
  1010: [
    {
      shows: 'the last row of last year decides, on one day the last in the file',
      OC3: `
          CHILD  IN_TOUCH
        ! open   .
          closed YES
          here   YES
        ! tie    YES
          new    YES`,
      Episodes: `
          CHILD  DECOM
          here   .`,
      last: {
        Episodes: `
          CHILD  DECOM       DEC
          open   01/06/2024  .
          open   01/05/2024  01/06/2024
          closed 01/06/2024  01/07/2024
          closed .           .
          here   01/06/2024  .
          tie    01/06/2024  01/06/2024
          tie    01/06/2024  .`,
      },
    },
  ],
  1011: [
    {
      OC3: `
          CHILD IN_TOUCH ACCOM
        ! 1     YES      .
        ! 2     .        B1
          3     .        .
          4     YES      .
          5     YES      .
          6     YES      .`,
      Episodes: `
          CHILD DECOM       REC
          1     01/06/2025  E3
          1     01/05/2025  X1
          2     01/06/2025  E3
          2     01/06/2025  E4A
          3     01/06/2025  E3
          4     01/05/2025  E3
          4     01/06/2025  E4A
          5     .           E3`,
    },
  ],
  1016: [
    {
      shows: 'care that ended on or after the birthday',
      year: 2026,
      OC3: `
          CHILD  DOB         IN_TOUCH
        ! on17   01/06/2008  YES
          before 01/06/2008  YES
        ! on18   01/06/2007  YES
          at17   01/06/2007  YES
          aged19 31/03/2007  YES
          aged16 01/04/2009  YES
        ! leap   29/02/2008  YES
          open   01/06/2008  YES
          empty  01/06/2008  .
          noDob  .           YES`,
      Episodes: `
          CHILD  DECOM       DEC
          on17   01/05/2024  01/06/2025
          before 01/05/2024  31/05/2025
          on18   01/05/2024  01/06/2025
          at17   01/05/2023  31/05/2025
          aged19 01/05/2024  31/03/2026
          aged16 01/05/2024  31/03/2026
          leap   01/05/2024  28/02/2026
          open   01/05/2024  .
          empty  01/05/2024  01/06/2025
          noDob  01/05/2024  01/06/2025`,
    },
  ],
  ...careLeaverValuesExamples,
  ...besideOtherDataExamples,
}
