/** Facts and words that several rules of SEN2 share. */
import { code, codes } from '../engine/codes.ts'
import { addYears, dayNumber, dayParts } from '../engine/days.ts'
import type { Child, Row } from '../engine/layout.ts'
import type { Sen2 } from './layout.ts'

export type Person = Child<Sen2>
export type Request = Row<Sen2, 'Requests'>
export type Setting = Row<Sen2, 'PlanDetail'> | Row<Sen2, 'PlacementDetail'>

export const agreed = code('Y')
export const refused = code('N')
export const awaited = code('A')
export const withdrawn = code('W')
/** A request or assessment from before the first person level census, whose dates need not be known. */
export const historical = code('H')
/** Decided one way or the other: a date goes with it. */
export const decided = codes('Y N W')
export const yes = codes('Y 1 true')

/** The date of birth; NaN when it is not known. */
export const born = (person: Person): number => person.Person[0]?.PersonBirthDate ?? Number.NaN

/** The whole years of age on a day; NaN when either is not known. */
export function ageOn(person: Person, day: number): number {
  const birth = born(person)
  if (Number.isNaN(birth) || Number.isNaN(day)) return Number.NaN
  const age = dayParts(day).year - dayParts(birth).year
  return addYears(birth, age) > day ? age - 1 : age
}

/** 31 August before or on a day: the end of the last academic year that was over. */
export function lastAcademicYearEnd(day: number): number {
  const { year } = dayParts(day)
  const august = dayNumber(year, 8, 31)
  return august <= day ? august : dayNumber(year - 1, 8, 31)
}

/** The row of `rows` that holds `row`. */
export const holderOf = <R extends { readonly row: number }>(row: { readonly parent: number }, rows: readonly R[]) =>
  rows.find((other) => other.row === row.parent)

/** The request of an assessment or an active plan, and of a named plan through its assessment. */
export function requestOfPlan(person: Person, plan: Row<Sen2, 'NamedPlan'>): Request | undefined {
  const assessment = holderOf(plan, person.Assessment)
  return assessment === undefined ? undefined : holderOf(assessment, person.Requests)
}

/** Statutory time limits in days from the request: SEND Regulations 2014 (SI 2014/1530), in force from 1 September 2014. */
export const weeks = (count: number): number => count * 7
