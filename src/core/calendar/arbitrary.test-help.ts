/** Days for property tests. */
import fc from 'fast-check'
import { type Day, day, dayFromNumber, dayNumber } from './day.ts'

export const dayFrom = (first: string, last: string): fc.Arbitrary<Day> =>
  fc.integer({ min: dayNumber(day(first)), max: dayNumber(day(last)) }).map(dayFromNumber)

/** Any day of the years that people may type. */
export const anyDay: fc.Arbitrary<Day> = dayFrom('1900-01-01', '2100-12-31')
