/**
 * Counting days of one kind - working days, school days - and only those. The rule is the same for every kind: the day
 * from which a period runs is not counted, so n days after D is the n-th counted day that follows D.
 */
import { type Day, dayFromNumber, dayNumber } from './day.ts'

export interface PassedOver {
  readonly day: Day
  /** `Saturday`, `Good Friday`, `Half term`. */
  readonly why: string
}

export interface CountedDays {
  /** Is this one of the days that count? */
  counts(day: Day): boolean
  /** Why a day does not count; `undefined` when it does. */
  whyNot(day: Day): string | undefined
  /** The n-th counted day after `from`; with negative n the n-th before it; with 0 the day itself, counted or not. */
  add(from: Day, n: number): Day
  /** How many counted days come after `from`, up to and including `to`. Negative when `to` is the earlier. */
  between(from: Day, to: Day): number
  /** The days between `from` and the answer of `add(from, n)` that were not counted, in order. */
  passedOver(from: Day, n: number): readonly PassedOver[]
  /** The day itself when it counts, otherwise the next that does. */
  onOrAfter(day: Day): Day
  /** The next counted day after this one. */
  next(after: Day): Day
  /** May this day come to count, or not to count, when a calendar not yet published appears? */
  restsOnProvisional(day: Day): boolean
}

/** Ordinals of counted days, by day number. Any fixed origin will do. */
export interface Tally {
  /** The ordinal of the last counted day on or before this day. */
  upTo(number: number): number
  /** The day number of the counted day of this ordinal. */
  nth(ordinal: number): number
}

/** A tally of the days `first` to `last` in two tables, so that adding and counting each cost one or two look-ups. */
export function tallyOf(first: number, last: number, counts: (number: number) => boolean): Tally {
  const upTo = new Int32Array(last - first + 1)
  const days: number[] = []
  for (let number = first; number <= last; number += 1) {
    if (counts(number)) days.push(number)
    upTo[number - first] = days.length
  }
  const within = (found: number | undefined): number => {
    if (found === undefined) throw new RangeError('Counted beyond the calendar')
    return found
  }
  return {
    upTo: (number) => (number === first - 1 ? 0 : within(upTo[number - first])),
    nth: (ordinal) => within(days[ordinal - 1]),
  }
}

interface Kind {
  readonly tally: Tally
  readonly whyNot: (day: Day) => string | undefined
  readonly restsOnProvisional: (day: Day) => boolean
}

export function countedDays({ tally, whyNot, restsOnProvisional }: Kind): CountedDays {
  const counts = (day: Day): boolean => {
    const number = dayNumber(day)
    return tally.upTo(number) !== tally.upTo(number - 1)
  }
  const add = (from: Day, n: number): Day => {
    if (n === 0) return from
    const number = dayNumber(from)
    return dayFromNumber(n > 0 ? tally.nth(tally.upTo(number) + n) : tally.nth(tally.upTo(number - 1) + n + 1))
  }
  return {
    counts,
    whyNot,
    add,
    between: (from, to) => tally.upTo(dayNumber(to)) - tally.upTo(dayNumber(from)),
    passedOver(from, n) {
      const [start, end] = [dayNumber(from), dayNumber(add(from, n))]
      const passed: PassedOver[] = []
      for (let number = Math.min(start, end) + 1; number < Math.max(start, end); number += 1) {
        const day = dayFromNumber(number)
        const why = whyNot(day)
        if (why !== undefined) passed.push({ day, why })
      }
      return passed
    },
    onOrAfter: (day) => (counts(day) ? day : add(day, 1)),
    next: (after) => add(after, 1),
    restsOnProvisional,
  }
}
