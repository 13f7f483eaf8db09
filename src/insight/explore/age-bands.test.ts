import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOn, day, dayFromNumber, dayNumber } from '../../core/calendar/index.ts'
import { ageBandOn, ageBands } from './age-bands.ts'
import { noDay } from './columns.ts'

const bandOf = (born: string, on: string): string => ageBands[ageBandOn(dayNumber(day(born)), dayNumber(day(on)))]!.id

test('an age is in the band that its birthday begins', () => {
  expect(bandOf('2020-05-03', '2020-05-03')).toBe('under-1')
  expect(bandOf('2020-05-03', '2021-05-02')).toBe('under-1')
  expect(bandOf('2020-05-03', '2021-05-03')).toBe('1-4')
  expect(bandOf('2020-05-03', '2038-05-02')).toBe('16-17')
  expect(bandOf('2020-05-03', '2038-05-03')).toBe('18-over')
  expect(bandOf('2020-05-03', '2020-05-02')).toBe('unborn')
  expect(ageBands[ageBandOn(noDay, 0)]!.id).toBe('unknown')
})

test('on any day it is the band of the age by the calendar, leap days among them', () => {
  const born = fc.integer({ min: dayNumber(day('1996-01-01')), max: dayNumber(day('2030-12-31')) })
  // Around birthdays, where a year too long or too short would show.
  const lived = fc.oneof(
    fc.nat(25 * 366),
    fc.tuple(fc.nat(25), fc.integer({ min: -3, max: 3 })).map(([years, days]) => Math.round(years * 365.25) + days),
  )
  fc.assert(
    fc.property(born, lived, (birth, days) => {
      const on = birth + Math.max(0, days)
      const age = ageOn(dayFromNumber(birth), dayFromNumber(on))
      const expected = ageBands.findLast((band) => 'from' in band && band.from <= age)
      expect(ageBands[ageBandOn(birth, on)]).toEqual(expected)
    }),
    { numRuns: 2_000 },
  )
})
