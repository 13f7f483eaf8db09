import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageInWords, ageOn, birthday } from './age.ts'
import { anyDay } from './arbitrary.test-help.ts'
import { addDays, day, daysBetween } from './day.ts'
import { addMonths, addWeeks, addYears, monthsBetween } from './months.ts'

describe('the end-of-month rule', () => {
  test.each([
    ['2022-08-31', 6, '2023-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2022-01-31', 1, '2022-02-28'],
    ['2022-09-30', 4, '2023-01-30'], // Dodds v Walker: four months from 30 September end on 30 January
    ['2022-02-28', 1, '2022-03-28'],
    ['2022-11-30', 3, '2023-02-28'],
    ['2022-12-15', 1, '2023-01-15'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-01-15', -1, '2021-12-15'],
    ['2022-01-15', -13, '2020-12-15'],
  ])('%s and %d months is %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to)
  })

  test('29 February and a year', () => {
    expect(addYears(day('2024-02-29'), 1)).toBe('2025-02-28')
    expect(addYears(day('2024-02-29'), 4)).toBe('2028-02-29')
  })

  test('what recurs is reckoned from where it began, because months added one by one drift', () => {
    const began = day('2022-01-31')
    expect(addMonths(addMonths(began, 1), 1)).toBe('2022-03-28')
    expect(addMonths(began, 2)).toBe('2022-03-31')
  })

  test('weeks', () => {
    expect(addWeeks(day('2022-05-23'), 6)).toBe('2022-07-04')
    expect(addWeeks(day('2022-05-23'), -6)).toBe('2022-04-11')
  })

  test('months counted are the most that can be added without passing the day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        const months = monthsBetween(from, to)
        expect(addMonths(from, months) <= to).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
        expect(monthsBetween(to, from) + months).toBe(0)
      }),
    )
  })

  test('a later day never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, count) => {
        expect(addMonths(addDays(from, 1), count) >= addMonths(from, count)).toBe(true)
      }),
    )
  })
})

describe('ages', () => {
  test.each([
    ['2006-06-15', '2024-06-14', 17],
    ['2006-06-15', '2024-06-15', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2024-02-29', 16],
    ['2022-06-15', '2022-06-15', 0],
    ['2022-06-15', '2022-06-14', -1],
  ])('born %s, on %s: %d', (born, on, age) => {
    expect(ageOn(day(born), day(on))).toBe(age)
  })

  test('29 February has its birthday on 1 March of a common year', () => {
    expect(birthday(day('2008-02-29'), 18)).toBe('2026-03-01')
    expect(birthday(day('2008-02-29'), 16)).toBe('2024-02-29')
    expect(birthday(day('2008-12-31'), 16)).toBe('2024-12-31')
  })

  test.each([
    ['2026-11-23', '0 days'],
    ['2026-11-22', '1 day'],
    ['2026-11-17', '6 days'],
    ['2026-11-16', '1 week'],
    ['2026-09-24', '8 weeks'],
    ['2026-09-23', '2 months'],
    ['2024-11-24', '23 months'],
    ['2024-11-23', '2 years'],
    ['2009-11-24', '16 years'],
    ['2026-11-24', 'Not yet born on 23 November 2026'],
  ])('born %s, on 23 November 2026: %s', (born, words) => {
    expect(ageInWords({ born: day(born) }, day('2026-11-23'))).toBe(words)
  })

  test('an expected child is unborn', () => {
    expect(ageInWords({ expected: day('2027-05-03') }, day('2026-11-23'))).toBe('Unborn, due 3 May 2027')
  })

  test('an age is attained on the birthday and held until the next', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (born, years) => {
        const on = birthday(born, years)
        expect(ageOn(born, on)).toBe(years)
        expect(ageOn(born, addDays(on, -1))).toBe(years - 1)
        expect(daysBetween(on, birthday(born, years + 1))).toBeGreaterThanOrEqual(365)
      }),
    )
  })
})
