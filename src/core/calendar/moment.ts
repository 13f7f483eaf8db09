/**
 * A moment: an instant held as ISO text in UTC with milliseconds (`2022-06-15T08:30:00.000Z`), so that it sorts as
 * text. People read and write moments in the time of London, which this file computes: one hour ahead of UTC from
 * 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (Summer Time Act 1972 s1 as
 * substituted by the Summer Time Order 2002, SI 2002/262, in force 11 March 2002). The same days held by yearly orders
 * from 1996; before 1996 the autumn change may be up to a week out.
 */
import { numberOfCivil } from './civil.ts'
import { addDays, type Day, dayFromNumber, dayNumber, inWords, isDay, weekdayOfNumber } from './day.ts'

declare const momentBrand: unique symbol
export type Moment = string & { readonly [momentBrand]: true }

const millisInMinute = 60_000
const millisInHour = 3_600_000
const millisInDay = 86_400_000

export const isMoment = (text: string): text is Moment =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/.test(text) && isDay(text.slice(0, 10))

/** A moment written in code or read from our own database. Any other text is a defect: throws `RangeError`. */
export function moment(text: string): Moment {
  if (!isMoment(text)) throw new RangeError(`${JSON.stringify(text)} is not a moment`)
  return text
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** Milliseconds since 1970-01-01T00:00Z. */
export function millisOf(of: Moment): number {
  const at = (index: number) => of.charCodeAt(index) - 48
  const minutes = (at(11) * 10 + at(12)) * 60 + at(14) * 10 + at(15)
  const millis = (at(17) * 10 + at(18)) * 1000 + at(20) * 100 + at(21) * 10 + at(22)
  return dayNumber(utcDayOf(of)) * millisInDay + minutes * millisInMinute + millis
}

const utcDayOf = (of: Moment): Day => of.slice(0, 10) as Day // a moment begins with its day in UTC

export function momentFromMillis(millis: number): Moment {
  const days = Math.floor(millis / millisInDay)
  const rest = Math.floor(millis - days * millisInDay)
  const seconds = Math.floor(rest / 1000)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return moment(`${dayFromNumber(days)}T${clock}.${String(rest % 1000).padStart(3, '0')}Z`)
}

export const addMillis = (to: Moment, millis: number): Moment => momentFromMillis(millisOf(to) + millis)
export const addHours = (to: Moment, hours: number): Moment => addMillis(to, hours * millisInHour)

const changes = new Map<number, readonly [number, number]>()

/** When summer time begins and ends in a year, in milliseconds. */
function summerTimeOf(year: number): readonly [number, number] {
  const known = changes.get(year)
  if (known) return known
  const lastSunday = (month: number): number => {
    const last = numberOfCivil(year, month, 31)
    return last - weekdayOfNumber(last)
  }
  const times = [lastSunday(3) * millisInDay + millisInHour, lastSunday(10) * millisInDay + millisInHour] as const
  changes.set(year, times)
  return times
}

const yearOfMillis = (millis: number): number => Number(dayFromNumber(Math.floor(millis / millisInDay)).slice(0, 4))

/** How far London is ahead of UTC: an hour of milliseconds, or none. */
function aheadOfUtc(millis: number): number {
  const [begins, ends] = summerTimeOf(yearOfMillis(millis))
  return millis >= begins && millis < ends ? millisInHour : 0
}

/** Milliseconds that London's clocks show, as though they were UTC. */
const londonMillis = (of: Moment): number => {
  const millis = millisOf(of)
  return millis + aheadOfUtc(millis)
}

/** The day it is in London. Only the last hour of a day in UTC can differ from the text, so most moments cost a slice. */
export const dayOf = (of: Moment): Day =>
  of.slice(11, 13) === '23' ? dayFromNumber(Math.floor(londonMillis(of) / millisInDay)) : utcDayOf(of)

/** Minutes since midnight by London's clocks: 0 to 1439. */
export const minuteOfDay = (of: Moment): number => {
  const millis = londonMillis(of)
  return Math.floor((millis - Math.floor(millis / millisInDay) * millisInDay) / millisInMinute)
}

/**
 * The moment when London's clocks show this time. In the hour that spring leaves out, clocks are read as not yet put
 * forward (01:30 is 02:30 summer time); in the hour that autumn repeats, it is the first of the two.
 * Hour 24 is the midnight that ends the day.
 */
export function momentAt(day: Day, hour: number, minute: number): Moment {
  const shown = dayNumber(day) * millisInDay + hour * millisInHour + minute * millisInMinute
  const asSummer = shown - millisInHour
  return momentFromMillis(aheadOfUtc(asSummer) > 0 ? asSummer : shown)
}

/** The first moment of a day in London. */
export const startOfDay = (day: Day): Moment => momentAt(day, 0, 0)

/** The last millisecond of a day in London. */
export const endOfDay = (day: Day): Moment => addMillis(startOfDay(addDays(day, 1)), -1)

/** `8:30am`, `12 noon`, `12 midnight`, as the GOV.UK style has it. */
export function clockInWords(minutes: number): string {
  if (minutes === 0) return '12 midnight'
  if (minutes === 720) return '12 noon'
  const hour = Math.floor(minutes / 60) % 12 || 12
  return `${hour}${minutes % 60 === 0 ? '' : `:${two(minutes % 60)}`}${minutes < 720 ? 'am' : 'pm'}`
}

/** `Wednesday 15 June 2022 at 9:30am`, in London. */
export const inWordsMoment = (of: Moment): string => `${inWords(dayOf(of))} at ${clockInWords(minuteOfDay(of))}`
