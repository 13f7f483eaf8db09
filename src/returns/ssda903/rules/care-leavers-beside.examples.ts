import type { Examples } from '../../engine/examples.ts'
import type { Ssda903 } from '../layout.ts'

export const besideOtherDataExamples: Examples<Ssda903> = {
  1014: [
    {
      shows: 'no episode in the year, or none at all',
      year: 2026,
      Header: `
          CHILD   SEX
          before  M
          none    M
          inYear  M
          last    M
          open    M
          empty   M`,
      UASC: `
          CHILD   DUC
        ! before  .
        ! none    01/05/2025
          inYear  01/05/2025
          last    01/05/2025
          open    01/05/2025
          empty   01/05/2025
          other   01/05/2025
        ! noHead  .`,
      OC3: `
          CHILD   IN_TOUCH
        ! before  YES
        ! none    YES
          inYear  YES
          last    YES
          open    YES
          empty   .
        ! noHead  NO`,
      Episodes: `
          CHILD   DECOM       DEC
          before  01/05/2024  31/03/2025
          inYear  01/05/2024  01/04/2025
          last    31/03/2026  .
          open    01/05/2024  .`,
      groups: 'UASC 0, OC3 0; UASC 1, OC3 1; UASC 7, OC3 6',
    },
    {
      shows: 'XML: a UASC element of every child',
      Header: `
          CHILD UASC
          1     0
          2     1`,
      UASC: `
          CHILD DUC
          1     .
        ! 2     .`,
      OC3: `
          CHILD IN_TOUCH
          1     YES
        ! 2     YES`,
      Episodes: 'CHILD DECOM',
    },
  ],
  134: [
    {
      AD1: `
          CHILD DATE_INT    LS_ADOPTR
        ! 1     01/05/2025  .
        ! 1     .           L0
          1     .           .
          2     01/05/2025  L0
          3     01/05/2025  L0`,
      OC3: `
          CHILD IN_TOUCH ACCOM
          1     .        0
          2     .        .`,
    },
  ],
  187: [
    {
      shows: 'looked after from 1 April to 31 March; each table by itself',
      year: 2026,
      Episodes: `
          CHILD DECOM       RNE DEC         REC LS
          1     01/04/2025  S   31/03/2026  E3  C2
          2     01/05/2024  S   .           .   C2
          3     02/04/2025  S   .           .   C2
          4     01/05/2024  S   30/03/2026  E3  C2
          5     01/05/2024  S   .           .   V4
          6     01/05/2024  S   .           .   C2`,
      AD1: `
          CHILD DATE_INT    FOSTER_CARE
        ! 1     01/05/2025  .
        ! 2     .           0
          3     01/05/2025  0
          6     .           .
          7     01/05/2025  0`,
      OC3: `
          CHILD IN_TOUCH ACTIV
        ! 2     YES      .
          3     YES      .
          4     YES      .
          5     YES      .
          6     .        .`,
    },
    {
      shows: 'one of the two tables is enough',
      Episodes: `
          CHILD DECOM       RNE
          1     01/05/2024  S`,
      OC3: `
          CHILD IN_TOUCH
        ! 1     NO`,
    },
  ],
  215: [
    {
      shows: '0 counts as filled; the strengths and difficulties score does not count',
      OC3: `
          CHILD IN_TOUCH ACCOM
        ! 1     .        0
          2     .        .
          3     YES      .
          1     .        .
          4     YES      .`,
      OC2: `
          CHILD CONVICTED SDQ_SCORE INTERVENTION_OFFERED
        ! 1     .         .         0
        ! 1     1         .         .
          2     1         .         .
          3     .         12        .
          5     1         .         .`,
      groups: 'OC3 0, OC2 0, OC2 1',
    },
  ],
}
