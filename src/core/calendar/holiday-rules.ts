/**
 * The days off of any year in England, by the rules. They give the years that are not in the published table: those
 * before it (with the proclamations of the time) and those after it, which are provisional, because a proclamation can
 * still move or add a day.
 *
 * In law there are three kinds. Good Friday and Christmas Day are holidays at common law. Schedule 1 to the Banking and
 * Financial Dealings Act 1971 names Easter Monday, the last Mondays of May and August, 26 December if it is not a
 * Sunday, and 27 December when 25 or 26 December is a Sunday. The rest are proclaimed each year under section 1: New
 * Year's Day (since 1974), early May (since 1978) and the substitutes for days that fall at a weekend.
 */
import { civilOfNumber, numberOfCivil } from './civil.ts'
import { type Day, day, dayFromNumber, weekdayOfNumber } from './day.ts'

export interface Holiday {
  readonly day: Day
  readonly title: string
  /** The authority, or the list it was taken from. */
  readonly source: string
}

const commonLaw = 'common law'
const schedule = 'Banking and Financial Dealings Act 1971 schedule 1'
const proclaimed = 'proclamation under the Banking and Financial Dealings Act 1971 section 1'

/**
 * Easter Sunday as a day number: the Gregorian rule of the table annexed to the Calendar (New Style) Act 1750, worked
 * by the method printed in Nature, 20 April 1876, which has no exceptions.
 */
export function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const yearOfCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const sum = epact + toSunday - 7 * late + 114
  return numberOfCivil(year, Math.floor(sum / 31), (sum % 31) + 1)
}

const firstMonday = (year: number, month: number): number => {
  const first = numberOfCivil(year, month, 1)
  return first + ((8 - weekdayOfNumber(first)) % 7)
}

const lastMonday = (year: number, month: number): number => {
  const last = numberOfCivil(year, month, 31) // May and August both have 31 days
  return last - ((weekdayOfNumber(last) + 6) % 7)
}

const isWeekend = (number: number): boolean => weekdayOfNumber(number) % 6 === 0

/** A holiday of a fixed date, or its substitute: the next weekday that is not already one. */
function fixed(title: string, number: number, source: string, taken?: number): Holiday {
  if (!isWeekend(number)) return { day: dayFromNumber(number), title, source }
  let substitute = number
  while (isWeekend(substitute) || substitute === taken) substitute += 1
  const isTheActs = civilOfNumber(substitute).dayOfMonth === 27 && weekdayOfNumber(substitute) === 2
  return {
    day: dayFromNumber(substitute),
    title: `${title} (substitute day)`,
    source: isTheActs ? schedule : proclaimed,
  }
}

/** The two days of Christmas. The one that falls on a weekday keeps its date, and the substitute goes round it. */
function christmas(year: number): Holiday[] {
  const christmasDay = numberOfCivil(year, 12, 25)
  const boxingDay = christmasDay + 1
  if (weekdayOfNumber(christmasDay) === 0) {
    return [fixed('Boxing Day', boxingDay, schedule), fixed('Christmas Day', christmasDay, commonLaw, boxingDay)]
  }
  const first = fixed('Christmas Day', christmasDay, commonLaw)
  const taken = weekdayOfNumber(christmasDay) === 6 ? christmasDay + 2 : christmasDay
  return [first, fixed('Boxing Day', boxingDay, schedule, taken)]
}

/** The days of a year by the rules alone, in order, each from the year its rule began. */
export function holidaysByRule(year: number): readonly Holiday[] {
  const easter = easterSunday(year)
  const always = [{ day: dayFromNumber(easter - 2), title: 'Good Friday', source: commonLaw }, ...christmas(year)]
  const since1971 = [
    { day: dayFromNumber(easter + 1), title: 'Easter Monday', source: schedule },
    { day: dayFromNumber(lastMonday(year, 5)), title: 'Spring bank holiday', source: schedule },
    { day: dayFromNumber(lastMonday(year, 8)), title: 'Summer bank holiday', source: schedule },
  ]
  const since1974 = [fixed('New Year’s Day', numberOfCivil(year, 1, 1), proclaimed)]
  const since1978 = [{ day: dayFromNumber(firstMonday(year, 5)), title: 'Early May bank holiday', source: proclaimed }]
  return [
    ...always,
    ...(year >= 1971 ? since1971 : []),
    ...(year >= 1974 ? since1974 : []),
    ...(year >= 1978 ? since1978 : []),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** What was proclaimed before the published table begins: a day added, or moved from where the rule puts it. */
const proclamations: readonly { readonly day: Day; readonly title: string; readonly insteadOf?: Day }[] = [
  { day: day('1981-07-29'), title: 'Royal wedding' },
  { day: day('1995-05-08'), title: 'Early May bank holiday (VE day)', insteadOf: day('1995-05-01') },
  { day: day('1999-12-31'), title: 'Millennium Eve' },
  { day: day('2002-06-03'), title: 'Golden Jubilee bank holiday' },
  { day: day('2002-06-04'), title: 'Spring bank holiday', insteadOf: day('2002-05-27') },
  { day: day('2011-04-29'), title: 'Royal wedding' },
  { day: day('2012-06-04'), title: 'Spring bank holiday', insteadOf: day('2012-05-28') },
  { day: day('2012-06-05'), title: 'Diamond Jubilee bank holiday' },
]

/** The days of a year by the rules and the proclamations known for it, in order. */
export function computedHolidays(year: number): readonly Holiday[] {
  const ofYear = proclamations.filter((one) => one.day.startsWith(String(year)))
  const moved = new Set(ofYear.map((one) => one.insteadOf))
  return [
    ...holidaysByRule(year).filter((one) => !moved.has(one.day)),
    ...ofYear.map((one) => ({ day: one.day, title: one.title, source: proclaimed })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1))
}
