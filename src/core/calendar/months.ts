/**
 * Weeks, months and years.
 *
 * **The end-of-month rule.** A period of months ends on the day of the same number in the month it reaches; where that
 * month has no such day, on its last day. 31 August and six months is 28 February (29 in a leap year). It is the
 * corresponding date rule of Dodds v Walker [1981] 1 WLR 1027 (House of Lords): a period of months is reckoned by the
 * calendar and the lengths of the months it crosses are of no account, so 28 February and one month is 28 March, not
 * 31 March. Because the last day of a short month may be reached from several days, months added one at a time drift
 * (31 January, 28 February, 28 March): what recurs is reckoned each time from where it began.
 */
import { daysInMonth } from './civil.ts'
import { addDays, type Day, dayOfCivil, dayOfMonthOf, monthNumberOf, yearOf } from './day.ts'

export const addWeeks = (from: Day, count: number): Day => addDays(from, count * 7)

export function addMonths(from: Day, count: number): Day {
  const months = yearOf(from) * 12 + monthNumberOf(from) - 1 + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return dayOfCivil(year, month, Math.min(dayOfMonthOf(from), daysInMonth(year, month)))
}

/** 29 February and one year is 28 February: the same rule. (A birthday has a rule of its own: see `age.ts`.) */
export const addYears = (from: Day, count: number): Day => addMonths(from, count * 12)

/** Whole months from one day to another: the most that `addMonths` can add without passing `to`. Negative backwards. */
export function monthsBetween(from: Day, to: Day): number {
  if (to < from) return -monthsBetween(to, from)
  const months = (yearOf(to) - yearOf(from)) * 12 + monthNumberOf(to) - monthNumberOf(from)
  return addMonths(from, months) > to ? months - 1 : months
}
