import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cells, withholding } from './protected.ts'

const cells = (id: string, numerator: number, denominator: number | null): Cells => ({ id, numerator, denominator })
const addUp = (parts: readonly Cells[]): Cells =>
  cells(
    'whole',
    parts.reduce((sum, one) => sum + one.numerator, 0),
    parts[0]?.denominator === null ? null : parts.reduce((sum, one) => sum + (one.denominator ?? 0), 0),
  )

describe('what is withheld of a breakdown', () => {
  test('a small number, and another so that it is not had by subtraction', () => {
    const groups = [cells('a', 3, null), cells('b', 40, null), cells('c', 12, null)]
    const { numerator } = withholding([{ whole: addUp(groups), parts: groups }], 5)
    expect(['a', 'b', 'c', 'whole'].map(numerator)).toEqual([true, false, true, false])
  })

  test('nothing where nothing is small; nought is shown', () => {
    const groups = [cells('a', 0, 20), cells('b', 40, 60)]
    const { numerator, denominator, value } = withholding([{ whole: addUp(groups), parts: groups }], 5)
    for (const id of ['a', 'b', 'whole'])
      expect([numerator(id), denominator(id), value(id)]).toEqual([false, false, false])
  })

  test('what is left of a group is protected too: 38 of 40 says that two did not', () => {
    const groups = [cells('a', 38, 40), cells('b', 40, 60), cells('c', 30, 90)]
    const { value } = withholding([{ whole: addUp(groups), parts: groups }], 5)
    expect(value('a')).toBe(true)
  })

  test('of any table, no small count is printed, and no single one is withheld in a sum whose others are printed', () => {
    const group = fc.tuple(fc.nat(30), fc.nat(30))
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 7 }), (given) => {
        const groups = given.map(([numerator, left], i) => cells(String(i), numerator, numerator + left))
        const { numerator, denominator } = withholding([{ whole: addUp(groups), parts: groups }], 5)
        const hidden = groups.filter(({ id }) => numerator(id))
        for (const one of groups) {
          if (one.numerator > 0 && one.numerator < 5) expect(numerator(one.id)).toBe(true)
          if (one.denominator! > 0 && one.denominator! < 5) expect(denominator(one.id)).toBe(true)
        }
        if (hidden.some((one) => one.numerator > 0 && one.numerator < 5) && !numerator('whole'))
          expect(hidden.length).toBeGreaterThan(1)
      }),
      { numRuns: 60 },
    )
  })

  test('a month between two totals is protected by both', () => {
    const months = [3, 20, 20, 20].map((count, i) => cells(`month ${i}`, count, null))
    const later = months.slice(0, 2)
    const year = addUp(months)
    const sofar = { ...addUp(later), id: 'so far' }
    const { numerator } = withholding(
      [
        { whole: year, parts: months },
        { whole: sofar, parts: later },
      ],
      5,
    )
    expect(numerator('month 0')).toBe(true)
    expect(numerator('so far') || numerator('month 1')).toBe(true)
  })

  test('what another page has printed stays printed, and then other groups are withheld', () => {
    const groups = [cells('a', 3, null), cells('b', 40, null)]
    const whole = addUp(groups)
    const headline = withholding([{ whole, parts: [] }], 5)
    const { numerator } = withholding([{ whole, parts: groups }], 5, { ids: new Set(['whole']), withheld: headline })
    expect(['whole', 'a', 'b'].map(numerator)).toEqual([false, true, true])
  })
})
