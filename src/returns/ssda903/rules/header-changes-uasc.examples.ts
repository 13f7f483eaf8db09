import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const uascChangesExamples: Examples<Ssda903> = {
  '205A': [
    {
      shows: 'CSV: who is no longer in the UASC file, and what explains it',
      year: 2026,
      Header: `
          CHILD SEX
          first M
          last  M
        ! early M
        ! late  M
        ! blank M
          still M
          never M`,
      UASC: `
          CHILD DUC
          still .`,
      last: {
        Header: `
          CHILD SEX
          first M
          last  M
          early M
          late  M
          blank M
          still M
          never M
          left  M`,
        UASC: `
          CHILD DUC
          first 01/04/2024
          last  31/03/2025
          early 31/03/2024
          late  01/04/2025
          blank .
          still .
          left  .`,
      },
    },
    {
      shows: 'XML: the flag stands in the header; a date this year does not explain why it is gone',
      year: 2026,
      Header: `
          CHILD UASC
        ! 1     0
        ! 2     .
          3     1`,
      UASC: `
          CHILD DUC
        ! 1     01/05/2025
        ! 2     .
          3     01/05/2025`,
      last: {
        Header: `
          CHILD UASC
          1     1
          2     1
          3     1`,
        UASC: `
          CHILD DUC
          1     01/05/2024
          2     soon
          3     .`,
      },
      groups: 'Header 0, UASC 0; Header 1, UASC 1',
    },
    {
      shows: 'without headers the UASC tables stand for them',
      UASC: `
          CHILD SEX DUC
        ! 1     .   .
          2     M   .`,
      last: {
        UASC: `
          CHILD SEX DUC
          1     M   .
          2     M   .`,
      },
    },
  ],
  '205B': [
    {
      shows: '18th birthday last year; this year the same or a day of the year',
      year: 2026,
      Header: `
          CHILD  SEX
          same   M
          first  M
          last   M
        ! before M
        ! after  M
        ! not18  M
        ! none   M
        ! noDob  M
          new    M`,
      UASC: `
          CHILD  DUC
          same   01/06/2027
          first  01/04/2025
          last   31/03/2026
        ! before 31/03/2025
        ! after  01/04/2026
        ! not18  01/06/2025
        ! none   .
        ! noDob  01/06/2025
          new    01/06/2025`,
      last: {
        Header: `
          CHILD  SEX
          same   M
          first  M
          last   M
          before M
          after  M
          not18  M
          none   M
          noDob  M`,
        UASC: `
          CHILD  DOB         DUC
          same   01/06/2009  01/06/2027
          first  01/06/2009  01/06/2027
          last   01/06/2009  01/06/2027
          before 01/06/2009  01/06/2027
          after  01/06/2009  01/06/2027
          not18  01/06/2009  02/06/2027
          none   01/06/2009  01/06/2027
          noDob  .           01/06/2027`,
      },
      groups: 'Header 3, UASC 3; Header 4, UASC 4; Header 5, UASC 5; Header 6, UASC 6; Header 7, UASC 7',
    },
    {
      shows: 'a birth on 29 February has its 18th birthday on 28 February; no header was given',
      year: 2027,
      UASC: `
          CHILD SEX DUC
          1     M   28/02/2026`,
      last: {
        UASC: `
          CHILD SEX DOB         DUC
          1     M   29/02/2008  28/02/2026`,
      },
    },
  ],
  '205C': [
    {
      Header: `
          CHILD UASC
        ! 1     0
        ! 2     .
          3     1
          4     0
          5     0
        ! 6     0`,
      UASC: `
          CHILD DUC
        ! 1     01/05/2025
        ! 2     .
          3     01/05/2025
          4     01/05/2025
          5     soon`,
      last: {
        Header: `
          CHILD UASC
          1     0
          2     0
          4     1
          6     0`,
        UASC: `
          CHILD DUC
          2     01/05/2024
          6     01/05/2024`,
      },
      groups: 'Header 0, UASC 0; Header 1, UASC 1; Header 5',
    },
  ],
  '205D': [
    {
      Header: `
          CHILD UASC
        ! 1     1
        ! 2     1
          3     1
          4     0
          5     1`,
      last: {
        Header: `
          CHILD UASC
          1     0
          2     .
          3     1
          4     0`,
      },
    },
    {
      shows: 'CSV: worked out from the UASC files',
      Header: `
          CHILD SEX
        ! 1     M
          2     M
          3     M`,
      UASC: `
          CHILD DUC
          1     .
          2     .`,
      last: {
        Header: `
          CHILD SEX
          1     M
          2     M
          3     M`,
        UASC: `
          CHILD DUC
          2     .`,
      },
    },
    {
      shows: 'without headers the UASC tables stand for them',
      UASC: `
          CHILD SEX
        ! 1     M
          2     M
          3     M`,
      last: {
        UASC: `
          CHILD SEX
          1     .
          2     M`,
      },
    },
  ],
}
