/** A person: a child, an unborn child, a parent, a carer. What is recorded about anyone before any service knows them. */

import { ageInWords, ageOn, type Birth, type Day, inFull, max, min } from '../calendar/index.ts'
import type { ChildId, NhsNumber, Uln, Upn, UpnUnknown } from './identifiers.ts'
import type { PersonNames } from './names.ts'
import type { Span } from './spans.ts'

/** The number by which the record knows a person. */
export type PersonId = number

/** As the returns have it from 2024-25 (before: 1, 2, 0 for not yet born, 9 for not classed). */
export const sexes = { F: 'Female', M: 'Male', U: 'Not known' } as const
export type Sex = keyof typeof sexes

/**
 * DfE's ethnicity codes, grouped as they are published.
 * Source: CIN census schema 2026; the same twenty codes in SSDA903 and SEN2.
 */
export const ethnicities = {
  WBRI: { label: 'White British', group: 'White' },
  WIRI: { label: 'White Irish', group: 'White' },
  WIRT: { label: 'Traveller of Irish heritage', group: 'White' },
  WROM: { label: 'Gypsy or Roma', group: 'White' },
  WOTH: { label: 'Any other White background', group: 'White' },
  MWBC: { label: 'White and Black Caribbean', group: 'Mixed' },
  MWBA: { label: 'White and Black African', group: 'Mixed' },
  MWAS: { label: 'White and Asian', group: 'Mixed' },
  MOTH: { label: 'Any other mixed background', group: 'Mixed' },
  AIND: { label: 'Indian', group: 'Asian or Asian British' },
  APKN: { label: 'Pakistani', group: 'Asian or Asian British' },
  ABAN: { label: 'Bangladeshi', group: 'Asian or Asian British' },
  AOTH: { label: 'Any other Asian background', group: 'Asian or Asian British' },
  BCRB: { label: 'Caribbean', group: 'Black or Black British' },
  BAFR: { label: 'African', group: 'Black or Black British' },
  BOTH: { label: 'Any other Black background', group: 'Black or Black British' },
  CHNE: { label: 'Chinese', group: 'Other' },
  OOTH: { label: 'Any other ethnic group', group: 'Other' },
  REFU: { label: 'Refused', group: 'Not known' },
  NOBT: { label: 'Information not yet obtained', group: 'Not known' },
} as const
export type Ethnicity = keyof typeof ethnicities

/** Disability codes of the CIN census and of the daily API. A child may have several; NONE stands alone. */
export const disabilities = {
  NONE: 'None',
  MOB: 'Mobility',
  HAND: 'Hand function',
  PC: 'Personal care',
  INC: 'Incontinence',
  COMM: 'Communication',
  LD: 'Learning',
  HEAR: 'Hearing',
  VIS: 'Vision',
  BEH: 'Behaviour',
  CON: 'Consciousness',
  AUT: 'Diagnosed with autism or Asperger’s syndrome',
  DDA: 'Disabled under the Equality Act, in none of these ways',
} as const
export type Disability = keyof typeof disabilities

/** The identifiers a person carries. A former UPN is kept: it is what an older file knows the child by. */
export interface Identifiers {
  readonly child: ChildId | null
  readonly upn: Upn | null
  readonly formerUpn: Upn | null
  readonly upnUnknown: UpnUnknown | null
  readonly nhs: NhsNumber | null
  readonly uln: Uln | null
}

export interface Person {
  readonly id: PersonId
  readonly names: PersonNames
  /** The day of birth, or for an unborn child the day expected; null where neither is known. */
  readonly birth: Birth | null
  readonly died: Day | null
  readonly sex: Sex
  readonly ethnicity: Ethnicity
  /** As spoken at home, most used first, in English (`Polish`). Empty: not recorded. */
  readonly languages: readonly string[]
  readonly interpreterNeeded: boolean
  /** Empty: not recorded. `NONE` alone: asked, and none. */
  readonly disabilities: readonly Disability[]
  readonly identifiers: Identifiers
}

export const isUnborn = (person: Pick<Person, 'birth'>): boolean => person.birth !== null && 'expected' in person.birth

/** The day of birth, where there has been one. */
export const bornOf = (person: Pick<Person, 'birth'>): Day | null =>
  person.birth !== null && 'born' in person.birth ? person.birth.born : null

/**
 * `7 years`, `5 months`, `Unborn, due 3 May 2027`, `Died 3 May 2020, aged 4 years`, `Age not known`: what stands beside
 * the name. Nobody grows older after death.
 */
export function describeAge(person: Pick<Person, 'birth' | 'died'>, on: Day): string {
  const { birth, died } = person
  if (died !== null && died <= on) {
    const aged = birth !== null && 'born' in birth ? `, aged ${ageInWords(birth, died)}` : ''
    return `Died ${inFull(died)}${aged}`
  }
  return birth === null ? 'Age not known' : ageInWords(birth, on)
}

/** Was the person ever of an age in the span: alive and born, and at least `from` and at most `to` whole years old? */
export function everAged(
  person: Pick<Person, 'birth' | 'died'>,
  ages: { readonly from: number; readonly to: number },
  during: { readonly from: Day; readonly to: Day },
): boolean {
  const born = bornOf(person)
  if (born === null || born > during.to) return false
  const lastDay = person.died === null ? during.to : min(person.died, during.to)
  if (lastDay < during.from) return false
  return ageOn(born, lastDay) >= ages.from && ageOn(born, max(during.from, born)) <= ages.to
}

/** A person as the member of a family: which, and when. */
export interface FamilyMembership extends Span {
  readonly family: number
  readonly person: PersonId
}
