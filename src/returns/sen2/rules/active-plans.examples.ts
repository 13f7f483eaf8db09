import type { Examples } from '../../engine/examples.ts'
import type { Sen2 } from '../layout.ts'

const plans = 'child LastReview\n 1 .\n 2 .\n 3 .'

export const activePlansExamples: Examples<Sen2> = {
  S110: [{ ActivePlans: 'child LastReview\n 1 .\n ! 2 .', SENneed: 'child SENtype\n 1 ASD' }],
  S111: [
    { year: 2025, SENneed: 'SENtype\n DS\n ASD\n ! XX\n ! .' },
    { year: 2024, SENneed: 'SENtype\n ASD\n ! DS' },
  ],
  S112: [{ SENneed: 'SENtypeRank\n 1\n 2\n 3\n ! 0\n ! .\n ! A' }],
  S113: [
    {
      ActivePlans: plans,
      SENneed: 'child SENtypeRank\n ! 1 1\n ! 1 1\n 2 1\n 2 2\n 3 1',
      groups: 'SENneed 0, SENneed 1',
    },
  ],
  S114: [{ ActivePlans: plans, SENneed: 'child SENtypeRank\n ! 1 2\n ! 1 3\n 2 2\n 2 1' }],
  S115: [{ ActivePlans: plans, SENneed: 'child SENtype\n ! 1 ASD\n ! 1 ASD\n 2 ASD\n 2 HI\n 3 .\n 3 .' }],
  S116: [
    {
      shows: 'three needs are returned and none is lost; the second plan lacks its second need',
      ActivePlans: plans,
      SENneed: 'child SENtypeRank\n 1 1\n 1 2\n 1 3\n ! 2 1\n ! 2 3\n 3 1',
    },
  ],
  S117: [{ ActivePlans: 'child LastReview\n 1 .\n ! 2 .', PlacementDetail: 'child URN\n 1 100001' }],
  S118: [
    {
      Requests: 'child RequestOutcome\n 1 Y\n 2 H\n 3 Y\n 4 Y',
      Assessment: 'child AssessmentOutcome\n 3 Y',
      NamedPlan: 'child StartDate\n 3 2025-05-01',
      ActivePlans: 'child TransferLA\n ! 1 .\n 2 .\n 3 .\n 4 330',
    },
  ],
  S119: [
    {
      year: 2026,
      ActivePlans: 'child LastReview ReviewMeeting\n 1 2026-01-15 .\n ! 2 2026-03-01 .\n ! 3 . 2026-03-01',
    },
  ],
  S120: [
    {
      Requests: 'child RequestOutcome\n 1 Y\n 2 Y',
      Assessment: 'child AssessmentOutcome\n 1 Y\n 2 Y',
      NamedPlan: 'child StartDate\n 1 2025-05-01\n 2 2025-05-01',
      ActivePlans: 'child LastReview\n ! 1 2025-04-30\n 2 2025-05-01',
    },
  ],
  S121: [
    {
      year: 2026,
      Requests: 'child RequestOutcome\n 1 Y\n 2 Y\n 3 Y\n 4 Y',
      Assessment: 'child AssessmentOutcome\n 3 Y\n 4 Y',
      NamedPlan: 'child StartDate\n 3 2024-05-01\n 4 2025-05-01',
      ActivePlans: 'child LastReview\n ! 1 2024-12-30\n 2 2024-12-31\n ! 3 .\n 4 .',
    },
  ],
  S122: [{ ActivePlans: 'child ReviewOutcome\n 1 M\n 2 .\n ! 3 X' }],
  S123: [{ ActivePlans: 'child ReviewMeeting ReviewOutcome\n 1 2025-05-01 M\n 2 . .\n ! 3 . M' }],
  S124: [{ year: 2026, ActivePlans: 'child ReviewMeeting\n 1 2025-01-01\n ! 2 2024-12-31\n ! 3 2026-01-01\n 4 .' }],
  S125: [
    {
      year: 2026,
      ActivePlans: 'child ReviewMeeting ReviewOutcome\n ! 1 2025-12-02 .\n 2 2025-12-03 .\n 3 2025-05-01 M',
    },
  ],
  S126: [
    {
      ActivePlans:
        'child ReviewMeeting ReviewDraft\n 1 2025-05-01 2025-05-29\n ! 2 2025-05-01 2025-05-30\n 3 2025-05-01 .',
    },
  ],
  S127: [{ ActivePlans: 'child ReviewMeeting ReviewDraft\n 1 2025-05-01 2025-05-01\n ! 2 2025-05-01 2025-04-30' }],
  S128: [
    {
      ActivePlans:
        'child PhaseTransferDueDate PhaseTransferFinalDate\n 1 2025-02-15 2025-02-15\n ! 2 2025-02-15 2025-02-16\n 3 2025-02-15 .',
    },
  ],
  S129: [{ ActivePlans: 'child LastReview\n ! 1 .\n ! 1 .\n 2 .', groups: 'ActivePlans 0, ActivePlans 1' }],
  S130: [{ Header: 'LEA\n 331', ActivePlans: 'child TransferLA\n 1 330\n 2 .\n ! 3 331\n ! 4 Derby' }],
}
