/** Days as numbers while the city is being made, and as the record holds them once it is. */

import { type Day, dayFromNumber } from '../../core/calendar/index.ts'

export const year = 365.25

/** Turns day numbers into days. One text serves everyone born that day, which keeps a large city small in memory. */
export class DayTable {
  #known = new Map<number, Day>()

  of(number: number): Day {
    const whole = Math.floor(number)
    const known = this.#known.get(whole)
    if (known !== undefined) return known
    const made = dayFromNumber(whole)
    this.#known.set(whole, made)
    return made
  }

  orNull(number: number | null): Day | null {
    return number === null ? null : this.of(number)
  }
}
