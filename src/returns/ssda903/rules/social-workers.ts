/** Social worker episodes. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const socialWorkers: readonly Rule<Ssda903>[] = []
