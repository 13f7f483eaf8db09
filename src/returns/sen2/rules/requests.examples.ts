import type { Examples } from '../../engine/examples.ts'
import type { Sen2 } from '../layout.ts'

export const requestsExamples: Examples<Sen2> = {
  S030: [{ Requests: 'ReceivedDate RequestOutcome\n 2025-01-06 Y\n . H\n ! . Y\n ! 2025-02-30 A' }],
  S031: [{ year: 2026, Requests: 'ReceivedDate\n 2025-12-31\n ! 2026-01-01\n .' }],
  S032: [
    {
      Person: 'child PersonBirthDate\n 1 2015-05-01\n 2 .',
      Requests: 'child ReceivedDate\n ! 1 2015-04-30\n 1 2015-05-01\n 2 2001-01-01',
    },
  ],
  S033: [
    {
      Person: 'child PersonBirthDate\n 1 2000-05-01\n 2 .',
      Requests: 'child ReceivedDate\n ! 1 2025-05-01\n 1 2025-04-30\n 2 2025-05-01',
    },
  ],
  S034: [{ Requests: 'RequestOutcome\n Y\n H\n ! X\n ! .' }],
  S035: [{ Requests: 'RequestOutcome RequestOutcomeDate\n Y 2025-02-01\n A .\n ! Y .\n ! W x' }],
  S036: [{ Requests: 'RequestOutcome RequestOutcomeDate\n A .\n Y 2025-02-01\n ! A 2025-02-01' }],
  S037: [
    { Requests: 'ReceivedDate RequestOutcomeDate\n 2025-02-01 2025-02-01\n ! 2025-02-01 2025-01-31\n . 2025-01-31' },
  ],
  S038: [{ year: 2026, Requests: 'RequestOutcomeDate\n 2025-12-31\n ! 2026-01-01' }],
  S039: [
    {
      shows: 'six weeks are 42 days',
      Requests: `
          ReceivedDate RequestOutcome RequestOutcomeDate
          2025-01-06   Y              2025-02-17
        ! 2025-01-06   N              2025-02-18
          2025-01-06   W              2025-03-18`,
    },
  ],
  S040: [{ year: 2026, Requests: 'ReceivedDate RequestOutcome\n 2025-11-19 A\n ! 2025-11-18 A\n 2025-11-18 Y' }],
  S041: [
    {
      Requests: `
          child RequestOutcome RequestTribunal
        ! 1     N              .
          2     N              Y
        ! 3     W              .
          4     Y              .
          5     N              .`,
      Assessment: 'child AssessmentOutcome\n 1 A\n 2 A\n 3 A\n 4 A',
    },
  ],
  S042: [{ Requests: 'child RequestOutcome\n 1 Y\n ! 2 Y\n 3 N', Assessment: 'child AssessmentOutcome\n 1 A' }],
  S043: [{ Requests: 'RequestOutcome RequestMediation RequestTribunal\n N Y .\n ! Y Y .\n ! A . true\n H Y .' }],
  S044: [{ year: 2025, Requests: 'RequestSource RequestOutcome\n 1 Y\n ! 6 Y\n ! . N\n . H' }],
  S045: [{ Requests: 'RYA\n Y\n .\n ! X' }],
  S046: [
    {
      Requests: 'child RequestOutcome\n ! 1 A\n ! 1 A\n 1 Y\n 2 A\n 3 A',
      groups: 'Requests 0, Requests 1',
    },
  ],
  S047: [
    { Requests: 'child ReceivedDate\n ! 1 2025-01-06\n ! 1 2025-01-06\n 1 2025-01-07\n 1 .\n 1 .\n 2 2025-01-06' },
  ],
  S048: [{ Requests: 'Exported\n 330\n .\n ! Derby' }],
  S049: [
    {
      Requests: `
          child ReceivedDate
          1     2024-10-01
        ! 1     2025-03-01
          1     2025-07-15`,
      Assessment: 'child in AssessmentOutcomeDate\n 1 0 2025-01-15',
    },
  ],
  S04A: [
    {
      year: 2026,
      Requests: `
          RequestOutcome RequestOutcomeDate RequestTribunal
        ! N              2024-12-31         .
          N              2025-01-01         .
          N              2024-12-31         Y
          Y              2024-12-31         .`,
    },
  ],
  S04B: [{ Requests: 'child Exported\n ! 1 330\n 2 .\n 3 330', ActivePlans: 'child LastReview\n 1 .\n 2 .' }],
}
