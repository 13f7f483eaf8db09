/** Values of missing periods and reviews. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const missingAndReviewValues: readonly Rule<Ssda903>[] = []
