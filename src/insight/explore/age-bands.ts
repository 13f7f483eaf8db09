/** Age on a day, in the bands in which children in need are published. */
import { ageOn, dayFromNumber } from '../../core/calendar/index.ts'
import { noDay } from './columns.ts'

/** Department for Education, characteristics of children in need: age bands. The last is kept for what is past eighteen. */
export const ageBands = [
  { id: 'unknown', label: 'Age not known' },
  { id: 'unborn', label: 'Unborn' },
  { id: 'under-1', label: 'Under 1', from: 0 },
  { id: '1-4', label: '1 to 4', from: 1 },
  { id: '5-9', label: '5 to 9', from: 5 },
  { id: '10-15', label: '10 to 15', from: 10 },
  { id: '16-17', label: '16 and 17', from: 16 },
  { id: '18-over', label: '18 and over', from: 18 },
] as const

const unborn = 1
/** The bands that begin at an age, the highest first. */
const byAge = ageBands.flatMap((band, code) => ('from' in band ? [{ code, from: band.from }] : [])).reverse()

/** The code of the band, a place in `ageBands`. Both days as numbers. */
export function ageBandOn(born: number, day: number): number {
  if (born === noDay) return 0
  if (day < born) return unborn
  const age = wholeYears(born, day)
  return byAge.find((band) => age >= band.from)?.code ?? unborn
}

/**
 * Days divided by the mean year are never more than a day from the birthday; only near one is the calendar asked, which is
 * where the rule of 29 February and the lengths of years matter.
 */
function wholeYears(born: number, day: number): number {
  const years = (day - born) / 365.2425
  const whole = Math.floor(years)
  const fraction = years - whole
  const nearBirthday = fraction < 0.01 || fraction > 0.99
  return nearBirthday ? ageOn(dayFromNumber(born), dayFromNumber(day)) : whole
}
