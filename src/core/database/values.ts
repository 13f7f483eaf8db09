/**
 * How PostgreSQL's types arrive in TypeScript. Dates stay text, because a `Date` has a time of day and a time zone that a
 * day of birth has not.
 *
 * | PostgreSQL | here |
 * | --- | --- |
 * | date | `Day`, `YYYY-MM-DD` |
 * | timestamptz | `Moment`, `YYYY-MM-DDTHH:MM:SS.mmmZ` (microseconds are cut off) |
 * | int8, numeric | number; an int8 beyond 2^53 is a defect and throws |
 * | arrays of these | arrays of the same |
 */
import pg from 'pg'
import { type Moment, moment, momentFromMillis } from '../calendar/moment.ts'

const oid = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 }
const arrayOid = { text: 1009, int8: 1016, date: 1182, timestamptz: 1185, numeric: 1231 }

export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} from the database is beyond a safe whole number`)
  return value
}

/** `2026-11-23 15:19:52.12+00`, as every PostgreSQL writes it under the ISO date style. */
export function momentFromText(text: string): Moment {
  const day = text.slice(0, 10)
  const clock = text.slice(11, 19)
  const offset = text.indexOf('+', 19)
  if (offset > 0 && text.slice(offset) === '+00') {
    const millis = text[19] === '.' ? text.slice(20, Math.min(offset, 23)) : ''
    return moment(`${day}T${clock}.${millis.padEnd(3, '0')}Z`)
  }
  // A session in another time zone: `+01` or `+05:30`, of which Date wants the minutes too.
  const full = /[+-]\d\d$/.test(text) ? `${text}:00` : text
  return momentFromMillis(Date.parse(full.replace(' ', 'T')))
}

const asText = (text: string): string => text
const readers = new Map<number, (text: string) => unknown>([
  [oid.int8, wholeNumber],
  [oid.numeric, Number],
  [oid.date, asText],
  [oid.timestamptz, momentFromText],
  [arrayOid.int8, each(wholeNumber)],
  [arrayOid.numeric, each(Number)],
  [arrayOid.date, each(asText)],
  [arrayOid.timestamptz, each(momentFromText)],
])

function each(reader: (text: string) => unknown): (text: string) => unknown {
  const split: (text: string) => (string | null)[] = pg.types.getTypeParser(arrayOid.text)
  return (text) => split(text).map((item) => (item === null ? null : reader(item)))
}

/** For `types` of a `pg` client or pool. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format === 'binary' ? undefined : readers.get(id)) ?? pg.types.getTypeParser(id, format),
}
