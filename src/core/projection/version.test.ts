import { describe, expect, test } from 'vitest'
import { definitions } from '../../../test/support/plain-service.ts'
import { months } from '../calendar/index.ts'
import type { Pathway } from '../pathway/pathway.ts'
import { projectionVersion } from './version.ts'

const plain = definitions.house.pathway('plain')
const withPlain = (changed: Pathway) => ({
  ...definitions,
  house: {
    ...definitions.house,
    pathways: definitions.house.pathways.map((one) => (one.id === 'plain' ? changed : one)),
  },
})

describe('the version of the projections', () => {
  const version = projectionVersion(definitions)

  test('is the same for the same definitions', () => {
    expect(version).toMatch(/^[0-9a-f]{16}$/)
    expect(projectionVersion(withPlain({ ...plain }))).toBe(version)
  })

  test.each([
    [
      'a clock',
      withPlain({ ...plain, clocks: { ...plain.clocks, review: { ...plain.clocks.review!, within: months(4) } } }),
    ],
    ['a state', withPlain({ ...plain, states: { planOpen: { ...plain.states.planOpen!, until: {} } } })],
    ['a step', withPlain({ ...plain, steps: { ...plain.steps, review: { ...plain.steps.review!, closes: {} } } })],
    ['a measure', { ...definitions, measures: [] }],
    [
      'the bank holidays',
      {
        ...definitions,
        house: { ...definitions.house, calendars: { ...definitions.house.calendars, version: 'another' } },
      },
    ],
  ])('is another when %s changes', (_what, changed) => {
    expect(projectionVersion(changed)).not.toBe(version)
  })
})
