/** The header beside last year's and beside the episodes. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const headerChanges: readonly Rule<Ssda903>[] = []
