/** How long a legal status may last. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const lengthOfStatus: readonly Rule<Ssda903>[] = []
