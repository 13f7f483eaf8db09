import { dayOf, type Moment, minuteOfDay } from '../../core/calendar/index.ts'
import type { MomentParts } from '../../core/pathway/posted.ts'

/** A kept moment as the form shows it: the day and the time in London. */
export function momentParts(text: string): MomentParts {
  const moment = text as Moment
  const minutes = minuteOfDay(moment)
  const two = (n: number): string => String(n).padStart(2, '0')
  return { day: dayOf(moment), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}
