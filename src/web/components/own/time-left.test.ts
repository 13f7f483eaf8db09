import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMillis, day, moment } from '../../../core/calendar/index.ts'
import { daysLeft, hoursLeft } from './time-left.ts'

const today = day('2026-11-23')
const now = moment('2026-11-23T09:00:00.000Z')
const minute = 60_000
const hour = 60 * minute

test.each([
  [3, '3 days left', 'ahead'],
  [1, '1 day left', 'soon'],
  [0, 'due today', 'soon'],
  [-1, '1 day late', 'late'],
  [-3, '3 days late', 'late'],
] as const)('due in %i days: %s', (days, words, state) => {
  expect(daysLeft(addDays(today, days), today)).toEqual({ words, state })
})

test.each([
  [72 * hour, '3 days left', 'ahead'],
  [48 * hour - 1, '47 hours left', 'ahead'],
  [2 * hour + 59 * minute, '2 hours left', 'soon'],
  [hour, '1 hour left', 'soon'],
  [59 * minute, '59 minutes left', 'soon'],
  [1, 'less than a minute left', 'soon'],
  [0, 'less than a minute left', 'soon'],
  [-1, 'less than a minute late', 'late'],
  [-90 * minute, '1 hour late', 'late'],
  [-49 * hour, '2 days late', 'late'],
] as const)('due in %i milliseconds: %s', (millis, words, state) => {
  expect(hoursLeft(addMillis(now, millis), now)).toEqual({ words, state })
})

test('never says that there is more time than there is', () => {
  const millisOfUnit: Readonly<Record<string, number>> = { minute, hour, day: 24 * hour }
  fc.assert(
    fc.property(fc.integer({ min: minute, max: 400 * 24 * hour }), (millis) => {
      const [count, unit] = hoursLeft(addMillis(now, millis), now).words.split(' ')
      expect(Number(count) * (millisOfUnit[unit?.replace(/s$/, '') ?? ''] ?? 0)).toBeLessThanOrEqual(millis)
    }),
  )
})
