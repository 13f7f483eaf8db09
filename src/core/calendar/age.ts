/**
 * Ages and birthdays. A person attains an age at the first moment of the anniversary of the day of birth (Family Law
 * Reform Act 1969 s9, in force 1 January 1970), so on that whole day. Someone born on 29 February has no anniversary
 * in February of a common year, and attains the age on 1 March, when a full year has passed.
 */
import { daysInMonth } from './civil.ts'
import { type Day, dayOfCivil, dayOfMonthOf, daysBetween, inFull, monthNumberOf, yearOf } from './day.ts'
import { monthsBetween } from './months.ts'

/** A child who is born, or who is expected. */
export type Birth = { readonly born: Day } | { readonly expected: Day }

/** The day on which the person attains the age of `years`. */
export function birthday(born: Day, years: number): Day {
  const year = yearOf(born) + years
  const month = monthNumberOf(born)
  const dayOfMonth = dayOfMonthOf(born)
  return dayOfMonth > daysInMonth(year, month) ? dayOfCivil(year, 3, 1) : dayOfCivil(year, month, dayOfMonth)
}

/** Age in whole years on a day. Negative before birth. */
export function ageOn(born: Day, on: Day): number {
  const years = yearOf(on) - yearOf(born)
  return on < birthday(born, years) ? years - 1 : years
}

const some = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/**
 * As a worker says it: days in the first week, weeks under two months, months under two years, then years; an expected
 * child is `Unborn, due 3 May 2027` (also when that day has passed and no birth is recorded).
 */
export function ageInWords(birth: Birth, on: Day): string {
  if ('expected' in birth) return `Unborn, due ${inFull(birth.expected)}`
  const days = daysBetween(birth.born, on)
  if (days < 0) return `Not yet born on ${inFull(on)}`
  if (days < 7) return some(days, 'day')
  const months = monthsBetween(birth.born, on)
  if (months < 2) return some(Math.floor(days / 7), 'week')
  return ageOn(birth.born, on) < 2 ? some(months, 'month') : some(ageOn(birth.born, on), 'year')
}
