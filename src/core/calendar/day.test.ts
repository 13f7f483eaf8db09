import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDay } from './arbitrary.test-help.ts'
import {
  addDays,
  compare,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  inShort,
  inWords,
  isDay,
  max,
  min,
  weekday,
} from './day.ts'

describe('golden days', () => {
  test.each([
    ['1900-01-01', -25_567, 1],
    ['1900-03-01', -25_508, 4],
    ['1970-01-01', 0, 4],
    ['2000-02-29', 11_016, 2],
    ['2022-06-15', 19_158, 3],
    ['2024-02-29', 19_782, 4],
    ['2100-12-31', 47_846, 5],
  ])('%s is day number %d and weekday %d', (text, number, of) => {
    expect(dayNumber(day(text))).toBe(number)
    expect(dayFromNumber(number)).toBe(text)
    expect(weekday(day(text))).toBe(of)
  })

  test('1900 and 2100 are not leap years, 2000 is', () => {
    expect(isDay('1900-02-29')).toBe(false)
    expect(isDay('2100-02-29')).toBe(false)
    expect(isDay('2000-02-29')).toBe(true)
    expect(addDays(day('2100-02-28'), 1)).toBe('2100-03-01')
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
  })

  test('days are written for people', () => {
    expect(inWords(day('2022-06-15'))).toBe('Wednesday 15 June 2022')
    expect(inShort(day('2022-06-05'))).toBe('5 Jun 2022')
  })

  test.each(['2022-02-30', '2022-13-01', '2022-00-10', '2022-1-1', '0000-01-01', '2022-06-15T', ''])(
    '%j in code is a defect',
    (text) => {
      expect(() => day(text)).toThrow(RangeError)
    },
  )

  test('reckoning past the year 9999 is a defect', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError)
  })
})

describe('properties', () => {
  test('every day of 1900 to 2100 agrees with the platform’s own calendar', () => {
    for (let number = -25_567; number <= 47_846; number += 1) {
      const date = new Date(number * 86_400_000)
      const of = dayFromNumber(number)
      if (of !== date.toISOString().slice(0, 10) || weekday(of) !== date.getUTCDay() || dayNumber(of) !== number) {
        expect.fail(`${of} should be ${date.toISOString()}`)
      }
    }
  })

  test('adding and counting undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n)
        expect(addDays(addDays(from, n), -n)).toBe(from)
      }),
    )
  })

  test('order of text is order of days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(compare(a, b)).toBe(Math.sign(daysBetween(b, a)))
        expect(dayNumber(min(a, b))).toBe(Math.min(dayNumber(a), dayNumber(b)))
        expect(dayNumber(max(a, b))).toBe(Math.max(dayNumber(a), dayNumber(b)))
      }),
    )
  })
})
