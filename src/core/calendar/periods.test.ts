import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDay } from './arbitrary.test-help.ts'
import { addDays, day, daysBetween } from './day.ts'
import { financialYearOf, monthOf, monthsOf, rolling12, within, yearToDate } from './periods.ts'

test('the financial year begins on 1 April', () => {
  expect(financialYearOf(day('2022-03-31'))).toEqual({ from: '2021-04-01', to: '2022-03-31', title: '2021-22' })
  expect(financialYearOf(day('2022-04-01'))).toEqual({ from: '2022-04-01', to: '2023-03-31', title: '2022-23' })
  expect(financialYearOf(day('1999-06-01')).title).toBe('1999-00')
})

test('the year to date ends with the day', () => {
  expect(yearToDate(day('2022-06-15'))).toEqual({ from: '2022-04-01', to: '2022-06-15', title: '2022-23 to date' })
  expect(yearToDate(day('2022-04-01'))).toMatchObject({ from: '2022-04-01', to: '2022-04-01' })
})

test.each([
  ['2022-06-15', '2021-06-01', '2022-05-31', 'June 2021 to May 2022'],
  ['2022-06-29', '2021-06-01', '2022-05-31', 'June 2021 to May 2022'],
  ['2022-06-30', '2021-07-01', '2022-06-30', 'July 2021 to June 2022'],
  ['2024-02-28', '2023-02-01', '2024-01-31', 'February 2023 to January 2024'],
  ['2024-02-29', '2023-03-01', '2024-02-29', 'March 2023 to February 2024'],
  ['2022-01-01', '2021-01-01', '2021-12-31', 'January 2021 to December 2021'],
])('the rolling twelve months on %s run from %s to %s', (on, from, to, title) => {
  expect(rolling12(day(on))).toEqual({ from, to, title })
})

test('the months of a period', () => {
  expect(monthOf(day('2024-02-10'))).toEqual({ from: '2024-02-01', to: '2024-02-29', title: 'February 2024' })
  const months = monthsOf({ from: day('2021-11-20'), to: day('2022-02-01') })
  expect(months.map((one) => one.title)).toEqual(['November 2021', 'December 2021', 'January 2022', 'February 2022'])
})

test('twelve whole months cover every month of the year once and end within a month of the day', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const period = rolling12(on)
      const months = monthsOf(period)
      expect(new Set(months.map((one) => one.from.slice(5, 7))).size).toBe(12)
      expect([months[0]?.from, months[11]?.to, months.length]).toEqual([period.from, period.to, 12])
      expect(daysBetween(period.to, on)).toBeGreaterThanOrEqual(0)
      expect(daysBetween(period.to, on)).toBeLessThan(31)
    }),
  )
})

test('every day is in its own month and financial year, and the next year follows without gap', () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      const year = financialYearOf(on)
      expect(within(monthOf(on), on) && within(year, on) && within(yearToDate(on), on)).toBe(true)
      expect(financialYearOf(addDays(year.to, 1)).from).toBe(addDays(year.to, 1))
    }),
  )
})
