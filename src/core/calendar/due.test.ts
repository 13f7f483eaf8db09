import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFrom } from './arbitrary.test-help.ts'
import { readBankHolidays } from './bank-holidays.ts'
import { day } from './day.ts'
import { calendarsOf, due, dueMoment, englishCalendars } from './due.ts'
import {
  days,
  durationInWords,
  hours,
  hubHours,
  isDays,
  isHours,
  months,
  parseDuration,
  schoolDays,
  weeks,
  workingDays,
  years,
} from './duration.ts'
import { momentAt } from './moment.ts'
import { publishedBankHolidays } from './published-holidays.ts'
import { schoolCalendar } from './school-days.ts'

describe('durations', () => {
  test.each([
    ['15 working days', workingDays(15)],
    ['1 working day', workingDays(1)],
    ['  15   Working Days ', workingDays(15)],
    ['6 school days', schoolDays(6)],
    ['10 days', days(10)],
    ['10 calendar days', days(10)],
    ['6 weeks', weeks(6)],
    ['6 weeks before', weeks(-6)],
    ['3 months', months(3)],
    ['1 year', years(1)],
    ['24 hours', hours(24)],
    ['4 hub hours', hubHours(4)],
    ['0 days', days(0)],
  ])('%j is read', (text, duration) => {
    expect(parseDuration(text)).toEqual({ ok: true, value: duration })
  })

  test.each(['', '15', 'working days', '15 fortnights', '-5 days', '1.5 hours', '10000 days', '4 hub hours before'])(
    '%j is not a length of time',
    (text) => {
      expect(parseDuration(text)).toMatchObject({ ok: false, code: 'duration.not-understood' })
    },
  )

  test('what is written is read again', () => {
    const makers = [workingDays, schoolDays, days, weeks, months, years, hours]
    fc.assert(
      fc.property(fc.constantFrom(...makers), fc.integer({ min: -9999, max: 9999 }), (make, count) => {
        const duration = make(count)
        expect(parseDuration(durationInWords(duration))).toEqual({ ok: true, value: duration })
        expect(isDays(duration)).toBe(!isHours(duration))
      }),
    )
    expect(durationInWords(workingDays(1))).toBe('1 working day')
  })
})

describe('when it is due', () => {
  test.each([
    ['2022-05-23', workingDays(15), '2022-06-15'],
    ['2022-05-23', days(15), '2022-06-07'],
    ['2022-05-28', days(7), '2022-06-04'], // a Saturday stands
    ['2022-05-23', weeks(6), '2022-07-04'],
    ['2022-08-31', months(6), '2023-02-28'],
    ['2024-02-29', years(1), '2025-02-28'],
    ['2022-07-04', weeks(-6), '2022-05-23'],
  ])('%s and %j is %s', (from, duration, on) => {
    expect(due(day(from), duration, englishCalendars).due).toBe(on)
  })

  test('only what rests on days not published is provisional', () => {
    const provisional = (from: string, duration: Parameters<typeof due>[1]) =>
      due(day(from), duration, englishCalendars).provisional
    expect(provisional('2028-12-20', workingDays(5))).toBe(false)
    expect(provisional('2028-12-20', workingDays(10))).toBe(true)
    expect(provisional('2029-01-15', workingDays(-10))).toBe(true)
    expect(provisional('2028-12-20', days(60))).toBe(false)
    expect(provisional('2022-05-23', schoolDays(5))).toBe(true)
  })

  test('when the table is extended, what was provisional is reckoned again and may differ', () => {
    const funeral = '2029-01-01,New Year’s Day,published,invented\n2029-01-03,A day of mourning,published,invented\n'
    const read = readBankHolidays(publishedBankHolidays + funeral)
    if (!read.ok) throw new Error(read.says)
    const extended = calendarsOf(read.value)
    expect(extended.version).not.toBe(englishCalendars.version)
    const before = due(day('2028-12-20'), workingDays(8), englishCalendars)
    const after = due(day('2028-12-20'), workingDays(8), extended)
    expect(before).toMatchObject({ due: '2029-01-04', provisional: true })
    expect(after).toMatchObject({ due: '2029-01-05', provisional: false })
    expect(englishCalendars.restsOnProvisional(before.due)).toBe(true)
  })

  test('school days are those of the school given', () => {
    const term = { title: 'Spring term 2027', from: day('2027-01-05'), to: day('2027-03-25') }
    const school = schoolCalendar({ terms: [term], insetDays: [] }, englishCalendars.working)
    const calendars = { ...englishCalendars, school }
    expect(due(day('2027-01-05'), schoolDays(5), calendars)).toEqual({
      due: '2027-01-12',
      passedOver: [
        { day: '2027-01-09', why: 'Saturday' },
        { day: '2027-01-10', why: 'Sunday' },
      ],
      provisional: false,
    })
    expect(due(day('2027-03-24'), schoolDays(5), calendars).provisional).toBe(true)
  })

  test('hours run day and night, hub hours while the front door is open', () => {
    const friday = momentAt(day('2022-06-10'), 16, 0)
    expect(dueMoment(friday, hours(24), englishCalendars).due).toBe(momentAt(day('2022-06-11'), 16, 0))
    expect(dueMoment(friday, hubHours(2), englishCalendars)).toEqual({
      due: momentAt(day('2022-06-13'), 10, 0),
      passedOver: [
        { day: '2022-06-11', why: 'Saturday' },
        { day: '2022-06-12', why: 'Sunday' },
      ],
      provisional: false,
    })
    expect(dueMoment(friday, hubHours(2), englishCalendars, { runsOn: true }).due).toBe(
      momentAt(day('2022-06-10'), 18, 0),
    )
    expect(dueMoment(momentAt(day('2029-06-11'), 10, 0), hubHours(1), englishCalendars).provisional).toBe(true)
  })

  test('24 hours are 24 hours over the night in which clocks change', () => {
    const saturday = momentAt(day('2022-03-26'), 12, 0)
    expect(dueMoment(saturday, hours(24), englishCalendars).due).toBe(momentAt(day('2022-03-27'), 13, 0))
  })

  test('a longer period is never due earlier', () => {
    const units = fc.constantFrom(workingDays, schoolDays, days, weeks, months, years)
    fc.assert(
      fc.property(dayFrom('2000-01-01', '2035-12-31'), units, fc.integer({ min: -40, max: 40 }), (from, unit, n) => {
        const { due: on } = due(from, unit(n), englishCalendars)
        expect(due(from, unit(n + 1), englishCalendars).due > on).toBe(true)
        expect(Math.sign(n)).toBe(on > from ? 1 : on < from ? -1 : 0)
      }),
    )
  })
})
