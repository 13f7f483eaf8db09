/** Adopters and the adoption. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const adopters: readonly Rule<Ssda903>[] = []
