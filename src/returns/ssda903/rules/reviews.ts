/** Reviews. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const reviews: readonly Rule<Ssda903>[] = []
