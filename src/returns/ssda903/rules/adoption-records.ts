/** Adoption records (AD1) and placement for adoption. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'

export const adoptionRecords: readonly Rule<Ssda903>[] = []
