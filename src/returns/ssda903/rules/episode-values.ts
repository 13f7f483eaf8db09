/** Values of an episode and its dates. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const episodeValues: readonly Rule<Ssda903>[] = []
