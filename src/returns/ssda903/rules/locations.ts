/** Distance and area of a placement. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const locations: readonly Rule<Ssda903>[] = []
