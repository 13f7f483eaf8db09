import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  addYears,
  asIso,
  asSlashes,
  blankDay,
  dayNumber,
  readDayText,
  unreadableDay,
  weekday,
} from './days.ts'
import { isWorkingDay, workingDaysAfter, workingDaysBefore } from './working-days.ts'

const iso = (text: string): number => readDayText(text)

describe('dates as they are written', () => {
  test.each([
    ['01/04/2025', '2025-04-01'],
    ['1/4/2025', '2025-04-01'],
    ['2025-04-01', '2025-04-01'],
    ['2025-04-01T00:00:00', '2025-04-01'],
    ['01/04/2025 00:00:00', '2025-04-01'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (written, meant) => {
    expect(asIso(readDayText(written))).toBe(meant)
  })

  test.each([
    '29/02/2025',
    '31/04/2025',
    '00/01/2025',
    '01/13/2025',
    '01-04-2025',
    '01/04/25',
    '2025/04/01',
    'x',
    '1a/04/2025',
  ])('%s is no date', (written) => {
    expect(readDayText(written)).toBe(unreadableDay)
  })

  test('an empty cell is blank', () => {
    expect(readDayText('  ')).toBe(blankDay)
  })

  test('every day is read back as it was written, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(9999, 12, 31) }), (day) => {
        expect(readDayText(asIso(day))).toBe(day)
        expect(readDayText(asSlashes(day))).toBe(day)
      }),
    )
  })
})

describe('reckoning', () => {
  test('29 February gives 28 February where there is none', () => {
    expect(asIso(addYears(iso('2008-02-29'), 18))).toBe('2026-02-28')
    expect(asIso(addYears(iso('2008-02-29'), 16))).toBe('2024-02-29')
    expect(asIso(addMonths(iso('2025-08-31'), 6))).toBe('2026-02-28')
  })

  test('no date stays no date', () => {
    expect(addYears(Number.NaN, 1)).toBeNaN()
    expect(addMonths(Number.NaN, 1)).toBeNaN()
    expect(workingDaysBefore(Number.NaN, 1)).toBeNaN()
  })

  test('23 November 2026 is a Monday', () => {
    expect(weekday(dayNumber(2026, 11, 23))).toBe(1)
  })
})

describe('working days', () => {
  test.each([
    ['2023-03-31', '2023-01-30'],
    ['2024-03-31', '2024-01-29'],
    ['2025-03-31', '2025-01-28'],
    ['2026-03-31', '2026-01-28'],
    ['2027-03-31', '2027-01-26'],
  ])('the 44th before %s is %s', (from, meant) => {
    expect(asIso(workingDaysBefore(iso(from), 44))).toBe(meant)
  })

  test('Easter and the weekend are passed over', () => {
    expect(asIso(workingDaysBefore(iso('2024-04-02'), 1))).toBe('2024-03-28')
    expect(asIso(workingDaysAfter(iso('2024-03-28'), 1))).toBe('2024-04-02')
    expect(isWorkingDay(iso('2024-04-01'))).toBe(false)
  })
})
