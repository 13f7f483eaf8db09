import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addDays, ageOn, type Day, day, daysBetween } from '../../core/calendar/index.ts'
import {
  addressOn,
  bornOf,
  checkResponsibility,
  isTestNhsNumber,
  type Person,
  parseChildId,
  parseNhsNumber,
  parseUln,
  parseUpn,
  responsibleOn,
  type Span,
  showAddress,
} from '../../core/people/index.ts'
import { makePopulation, pupilsAtFullSize, schoolOn, yearGroupOn } from './index.ts'

const asAt = day('2026-11-23')
const small = makePopulation({ seed: 1, asAt, size: 0.02 })
const person = (id: number): Person => {
  const found = small.persons[id - 1]
  if (!found) throw new Error(`no person ${id}`)
  return found
}
const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const share = <T>(list: readonly T[], which: (one: T) => boolean) => list.filter(which).length / list.length

describe('the invented population', () => {
  test('is the same for the same seed, day and size, and another for another', () => {
    expect(digest(makePopulation({ seed: 1, asAt, size: 0.02 }))).toBe(digest(small))
    // On every machine and every Node. Changing the city is a decision: it changes every demo and every golden figure.
    expect(digest(small)).toMatchInlineSnapshot(`"d690b6251aa5ea2a1f2d97032880bfa85b5faffe1232393f1f27f75314af1a42"`)
    expect(digest(makePopulation({ seed: 2, asAt, size: 0.02 }))).not.toBe(digest(small))
    expect(digest(makePopulation({ seed: 1, asAt: addDays(asAt, 1), size: 0.02 }))).not.toBe(digest(small))
  })

  test('fills the schools exactly', () => {
    const schools = small.schools.filter((school) => school.phase !== 'sixteenPlus')
    const wanted = Math.round(pupilsAtFullSize * 0.02)
    expect(schools.reduce((sum, school) => sum + school.pupils, 0)).toBe(wanted)
    expect(small.childhoods.filter((one) => one.attendance === 'onRoll')).toHaveLength(wanted)
  })

  test('has ids that are places, and none twice', () => {
    expect(small.persons.every((one, at) => one.id === at + 1)).toBe(true)
    expect(small.families.every((one, at) => one.id === at + 1)).toBe(true)
    for (const kind of ['child', 'upn', 'nhs', 'uln'] as const) {
      const all = small.persons.flatMap((one) => one.identifiers[kind] ?? [])
      expect(new Set(all).size).toBe(all.length)
      expect(all.length).toBeGreaterThan(300)
    }
  })

  test('carries only valid identifiers that can be nobody’s', () => {
    for (const { identifiers: own } of small.persons) {
      if (own.child !== null) expect(parseChildId(own.child).ok).toBe(true)
      if (own.upn !== null) expect(parseUpn(own.upn).ok && own.upn.slice(1, 4)).toBe('999')
      if (own.formerUpn !== null) expect(parseUpn(own.formerUpn).ok).toBe(true)
      if (own.nhs !== null) expect(parseNhsNumber(own.nhs).ok && isTestNhsNumber(own.nhs)).toBe(true)
      if (own.uln !== null) expect(parseUln(own.uln).ok).toBe(true)
    }
    for (const school of small.schools) expect(school.urn).toMatch(/^900\d{3}$/)
  })

  test('has every child in a family with a mother of a possible age', () => {
    const mothers = new Map(
      small.relationships.filter((one) => one.kind === 'mother').map((one) => [one.of, one.person]),
    )
    for (const { person: id, attendance } of small.childhoods) {
      const mother = bornOf(person(mothers.get(id) ?? 0))
      const child = person(id).birth
      const birth = child && ('born' in child ? child.born : child.expected)
      if (!mother || !birth) throw new Error(`child ${id} has no mother with a day of birth`)
      expect(ageOn(mother, birth)).toBeGreaterThanOrEqual(17)
      expect(ageOn(mother, birth)).toBeLessThanOrEqual(50)
      expect('expected' in (child ?? {})).toBe(attendance === 'unborn')
    }
  })

  test('holds the children of the day and those who were children in the ten years before', () => {
    const earliest = addDays(asAt, -Math.ceil(28 * 365.25) - 1)
    for (const { person: id } of small.childhoods) {
      const born = bornOf(person(id))
      if (born) expect(born >= earliest && born <= asAt).toBe(true)
      else expect(person(id).names.forename).toBe('')
    }
    const ages = (from: number, to: number) =>
      small.childhoods.filter(({ person: id }) => {
        const born = bornOf(person(id))
        return born !== null && ageOn(born, asAt) >= from && ageOn(born, asAt) <= to
      }).length
    expect(ages(0, 4) / ages(5, 9)).toBeGreaterThan(0.85)
    expect(ages(0, 4) / ages(5, 9)).toBeLessThan(1.15)
    expect(ages(18, 27)).toBeGreaterThan(100)
  })

  test('has brothers and sisters as nature spaces them', () => {
    const full = small.relationships.filter((one) => one.kind === 'sibling')
    let twins = 0
    for (const { person: elder, of: younger } of full) {
      const [first, second] = [bornOf(person(elder)), bornOf(person(younger))]
      if (!first || !second) continue
      const apart = daysBetween(first, second)
      expect(apart === 0 || apart >= 300).toBe(true)
      if (apart === 0) twins++
    }
    expect(twins).toBeGreaterThan(0)
    const half = small.relationships.filter((one) => one.kind === 'halfSibling').length
    expect(half / (half + full.length)).toBeGreaterThan(0.03)
    expect(half / (half + full.length)).toBeLessThan(0.25)
  })

  test('sends most brothers and sisters to one primary school', () => {
    const byFamily = new Map<number, (number | null)[]>()
    for (const one of small.childhoods) {
      if (one.attendance !== 'onRoll' || one.yearGroup === null || one.yearGroup > 6) continue
      byFamily.set(one.family, [...(byFamily.get(one.family) ?? []), one.school])
    }
    const several = [...byFamily.values()].filter((schools) => schools.length > 1)
    expect(several.length).toBeGreaterThan(50)
    expect(share(several, (schools) => new Set(schools).size === 1)).toBeGreaterThan(0.7)
  })

  test('has families of every shape', () => {
    const childrenNow = new Map<number, number>()
    for (const one of small.childhoods) {
      if (one.attendance !== 'grown') childrenNow.set(one.family, (childrenNow.get(one.family) ?? 0) + 1)
    }
    const sizes = [...childrenNow.values()]
    expect(share(sizes, (count) => count === 1)).toBeGreaterThan(0.3)
    expect(share(sizes, (count) => count >= 3)).toBeGreaterThan(0.1)
    const kinds = new Set(small.relationships.map((one) => one.kind))
    for (const kind of ['mother', 'father', 'stepParent', 'halfSibling', 'grandparent', 'formerPartner'] as const) {
      expect(kinds).toContain(kind)
    }
  })

  test('never ends a thing before it began', () => {
    const spans: Span[] = [
      ...small.relationships,
      ...small.responsibilities,
      ...small.families.flatMap((family) => [...family.homes, ...family.members]),
    ]
    expect(spans.filter(({ from, until }) => from !== null && until !== null && until < from)).toEqual([])
  })

  test('gives responsibility by law: the mother always, and no basis before its day', () => {
    for (const one of small.responsibilities) expect(checkResponsibility(one).ok).toBe(true)
    const child = small.childhoods.find((one) => one.yearGroup === 5)
    if (!child) throw new Error('no child in year 5')
    const own = small.responsibilities.filter((one) => one.child === child.person)
    expect(responsibleOn(own, bornOf(person(child.person)), asAt).map((one) => one.basis)).toContain('mother')
  })

  test('has every family at one home today, in a postcode that is nowhere', () => {
    for (const family of small.families) {
      const home = addressOn(family.homes, asAt)
      if (!home) throw new Error(`family ${family.id} has no home`)
      expect(showAddress(home, { reveal: true, rule: 'test' })).toMatch(/^.+, Aldermere, ZZ\d{1,2} \d[A-Z]{2}$/)
    }
    expect(share(small.families, (family) => family.homes.length > 1)).toBeGreaterThan(0.3)
  })

  test('keeps its shape at full size', () => {
    const full = makePopulation({ seed: 1, asAt, size: 1 })
    expect(full.schools.filter((one) => one.phase !== 'sixteenPlus')).toHaveLength(116)
    expect(full.schools.filter((one) => one.phase === 'sixteenPlus')).toHaveLength(2)
    expect(new Set(full.schools.map((one) => one.name)).size).toBe(118)
    expect(full.schools.reduce((sum, one) => sum + (one.phase === 'sixteenPlus' ? 0 : one.pupils), 0)).toBe(58_400)
    const nhs = full.persons.flatMap((one) => one.identifiers.nhs ?? [])
    expect(new Set(nhs).size).toBe(nhs.length)
    const upns = full.persons.flatMap((one) => one.identifiers.upn ?? [])
    expect(new Set(upns).size).toBe(upns.length)
    // A smaller city is told from the same streams: its families are the first of the larger one.
    expect(small.persons.slice(0, 100).map((one) => one.names)).toEqual(
      full.persons.slice(0, 100).map((one) => one.names),
    )
    const ratio = full.persons.length / small.persons.length
    expect(ratio).toBeGreaterThan(45)
    expect(ratio).toBeLessThan(55)
  })
})

describe('school years', () => {
  test.each<[string, string, number]>([
    ['2022-08-31', '2026-09-01', 0],
    ['2022-09-01', '2026-09-01', -1],
    ['2022-08-31', '2026-08-31', -1],
    ['2015-09-01', '2026-11-23', 6],
    ['2015-08-31', '2026-11-23', 7],
    ['2008-09-01', '2026-11-23', 13],
  ])('born %s is on %s in year %i', (born, on, expected) => {
    expect(yearGroupOn(day(born), day(on))).toBe(expected)
  })

  test('change school at 11 and at 16', () => {
    const schooling = { primary: 1, secondary: 2, sixteenPlus: 3 }
    const born: Day = day('2010-03-01')
    const at = (text: string) => schoolOn(schooling, born, day(text))
    expect(['2014-08-31', '2014-09-01', '2021-08-31', '2021-09-01', '2026-09-01', '2028-09-01'].map(at)).toEqual([
      null,
      1,
      1,
      2,
      3,
      null,
    ])
  })
})
