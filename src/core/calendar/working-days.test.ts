import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFrom } from './arbitrary.test-help.ts'
import { englishBankHolidays } from './bank-holidays.ts'
import { addDays, type Day, day, daysBetween } from './day.ts'
import { leavesOut, workingDayDefinitions } from './working-day-definitions.ts'
import { englishWorkingDays as working, workingCalendar } from './working-days.ts'

describe('golden dates', () => {
  test.each([
    ['2022-05-23', 15, '2022-06-15'], // over the moved spring holiday and the Platinum Jubilee
    ['2022-05-27', 1, '2022-05-30'], // 30 May 2022 was worked
    ['2022-06-01', 1, '2022-06-06'],
    ['2020-05-01', 1, '2020-05-04'], // the early May holiday moved from the 4th
    ['2020-05-07', 1, '2020-05-11'], // to the 8th
    ['2022-09-16', 1, '2022-09-20'], // the State Funeral
    ['2023-05-05', 1, '2023-05-09'], // the coronation
    ['2023-04-28', 1, '2023-05-02'], // as well as the first Monday of May
    ['2021-12-24', 1, '2021-12-29'], // both days of Christmas substituted
    ['2021-12-24', 3, '2021-12-31'],
    ['2022-12-23', 1, '2022-12-28'],
    ['2024-03-28', 1, '2024-04-02'], // Good Friday and Easter Monday
    ['2024-02-28', 1, '2024-02-29'],
    ['2022-06-04', 1, '2022-06-06'], // from a Saturday
    ['2022-06-15', -15, '2022-05-23'],
    ['2022-06-06', -1, '2022-06-01'],
    ['2022-06-04', 0, '2022-06-04'],
    ['2026-11-23', 45, '2027-01-28'], // an assessment begun today
  ])('%s and %d working days is %s', (from, n, to) => {
    expect(working.add(day(from), n)).toBe(to)
  })

  test('the days passed over are shown with the reason', () => {
    expect(working.passedOver(day('2022-05-31'), 3)).toEqual([
      { day: '2022-06-02', why: 'Spring bank holiday' },
      { day: '2022-06-03', why: 'Platinum Jubilee bank holiday' },
      { day: '2022-06-04', why: 'Saturday' },
      { day: '2022-06-05', why: 'Sunday' },
    ])
    expect(working.passedOver(day('2029-03-29'), 1)[0]).toEqual({ day: '2029-03-30', why: 'Good Friday (provisional)' })
  })

  test('the next working day, and the first on or after', () => {
    expect(working.next(day('2022-06-01'))).toBe('2022-06-06')
    expect(working.onOrAfter(day('2022-06-02'))).toBe('2022-06-06')
    expect(working.onOrAfter(day('2022-06-06'))).toBe('2022-06-06')
    expect(working.isWorkingDay(day('2022-06-03'))).toBe(false)
    expect(working.isWorkingDay(day('2022-05-30'))).toBe(true)
  })

  test('further days can be left out', () => {
    const closed = workingCalendar(englishBankHolidays, { excludes: [day('2022-05-24'), day('2022-05-25')] })
    expect(closed.add(day('2022-05-23'), 1)).toBe('2022-05-26')
    expect(closed.whyNot(day('2022-05-24'))).toBe('Not counted for this purpose')
  })

  test('counting beyond the calendar is a defect', () => {
    expect(() => working.add(day('2110-12-01'), 100)).toThrow(RangeError)
  })
})

describe('what instruments mean by a working day', () => {
  test('a definition that did not name Good Friday would count it', () => {
    const definition = { ...workingDayDefinitions.general, names: ['Christmas Day'] as const }
    const calendar = workingCalendar(englishBankHolidays, { definition })
    expect(calendar.isWorkingDay(day('2024-03-29'))).toBe(true)
    expect(calendar.isWorkingDay(day('2024-04-01'))).toBe(false)
    expect(leavesOut(definition, { title: 'Christmas Day' })).toBe(true)
    expect(leavesOut({ ...definition, names: [] }, { title: 'Christmas Day' })).toBe(false)
    expect(leavesOut({ ...definition, names: [] }, { title: 'Christmas Day (substitute day)' })).toBe(true)
  })

  test('the wordings differ and the days do not: Boxing Day is a bank holiday whether named or not', () => {
    const { general, ...others } = workingDayDefinitions
    for (const definition of Object.values(others)) {
      const calendar = workingCalendar(englishBankHolidays, { definition })
      for (let on = day('2005-01-01'); on < '2041-01-01'; on = addDays(on, 1)) {
        if (calendar.whyNot(on) !== working.whyNot(on)) expect.fail(`${definition.title} differs on ${on}`)
      }
    }
    expect(general.names).not.toContain('Boxing Day')
  })
})

/** Counts by looking at each day in turn: slow, and plainly the rule. */
function addByLooking(from: Day, n: number): Day {
  const step = Math.sign(n)
  let [on, left] = [from, Math.abs(n)]
  while (left > 0) {
    on = addDays(on, step)
    if (working.whyNot(on) === undefined) left -= 1
  }
  return on
}

describe('properties', () => {
  const anyDay = dayFrom('1990-01-01', '2050-12-31')
  const anyCount = fc.integer({ min: -600, max: 600 })

  test('the tables answer as looking at each day does', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, n) => {
        expect(working.add(from, n)).toBe(addByLooking(from, n))
        expect(working.counts(from)).toBe(working.whyNot(from) === undefined)
      }),
    )
  })

  test('counting undoes adding', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 600 }), (from, n) => {
        expect(working.between(from, working.add(from, n))).toBe(n)
      }),
    )
  })

  test('counting backwards is the same count, negative, and stretches add up', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        expect(working.between(a, b) + working.between(b, a)).toBe(0)
        expect(working.between(a, b) + working.between(b, c)).toBe(working.between(a, c))
      }),
    )
  })

  test('a later start or a longer period never ends earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 600 }), (from, n) => {
        expect(working.add(addDays(from, 1), n) >= working.add(from, n)).toBe(true)
        expect(working.add(from, n + 1) > working.add(from, n)).toBe(true)
      }),
    )
  })

  test('the days passed over and the days counted make up the whole span', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (from, n) => {
        const passed = working.passedOver(from, n)
        expect(passed.length + n).toBe(daysBetween(from, working.add(from, n)))
        expect(passed.every((one) => !working.counts(one.day))).toBe(true)
      }),
    )
  })
})
