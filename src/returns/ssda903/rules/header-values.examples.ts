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
  103: [
    {
      Header: `
          CHILD ETHNIC
          1     WBRI
          2     NOBT
        ! 3     WHITE
        ! 4     .`,
    },
  ],
  104: [
    {
      shows: 'the first day of the year passes; no upper limit; blank passes',
      year: 2026,
      UASC: `
          CHILD DUC
          1     01/04/2025
        ! 2     31/03/2025
          3     01/01/2040
          4     .
        ! 5     31/04/2025
        ! .     soon`,
    },
  ],
  105: [
    {
      Header: `
          CHILD UASC
          1     0
          2     1
        ! 3     .
        ! 4     2
        ! 5     YES`,
    },
    {
      shows: 'in a CSV return the flag is worked out from the UASC file',
      Header: `
          CHILD SEX
          1     M
          2     F`,
      UASC: `
          CHILD DUC
          1     .`,
    },
  ],
  168: [
    {
      Header: `
          CHILD UPN
          1     A123456789012
          2     A12345678901B
        ! 3     I123456789012
        ! 4     O123456789012
        ! 5     S123456789012
        ! 6     A12345678901
        ! 7     A1234567890123
        ! 8     1123456789012
        ! 9     A1234567B9012
          10    UN1
          11    UN5
        ! 12    UN6
          13    .`,
    },
  ],
  171: [
    {
      Header: `
          CHILD MC_DOB
          1     29/02/2024
        ! 2     29/02/2025
          3     .
        ! 4     no`,
    },
  ],
  174: [
    {
      year: 2025,
      Header: `
          CHILD SEX MC_DOB
        ! 1     M   01/05/2024
        ! 2     M   unknown
          3     M   .
          4     F   01/05/2024
          5     U   01/05/2024
          6     1   01/05/2024`,
    },
    {
      year: 2024,
      Header: `
          CHILD SEX MC_DOB
        ! 1     1   01/05/2023
          2     2   01/05/2023
          3     M   01/05/2023`,
    },
  ],
  209: [
    {
      shows: 'aged 4 on 31 August of the year before that in which the period begins',
      year: 2023,
      Header: `
          CHILD UPN DOB
        ! 1     UN1 31/08/2017
          2     UN1 01/09/2017
          3     UN2 31/08/2017
          4     UN1 .`,
    },
    {
      year: 2027,
      Header: `
          CHILD UPN DOB
        ! 1     UN1 31/08/2021
          2     UN1 01/09/2021`,
    },
  ],
  231: [
    {
      shows: 'exactly 11 on 31 March passes',
      year: 2026,
      Header: `
          CHILD UASC DOB
          1     1    31/03/2015
        ! 2     1    01/04/2015
          3     0    01/04/2015
          4     .    01/04/2015
          5     1    .`,
    },
    {
      shows: 'a row of the UASC file makes the child UASC',
      year: 2025,
      Header: `
          CHILD DOB
        ! 1     01/04/2014
          2     01/04/2014`,
      UASC: `
          CHILD DUC
          1     .`,
    },
  ],
  232: [
    {
      Header: `
          CHILD SEX
        ! 1     U
          2     M
          3     F
          4     .`,
    },
  ],
  301: [
    {
      year: 2026,
      Header: `
          CHILD DOB
          1     31/03/2026
        ! 2     01/04/2026
          3     .
          4     32/04/2026`,
    },
  ],
  303: [
    {
      shows: 'any text in the date counts; a child without a header cannot contradict it',
      Header: `
          CHILD UASC
          1     1
        ! 2     0
        ! 3     .
          4     0`,
      UASC: `
          CHILD DUC
          1     01/05/2025
        ! 2     01/05/2025
        ! 3     soon
          4     .
          5     01/05/2025
          .     01/05/2025`,
      groups: 'UASC 1, Header 1; UASC 2, Header 2',
    },
  ],
  304: [
    {
      UASC: `
          CHILD DOB         DUC
          1     01/05/2007  01/05/2025
        ! 2     01/05/2007  02/05/2025
        ! 3     29/02/2008  01/03/2026
          4     29/02/2008  28/02/2026
          5     .           01/03/2026
          6     01/05/2007  .`,
    },
  ],
  351: [
    {
      year: 2026,
      Header: `
          CHILD DOB
          1     01/04/2000
        ! 2     31/03/2000
          3     .`,
    },
  ],
}
