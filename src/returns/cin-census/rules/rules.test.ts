import { testRules } from '../../engine/testing.ts'
import { kit } from '../kit.ts'
import { assessmentsExamples } from './assessments.examples.ts'
import { childExamples } from './child.examples.ts'
import { cinPlansExamples } from './cin-plans.examples.ts'
import { disabilitiesExamples } from './disabilities.examples.ts'
import { factorsExamples } from './factors.examples.ts'
import { headerAndIdentifiersExamples } from './header-and-identifiers.examples.ts'
import { topics } from './index.ts'
import { protectionPlansExamples } from './protection-plans.examples.ts'
import { referralsExamples } from './referrals.examples.ts'
import { section47Examples } from './section-47.examples.ts'

const examples = {
  assessments: assessmentsExamples,
  child: childExamples,
  'cin-plans': cinPlansExamples,
  disabilities: disabilitiesExamples,
  factors: factorsExamples,
  'header-and-identifiers': headerAndIdentifiersExamples,
  'protection-plans': protectionPlansExamples,
  referrals: referralsExamples,
  'section-47': section47Examples,
}

for (const [topic, own] of Object.entries(examples)) testRules(topic, kit, topics[topic] ?? [], own)
