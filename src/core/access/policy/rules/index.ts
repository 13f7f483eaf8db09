/** The whole policy. What no rule here allows is denied. */
import { education } from './education.ts'
import { frontDoor } from './front-door.ts'
import { oversight } from './oversight.ts'
import { practice } from './practice.ts'
import type { Rule } from './rule.ts'

export type { Rule } from './rule.ts'

export const rules: readonly Rule[] = [...practice, ...frontDoor, ...education, ...oversight]
