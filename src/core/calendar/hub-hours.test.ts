import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFrom } from './arbitrary.test-help.ts'
import { day } from './day.ts'
import { addHubHours, defaultHubSetting, hubCalendar, hubMinutesBetween } from './hub-hours.ts'
import { addHours, type Moment, momentAt } from './moment.ts'
import { parseMoment } from './reading.ts'
import { englishWorkingDays } from './working-days.ts'

const hub = hubCalendar([defaultHubSetting(day('2016-01-01'))], englishWorkingDays)

/** A time by London's clocks. */
function at(text: string): Moment {
  const read = parseMoment(text)
  if (!read.ok) throw new RangeError(read.says)
  return read.value
}

describe('hours of the front door, open 9 to 5 on working days', () => {
  test.each([
    ['2022-06-15 10:00', 4, '2022-06-15 14:00'],
    ['2022-06-15 13:00', 4, '2022-06-15 17:00'], // at closing is still that day
    ['2022-06-15 15:00', 4, '2022-06-16 11:00'],
    ['2022-06-15 20:00', 4, '2022-06-16 13:00'], // arrived when it was closed
    ['2022-06-15 07:30', 4, '2022-06-15 13:00'],
    ['2022-06-10 16:00', 24, '2022-06-15 16:00'], // over a weekend: 24 hours are three days of eight
    ['2022-06-01 16:30', 4, '2022-06-06 12:30'], // over the Platinum Jubilee
    ['2022-03-25 16:00', 2, '2022-03-28 10:00'], // over the night in which clocks go forward
    ['2022-10-28 16:00', 2, '2022-10-31 10:00'], // and back
    ['2022-06-15 10:00', 0, '2022-06-15 10:00'],
    ['2022-06-15 10:00', 0.5, '2022-06-15 10:30'],
  ])('%s and %d hub hours is %s', (from, hours, to) => {
    expect(addHubHours(at(from), hours, hub)).toBe(at(to))
  })

  test.each([
    ['2022-06-15 16:30', 2, '2022-06-15 18:30'],
    ['2022-06-15 20:00', 2, '2022-06-16 11:00'],
    ['2022-06-10 16:00', 24, '2022-06-11 16:00'],
  ])('a red contact of %s with %d hours runs on past closing to %s', (from, hours, to) => {
    expect(addHubHours(at(from), hours, hub, { runsOn: true })).toBe(at(to))
  })

  test('minutes count only while it is open', () => {
    expect(hubMinutesBetween(at('2022-06-15 16:00'), at('2022-06-16 10:15'), hub)).toBe(135)
    expect(hubMinutesBetween(at('2022-06-11 09:00'), at('2022-06-12 17:00'), hub)).toBe(0)
    expect(hubMinutesBetween(at('2022-06-16 10:15'), at('2022-06-15 16:00'), hub)).toBe(0)
  })

  test('hours do not run backwards', () => {
    expect(() => addHubHours(at('2022-06-15 10:00'), -1, hub)).toThrow(RangeError)
  })

  test('closed days say why', () => {
    expect(hub.whyClosed(day('2022-06-03'))).toBe('Platinum Jubilee bank holiday')
    expect(hub.whyClosed(day('2022-06-04'))).toBe('Saturday')
    expect(hub.whyClosed(day('2022-06-06'))).toBeUndefined()
  })
})

describe('dated settings', () => {
  const later = { opens: 8 * 60, closes: 18 * 60 }
  const changed = hubCalendar(
    [
      { since: day('2022-06-15'), week: { Wednesday: later, Saturday: later }, opensOnBankHolidays: true },
      defaultHubSetting(day('2016-01-01')),
    ],
    englishWorkingDays,
  )

  test('new hours hold from their day and leave the days before as they were', () => {
    expect(addHubHours(at('2022-06-14 16:30'), 1, changed)).toBe(at('2022-06-15 08:30'))
    expect(addHubHours(at('2022-06-15 17:30'), 1, changed)).toBe(at('2022-06-18 08:30'))
  })

  test('the first setting also covers the days before it', () => {
    expect(changed.openingOn(day('2015-06-15'))).toEqual({
      opens: at('2015-06-15 09:00'),
      closes: at('2015-06-15 17:00'),
    })
  })

  test('a hub may open on Saturdays and bank holidays', () => {
    const everyWednesday = changed.openingOn(day('2024-12-25'))
    expect(everyWednesday?.opens).toBe(at('2024-12-25 08:00'))
    expect(changed.whyClosed(day('2022-06-20'))).toBe('Monday')
  })

  test.each([{}, { Monday: { opens: 600, closes: 600 } }, { Monday: { opens: 600, closes: 1500 } }])(
    'hours under which it never opens, or not in a day, are refused: %j',
    (week) => {
      expect(() => hubCalendar([{ since: day('2022-01-01'), week }], englishWorkingDays)).toThrow(RangeError)
    },
  )
})

describe('properties', () => {
  const anyMoment = fc
    .tuple(dayFrom('2018-01-01', '2030-12-31'), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([on, hour, minute]) => momentAt(on, hour, minute))
  const quarters = fc.integer({ min: 1, max: 400 })

  test('counting undoes adding', () => {
    fc.assert(
      fc.property(anyMoment, quarters, (from, n) => {
        expect(hubMinutesBetween(from, addHubHours(from, n / 4, hub), hub)).toBe(n * 15)
      }),
    )
  })

  test('a longer time ends later; a later start never ends earlier; running on is never later', () => {
    fc.assert(
      fc.property(anyMoment, quarters, (from, n) => {
        const ends = addHubHours(from, n / 4, hub)
        expect(addHubHours(from, (n + 1) / 4, hub) > ends).toBe(true)
        expect(addHubHours(addHours(from, 1), n / 4, hub) >= ends).toBe(true)
        expect(addHubHours(from, n / 4, hub, { runsOn: true }) <= ends).toBe(true)
      }),
    )
  })
})
