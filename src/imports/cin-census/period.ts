/** The year that a census covers, and what can be told from a day's place in it. */
import { addDays, addMonths, type Day, dayOf } from '../../core/calendar/index.ts'
import type { Episode, Event } from '../../core/pathway/history.ts'

export interface Period {
  readonly from: Day
  /** The reference date: 31 March of the year of the census. */
  readonly to: Day
}

export const periodTo = (to: Day): Period => ({ from: addDays(addMonths(to, -12), 1), to })

export const within = ({ from, to }: Period, day: Day | null): boolean => day !== null && from <= day && day <= to

export const signedOn = ({ authorised }: Event): Day | null => (authorised === null ? null : dayOf(authorised.at))

/**
 * Whether an event that no row of this census repeats may be the one that the row tells of under another day: both began
 * before its year and this one was still open in it, so it had to be repeated; or both lie in its year, so that an earlier
 * file of the same year told of it.
 */
export function mayHaveMoved(period: Period, told: Day, event: Event, { closed }: Episode): boolean {
  if (event.day === null) return false
  if (told < period.from) return event.day < period.from && (closed === null || closed >= period.from)
  return within(period, event.day)
}
