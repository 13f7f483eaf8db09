/**
 * What `makePopulation` gives: plain arrays in a fixed order. Persons are core's `Person`, so whatever reads a person
 * reads these. Nothing here says how it is stored.
 */

import type { Day } from '../../core/calendar/index.ts'
import type {
  Address,
  FamilyMembership,
  ParentalResponsibility,
  Person,
  PersonId,
  Relationship,
} from '../../core/people/index.ts'
import type { Ward } from './places.ts'
import type { Schooling } from './schooling.ts'
import type { InventedSchool } from './schools.ts'

/**
 * Where a child stands with school on the day of the city: `onRoll` of one of its schools (these are the 58,400),
 * a student of a `college`, educated at `home`, at a school `elsewhere` (independent or outside), `neither` after 16,
 * too young (`underSchoolAge`), `grown` up, `unborn`, or `died`.
 */
export type Attendance =
  | 'onRoll'
  | 'college'
  | 'home'
  | 'elsewhere'
  | 'neither'
  | 'underSchoolAge'
  | 'grown'
  | 'unborn'
  | 'died'

/** One childhood: everyone under 18 on the day, those who were under 18 in the ten years before it, and the unborn. */
export interface Childhood extends Schooling {
  readonly person: PersonId
  readonly family: number
  readonly attendance: Attendance
  /** National curriculum year: 0 Reception, 1 to 13; null where not of school age. */
  readonly yearGroup: number | null
  /** The school or college on the day: its place in `schools`. */
  readonly school: number | null
}

export interface Family {
  /** 1, 2, 3 ... in the order of `families`. */
  readonly id: number
  /** Place in `wards`. */
  readonly ward: number
  /** The deprivation fifth of its ward (1 the most deprived): need for services is greater where it is low. */
  readonly deprivation: Ward['deprivation']
  /** The first day in the city, where the family came from elsewhere. */
  readonly arrived: Day | null
  /** The homes of the family, in order, each until the next. */
  readonly homes: readonly Address[]
  /** Who lived in them, and when. */
  readonly members: readonly FamilyMembership[]
}

/** The home of someone who does not live with the family: a parent who left. */
export interface OwnHome {
  readonly person: PersonId
  readonly home: Address
}

export interface Population {
  readonly city: string
  readonly council: string
  readonly authority: number
  readonly seed: number
  readonly asAt: Day
  readonly size: number
  readonly wards: readonly Ward[]
  readonly schools: readonly InventedSchool[]
  /** `persons[n]` has id `n + 1`. */
  readonly persons: readonly Person[]
  readonly families: readonly Family[]
  readonly childhoods: readonly Childhood[]
  readonly relationships: readonly Relationship[]
  readonly responsibilities: readonly ParentalResponsibility[]
  readonly ownHomes: readonly OwnHome[]
}
