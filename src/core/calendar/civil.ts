/**
 * Days counted as whole numbers in the proleptic Gregorian calendar, where 0 is 1 January 1970. Integer arithmetic
 * only, because every clock, age and period of the record comes through here. The year is taken to begin on 1 March,
 * so that the leap day is the last of its year and the lengths of the months before it follow one straight line
 * (153 days in every five months).
 */

export interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly dayOfMonth: number
}

const daysInEra = 146_097 // the Gregorian calendar repeats itself every 400 years
const daysFromYearZeroTo1970 = 719_468 // from 1 March of the year 0

export function numberOfCivil(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysInEra + dayOfEra - daysFromYearZeroTo1970
}

export function civilOfNumber(number: number): CivilDate {
  const days = number + daysFromYearZeroTo1970
  const era = Math.floor(days / daysInEra)
  const dayOfEra = days - era * daysInEra
  const leapDaysBefore =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (daysInEra - 1))
  const yearOfEra = Math.floor((dayOfEra - leapDaysBefore) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** How many days the month has; 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0)
