import type { Examples } from '../../engine/examples.ts'
import type { Sen2 } from '../layout.ts'

/** Requests received on 6 January 2025; twenty weeks later is 26 May, sixteen 28 April. */
const requests = 'child ReceivedDate\n 1 2025-01-06\n 2 2025-01-06\n 3 2025-01-06\n 4 .'

export const assessmentsExamples: Examples<Sen2> = {
  S050: [
    { year: 2025, Assessment: 'AssessmentOutcome\n Y\n S\n ! X\n ! .' },
    { year: 2024, Assessment: 'AssessmentOutcome\n H\n ! S' },
  ],
  S051: [{ Assessment: 'AssessmentOutcome AssessmentOutcomeDate\n Y 2025-05-01\n A .\n ! N .' }],
  S052: [{ Assessment: 'AssessmentOutcome AssessmentOutcomeDate\n A .\n ! A 2025-05-01\n Y 2025-05-01' }],
  S053: [
    {
      Requests: 'child RequestOutcomeDate\n 1 2025-02-01\n 2 .',
      Assessment: 'child AssessmentOutcomeDate\n ! 1 2025-01-31\n 1 2025-02-01\n 2 2025-01-31',
    },
  ],
  S054: [{ year: 2026, Assessment: 'AssessmentOutcomeDate\n 2025-12-31\n ! 2026-01-01' }],
  S055: [
    {
      Requests: requests,
      Assessment: `
          child AssessmentOutcome AssessmentOutcomeDate
        ! 1     N                 2025-04-29
          2     N                 2025-04-28
          3     Y                 2025-05-20
          4     N                 2025-04-29`,
    },
  ],
  S056: [{ Assessment: 'child AssessmentOutcome\n 1 Y\n ! 2 Y\n 3 A', NamedPlan: 'child StartDate\n 1 2025-05-01' }],
  S057: [
    {
      Assessment: 'child AssessmentOutcome AssessmentMediation\n ! 1 N .\n 2 N Y\n ! 3 A .\n 4 Y .\n 5 N .',
      NamedPlan: 'child StartDate\n 1 .\n 2 .\n 3 .\n 4 .',
    },
  ],
  S058: [{ Assessment: 'Week20\n Y\n .\n true\n ! X' }],
  S059: [
    {
      Requests: requests,
      Assessment: 'child Week20\n ! 1 N\n 2 Y\n 3 .\n 4 .',
      NamedPlan: 'child StartDate\n 1 2025-05-27\n 2 2025-05-27\n 3 2025-05-26\n 4 2025-05-27',
    },
  ],
  S060: [
    {
      Requests: requests,
      Assessment: 'child Week20\n ! 1 Y\n 2 Y\n 3 N\n 4 Y',
      NamedPlan: 'child StartDate\n 1 2025-05-26\n 2 2025-05-27\n 3 2025-05-26\n 4 2025-05-26',
    },
  ],
  S061: [
    {
      year: 2026,
      Requests: 'child ReceivedDate\n 1 2025-08-12\n 2 2025-08-13\n 3 2025-08-01\n 4 2025-08-01',
      Assessment: 'child AssessmentOutcome Week20\n ! 1 A .\n 2 A .\n 3 A Y\n 4 Y .',
    },
  ],
  S062: [{ Assessment: 'AssessmentOutcome AssessmentMediation\n N Y\n ! Y Y\n Y .\n H Y' }],
}
