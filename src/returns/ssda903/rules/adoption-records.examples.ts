import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'
import { adoptionRecordValuesExamples } from './adoption-records-values.examples.ts'

export const adoptionRecordsExamples: Examples<Ssda903> = {
  1003: [
    {
      shows: 'the earliest start of care decides; the same day passes',
      Episodes: `
          CHILD DECOM       RNE
          1     01/08/2025  S
        ! 1     01/06/2025  S
          1     01/05/2025  P
          2     01/06/2025  S
          3     01/06/2025  P
          4     .           S`,
      PlacedAdoption: `
          CHILD DATE_PLACED
        ! 1     31/05/2025
          1     01/07/2025
          2     01/06/2025
          2     .
          3     01/01/2025
          4     01/01/2025
          5     01/01/2025`,
      groups: 'Episodes 1, PlacedAdoption 0',
    },
  ],
  ...adoptionRecordValuesExamples,
  117: [
    {
      shows: 'the last row that does not go on decides, an open one leaves the end of the year alone',
      year: 2026,
      Episodes: `
          CHILD  DECOM       DEC         REC
        ! late   01/05/2025  01/08/2025  E12
          late   01/08/2025  01/09/2025  X1
          late   01/04/2025  01/05/2025  E3
          same   01/05/2025  01/08/2025  E12
        ! open   01/05/2025  .           .
          within 01/05/2025  .           .
        ! back   01/05/2025  01/08/2025  E4A`,
      PlacedAdoption: `
          CHILD  DATE_PLACED DATE_PLACED_CEASED
        ! late   02/08/2025  .
          same   01/08/2025  01/08/2025
        ! open   01/05/2025  01/04/2026
          within 31/03/2026  .
        ! back   01/05/2025  02/08/2025
          back   .           .
        ! nobody 01/04/2026  .
          nobody 31/03/2026  .`,
      groups:
        'Episodes 0, PlacedAdoption 0; Episodes 4, PlacedAdoption 2; Episodes 6, PlacedAdoption 4; PlacedAdoption 6',
    },
  ],
  118: [
    {
      year: 2026,
      Episodes: `
          CHILD  DECOM       LS
        ! before 01/06/2025  C2
          before 01/05/2025  V4
          same   01/06/2025  .
        ! early  01/06/2024  C2
          first  01/06/2024  C2
          breaks 01/06/2025  V3
          noDate .           C2`,
      PlacedAdoption: `
          CHILD  DATE_PLACED_CEASED
        ! before 31/05/2025
          same   01/06/2025
        ! early  31/03/2025
          first  01/04/2025
          breaks 01/01/2025
          noDate 01/01/2025
          nobody 01/01/2025
          same   .`,
      groups: 'Episodes 0, PlacedAdoption 0; Episodes 3, PlacedAdoption 2',
    },
  ],
  184: [
    {
      shows: 'the date of birth of the header, else that of the row; none known says nothing',
      Header: `
          CHILD DOB
          1     01/06/2024
          2     01/06/2024
          3     .
          4     01/06/2024`,
      PlacedAdoption: `
          CHILD DATE_PLACED DOB
        ! 1     31/05/2024  01/01/2020
          2     01/06/2024  01/01/2030
        ! 3     31/05/2024  01/06/2024
          3     31/05/2024  .
          4     .           01/06/2024
        ! .     31/05/2024  01/06/2024`,
    },
  ],
  331: [
    {
      Episodes: `
          CHILD DECOM       REC
        ! 1     01/06/2025  E11
          2     01/06/2025  E12
          3     01/06/2025  E4A
          4     .           E12
          5     01/06/2025  E12`,
      AD1: `
          CHILD DATE_MATCH
        ! 1     02/06/2025
          1     .
          2     01/06/2025
          3     02/06/2025
          4     02/06/2025
          6     02/06/2025`,
      groups: 'AD1 0, Episodes 0',
    },
  ],
  333: [
    {
      shows: 'a match without a decision is flagged too',
      AD1: `
          CHILD DATE_INT    DATE_MATCH
        ! 1     02/06/2025  01/06/2025
          2     01/06/2025  01/06/2025
        ! 3     .           01/06/2025
        ! 4     soon        01/06/2025
          5     02/06/2025  .
          6     .           .`,
    },
  ],
  334: [
    {
      shows: 'the latest start of care decides',
      Episodes: `
          CHILD DECOM       RNE
          1     01/05/2025  S
        ! 1     01/08/2025  S
          1     01/09/2025  P
          2     01/08/2025  S
          3     01/08/2025  P
          4     .           S`,
      AD1: `
          CHILD DATE_INT
        ! 1     31/07/2025
          2     01/08/2025
          2     .
          3     01/01/2025
          4     01/01/2025`,
      groups: 'AD1 0, Episodes 1',
    },
  ],
  335: [
    {
      Episodes: `
          CHILD PLACE REC
        ! 1     A3    E11
        ! 2     A5    E12
        ! 3     A6    E1
          4     A3    E12
          5     A4    E12
          6     A3    X1
          7     .     E12
          8     A3    E12
          1     A4    E12`,
      AD1: `
          CHILD FOSTER_CARE
        ! 1     0
        ! 2     0
        ! 3     1
          4     1
          5     0
          6     0
          7     0
          8     .`,
      groups: 'AD1 0, Episodes 0; AD1 1, Episodes 1; AD1 2, Episodes 2',
    },
  ],
}
