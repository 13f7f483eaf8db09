import type { Measure } from '../../../core/measures/index.ts'
import { assessmentMeasures } from './measures-assessments.ts'
import { needMeasures } from './measures-need.ts'
import { referralMeasures } from './measures-referrals.ts'

export const childrenInNeedMeasures: readonly Measure[] = [...referralMeasures, ...assessmentMeasures, ...needMeasures]
