/** Working days in England as day numbers: Monday to Friday without bank holidays, from the calendar's published table. */
import { englishBankHolidays } from '../../core/calendar/bank-holidays.ts'
import { civilOfNumber } from '../../core/calendar/civil.ts'
import { readDayText, weekday } from './days.ts'

const holidays = new Map<number, ReadonlySet<number>>()

function holidaysOf(year: number): ReadonlySet<number> {
  let days = holidays.get(year)
  if (days === undefined) {
    days = new Set(englishBankHolidays.inYear(year).map((holiday) => readDayText(holiday.day)))
    holidays.set(year, days)
  }
  return days
}

export const isWorkingDay = (day: number): boolean => weekday(day) < 6 && !holidaysOf(civilOfNumber(day).year).has(day)

function step(day: number, count: number, direction: 1 | -1): number {
  if (Number.isNaN(day)) return day
  let at = day
  for (let left = count; left > 0; ) {
    at += direction
    if (isWorkingDay(at)) left--
  }
  return at
}

/** The `count`-th working day strictly before `day`; NaN stays NaN. */
export const workingDaysBefore = (day: number, count: number): number => step(day, count, -1)
/** The `count`-th working day strictly after `day`; NaN stays NaN. */
export const workingDaysAfter = (day: number, count: number): number => step(day, count, 1)
