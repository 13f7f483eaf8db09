/** The decision that a child should be placed for adoption. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const decisionToPlace: readonly Rule<Ssda903>[] = []
