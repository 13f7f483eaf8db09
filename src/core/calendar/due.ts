/** When something is due. The day or moment from which a period runs is never itself counted. */
import { type BankHolidays, englishBankHolidays } from './bank-holidays.ts'
import type { CountedDays, PassedOver } from './counted-days.ts'
import { addDays, type Day, dayOfCivil, firstYear } from './day.ts'
import type { DayDuration, DayUnit, HourDuration } from './duration.ts'
import { addHubHours, defaultHubSetting, type HubCalendar, hubCalendar } from './hub-hours.ts'
import { addHours, dayOf, type Moment } from './moment.ts'
import { addMonths, addWeeks, addYears } from './months.ts'
import { type SchoolCalendar, schoolCalendar } from './school-days.ts'
import { englishWorkingDays, type WorkingCalendar, workingCalendar } from './working-days.ts'

export interface Calendars {
  /** Of the published bank holidays: reckon a stored due date again when it differs. */
  readonly version: string
  readonly working: WorkingCalendar
  /** The child's school. Without one its terms are unknown: working days are counted and the answer is provisional. */
  readonly school: SchoolCalendar
  readonly hub: HubCalendar
  /** Is this day beyond the published bank holidays? */
  restsOnProvisional(day: Day): boolean
}

export interface Due<When extends Day | Moment = Day> {
  readonly due: When
  /** The days between start and answer that were not counted, in order; none where every day counts. */
  readonly passedOver: readonly PassedOver[]
  /** The answer rests on days not yet published and may change. */
  readonly provisional: boolean
}

interface Parts {
  readonly working?: WorkingCalendar
  readonly school?: SchoolCalendar
  readonly hub?: HubCalendar
}

/** The calendars of a child or a council; what is left out is England's, an unknown school, and a hub open 9 to 5. */
export function calendarsOf(holidays: BankHolidays, parts: Parts = {}): Calendars {
  const working = parts.working ?? workingCalendar(holidays)
  return {
    version: holidays.version,
    working,
    school: parts.school ?? schoolCalendar({ terms: [], insetDays: [] }, working),
    hub: parts.hub ?? hubCalendar([defaultHubSetting(dayOfCivil(firstYear, 1, 1))], working),
    restsOnProvisional: working.restsOnProvisional,
  }
}

/** England, by the table Heartwood is delivered with. */
export const englishCalendars: Calendars = calendarsOf(englishBankHolidays, { working: englishWorkingDays })

/** The calendar that a unit is counted in; `undefined` where every day counts. */
function countedIn(unit: DayUnit, calendars: Calendars): CountedDays | undefined {
  if (unit === 'working days') return calendars.working
  return unit === 'school days' ? calendars.school : undefined
}

/**
 * The day on which a period ends. A period of days, weeks, months or years that ends at a weekend or on a holiday ends
 * there: no rule in children's law carries it to the next working day.
 */
export function dueDay(from: Day, { count, unit }: DayDuration, calendars: Calendars): Day {
  switch (unit) {
    case 'working days':
      return calendars.working.add(from, count)
    case 'school days':
      return calendars.school.add(from, count)
    case 'days':
      return addDays(from, count)
    case 'weeks':
      return addWeeks(from, count)
    case 'months':
      return addMonths(from, count)
    case 'years':
      return addYears(from, count)
  }
}

/** `dueDay` with what explains it: thirty times the work, so not for folding a record. */
export function due(from: Day, duration: DayDuration, calendars: Calendars): Due {
  const due = dueDay(from, duration, calendars)
  const counted = countedIn(duration.unit, calendars)
  if (!counted) return { due, passedOver: [], provisional: false }
  return {
    due,
    passedOver: counted.passedOver(from, duration.count),
    provisional: restsOnProvisional(from, due, duration, calendars),
  }
}

/** Does an answer of `dueDay` rest on days not yet published, so that it is to be reckoned again when they are? */
export function restsOnProvisional(from: Day, due: Day, { unit }: DayDuration, calendars: Calendars): boolean {
  const counted = countedIn(unit, calendars)
  return counted !== undefined && (counted.restsOnProvisional(from) || counted.restsOnProvisional(due))
}

/** The moment at which a period of hours ends. `runsOn`: see `addHubHours`. */
export function dueMoment(
  from: Moment,
  { count, unit }: HourDuration,
  calendars: Calendars,
  options: { readonly runsOn?: boolean } = {},
): Due<Moment> {
  if (unit === 'hours') return { due: addHours(from, count), passedOver: [], provisional: false }
  const ends = addHubHours(from, count, calendars.hub, options)
  const passedOver: PassedOver[] = []
  for (let day = dayOf(from); day < dayOf(ends); day = addDays(day, 1)) {
    const why = calendars.hub.whyClosed(day)
    if (why !== undefined) passedOver.push({ day, why })
  }
  return { due: ends, passedOver, provisional: calendars.restsOnProvisional(dayOf(ends)) }
}
