import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'
import { uascChangesExamples } from './header-changes-uasc.examples.ts'

export const headerChangesExamples: Examples<Ssda903> = {
  165: [
    {
      shows: 'values, boys, and when a girl may have none',
      year: 2026,
      Header: `
          CHILD      SEX MOTHER
          girl       F   0
          mother     F   1
        ! value      F   2
        ! boy        M   0
          boyBlank   M   .
        ! blank      F   .
          leaver     F   .
          leaverSaid F   1
        ! noData     F   .
        ! nowhere    F   .
          unknown    U   .
        ! unknown2   U   Y`,
      Episodes: `
          CHILD      DECOM       DEC         LS
          girl       01/05/2025  .           C2
          mother     01/05/2025  .           C2
          value      01/05/2025  .           C2
          boy        01/05/2025  .           C2
          boyBlank   01/05/2025  .           C2
          blank      01/05/2024  01/04/2025  .
          leaver     01/05/2024  31/03/2025  C2
          leaverSaid 01/05/2024  31/03/2025  C2
          noData     01/05/2024  31/03/2025  C2
          unknown    01/05/2025  .           C2
          unknown2   01/05/2025  .           C2`,
      OC3: `
          CHILD      IN_TOUCH ACTIV
          leaver     YES      .
          leaverSaid YES      .
        ! noData     .        .`,
    },
    {
      shows: 'short breaks alone are exempt; numbers for sexes to 2023/24',
      year: 2024,
      Header: `
          CHILD SEX MOTHER
          1     2   7
        ! 2     2   .
        ! 3     1   1`,
      Episodes: `
          CHILD DECOM       LS
          1     01/05/2023  V3
          1     01/06/2023  V4
          2     01/05/2023  V3
          2     01/06/2023  V2`,
      OC3: 'CHILD IN_TOUCH',
    },
  ],
  202: [
    {
      shows: 'numbers of last year are the letters of this; children new this year pass',
      year: 2025,
      Header: `
          CHILD SEX
          1     M
          2     F
        ! 3     M
        ! 4     .
          5     .
          6     M
        ! 7     U`,
      last: {
        Header: `
          CHILD SEX
          1     1
          2     2
          3     2
          4     1
          5     .
          7     1`,
      },
    },
    {
      shows: 'several rows last year: any that differs',
      Header: `
          CHILD SEX
        ! 1     F`,
      last: {
        Header: `
          CHILD SEX
          1     F
          1     M`,
      },
    },
  ],
  203: [
    {
      shows: 'dates, however written; two without a date are equal',
      Header: `
          CHILD DOB
          1     2012-05-01
        ! 2     02/05/2012
        ! 3     .
        ! 4     01/05/2012
          5     unknown
          6     01/05/2012`,
      last: {
        Header: `
          CHILD DOB
          1     01/05/2012
          2     01/05/2012
          3     01/05/2012
          4     unknown
          5     .`,
      },
    },
  ],
  204: [
    {
      Header: `
          CHILD ETHNIC
          1     WBRI
        ! 2     MWBC
        ! 3     .
          4     .
          5     WBRI`,
      last: {
        Header: `
          CHILD ETHNIC
          1     WBRI
          2     WBRI
          3     WBRI
          4     .`,
      },
    },
  ],
  ...uascChangesExamples,
  207: [
    {
      shows: 'care leavers are exempt; becoming a mother passes',
      Header: `
          CHILD MOTHER
        ! 1     0
        ! 2     .
          3     1
          4     1
          5     0
          6     0`,
      Episodes: `
          CHILD DECOM
          1     01/05/2025
          2     01/05/2025
          3     01/05/2025
          4     01/05/2025
          6     01/05/2025`,
      last: {
        Header: `
          CHILD MOTHER
          1     1
          2     1
          3     1
          4     0
          5     1`,
      },
    },
  ],
  208: [
    {
      Header: `
          CHILD UPN
          same  A123456789012
        ! other B123456789012
        ! lost  UN3
        ! gone  .
          found A123456789012
          found4 A123456789012
          first A123456789012
          age   UN2
          none  UN5
        ! early UN1
        ! unBlank .
        ! unOther UN4
          both  .
          new   A123456789012`,
      last: {
        Header: `
          CHILD UPN
          same  A123456789012
          other A123456789012
          lost  A123456789012
          gone  A123456789012
          found UN1
          found4 UN4
          first .
          age   UN1
          none  .
          early .
          unBlank UN1
          unOther UN3
          both  .`,
      },
    },
  ],
  210: [
    {
      shows: 'care that began before 24 March of the year',
      year: 2026,
      Header: `
          CHILD   UPN
        ! week    UN4
          day     UN4
          other   UN2
        ! joined  UN4
          again   UN4
          noDate  UN4
          leaver  UN4`,
      Episodes: `
          CHILD   DECOM       DEC
        ! week    23/03/2026  .
          day     24/03/2026  .
          other   23/03/2026  .
        ! joined  20/03/2026  25/03/2026
          joined  25/03/2026  .
          again   01/05/2025  01/06/2025
          again   25/03/2026  .
          noDate  .           .`,
      groups: 'Header 0, Episodes 0; Header 3, Episodes 3',
    },
  ],
  302: [
    {
      shows: 'the earliest episode alone is looked at; birth on the same day passes',
      Header: `
          CHILD DOB
        ! 1     02/05/2025
          2     01/05/2025
          3     .
          5     01/05/2025`,
      Episodes: `
          CHILD DECOM
          1     01/05/2025
        ! 1     30/04/2025
          2     01/05/2025
          3     01/05/2025
          4     01/05/2025
          5     .`,
      groups: 'Header 0, Episodes 1',
    },
  ],
}
