/** Health and convictions of children looked after for the whole year. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const healthOfTheYear: readonly Rule<Ssda903>[] = []
