/** Section 47 enquiries and initial conferences. */
import type { Rule } from '../../engine/rule.ts'
import type { CinCensus } from '../layout.ts'

export const section47: readonly Rule<CinCensus>[] = []
