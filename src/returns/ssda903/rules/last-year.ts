/** The first episode of the year beside the last of last year. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const lastYear: readonly Rule<Ssda903>[] = []
