/** Child in need plans. */
import type { Rule } from '../../engine/rule.ts'
import type { CinCensus } from '../layout.ts'

export const cinPlans: readonly Rule<CinCensus>[] = []
