import type { Examples } from '../../engine/examples.ts'
import type { Sen2 } from '../layout.ts'

export const settingsExamples: Examples<Sen2> = {
  S090: [
    {
      PlanDetail: 'URN UKPRN SENSetting\n 100001 . .\n . 10000001 .\n . . OPA\n ! . . .',
      PlacementDetail: 'URN UKPRN SENSetting\n ! . . .\n 100001 . .',
    },
  ],
  S091: [{ PlanDetail: 'URN SENSetting\n 100001 .\n . OPA\n ! 100001 OPA' }],
  S092: [{ PlacementDetail: 'URN\n 100001\n .\n ! 10001\n ! A00001' }],
  S093: [{ PlacementDetail: 'UKPRN\n 10000001\n .\n ! 20000001\n ! 1000' }],
  S094: [{ PlanDetail: 'SENSetting\n NIEO\n .\n ! XXX' }],
  S095: [{ PlanDetail: 'SENSetting SENSettingOther\n OTH Farm\n OPA .\n ! OTH .\n ! OPA Farm' }],
  S096: [{ PlanDetail: 'PlacementRank\n 1\n 2\n ! 3\n ! .' }],
  S097: [
    {
      NamedPlan: 'child StartDate\n 1 .\n 2 .',
      PlanDetail: 'child PlacementRank\n ! 1 1\n ! 1 1\n 2 1\n 2 2',
      ActivePlans: 'child LastReview\n 3 .',
      PlacementDetail: 'child PlacementRank\n ! 3 2',
      groups: 'PlanDetail 0, PlanDetail 1; PlacementDetail 0',
    },
  ],
  S098: [{ PlanDetail: 'SENunitIndicator ResourcedProvisionIndicator\n 1 0\n 0 1\n ! 1 1\n ! true true' }],
  S099: [{ PlanDetail: 'URN SENunitIndicator\n 100001 1\n . 0\n ! . 1' }],
  S100: [
    {
      year: 2026,
      Person: 'child PersonBirthDate\n 1 2019-12-31\n 2 2020-01-01\n 3 .',
      PlacementDetail: 'child SENSetting\n ! 1 EYP\n 2 EYP\n 3 EYP\n 1 OPA',
    },
  ],
  S101: [
    {
      year: 2026,
      Person: 'child PersonBirthDate\n 1 2010-01-01\n 2 2009-12-31',
      PlacementDetail: 'child SENSetting\n ! 1 NEET\n 2 NEET\n 1 NIEC',
    },
  ],
  S102: [
    {
      year: 2026,
      Person: 'child PersonBirthDate\n 1 2021-01-01\n 2 2020-12-31\n 3 2006-12-31',
      PlacementDetail: 'child SENSetting\n ! 1 EHE\n 2 EHE\n ! 3 EHE',
    },
  ],
  S103: [{ PlanDetail: 'SENunitIndicator\n true\n .\n 0\n ! maybe' }],
  S104: [{ PlacementDetail: 'EntryDate SENSetting\n 2025-09-01 .\n . EHE\n ! . .\n ! x .' }],
  S105: [{ PlacementDetail: 'EntryDate LeavingDate\n 2025-09-01 2025-09-01\n ! 2025-09-01 2025-08-31\n 2025-09-01 .' }],
  S106: [{ year: 2026, PlacementDetail: 'LeavingDate\n 2025-01-01\n ! 2024-12-31\n .' }],
  S107: [
    {
      Person: 'child PersonBirthDate\n 1 2015-05-01\n 2 .',
      PlacementDetail: 'child EntryDate\n ! 1 2015-04-30\n 1 2019-09-01\n 2 2015-04-30',
    },
  ],
  S108: [
    {
      ActivePlans: 'child LastReview\n 1 .\n 2 .',
      PlacementDetail: 'child URN\n ! 1 100001\n ! 1 100001\n 2 100001\n 2 100002',
    },
  ],
  S109: [{ PlacementDetail: 'Res WBP\n A S\n . .\n ! X .\n ! . X' }],
}
