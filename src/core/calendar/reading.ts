/** From what people type to a `Day`. Every error is a value that says how to mend it. */
import { done, type Outcome, problem } from '../outcomes.ts'
import { daysInMonth } from './civil.ts'
import { type Day, dayOfCivil, firstYear, lastYear, monthNames } from './day.ts'
import { type Moment, momentAt } from './moment.ts'

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const british = /^(\d{1,2})[/.\-\s]\s*(\d{1,2})[/.\-\s]\s*(\d{4})$/
const worded = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\s+(\d{4})$/i

/** What is repeated back to the person, so that a pasted page does not fill the message. */
const echo = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

const notReal = (given: string) => problem('day.not-real', { given: given === '' ? 'An empty answer' : echo(given) })

/** 6, 06, Jun or June. 0 when it is no month. */
function monthOfText(text: string): number {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const lower = text.toLowerCase()
  if (lower.length < 3) return 0
  return (
    1 +
    monthNames.findIndex((name) => name.toLowerCase().startsWith(lower) || (lower === 'sept' && name === 'September'))
  )
}

function realDay(given: string, year: number, month: number, dayOfMonth: number): Outcome<Day> {
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return notReal(given)
  if (year < firstYear || year > lastYear) {
    return problem('day.out-of-range', { given: echo(given), from: firstYear, to: lastYear })
  }
  return done(dayOfCivil(year, month, dayOfMonth))
}

/**
 * Reads `2022-06-15`, `15/6/2022` (day first, always) and `15 June 2022`.
 * Problems: `day.not-real` (30 February, two-digit years, other text), `day.out-of-range`.
 */
export function parseDay(text: string): Outcome<Day> {
  const given = text.trim()
  const found = iso.exec(given)
  if (found) return realDay(given, Number(found[1]), Number(found[2]), Number(found[3]))
  const dayFirst = british.exec(given) ?? worded.exec(given)
  if (!dayFirst) return notReal(given)
  return realDay(given, Number(dayFirst[3]), monthOfText(dayFirst[2] ?? ''), Number(dayFirst[1]))
}

const inList = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/**
 * Reads the three boxes of a date input. The month may be a number or a name. `label` is the question as a message
 * names it ("Date held"). Problems: `day.incomplete` naming the missing parts, `day.not-real`, `day.out-of-range`.
 */
export function dayFromParts(dayText: string, monthText: string, yearText: string, label: string): Outcome<Day> {
  const parts = { day: dayText.trim(), month: monthText.trim(), year: yearText.trim() }
  const missing = Object.entries(parts).flatMap(([name, text]) => (text === '' ? [name] : []))
  if (missing.length > 0) return problem('day.incomplete', { label, missing: inList(missing) })
  const given = `${parts.day} ${parts.month} ${parts.year}`
  if (!/^\d{1,2}$/.test(parts.day) || !/^\d{4}$/.test(parts.year)) return notReal(given)
  return realDay(given, Number(parts.year), monthOfText(parts.month), Number(parts.day))
}

const withTime = /^(.*\d)(?:[T\s,]+(?:at\s+)?)(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?$/i

/** Hour of the day, 0 to 23, from what was written on a clock of 12 or 24 hours; -1 when there is no such hour. */
function hourOf(written: number, half: string | undefined): number {
  if (half === undefined) return written <= 23 ? written : -1
  if (written < 1 || written > 12) return -1
  return (written % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

/**
 * Reads a day and a time of day in London: `2022-05-23 16:30`, `2022-05-23T16:30`, `23 May 2022 at 4:30pm`.
 * Problems: those of `parseDay`, and `moment.not-understood` when there is no time or none that clocks show.
 */
export function parseMoment(text: string): Outcome<Moment> {
  const given = text.trim()
  const found = withTime.exec(given)
  const notUnderstood = problem('moment.not-understood', { given: echo(given) })
  if (!found || (found[3] === undefined && found[4] === undefined)) return notUnderstood
  const day = parseDay(found[1] ?? '')
  if (!day.ok) return day
  const [hour, minute] = [hourOf(Number(found[2]), found[4]), Number(found[3] ?? 0)]
  return hour < 0 || minute > 59 ? notUnderstood : done(momentAt(day.value, hour, minute))
}
