import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linePath, placeOf, spread, ticksFor } from './chart-scale.ts'

describe('ticks', () => {
  test.each([
    [[82, 91], true, [0, 20, 40, 60, 80, 100]],
    [[82, 91], false, [82, 84, 86, 88, 90, 92]],
    [[0], true, [0, 0.2]],
    [[3], true, [0, 1, 2, 3]],
    [[0.1, 0.3], true, [0, 0.1, 0.2, 0.3]],
  ] as const)('of %j from zero %s', (values, fromZero, ticks) => expect(ticksFor(values, { fromZero })).toEqual(ticks))

  test('hold every value, rise evenly, and are few', () => {
    const value = fc
      .double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true })
      .map((v) => Math.round(v * 100) / 100)
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 24 }), fc.boolean(), (values, fromZero) => {
        const ticks = ticksFor(values, { fromZero })
        const [first, last] = [ticks[0]!, ticks[ticks.length - 1]!]
        expect(first).toBeLessThanOrEqual(Math.min(...values) + 1e-6)
        expect(last).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
        expect(ticks.length).toBeLessThanOrEqual(8)
        for (let at = 1; at < ticks.length; at += 1) expect(ticks[at]!).toBeGreaterThan(ticks[at - 1]!)
      }),
    )
  })
})

test('a value half way up stands half way', () => expect(placeOf(50, [0, 100], 300, 100)).toBe(200))

test('labels keep their order, their distance and within bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 4 }), (places) => {
      const apart = spread(places, 18, 0, 200)
      const sorted = apart.toSorted((a, b) => a - b)
      for (let at = 1; at < sorted.length; at += 1) expect(sorted[at]! - sorted[at - 1]!).toBeGreaterThanOrEqual(18)
      expect(Math.min(...apart)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...apart)).toBeLessThanOrEqual(200)
      places.forEach((place, a) => {
        places.forEach((other, b) => {
          if (place < other) expect(apart[a]!).toBeLessThan(apart[b]!)
        })
      })
    }),
  )
})

test('a line breaks where nothing is known', () => {
  expect(linePath([[0, 1], [1, 2], null, [3, 4]])).toBe('M0 1L1 2M3 4')
})
