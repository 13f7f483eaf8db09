/** "When is 15 working days after 23 May 2022, and why?" - the answer behind `heartwood due` and the page that asks it. */
import { done, type Outcome, problem } from '../outcomes.ts'
import type { PassedOver } from './counted-days.ts'
import { type Day, dayNumber, dayOfCivil, firstYear, inWords, lastYear } from './day.ts'
import { type Calendars, due, dueMoment, englishCalendars } from './due.ts'
import { type Duration, durationInWords, type HourDuration, isDays, parseDuration, type Unit } from './duration.ts'
import { dayOf, inWordsMoment, type Moment } from './moment.ts'
import { parseDay, parseMoment } from './reading.ts'

export interface DueExplained {
  readonly due: Day
  /** With hours and hub hours. */
  readonly at?: Moment
  /** `Wednesday 15 June 2022`, with the time where there is one. */
  readonly dueInWords: string
  /** `15 working days after Monday 23 May 2022, which is not counted` */
  readonly reckoning: string
  readonly passedOver: readonly PassedOver[]
  /** Why the answer may change, a sentence; absent when it rests on published days alone. */
  readonly caution?: string
}

/** At most how many days one of each unit takes; the front door of England's calendar is open eight hours. */
const daysAtMost: Readonly<Record<Unit, number>> = {
  'working days': 1.5,
  'school days': 1.5,
  days: 1,
  weeks: 7,
  months: 31,
  years: 366,
  hours: 1 / 24,
  'hub hours': 1.5 / 8,
}
/** Over a short count, weekends and Christmas weigh more than on average. */
const daysBesides = 14

/** Would the answer lie in the years this calendar knows? On the safe side by a few weeks. */
function staysInside(from: Day, { count, unit }: Duration): boolean {
  const reach = dayNumber(from) + count * daysAtMost[unit] + Math.sign(count) * daysBesides
  return reach >= dayNumber(dayOfCivil(firstYear, 1, 1)) && reach <= dayNumber(dayOfCivil(lastYear + 1, 1, 31))
}

const tooLong = (duration: Duration) =>
  problem('duration.too-long', { given: durationInWords(duration), from: firstYear, to: lastYear })

const reckoningOf = (duration: Duration, from: string): string =>
  duration.count < 0
    ? `${durationInWords(duration)} ${from}`
    : `${durationInWords(duration)} after ${from}, which is not counted`

function explainHours(fromText: string, duration: HourDuration, calendars: Calendars): Outcome<DueExplained> {
  const from = parseMoment(fromText)
  if (!from.ok) return from
  if (!staysInside(dayOf(from.value), duration)) return tooLong(duration)
  const answer = dueMoment(from.value, duration, calendars)
  return done({
    due: dayOf(answer.due),
    at: answer.due,
    dueInWords: inWordsMoment(answer.due),
    reckoning: `${durationInWords(duration)}${duration.count < 0 ? '' : ' after'} ${inWordsMoment(from.value)}`,
    passedOver: answer.passedOver,
    ...(answer.provisional && { caution: notYetPublished(answer.due.slice(0, 4)) }),
  })
}

const notYetPublished = (year: string): string =>
  `The bank holidays of ${year} are not published yet. They were worked out from the rules, so this day may change.`

const unknownTerms =
  'The terms of the school are not known for these days, so every working day was counted. The true day may be later.'

/**
 * Reads a day (for hours: a day and a time) and a length of time, and explains when it is due.
 * Problems: those of `parseDay`, `parseMoment` and `parseDuration`, and `duration.too-long`.
 */
export function explainDue(
  fromText: string,
  durationText: string,
  calendars: Calendars = englishCalendars,
): Outcome<DueExplained> {
  const duration = parseDuration(durationText)
  if (!duration.ok) return duration
  const length = duration.value
  if (!isDays(length)) return explainHours(fromText, length, calendars)
  const from = parseDay(fromText)
  if (!from.ok) return from
  if (!staysInside(from.value, length)) return tooLong(length)
  const answer = due(from.value, length, calendars)
  return done({
    due: answer.due,
    dueInWords: inWords(answer.due),
    reckoning: reckoningOf(length, inWords(from.value)),
    passedOver: answer.passedOver,
    ...(answer.provisional && {
      caution: length.unit === 'school days' ? unknownTerms : notYetPublished(answer.due.slice(0, 4)),
    }),
  })
}
