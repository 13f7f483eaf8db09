/** Deprivation of liberty. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const deprivationOfLiberty: readonly Rule<Ssda903>[] = []
