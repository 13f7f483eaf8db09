/** Who provides which kind of placement. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const placeProviders: readonly Rule<Ssda903>[] = []
