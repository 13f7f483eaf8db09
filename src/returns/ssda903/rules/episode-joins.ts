/** Where one episode ends and the next begins. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const episodeJoins: readonly Rule<Ssda903>[] = []
