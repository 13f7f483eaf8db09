/** Referrals, closures and their order. */
import type { Rule } from '../../engine/rule.ts'
import type { CinCensus } from '../layout.ts'

export const referrals: readonly Rule<CinCensus>[] = []
