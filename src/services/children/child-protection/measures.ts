import type { Measure } from '../../../core/measures/index.ts'
import { conferenceMeasures } from './measures-conferences.ts'
import { enquiryMeasures } from './measures-enquiries.ts'
import { planMeasures } from './measures-plans.ts'

export const childProtectionMeasures: readonly Measure[] = [...enquiryMeasures, ...conferenceMeasures, ...planMeasures]
