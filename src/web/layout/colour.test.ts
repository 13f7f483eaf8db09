import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkColour, contrastWithWhite } from './colour.ts'

describe('contrast with white, as WCAG 2.2 reckons it', () => {
  test.each([
    ['000000', 21],
    ['ffffff', 1],
    // The grey on white that just passes AA, and the one that just fails.
    ['767676', 4.54],
    ['777777', 4.48],
    ['ff0000', 4],
    ['1d3c6e', 10.92],
  ])('%s is %f to 1', (six, ratio) => expect(contrastWithWhite(six)).toBeCloseTo(ratio, 1))
})

test.each([
  ['#1d3c6e', '#1d3c6e'],
  ['1D3C6E', '#1d3c6e'],
  [' #036 ', '#003366'],
])('reads %s', (given, colour) => expect(checkColour(given)).toEqual({ ok: true, value: colour }))

test.each(['', 'blue', '#12', '#1234', '#12345g', '#1d3c6e; background: url(x)', 'rgb(0, 0, 0)'])(
  'does not take “%s” for a colour',
  (given) => expect(checkColour(given)).toMatchObject({ ok: false, code: 'colour.not-understood' }),
)

test('refuses a colour that white text could not be read on, and says by how much', () => {
  expect(checkColour('#777777')).toMatchObject({
    ok: false,
    code: 'colour.too-light',
    says: 'White text on #777777 could not be read by everyone: its contrast is 4.4 to 1 and must be at least 4.5 to 1. Choose a darker colour.',
  })
})

test('every colour is taken exactly when it reaches 4.5 to 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const six = number.toString(16).padStart(6, '0')
      expect(checkColour(six).ok).toBe(contrastWithWhite(six) >= 4.5)
    }),
  )
})
