import type { Examples } from '../../engine/examples.ts'
import type { Sen2 } from '../layout.ts'

export const plansExamples: Examples<Sen2> = {
  S070: [{ NamedPlan: 'StartDate\n 2025-05-01\n ! .\n ! 2025-02-30' }],
  S071: [
    {
      Assessment: 'child AssessmentOutcomeDate\n 1 2025-05-01\n 2 .',
      NamedPlan: 'child StartDate\n ! 1 2025-04-30\n 1 2025-05-01\n 2 2025-04-30',
    },
  ],
  S072: [
    {
      Requests: 'child ReceivedDate\n 1 2025-01-06\n 2 .',
      Assessment: 'child AssessmentOutcome\n 1 Y\n 2 Y',
      NamedPlan: 'child StartDate\n ! 1 2025-01-05\n 1 2025-01-06\n 2 2025-01-05',
    },
  ],
  S073: [{ year: 2026, NamedPlan: 'StartDate\n 2025-12-31\n ! 2026-01-01' }],
  S074: [{ NamedPlan: 'StartDate CeaseDate\n 2025-05-01 2025-05-01\n ! 2025-05-01 2025-04-30\n 2025-05-01 .' }],
  S075: [{ NamedPlan: 'CeaseDate CeaseReason\n 2025-05-01 2\n . .\n ! 2025-05-01 .\n ! . 2' }],
  S076: [{ NamedPlan: 'CeaseReason\n 9\n .\n ! 10' }],
  S077: [{ year: 2026, NamedPlan: 'CeaseDate\n 2025-12-31\n ! 2026-01-01' }],
  S078: [
    {
      Person: 'child PersonBirthDate\n 1 2000-05-01\n 2 .',
      NamedPlan: 'child CeaseDate CeaseReason\n ! 1 2025-04-30 1\n 1 2025-05-01 1\n 1 2025-04-30 2\n 2 2025-04-30 1',
    },
  ],
  S079: [
    {
      Person: 'child PersonBirthDate\n 1 2009-05-01',
      NamedPlan: 'child CeaseDate CeaseReason\n ! 1 2025-04-30 4\n ! 1 2025-04-30 3\n 1 2025-05-01 4\n 1 2025-04-30 2',
    },
  ],
  S081: [
    {
      Requests: 'child ReceivedDate\n 1 .\n 2 .\n 3 .',
      Assessment: 'child AssessmentOutcome\n 1 Y\n 2 Y\n 3 Y',
      NamedPlan: 'child CeaseDate\n ! 1 2025-05-01\n 2 .\n 3 2025-05-01',
      ActivePlans: 'child LastReview\n ! 1 .\n 2 .',
      groups: 'NamedPlan 0, ActivePlans 0',
    },
  ],
  S082: [{ NamedPlan: 'PlanRes\n A\n .\n ! C' }],
  S083: [{ NamedPlan: 'PlanWBP\n S\n .\n ! X' }],
  S084: [
    {
      Person: 'child PersonBirthDate\n 1 2010-05-01',
      NamedPlan: 'child StartDate PlanWBP\n ! 1 2025-05-01 S\n 1 2026-05-01 S\n 1 2025-05-01 .',
    },
  ],
  S085: [{ NamedPlan: 'DP\n I\n .\n ! X' }],
  S086: [{ NamedPlan: 'child StartDate\n 1 .\n ! 2 .', PlanDetail: 'child URN\n 1 .' }],
}
