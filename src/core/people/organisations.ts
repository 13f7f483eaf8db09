/** Schools, colleges and the other organisations that work with children. */

import type { Day } from '../calendar/index.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import type { Place } from './addresses.ts'

declare const brand: unique symbol
/** Unique reference number of a school or college: six digits. */
export type Urn = string & { readonly [brand]: 'Urn' }

export function parseUrn(text: string): Outcome<Urn> {
  const urn = text.trim()
  if (!/^[1-9][0-9]{5}$/.test(urn)) return problem('identifier.urn', { given: urn })
  return done(urn as Urn) // six digits, checked just above
}

export const phases = {
  nursery: 'Nursery',
  primary: 'Primary',
  middle: 'Middle',
  secondary: 'Secondary',
  allThrough: 'All-through',
  special: 'Special',
  alternative: 'Alternative provision',
  sixteenPlus: '16 plus',
} as const
export type Phase = keyof typeof phases

/** `maintained`: by the local authority. Otherwise the trust or proprietor answers for the school. */
export const schoolTypes = {
  community: { label: 'Community school', maintained: true },
  voluntaryAided: { label: 'Voluntary aided school', maintained: true },
  voluntaryControlled: { label: 'Voluntary controlled school', maintained: true },
  foundation: { label: 'Foundation school', maintained: true },
  communitySpecial: { label: 'Community special school', maintained: true },
  maintainedNursery: { label: 'Local authority nursery school', maintained: true },
  pupilReferralUnit: { label: 'Pupil referral unit', maintained: true },
  academy: { label: 'Academy', maintained: false },
  academySpecial: { label: 'Academy special school', maintained: false },
  academyAlternative: { label: 'Academy alternative provision', maintained: false },
  freeSchool: { label: 'Free school', maintained: false },
  technicalCollege: { label: 'University technical college', maintained: false },
  independent: { label: 'Independent school', maintained: false },
  furtherEducation: { label: 'Further education college', maintained: false },
} as const
export type SchoolType = keyof typeof schoolTypes

export interface School {
  readonly urn: Urn
  readonly name: string
  readonly phase: Phase
  readonly type: SchoolType
  /** Local authority (3 digits) and establishment number (4). */
  readonly authority: number
  readonly establishment: number
  readonly lowestAge: number
  readonly highestAge: number
  readonly place: Place
  readonly opened: Day | null
  readonly closed: Day | null
}

/** As DfE's files write it: `331/2001`. */
export const dfeNumber = (school: Pick<School, 'authority' | 'establishment'>): string =>
  `${String(school.authority).padStart(3, '0')}/${String(school.establishment).padStart(4, '0')}`

export const isMaintained = (school: Pick<School, 'type'>): boolean => schoolTypes[school.type].maintained

export const isOpenOn = (school: Pick<School, 'opened' | 'closed'>, day: Day): boolean =>
  (school.opened === null || school.opened <= day) && (school.closed === null || day < school.closed)

export const providerKinds = {
  childrensHome: 'Children’s home',
  fosteringAgency: 'Independent fostering agency',
  fosteringService: 'Fostering service of a council',
  adoptionAgency: 'Adoption agency',
  supportedAccommodation: 'Supported accommodation',
  residentialFamilyCentre: 'Residential family centre',
  nursery: 'Nursery or pre-school',
  childminder: 'Childminder',
  health: 'Health service',
  police: 'Police',
  voluntary: 'Voluntary organisation',
  otherCouncil: 'Another council',
} as const
export type ProviderKind = keyof typeof providerKinds

export interface Provider {
  readonly id: number
  readonly name: string
  readonly kind: ProviderKind
  /** Ofsted's number, where it registers or inspects the provider. */
  readonly ofsted: string | null
  readonly place: Place | null
}
