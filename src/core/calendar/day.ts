/**
 * A day: a date without a time, held as the text `YYYY-MM-DD`, so that it sorts as text, travels as JSON and reads in
 * a database as it stands. What people type becomes a `Day` once, at the edge (`parseDay`, `dayFromParts`), for the
 * years 1900 to 2100. Reckoning from one may run further, to the year 9999.
 */
import { civilOfNumber, daysInMonth, numberOfCivil } from './civil.ts'

declare const dayBrand: unique symbol
export type Day = string & { readonly [dayBrand]: true }

export const firstYear = 1900
export const lastYear = 2100

/** 0 is Sunday, as in every table of this calendar. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const digits = (text: string, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

export const yearOf = (day: Day): number => digits(day, 0, 4)
/** 1 to 12. */
export const monthNumberOf = (day: Day): number => digits(day, 5, 7)
export const dayOfMonthOf = (day: Day): number => digits(day, 8, 10)

/** Is this text a real day of the years 1 to 9999, written `YYYY-MM-DD`? */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const dayOfMonth = digits(text, 8, 10)
  return digits(text, 0, 4) > 0 && dayOfMonth > 0 && dayOfMonth <= daysInMonth(digits(text, 0, 4), digits(text, 5, 7))
}

/** A day written in code: `day('2022-06-15')`. A wrong one is a defect of the code, so it throws `RangeError`. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`${JSON.stringify(text)} is not a day`)
  return text
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** The day of these numbers. Throws `RangeError` when there is none: check what a person typed with `parseDay`. */
export function dayOfCivil(year: number, month: number, dayOfMonth: number): Day {
  if (!(year >= 1 && year <= 9999 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) {
    throw new RangeError(`There is no day ${dayOfMonth} of month ${month} of ${year}`)
  }
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}` as Day // checked just above
}

/** Days since 1 January 1970 (negative before it). */
export const dayNumber = (of: Day): number => numberOfCivil(yearOf(of), monthNumberOf(of), dayOfMonthOf(of))

export function dayFromNumber(number: number): Day {
  const { year, month, dayOfMonth } = civilOfNumber(number)
  return dayOfCivil(year, month, dayOfMonth)
}

export const addDays = (from: Day, count: number): Day => (count === 0 ? from : dayFromNumber(dayNumber(from) + count))

/** Days from one to the other: 1 from a day to the next, negative backwards. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/** The weekday of a day number: 1 January 1970 was a Thursday. */
export const weekdayOfNumber = (number: number): Weekday => ((((number + 4) % 7) + 7) % 7) as Weekday

export const weekday = (of: Day): Weekday => weekdayOfNumber(dayNumber(of))

/** Negative, 0 or positive, as `sort` wants it. */
export const compare = (a: Day, b: Day): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

/** The first of several days. */
export const min = (...days: readonly [Day, ...Day[]]): Day => days.reduce((a, b) => (compare(b, a) < 0 ? b : a))
/** The last of several days. */
export const max = (...days: readonly [Day, ...Day[]]): Day => days.reduce((a, b) => (compare(b, a) > 0 ? b : a))

/** `Wednesday 15 June 2022` */
export const inWords = (of: Day): string => `${weekdayNames[weekday(of)]} ${inFull(of)}`

/** `15 June 2022` */
export const inFull = (of: Day): string => `${dayOfMonthOf(of)} ${monthNames[monthNumberOf(of) - 1]} ${yearOf(of)}`

/** `15 Jun 2022` */
export const inShort = (of: Day): string =>
  `${dayOfMonthOf(of)} ${monthNames[monthNumberOf(of) - 1]?.slice(0, 3)} ${yearOf(of)}`
