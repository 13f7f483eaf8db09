import { type Day, daysBetween, type Moment, millisOf } from '../../../core/calendar/index.ts'

/** `soon` is today or tomorrow, or the next four hours: a matter of what stands out on a screen, not of law. */
export interface TimeLeftInWords {
  readonly words: string
  readonly state: 'ahead' | 'soon' | 'late'
}

const some = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`

/** `3 days left`, `due today`, `1 day late`: for what is due by the end of a day. */
export const daysLeft = (due: Day, today: Day): TimeLeftInWords => {
  const days = daysBetween(today, due)
  if (days < 0) return { words: `${some(-days, 'day')} late`, state: 'late' }
  if (days === 0) return { words: 'due today', state: 'soon' }
  return { words: `${some(days, 'day')} left`, state: days === 1 ? 'soon' : 'ahead' }
}

const minutesInHour = 60
const minutesInDay = 24 * minutesInHour

/** `2 hours left`, `25 minutes late`: for what is due at a moment. Whole units, never more time than there is. */
export const hoursLeft = (due: Moment, now: Moment): TimeLeftInWords => {
  const millis = millisOf(due) - millisOf(now)
  const minutes = Math.floor(Math.abs(millis) / 60_000)
  const isLate = millis < 0
  const length = lengthInWords(minutes)
  if (isLate) return { words: `${length} late`, state: 'late' }
  return { words: `${length} left`, state: minutes <= 4 * minutesInHour ? 'soon' : 'ahead' }
}

/** Minutes within the hour, hours within two days, then days. */
const lengthInWords = (minutes: number): string => {
  if (minutes === 0) return 'less than a minute'
  if (minutes < minutesInHour) return some(minutes, 'minute')
  if (minutes < 2 * minutesInDay) return some(Math.floor(minutes / minutesInHour), 'hour')
  return some(Math.floor(minutes / minutesInDay), 'day')
}
