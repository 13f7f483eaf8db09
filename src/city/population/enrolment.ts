/** Which schools the children of the city go to, and when the schools are full. */

import type { Day } from '../../core/calendar/index.ts'
import type { Disability } from '../../core/people/index.ts'
import { type Random, weighted } from '../random.ts'
import { specialSchoolRate } from './needs.ts'
import type { Ward } from './places.ts'
import { type Schooling, schoolOn, schoolYearOf, yearGroupOn } from './schooling.ts'
import { type InventedSchool, type SchoolChoice, schoolChoice } from './schools.ts'
import type { Attendance } from './shapes.ts'

/** Where children of school age learn, before 16 and after. */
const beforeSixteen = weighted<Attendance>([
  ['onRoll', 980],
  ['home', 8],
  ['elsewhere', 12],
])
const afterSixteen = weighted<Attendance>([
  ['onRoll', 44],
  ['college', 40],
  ['neither', 16],
])

/** How often a child goes where the family's other children go. */
const sameSchoolAsFamily = 0.9

/** The schools that a family prefers: places in the list. */
export interface FamilySchools {
  readonly primary: number
  readonly secondary: number
}

export interface Enrolled extends Schooling {
  readonly attendance: Attendance
  /** The curriculum year on the day; null where not of school age, not born or dead. */
  readonly yearGroup: number | null
  /** The school on the day. */
  readonly school: number | null
  /** The establishment number of the first school attended, and the year of starting there; null before that. */
  readonly first: { readonly establishment: number; readonly entered: number } | null
}

type Status = 'living' | 'died' | 'unborn'

export class Enrolment {
  readonly schools: readonly InventedSchool[]
  /** Pupils on roll so far. */
  pupils = 0

  readonly #asAt: Day
  readonly #wanted: number
  readonly #choice: SchoolChoice

  /** @param wanted how many pupils the schools have when they are full */
  constructor(asAt: Day, wanted: number, schools: readonly InventedSchool[]) {
    this.#asAt = asAt
    this.#wanted = wanted
    this.schools = schools
    this.#choice = schoolChoice(schools)
  }

  get full(): boolean {
    return this.pupils >= this.#wanted
  }

  preferred(random: Random, ward: Ward): FamilySchools {
    const [primary, secondary] = [this.#choice.primary[ward.index], this.#choice.secondary[ward.index]]
    if (!primary || !secondary) throw new Error(`${ward.name} has no schools to choose from`)
    return { primary: random.weighted(primary), secondary: random.weighted(secondary) }
  }

  /** Gives a child its schools, and counts the child on the roll of the one attended on the day. */
  enrol(
    random: Random,
    born: Day,
    status: Status,
    ward: Ward,
    family: FamilySchools,
    disabilities: readonly Disability[],
  ): Enrolled {
    const yearGroup = yearGroupOn(born, this.#asAt)
    const ofSchoolAge = status === 'living' && yearGroup >= 0 && yearGroup <= 13
    const [schooling, attendance] = this.#attendance(
      random,
      this.#schools(random, ward, family, disabilities),
      status,
      yearGroup,
    )
    const school = ofSchoolAge ? schoolOn(schooling, born, this.#asAt) : null
    const attended = school === null ? undefined : this.schools[school]
    if (attended) attended.pupils++
    if (attendance === 'onRoll') this.pupils++
    return {
      ...schooling,
      attendance,
      yearGroup: ofSchoolAge ? yearGroup : null,
      school,
      first: status === 'unborn' ? null : this.#firstSchool(schooling, yearGroup),
    }
  }

  #schools(
    random: Random,
    ward: Ward,
    family: FamilySchools,
    disabilities: readonly Disability[],
  ): { primary: number; secondary: number } {
    if (random.chance(specialSchoolRate(disabilities))) {
      const special = random.weighted(this.#choice.special)
      return { primary: special, secondary: special }
    }
    return random.chance(sameSchoolAsFamily) ? family : this.preferred(random, ward)
  }

  #attendance(
    random: Random,
    { primary, secondary }: FamilySchools,
    status: Status,
    yearGroup: number,
  ): [Schooling, Attendance] {
    const college = random.weighted(this.#choice.sixteenPlus)
    const drawn = random.weighted(yearGroup >= 12 ? afterSixteen : beforeSixteen)
    const schooling = { primary, secondary, sixteenPlus: drawn === 'college' ? college : secondary }
    if (status !== 'living') return [schooling, status]
    if (yearGroup < 0) return [schooling, 'underSchoolAge']
    if (yearGroup > 13) return [schooling, 'grown']
    const attendance = drawn === 'onRoll' && this.full ? 'elsewhere' : drawn
    if (attendance === 'onRoll' || attendance === 'college') return [schooling, attendance]
    if (yearGroup >= 12) return [{ primary, secondary, sixteenPlus: null }, attendance]
    return [{ primary: null, secondary: null, sixteenPlus: null }, attendance]
  }

  #firstSchool(schooling: Schooling, yearGroup: number): Enrolled['first'] {
    const first = yearGroup >= 0 ? this.schools[schooling.primary ?? -1] : undefined
    return first ? { establishment: first.establishment, entered: schoolYearOf(this.#asAt) - yearGroup } : null
  }
}
