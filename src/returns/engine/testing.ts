/** Turns examples into tests. Loaded by test files only. */
import { describe, expect, test } from 'vitest'
import { type Examples, type Kit, type Tried, tryExample } from './examples.ts'
import type { Layout } from './layout.ts'
import type { Rule } from './rule.ts'

/** One test for each rule of a topic: all its examples hold, and they show both what is flagged and what is not. */
export function testRules<L extends Layout>(
  topic: string,
  kit: Kit<L>,
  rules: readonly Rule<L>[],
  examples: Examples<L>,
): void {
  describe(topic, () => {
    test.each(rules.map((rule) => [nameOf(rule), rule] as const))('%s', (_, rule) => {
      const own = examples[rule.code] ?? []
      const tried = own.map((example) => [example, tryExample(kit, rule, example)] as const)
      for (const [example, found] of tried) {
        const shows = example.shows ?? JSON.stringify(example)
        expect(found.notRun !== undefined, `${shows}: ${found.notRun}`).toBe(example.notRun ?? false)
        expect(found.flagged, shows).toEqual(found.expected)
        expect(found.whole, shows).toBe(example.whole ?? false)
        if (example.groups !== undefined) expect(found.groups, shows).toEqual(groupsOf(example.groups))
      }
      const results = tried.map(([, found]) => found)
      expect(results.some(flags), 'an example that must be flagged').toBe(true)
      expect(results.some(passes), 'an example that must not be flagged').toBe(true)
    })
    test('examples are of rules of this topic', () => {
      const codes = rules.map((rule) => rule.code)
      expect(Object.keys(examples).filter((code) => !codes.includes(code))).toEqual([])
    })
  })
}

const nameOf = <L extends Layout>(rule: Rule<L>): string =>
  rule.years.to === undefined ? rule.code : `${rule.code} (to ${rule.years.to})`
const flags = (tried: Tried): boolean => tried.flagged.length > 0 || tried.whole
const passes = (tried: Tried): boolean => tried.passed > 0 || !flags(tried)
const groupsOf = (text: string): string[] =>
  text
    .split(';')
    .map((group) =>
      group
        .split(',')
        .map((place) => place.trim())
        .sort()
        .join(', '),
    )
    .sort()
