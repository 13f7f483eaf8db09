/** Legal orders and reasons for ending. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const orders: readonly Rule<Ssda903>[] = []
