import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDay } from './arbitrary.test-help.ts'
import { addDays, day } from './day.ts'
import {
  addHours,
  dayOf,
  endOfDay,
  inWordsMoment,
  millisOf,
  minuteOfDay,
  moment,
  momentAt,
  momentFromMillis,
  startOfDay,
} from './moment.ts'

/** From 1996, when the present days of change began, to 2100. */
const anyMoment = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2100, 11, 31) }).map(momentFromMillis)

describe('the edges of summer time', () => {
  test.each([
    ['2022-03-27T00:59:59.999Z', '2022-03-27', 59],
    ['2022-03-27T01:00:00.000Z', '2022-03-27', 120],
    ['2022-10-30T00:59:59.999Z', '2022-10-30', 119],
    ['2022-10-30T01:00:00.000Z', '2022-10-30', 60],
    ['2022-06-14T22:59:59.999Z', '2022-06-14', 1439],
    ['2022-06-14T23:00:00.000Z', '2022-06-15', 0],
    ['2022-12-31T23:59:59.999Z', '2022-12-31', 1439],
  ])('%s is on %s, %d minutes into the day', (text, on, minutes) => {
    expect(dayOf(moment(text))).toBe(on)
    expect(minuteOfDay(moment(text))).toBe(minutes)
  })

  test('the hour that spring leaves out is read as not yet put forward', () => {
    expect(momentAt(day('2022-03-27'), 1, 30)).toBe('2022-03-27T01:30:00.000Z')
    expect(inWordsMoment(momentAt(day('2022-03-27'), 1, 30))).toBe('Sunday 27 March 2022 at 2:30am')
  })

  test('of the hour that autumn repeats it is the first', () => {
    expect(momentAt(day('2022-10-30'), 1, 30)).toBe('2022-10-30T00:30:00.000Z')
    expect(momentAt(day('2022-10-30'), 2, 0)).toBe('2022-10-30T02:00:00.000Z')
  })

  test('the days of change last 23 and 25 hours', () => {
    const lasts = (text: string) => (millisOf(endOfDay(day(text))) + 1 - millisOf(startOfDay(day(text)))) / 3_600_000
    expect(lasts('2022-03-27')).toBe(23)
    expect(lasts('2022-10-30')).toBe(25)
    expect(lasts('2022-06-15')).toBe(24)
  })
})

test('moments are written for people', () => {
  expect(inWordsMoment(moment('2022-06-15T08:30:00.000Z'))).toBe('Wednesday 15 June 2022 at 9:30am')
  expect(inWordsMoment(moment('2022-01-15T12:00:00.000Z'))).toBe('Saturday 15 January 2022 at 12 noon')
  expect(inWordsMoment(moment('2022-01-15T00:00:00.000Z'))).toBe('Saturday 15 January 2022 at 12 midnight')
  expect(inWordsMoment(moment('2022-01-15T00:05:00.000Z'))).toBe('Saturday 15 January 2022 at 12:05am')
})

test.each(['2022-06-15', '2022-06-15T08:30:00Z', '2022-02-30T08:30:00.000Z', '2022-06-15T24:00:00.000Z'])(
  '%j in code is a defect',
  (text) => {
    expect(() => moment(text)).toThrow(RangeError)
  },
)

describe('properties', () => {
  test('London’s clocks agree with the time zone database, 1996 to 2100', () => {
    const london = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    fc.assert(
      fc.property(anyMoment, (of) => {
        const [date = '', time = ''] = london.format(new Date(of)).split(', ')
        expect(dayOf(of)).toBe(date.split('/').reverse().join('-'))
        const [hour, minute] = time.split(':').map(Number)
        expect(minuteOfDay(of)).toBe((hour ?? 0) * 60 + (minute ?? 0))
      }),
      { numRuns: 2000 },
    )
  })

  test('milliseconds and text are the same moment', () => {
    fc.assert(
      fc.property(anyMoment, (of) => {
        expect(millisOf(of)).toBe(Date.parse(of))
        expect(momentFromMillis(millisOf(of))).toBe(of)
        expect(millisOf(addHours(of, 5)) - millisOf(of)).toBe(18_000_000)
      }),
    )
  })

  test('a time on the clock is on its day, outside the hours of change', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 3, max: 23 }), fc.integer({ min: 0, max: 59 }), (on, hour, minute) => {
        const at = momentAt(on, hour, minute)
        expect(dayOf(at)).toBe(on)
        expect(minuteOfDay(at)).toBe(hour * 60 + minute)
      }),
    )
  })

  test('days follow each other without gap', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(millisOf(startOfDay(addDays(on, 1)))).toBe(millisOf(endOfDay(on)) + 1)
        expect(dayOf(startOfDay(on))).toBe(on)
        expect(dayOf(endOfDay(on))).toBe(on)
      }),
    )
  })
})
