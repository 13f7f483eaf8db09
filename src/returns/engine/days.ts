/**
 * Days as the returns' engine holds them: whole numbers of days since 1970-01-01, in 32 bits.
 *
 * In a rule an empty or unreadable date is `NaN`, so every comparison with it (`<`, `<=`, `===` ...) is false and every
 * sum with it is `NaN` again. That is the convention of all the rules ("a comparison with a blank date is false"), so a
 * rule needs no test for blanks - but `!(a <= b)` is not `a > b`: always write the comparison that must hold to flag.
 */

import { civilOfNumber, daysInMonth, numberOfCivil } from '../../core/calendar/civil.ts'

/** In a day column: the cell is empty. */
export const blankDay = -2147483648
/** In a day column: the cell holds text that is no real date. */
export const unreadableDay = -2147483647

/** Days since 1970-01-01 of a date of the Gregorian calendar; the month counts from 1. */
export const dayNumber = numberOfCivil

/** The year, month (from 1) and day of the month of a day number. */
export const dayParts = civilOfNumber

/** The day number of a date if it is real and its year has four digits, else `unreadableDay`. */
export function realDay(year: number, month: number, day: number): number {
  if (!(day >= 1 && year >= 1000 && year <= 9999 && day <= daysInMonth(year, month))) return unreadableDay
  return dayNumber(year, month, day)
}

/** The same date `years` later; 29 February falls on 28 February of a year that has none. NaN stays NaN. */
export function addYears(day: number, years: number): number {
  if (Number.isNaN(day)) return day
  const { year, month, dayOfMonth } = civilOfNumber(day)
  return dayNumber(year + years, month, Math.min(dayOfMonth, daysInMonth(year + years, month)))
}

/** The day `months` later, moved back to the last of the month where that month is shorter. NaN stays NaN. */
export function addMonths(day: number, months: number): number {
  if (Number.isNaN(day)) return day
  const { year, month, dayOfMonth } = civilOfNumber(day)
  const place = year * 12 + month - 1 + months
  const toYear = Math.floor(place / 12)
  const toMonth = (place % 12) + 1
  return dayNumber(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

/** Monday is 1, Sunday 7; NaN for no date. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** The texts of the days from 1970 on that have been written: a return writes the same few thousand days again and again. */
const slashes: string[] = []
const isos: string[] = []

/** `dd/mm/yyyy`, as the SSDA903 writes dates. */
export const asSlashes = (day: number): string => {
  const known = slashes[day]
  if (known !== undefined) return known
  const { year, month, dayOfMonth } = civilOfNumber(day)
  const text = `${two(dayOfMonth)}/${two(month)}/${year}`
  if (isUsual(day)) slashes[day] = text
  return text
}

/** `yyyy-mm-dd`, as the census messages write dates. */
export const asIso = (day: number): string => {
  const known = isos[day]
  if (known !== undefined) return known
  const { year, month, dayOfMonth } = civilOfNumber(day)
  const text = `${year}-${two(month)}-${two(dayOfMonth)}`
  if (isUsual(day)) isos[day] = text
  return text
}

/** A day of the lifetimes that returns speak of: only these are kept. */
const isUsual = (day: number): boolean => day >= 0 && day < 36_525

const digit = (byte: number): number => (byte >= 48 && byte <= 57 ? byte - 48 : Number.NaN)

function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0
  for (let i = start; i < end; i++) value = value * 10 + digit(bytes[i]!)
  return end > start ? value : Number.NaN
}

/**
 * Packs the date written in the bytes from `start` up to `end`: `dd/mm/yyyy` (day and month may lack their leading nought)
 * or `yyyy-mm-dd`, either with a midnight time after it. Gives a day number, `blankDay` or `unreadableDay`.
 */
export function readDay(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end) return blankDay
  if (end - start === 10) {
    const third = bytes[start + 2]
    if (third === 47 && bytes[start + 5] === 47) {
      return realDay(
        digits(bytes, start + 6, end),
        digits(bytes, start + 3, start + 5),
        digits(bytes, start, start + 2),
      )
    }
    if (bytes[start + 4] === 45 && bytes[start + 7] === 45) {
      return realDay(
        digits(bytes, start, start + 4),
        digits(bytes, start + 5, start + 7),
        digits(bytes, start + 8, end),
      )
    }
  }
  return readOddDay(String.fromCharCode(...bytes.subarray(start, Math.min(end, start + 40))))
}

function readOddDay(text: string): number {
  const odd = /^(?:(\d{1,2})\/(\d{1,2})\/(\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  if (odd === null) return unreadableDay
  return odd[3] !== undefined
    ? realDay(Number(odd[3]), Number(odd[2]), Number(odd[1]))
    : realDay(Number(odd[4]), Number(odd[5]), Number(odd[6]))
}

const encoder = new TextEncoder()

/** As `readDay`, from a text; blanks around it are left out. */
export function readDayText(text: string): number {
  const bytes = encoder.encode(text.trim())
  return readDay(bytes, 0, bytes.length)
}
