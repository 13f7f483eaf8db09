/** Previous permanence. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const previousPermanence: readonly Rule<Ssda903>[] = []
