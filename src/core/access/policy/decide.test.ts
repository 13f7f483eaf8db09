import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compartmentIds, compartments, namedOnly, sealsRecord } from './compartments.ts'
import { decide, rulesFor, type Standing } from './decide.ts'
import { relationIds } from './relations.ts'
import { actions, compartmentOf, isAboutRecord, resourceIds } from './resources.ts'
import { roleIds, roleOf, roles } from './roles.ts'
import { type Rule, rules } from './rules/index.ts'

const standing = (given: Partial<Standing> = {}): Standing => ({
  relations: [],
  compartments: [],
  grants: [],
  inConflict: false,
  ...given,
})
const reads = (role: string, resource: (typeof resourceIds)[number], given: Partial<Standing> = {}) =>
  decide({ role: roleOf(role), resource, action: 'read', standing: standing(given) })

describe('a decision names its rule', () => {
  test('what allows it, in words', () => {
    expect(reads('social worker', 'chronology', { relations: ['allocated'] })).toEqual({
      allowed: true,
      rule: 'practice.file',
      because: 'Practitioners read the file of the children they work with, and of their own team’s',
      isHidden: false,
    })
  })
  test.each([
    ['a post the policy does not know', 'astronaut', 'child', {}, 'capability'],
    ['what the role may not do', 'social worker', 'allegation', { relations: ['allocated'] }, 'capability'],
    ['nothing to do with the record', 'independent reviewing officer', 'chronology', {}, 'relation'],
    ['a purpose would open it', 'service manager', 'chronology', {}, 'purpose'],
    ['only an emergency would open it', 'social worker', 'chronology', { relations: ['purpose'] }, 'break-glass'],
    ['not named on the compartment', 'social worker', 'legal advice', { relations: ['allocated'] }, 'compartment'],
  ] as const)('%s', (_, role, resource, given, rule) => {
    expect(reads(role, resource, given)).toMatchObject({ allowed: false, rule, isHidden: false })
  })
  test('sealed and conflict hide the record; a conflict is said first', () => {
    const sealed = { relations: ['allocated'], compartments: ['adoption'] } as const
    expect(reads('social worker', 'child', sealed)).toMatchObject({ allowed: false, rule: 'sealed', isHidden: true })
    expect(reads('social worker', 'child', { ...sealed, inConflict: true })).toMatchObject({
      rule: 'conflict',
      isHidden: true,
    })
  })
  test('a seal is met before the role is asked, so that refusals tell nobody that there is a record', () => {
    expect(reads('administrator', 'child', { compartments: ['witness'] }).rule).toBe('sealed')
  })
})

const anyStanding = fc.record({
  relations: fc.subarray([...relationIds]),
  compartments: fc.subarray([...compartmentIds, 'of tomorrow']),
  grants: fc.subarray([...compartmentIds]),
  inConflict: fc.boolean(),
})
const anyQuestion = fc.record({
  role: fc.constantFrom(...roleIds),
  resource: fc.constantFrom(...resourceIds),
  action: fc.constantFrom(...actions),
  standing: anyStanding,
})

test('whatever the facts: no conflict, no seal without a grant, no rule, no access', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { relations, compartments: has, grants, inConflict } = question.standing
      const decision = decide(question)
      if (!decision.allowed) return
      expect(inConflict).toBe(false)
      expect(has.filter((one) => sealsRecord(one) && !grants.some((grant) => grant === one))).toEqual([])
      const within = compartmentOf(question.resource)
      if (within) expect(grants).toContain(within)
      const rule = rules.find(({ id }) => id === decision.rule)
      expect(rule?.roles).toContain(question.role)
      expect(rule?.what).toContain(question.resource)
      expect(rule?.may).toContain(question.action)
      if (rule && rule.to !== 'anyone') expect(rule.to.some((one) => relations.includes(one))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('one more way of standing to a record never takes anything away', () => {
  fc.assert(
    fc.property(anyQuestion, fc.constantFrom(...relationIds), (question, more) => {
      if (!decide(question).allowed) return
      const { relations } = question.standing
      expect(decide({ ...question, standing: { ...question.standing, relations: [...relations, more] } }).allowed).toBe(
        true,
      )
    }),
  )
})

describe('the table itself', () => {
  test('each rule has a name of its own, which no denial has', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const denial of ['conflict', 'sealed', 'capability', 'compartment', 'relation', 'purpose', 'break-glass'])
      expect(ids).not.toContain(denial)
  })
  test('every resource and every role has a rule, Prevent and allegations too', () => {
    const spoken = new Set(rules.flatMap(({ what }) => what))
    expect(resourceIds.filter((one) => !spoken.has(one))).toEqual([])
    const named = new Set(rules.flatMap(({ roles: who }) => who))
    expect(roleIds.filter((one) => !named.has(one))).toEqual([])
  })
  test('every relation opens something', () => {
    const used = new Set(rules.flatMap(({ to }) => (to === 'anyone' ? [] : to)))
    expect(relationIds.filter((one) => !used.has(one))).toEqual([])
  })
  test('no rule is there for nothing: each opens something to somebody that no other does', () => {
    const opened = (rule: Rule): string[] =>
      rule.roles.flatMap((role) =>
        rule.what.flatMap((what) =>
          rule.may.flatMap((may) =>
            (rule.to === 'anyone' ? ['anyone'] : rule.to).map((to) => [role, what, may, to].join('/')),
          ),
        ),
      )
    const times = Map.groupBy(rules.flatMap(opened), (key) => key)
    const isAlone = (key: string): boolean =>
      times.get(key)?.length === 1 && (key.endsWith('/anyone') || !times.has(key.replace(/[^/]+$/, 'anyone')))
    expect(rules.filter((rule) => !opened(rule).some(isAlone)).map(({ id }) => id)).toEqual([])
  })
  test('of what is about nobody, nothing depends on a record', () => {
    for (const { id, what, to } of rules)
      if (what.some((one) => !isAboutRecord(one))) expect([id, to]).toEqual([id, 'anyone'])
  })
  test('every compartment closes the record or resources that there are', () => {
    const within = resourceIds.map(compartmentOf)
    for (const id of namedOnly) expect(within).toContain(id)
    expect(compartmentIds.filter(sealsRecord).length).toBe(Object.keys(compartments).length - namedOnly.length)
  })
  test('at least 25 staff roles, the five portals, and no title twice', () => {
    const seats = roleIds.map((id) => roles[id].seat)
    expect(seats.filter((seat) => seat === 'staff').length).toBeGreaterThanOrEqual(25)
    expect(seats.filter((seat) => seat === 'portal').length).toBe(5)
    const titles = roleIds.flatMap((id) => [id, ...('titles' in roles[id] ? (roles[id].titles ?? []) : [])])
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length)
    expect(rulesFor('social worker', 'child', 'read').length).toBeGreaterThan(0)
  })
})
