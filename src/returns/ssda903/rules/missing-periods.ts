/** Periods missing or away. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const missingPeriods: readonly Rule<Ssda903>[] = []
