/** Working days. `docs/calendar.md` says what each instrument means by one. */
import { type BankHolidays, englishBankHolidays } from './bank-holidays.ts'
import { numberOfCivil } from './civil.ts'
import { type CountedDays, countedDays, tallyOf } from './counted-days.ts'
import { type Day, dayNumber, firstYear, lastYear, weekdayNames, weekdayOfNumber } from './day.ts'
import { generalWorkingDay, leavesOut, type WorkingDayDefinition } from './working-day-definitions.ts'

export interface WorkingCalendar extends CountedDays {
  isWorkingDay(day: Day): boolean
}

interface Options {
  /** Further days that do not count, for example a council's own closure where a rule allows it. */
  readonly excludes?: readonly Day[]
  readonly definition?: WorkingDayDefinition
}

/** Days are typed up to `lastYear`; what is reckoned from the last of them still needs room. */
const firstNumber = numberOfCivil(firstYear, 1, 1)
const roomAfter = 10
const lastNumber = numberOfCivil(lastYear + roomAfter, 12, 31)

/** Working days of 1900 to 2110; counting beyond that throws `RangeError`. Costs a few milliseconds and 1 MB: make it once. */
export function workingCalendar(holidays: BankHolidays, options: Options = {}): WorkingCalendar {
  const { excludes = [], definition = generalWorkingDay } = options
  const daysOff = new Map<number, string>(excludes.map((day) => [dayNumber(day), 'Not counted for this purpose']))
  for (let year = firstYear; year <= lastYear + roomAfter; year += 1) {
    for (const holiday of holidays.inYear(year)) {
      if (!leavesOut(definition, holiday)) continue
      daysOff.set(dayNumber(holiday.day), holiday.title + (holiday.status === 'provisional' ? ' (provisional)' : ''))
    }
  }
  const whyNot = (number: number): string | undefined => {
    const weekday = weekdayOfNumber(number)
    return weekday === 0 || weekday === 6 ? weekdayNames[weekday] : daysOff.get(number)
  }
  const days = countedDays({
    tally: tallyOf(firstNumber, lastNumber, (number) => whyNot(number) === undefined),
    whyNot: (day) => whyNot(dayNumber(day)),
    restsOnProvisional: holidays.isProvisional,
  })
  return { ...days, isWorkingDay: days.counts }
}

/** Working days in England as children's law generally means them, by the table Heartwood is delivered with. */
export const englishWorkingDays: WorkingCalendar = workingCalendar(englishBankHolidays)
