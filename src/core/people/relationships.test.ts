import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../calendar/index.ts'
import {
  inverseOf,
  inverted,
  isByBirth,
  isRelative,
  type Relationship,
  type RelationshipKind,
  relatedOn,
  relationshipKinds,
  relationshipLabel,
} from './relationships.ts'

const kinds = Object.keys(relationshipKinds) as RelationshipKind[]
const always = { from: null, until: null }

describe('relationships', () => {
  test('have inverses', () => {
    expect(inverseOf('mother')).toBe('child')
    expect(inverseOf('child')).toBe('parent')
    expect(inverseOf('auntOrUncle')).toBe('nieceOrNephew')
    expect(inverseOf('halfSibling')).toBe('halfSibling')
  })

  test('every inverse leads back, mother and father to the plain parent', () => {
    for (const kind of kinds) {
      const back = inverseOf(inverseOf(kind))
      expect(back).toBe(kind === 'mother' || kind === 'father' ? 'parent' : kind)
      expect(isByBirth(inverseOf(kind))).toBe(isByBirth(kind))
    }
  })

  test('are named by sex where it is known', () => {
    expect(relationshipLabel('stepParent', 'M')).toBe('stepfather')
    expect(relationshipLabel('stepParent', 'U')).toBe('step-parent')
    expect(relationshipLabel('child', 'F')).toBe('daughter')
    expect(relationshipLabel('fosterCarer', 'F')).toBe('foster carer')
  })

  test('know a relative in law (s105)', () => {
    const relatives = kinds.filter(isRelative)
    expect(relatives).toEqual(['stepParent', 'sibling', 'halfSibling', 'grandparent', 'auntOrUncle'])
  })

  test('are read from either end on a day', () => {
    const all: Relationship[] = [
      { person: 1, of: 2, kind: 'mother', ...always },
      { person: 3, of: 2, kind: 'stepParent', from: day('2020-01-01'), until: day('2023-01-01') },
      { person: 1, of: 4, kind: 'mother', ...always },
    ]
    const seen = (person: number, on: string) => relatedOn(all, person, day(on)).map((one) => [one.person, one.kind])
    expect(seen(2, '2021-06-01')).toEqual([
      [1, 'mother'],
      [3, 'stepParent'],
    ])
    expect(seen(2, '2023-01-01')).toEqual([[1, 'mother']])
    expect(seen(3, '2022-12-31')).toEqual([[2, 'stepChild']])
    expect(seen(1, '2022-12-31')).toEqual([
      [2, 'child'],
      [4, 'child'],
    ])
  })

  test('whoever is related to one is seen by the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), (kind) => {
        const one: Relationship = { person: 1, of: 2, kind, ...always }
        expect(relatedOn([one], 2, day('2020-01-01'))).toEqual([one])
        expect(relatedOn([one], 1, day('2020-01-01'))).toEqual([inverted(one)])
      }),
    )
  })
})
