/** Homes, agencies and where a placement is. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const providers: readonly Rule<Ssda903>[] = []
