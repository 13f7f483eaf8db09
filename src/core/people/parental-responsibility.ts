/**
 * Parental responsibility: who has it for a child, on what basis, since when (Children Act 1989 s3). Each basis carries
 * its authority and the day from which the law has given it.
 */

import { birthday, type Day, day, inFull } from '../calendar/index.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import type { PersonId } from './person.ts'
import { holdsOn, type Span } from './spans.ts'

interface Basis {
  readonly label: string
  readonly authority: string
  /** First day on which someone could gain parental responsibility so. */
  readonly since: Day
  /** Whom it can be given to. */
  readonly holder: 'person' | 'council' | 'either'
  /** Ends the responsibility of everyone else. */
  readonly endsOthers?: true
}

const childrenAct = day('1991-10-14')
const adoptionAndChildrenAct = day('2005-12-30')

export const bases = {
  mother: { label: 'Mother', authority: 'Children Act 1989 s2(1) and (2)(a)', since: childrenAct, holder: 'person' },
  marriedFather: {
    label: 'Father, married to the mother at the birth or later',
    authority: 'Children Act 1989 s2(1) and (3)',
    since: childrenAct,
    holder: 'person',
  },
  registeredFather: {
    label: 'Father, registered on the birth certificate',
    authority: 'Children Act 1989 s4(1)(a), inserted by Adoption and Children Act 2002 s111',
    since: day('2003-12-01'),
    holder: 'person',
  },
  fatherByAgreement: {
    label: 'Father, by parental responsibility agreement',
    authority: 'Children Act 1989 s4(1)(b)',
    since: childrenAct,
    holder: 'person',
  },
  fatherByOrder: {
    label: 'Father, by order of the court',
    authority: 'Children Act 1989 s4(1)(c)',
    since: childrenAct,
    holder: 'person',
  },
  secondFemaleParent: {
    label: 'Second female parent: registered, by agreement or by order',
    authority: 'Children Act 1989 s4ZA, inserted by Human Fertilisation and Embryology Act 2008 Sch 6',
    since: day('2009-09-01'),
    holder: 'person',
  },
  stepParent: {
    label: 'Step-parent, by agreement or order',
    authority: 'Children Act 1989 s4A',
    since: adoptionAndChildrenAct,
    holder: 'person',
  },
  guardian: { label: 'Guardian', authority: 'Children Act 1989 s5(6)', since: childrenAct, holder: 'person' },
  residenceOrder: {
    label: 'Residence order (child arrangements order since 22 April 2014)',
    authority: 'Children Act 1989 s12(2)',
    since: childrenAct,
    holder: 'person',
  },
  childArrangementsOrder: {
    label: 'Child arrangements order: the child lives with this person',
    authority: 'Children Act 1989 s12(2), as amended by Children and Families Act 2014 s12',
    since: day('2014-04-22'),
    holder: 'person',
  },
  specialGuardianship: {
    label: 'Special guardianship order',
    authority: 'Children Act 1989 s14C(1)',
    since: adoptionAndChildrenAct,
    holder: 'person',
  },
  careOrder: {
    label: 'Care order, full or interim',
    authority: 'Children Act 1989 s33(3) with s31(11)',
    since: childrenAct,
    holder: 'council',
  },
  emergencyProtection: {
    label: 'Emergency protection order',
    authority: 'Children Act 1989 s44(4)(c)',
    since: childrenAct,
    holder: 'either',
  },
  placementOrder: {
    label: 'Placement order or consent to placement for adoption',
    authority: 'Adoption and Children Act 2002 s25',
    since: adoptionAndChildrenAct,
    holder: 'either',
  },
  adoptionOrder: {
    label: 'Adoption order',
    authority: 'Adoption and Children Act 2002 s46',
    since: adoptionAndChildrenAct,
    holder: 'person',
    endsOthers: true,
  },
} as const satisfies Record<string, Basis>

export type ResponsibilityBasis = keyof typeof bases

const basisOf = (basis: ResponsibilityBasis): Basis => bases[basis]

/** One holder's responsibility for one child. `until` null: until the child is 18, unless something ends it. */
export interface ParentalResponsibility extends Span {
  readonly holder: PersonId | 'council'
  readonly child: PersonId
  readonly basis: ResponsibilityBasis
}

/** Problems: `responsibility.before-law`, `responsibility.holder`. */
export function checkResponsibility(one: ParentalResponsibility): Outcome<ParentalResponsibility> {
  const { label, authority, since, holder } = basisOf(one.basis)
  if (one.from !== null && one.from < since) {
    return problem('responsibility.before-law', { basis: label, since: inFull(since), authority })
  }
  const kind = one.holder === 'council' ? 'council' : 'person'
  if (holder !== 'either' && holder !== kind) return problem('responsibility.holder', { basis: label, holder })
  return done(one)
}

/**
 * Who has parental responsibility for a child on a day. It ends at 18 (Children Act 1989 ss3 and 105(1)), and an
 * adoption order ends everyone else's from its day (Adoption and Children Act 2002 s46(2)); a special guardian has it
 * beside the parents, and may exercise it to their exclusion.
 *
 * @param all the records of this one child
 * @param born the child's day of birth, or null for an unborn child, for whom nobody has it yet
 */
export function responsibleOn(
  all: readonly ParentalResponsibility[],
  born: Day | null,
  on: Day,
): ParentalResponsibility[] {
  if (born === null || on < born || on >= birthday(born, 18)) return []
  const holding = all.filter((one) => holdsOn(one, on))
  const ending = holding.filter((one) => basisOf(one.basis).endsOthers)
  return ending.length > 0 ? ending : holding
}
