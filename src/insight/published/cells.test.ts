import { expect, test } from 'vitest'
import { figureOf } from './cells.ts'

test.each(['x', 'c', 'z', 'u', 'k', 'low', ':', '-', 'C', 'LOW'])(
  'the sign %s is no figure, and never nought',
  (sign) => {
    expect(figureOf(sign)).toEqual({ marker: sign.toLowerCase() })
  },
)

test.each([
  ['0', 0],
  ['-4.5', -4.5],
  ['1,234,567.5', 1_234_567.5],
  ['12.3%', 12.3],
  ['.5', 0.5],
  ['1.2e+09', 1.2e9],
  ['-5.53E-05', -5.53e-5],
])('%s is a number', (text, value) => {
  expect(figureOf(text)).toEqual({ value })
})

test('an empty cell says nothing; anything else is to be mended', () => {
  expect(figureOf('')).toBeNull()
  for (const text of ['12,,5', '1,23', 'about 5', '%', '+', 'cc', '1e', 'Infinity', 'NaN', '0x10']) {
    expect(figureOf(text), text).toBeUndefined()
  }
})
