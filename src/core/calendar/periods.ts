/** The periods that measures are counted over. Every period includes both its days. */
import { daysInMonth } from './civil.ts'
import { addDays, type Day, dayOfCivil, monthNames, monthNumberOf, yearOf } from './day.ts'
import { addMonths } from './months.ts'

export interface Period {
  readonly from: Day
  readonly to: Day
  /** `2022-23`, `June 2022`, `July 2021 to June 2022`. */
  readonly title: string
}

export const within = (period: Period, day: Day): boolean => day >= period.from && day <= period.to

/** The calendar month a day is in. */
export function monthOf(day: Day): Period {
  const year = yearOf(day)
  const month = monthNumberOf(day)
  return {
    from: dayOfCivil(year, month, 1),
    to: dayOfCivil(year, month, daysInMonth(year, month)),
    title: `${monthNames[month - 1]} ${year}`,
  }
}

/** The financial year a day is in: 1 April to 31 March. It is also the year of the children-in-need census and SSDA903. */
export function financialYearOf(day: Day): Period {
  const starts = monthNumberOf(day) >= 4 ? yearOf(day) : yearOf(day) - 1
  return {
    from: dayOfCivil(starts, 4, 1),
    to: dayOfCivil(starts + 1, 3, 31),
    title: `${starts}-${String((starts + 1) % 100).padStart(2, '0')}`,
  }
}

/** 1 April to the day itself. */
export function yearToDate(day: Day): Period {
  const { from, title } = financialYearOf(day)
  return { from, to: day, title: `${title} to date` }
}

/**
 * Twelve whole months, ending with the last month that is complete on `day`: its own month on the month's last day,
 * otherwise the month before. A part of a month is never set beside whole ones.
 */
export function rolling12(day: Day): Period {
  const own = monthOf(day)
  const last = own.to === day ? own : monthOf(addDays(own.from, -1))
  const first = monthOf(addMonths(last.from, -11))
  return { from: first.from, to: last.to, title: `${first.title} to ${last.title}` }
}

/** Every calendar month that a period touches, in order. */
export function monthsOf(period: Pick<Period, 'from' | 'to'>): Period[] {
  const months: Period[] = []
  for (let month = monthOf(period.from); month.from <= period.to; month = monthOf(addDays(month.to, 1)))
    months.push(month)
  return months
}
