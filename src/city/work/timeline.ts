/**
 * The days and times in which the stories of ten years are told: days as numbers, and times of day as seconds since
 * 1970 by London's clocks. They become days and moments of the record only when an act is written down.
 */
import {
  type Day,
  dayFromNumber,
  dayNumber,
  englishWorkingDays,
  type Moment,
  momentAt,
  momentFromMillis,
} from '../../core/calendar/index.ts'
import type { Random } from '../random.ts'

/** Seconds since 1 January 1970, as London's clocks count them. */
export type Seconds = number

export const secondsInDay = 86_400
export const hour = 3_600
export const minute = 60

/** The time of the morning at which the city stands: work of the day has begun, and most of it is still to do. */
export const standsAt = { hour: 9, minute: 15 } as const

const daysBefore = 11 * 366
const daysAfter = 500
/** The clocks change on these days: their hours are left to the calendar. */
const changes = 2

export class Timeline {
  /** The day of the city. */
  readonly today: number
  /** Nothing is recorded after this. */
  readonly end: Seconds
  /** The first day of the ten years. */
  readonly start: number

  readonly #first: number
  readonly #days: Day[] = []
  readonly #working: number[] = []
  /** For each day, how many working days came before it since the first. */
  readonly #workingBefore: Int32Array
  /** Hours ahead of universal time on each day, or `changes`. */
  readonly #ahead: Uint8Array

  constructor(asAt: Day, years: number) {
    this.today = dayNumber(asAt)
    this.end = this.today * secondsInDay + standsAt.hour * hour + standsAt.minute * minute
    this.start = this.today - Math.round(years * 365.25)
    this.#first = this.today - daysBefore
    const count = daysBefore + daysAfter
    this.#workingBefore = new Int32Array(count)
    this.#ahead = new Uint8Array(count)
    for (let at = 0; at < count; at++) {
      const day = dayFromNumber(this.#first + at)
      this.#days.push(day)
      this.#workingBefore[at] = this.#working.length
      if (englishWorkingDays.isWorkingDay(day)) this.#working.push(this.#first + at)
      const [early, late] = [momentAt(day, 0, 0), momentAt(day, 23, 0)].map((moment) => moment.slice(11, 13))
      this.#ahead[at] = early === '00' && late === '23' ? 0 : early === '23' && late === '22' ? 1 : changes
    }
  }

  day(number: number): Day {
    return this.#days[number - this.#first] ?? dayFromNumber(number)
  }

  moment(at: Seconds): Moment {
    const number = Math.floor(at / secondsInDay)
    const rest = Math.floor(at - number * secondsInDay)
    const ahead = this.#ahead[number - this.#first] ?? 0
    const day = this.day(number)
    if (ahead === changes) return momentAt(day, Math.floor(rest / hour), Math.floor(rest / minute) % 60)
    return momentFromMillis((number * secondsInDay + rest - ahead * hour) * 1000)
  }

  isWorking(day: number): boolean {
    const at = day - this.#first
    return (this.#workingBefore[at + 1] ?? 0) > (this.#workingBefore[at] ?? 0)
  }

  /** The day itself where it is a working day, or the next. */
  working(day: number): number {
    return this.#working[this.#workingBefore[day - this.#first] ?? 0] ?? day
  }

  /** The day so many working days after `day`, which is not itself counted. Negative counts go back. */
  addWorking(day: number, count: number): number {
    const before = this.#workingBefore[day - this.#first] ?? 0
    const isOne = this.isWorking(day)
    const at = count > 0 ? before + count - (isOne ? 0 : 1) : before + count
    return this.#working[at] ?? day + Math.round(count * 1.4)
  }

  /** Some time in the working hours of a day; `late` draws from the afternoon. */
  office(random: Random, day: number): Seconds {
    return day * secondsInDay + Math.floor((8.75 + random.unit() * 8.4) * hour)
  }
}

export const dayOfSeconds = (at: Seconds): number => Math.floor(at / secondsInDay)
