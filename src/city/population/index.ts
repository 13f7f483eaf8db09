/** The invented people of Aldermere, made from a seed. See `shapes.ts` for what comes out. */

import { type Day, dayNumber } from '../../core/calendar/index.ts'
import { stream } from '../random.ts'
import { Enrolment } from './enrolment.ts'
import { authorityNumber, cityName, councilName, wards } from './places.ts'
import { makeSchools } from './schools.ts'
import { Settlement } from './settle.ts'
import type { Population } from './shapes.ts'
import { tellFamily } from './story.ts'

export { DayTable } from './days.ts'
export { authorityNumber, cityName, councilName, type Ward, wards } from './places.ts'
export { type Schooling, schoolOn, schoolYearOf, yearGroupOn } from './schooling.ts'
export { type InventedSchool, makeSchools } from './schools.ts'
export type { Attendance, Childhood, Family, OwnHome, Population } from './shapes.ts'
export {
  type DemoPerson,
  demoPeople,
  type Membership,
  makeWorkforce,
  membershipsOn,
  type Role,
  roles,
  type Team,
  type TeamId,
  teams,
  type Worker,
  type Workforce,
  yearsOfHistory,
} from './workforce.ts'

/** Pupils on roll of the schools of the paper's city. */
export const pupilsAtFullSize = 58_400

/**
 * The people of the city on a day: its families, the children among them (also those who grew up in the ten years
 * before, as far as the work of those years needs them), their parents, homes, relationships and schools.
 *
 * The same seed, day and size give the same people, ids included. Families are told one by one, each from its own
 * stream, until the schools are full.
 *
 * @param size 1 for the paper's size (58,400 pupils); 0.02 for a test
 */
export function makePopulation({ seed, asAt, size }: { seed: number; asAt: Day; size: number }): Population {
  const wanted = Math.round(pupilsAtFullSize * size)
  const today = dayNumber(asAt)
  const enrolment = new Enrolment(asAt, wanted, makeSchools(seed, size))
  const settlement = new Settlement(asAt, enrolment)
  for (let told = 0; !enrolment.full; told++) {
    const random = stream(seed, 'family', told)
    const story = tellFamily(random, today)
    if (story) settlement.settle(random, story)
  }
  const { persons, families, childhoods, relationships, responsibilities, ownHomes } = settlement
  return {
    city: cityName,
    council: councilName,
    authority: authorityNumber,
    seed,
    asAt,
    size,
    wards,
    schools: enrolment.schools,
    persons,
    families,
    childhoods,
    relationships,
    responsibilities,
    ownHomes,
  }
}
