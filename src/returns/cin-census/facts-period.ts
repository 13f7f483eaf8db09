/** The census period: 1 April to the reference date, both days in it. */
import type { Collection } from '../engine/rule.ts'

type Period = Pick<Collection, 'start' | 'end'>

/** The day is in the period. No day, or a period that is not known: no. */
export const within = (day: number, { start, end }: Period): boolean => day >= start && day <= end

/** There is a day and it is before or after the period. A period that is not known: no. */
export const outside = (day: number, { start, end }: Period): boolean => day < start || day > end

/** There is a date that can be read. */
export const dated = (day: number): boolean => !Number.isNaN(day)

/** The date is missing, or cannot be read. */
export const undated = (day: number): boolean => Number.isNaN(day)

/** The last day of something: its date or, while it has none, that day. */
export const lastDay = (date: number, whileOpen: number): number => (dated(date) ? date : whileOpen)
