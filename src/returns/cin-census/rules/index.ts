/** Every rule of this return, by topic. */
import type { Rule } from '../../engine/rule.ts'
import type { CinCensus } from '../layout.ts'
import { assessments } from './assessments.ts'
import { child } from './child.ts'
import { cinPlans } from './cin-plans.ts'
import { disabilities } from './disabilities.ts'
import { factors } from './factors.ts'
import { headerAndIdentifiers } from './header-and-identifiers.ts'
import { protectionPlans } from './protection-plans.ts'
import { referrals } from './referrals.ts'
import { section47 } from './section-47.ts'

export const topics: Readonly<Record<string, readonly Rule<CinCensus>[]>> = {
  assessments,
  child,
  'cin-plans': cinPlans,
  disabilities,
  factors,
  'header-and-identifiers': headerAndIdentifiers,
  'protection-plans': protectionPlans,
  referrals,
  'section-47': section47,
}

export const rules: readonly Rule<CinCensus>[] = Object.values(topics).flat()
