/** A child's years of school. */

import { ageOn, type Day, dayOfCivil, monthNumberOf, yearOf } from '../../core/calendar/index.ts'

/** The school year that a day is in begins on 1 September; this is the year of that September. */
export const schoolYearOf = (day: Day): number => (monthNumberOf(day) >= 9 ? yearOf(day) : yearOf(day) - 1)

/**
 * The national curriculum year group on a day: 0 is Reception, 1 to 13 the years; below 0 not yet at school, above 13
 * has left. A child starts Reception in the September after the fourth birthday (born by 31 August).
 */
export const yearGroupOn = (born: Day, day: Day): number => ageOn(born, dayOfCivil(schoolYearOf(day), 8, 31)) - 4

export interface Schooling {
  /** Places in the list of schools; null where the child attends none of the city's schools at that stage. */
  readonly primary: number | null
  readonly secondary: number | null
  /** The sixth form is that of the secondary school; otherwise a college, or none. */
  readonly sixteenPlus: number | null
}

/** The school a child attends on a day (its place in the list), or null. */
export function schoolOn(schooling: Schooling, born: Day, day: Day): number | null {
  const yearGroup = yearGroupOn(born, day)
  if (yearGroup < 0 || yearGroup > 13) return null
  if (yearGroup <= 6) return schooling.primary
  return yearGroup <= 11 ? schooling.secondary : schooling.sixteenPlus
}
