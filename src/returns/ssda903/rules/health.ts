/** Health, offending and the strengths and difficulties score (OC2). */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const health: readonly Rule<Ssda903>[] = []
