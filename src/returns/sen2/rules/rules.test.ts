import { expect, test } from 'vitest'
import { testRules } from '../../engine/testing.ts'
import { kit } from '../kit.ts'
import { activePlansExamples } from './active-plans.examples.ts'
import { assessmentsExamples } from './assessments.examples.ts'
import { rules, topics } from './index.ts'
import { messageExamples } from './message.examples.ts'
import { personsExamples } from './person.examples.ts'
import { plansExamples } from './plans.examples.ts'
import { requestsExamples } from './requests.examples.ts'
import { settingsExamples } from './settings.examples.ts'

const examples = {
  message: messageExamples,
  persons: personsExamples,
  requests: requestsExamples,
  assessments: assessmentsExamples,
  plans: plansExamples,
  settings: settingsExamples,
  activePlans: activePlansExamples,
}

for (const [topic, own] of Object.entries(examples)) testRules(topic, kit, topics[topic] ?? [], own)

test('every rule has a code of its own and gives its reason', () => {
  expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length)
  expect(rules.filter((rule) => rule.reason === undefined)).toEqual([])
})

test('beside the code lists, at least 60 rules look across fields', () => {
  const schema = rules.filter((rule) =>
    /The schema knows|three figures|six figures|of this form/.test(rule.reason ?? ''),
  )
  expect(rules.length - schema.length).toBeGreaterThanOrEqual(60)
})
