/** Lengths of time as the law writes them: a number and a unit. */
import { done, type Outcome, problem } from '../outcomes.ts'

export type DayUnit = 'working days' | 'school days' | 'days' | 'weeks' | 'months' | 'years'
export type HourUnit = 'hours' | 'hub hours'
export type Unit = DayUnit | HourUnit

/** A negative count runs backwards: `weeks(-6)` is six weeks before. */
interface Length<U extends Unit> {
  readonly count: number
  readonly unit: U
}

export type DayDuration = Length<DayUnit>
export type HourDuration = Length<HourUnit>
export type Duration = DayDuration | HourDuration

const of =
  <U extends Unit>(unit: U) =>
  (count: number): Length<U> => ({ count, unit })

export const workingDays = of('working days')
/** Days of the school that the child is on roll of. */
export const schoolDays = of('school days')
/** Calendar days. */
export const days = of('days')
export const weeks = of('weeks')
export const months = of('months')
export const years = of('years')
/** Hours of the clock on the wall, day and night. */
export const hours = of('hours')
/** Opening hours of the front door. */
export const hubHours = of('hub hours')

export const isHours = (duration: Duration): duration is HourDuration =>
  duration.unit === 'hours' || duration.unit === 'hub hours'

export const isDays = (duration: Duration): duration is DayDuration => !isHours(duration)

const units: readonly Unit[] = ['working days', 'school days', 'days', 'weeks', 'months', 'years', 'hours', 'hub hours']

const singular = (unit: Unit): string => unit.slice(0, -1)

/** `15 working days`, `1 month`, `6 weeks before`. */
export function durationInWords({ count, unit }: Duration): string {
  const size = Math.abs(count)
  return `${size} ${size === 1 ? singular(unit) : unit}${count < 0 ? ' before' : ''}`
}

/**
 * Reads a whole number from 0 to 9,999 and a unit in singular or plural: `15 working days`, `1 school day`,
 * `10 calendar days`, `6 weeks before` (hub hours only run forwards). Problem: `duration.not-understood`.
 */
export function parseDuration(text: string): Outcome<Duration> {
  const given = text.trim().replace(/\s+/g, ' ')
  const notUnderstood = problem('duration.not-understood', {
    given: given.length > 40 ? `${given.slice(0, 39)}…` : given,
  })
  const found = /^(\d{1,4}) ?(?:calendar (?=days?\b))?([a-z]+(?: [a-z]+)??)( before)?$/i.exec(given)
  if (!found) return notUnderstood
  const name = (found[2] ?? '').toLowerCase()
  const unit = units.find((one) => one === name || singular(one) === name)
  const size = Number(found[1])
  const before = found[3] !== undefined
  if (!unit || (before && unit === 'hub hours')) return notUnderstood
  const count = before && size > 0 ? -size : size
  return done(unit === 'hours' || unit === 'hub hours' ? { count, unit } : { count, unit })
}
