/** Children whose tables do not agree. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const wholeChild: readonly Rule<Ssda903>[] = []
