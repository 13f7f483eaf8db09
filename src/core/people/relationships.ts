/**
 * How people are related, and since when. A relationship is recorded once, in one direction ("`person` is the mother of
 * `of`"), and is read from either end: the other end sees the inverse.
 */

import type { Day } from '../calendar/index.ts'
import type { PersonId, Sex } from './person.ts'
import { holdsOn, type Span } from './spans.ts'

interface KindOfRelationship {
  readonly label: string
  readonly female?: string
  readonly male?: string
  readonly inverse: string
  /** A "relative" of the child: Children Act 1989 s105(1), in force 14 October 1991. A parent is not one. */
  readonly relative?: true
  /** Related by birth; what adoption ends in law. */
  readonly birth?: true
}

/**
 * Every kind of relationship. `mother` and `father` are recorded facts, never guessed from sex: the inverse of `child`
 * is the plain `parent`.
 */
export const relationshipKinds = {
  mother: { label: 'mother', inverse: 'child', birth: true },
  father: { label: 'father', inverse: 'child', birth: true },
  parent: { label: 'parent', inverse: 'child', birth: true },
  child: { label: 'child', female: 'daughter', male: 'son', inverse: 'parent', birth: true },
  adoptiveParent: {
    label: 'adoptive parent',
    female: 'adoptive mother',
    male: 'adoptive father',
    inverse: 'adoptedChild',
  },
  adoptedChild: {
    label: 'adopted child',
    female: 'adopted daughter',
    male: 'adopted son',
    inverse: 'adoptiveParent',
  },
  stepParent: {
    label: 'step-parent',
    female: 'stepmother',
    male: 'stepfather',
    inverse: 'stepChild',
    relative: true,
  },
  stepChild: { label: 'stepchild', female: 'stepdaughter', male: 'stepson', inverse: 'stepParent' },
  sibling: {
    label: 'brother or sister',
    female: 'sister',
    male: 'brother',
    inverse: 'sibling',
    relative: true,
    birth: true,
  },
  halfSibling: {
    label: 'half-brother or half-sister',
    female: 'half-sister',
    male: 'half-brother',
    inverse: 'halfSibling',
    relative: true,
    birth: true,
  },
  stepSibling: {
    label: 'stepbrother or stepsister',
    female: 'stepsister',
    male: 'stepbrother',
    inverse: 'stepSibling',
  },
  grandparent: {
    label: 'grandparent',
    female: 'grandmother',
    male: 'grandfather',
    inverse: 'grandchild',
    relative: true,
    birth: true,
  },
  grandchild: {
    label: 'grandchild',
    female: 'granddaughter',
    male: 'grandson',
    inverse: 'grandparent',
    birth: true,
  },
  auntOrUncle: {
    label: 'aunt or uncle',
    female: 'aunt',
    male: 'uncle',
    inverse: 'nieceOrNephew',
    relative: true,
    birth: true,
  },
  nieceOrNephew: {
    label: 'niece or nephew',
    female: 'niece',
    male: 'nephew',
    inverse: 'auntOrUncle',
    birth: true,
  },
  cousin: { label: 'cousin', inverse: 'cousin', birth: true },
  guardian: { label: 'guardian', inverse: 'childUnderGuardianship' },
  childUnderGuardianship: { label: 'child under guardianship', inverse: 'guardian' },
  specialGuardian: { label: 'special guardian', inverse: 'childUnderSpecialGuardianship' },
  childUnderSpecialGuardianship: { label: 'child under special guardianship', inverse: 'specialGuardian' },
  fosterCarer: { label: 'foster carer', inverse: 'fosteredChild' },
  fosteredChild: { label: 'fostered child', inverse: 'fosterCarer' },
  privateFosterCarer: { label: 'private foster carer', inverse: 'privatelyFosteredChild' },
  privatelyFosteredChild: { label: 'privately fostered child', inverse: 'privateFosterCarer' },
  carer: { label: 'carer', inverse: 'caredFor' },
  caredFor: { label: 'child or adult cared for', inverse: 'carer' },
  partner: { label: 'partner', inverse: 'partner' },
  formerPartner: { label: 'former partner', inverse: 'formerPartner' },
  connectedPerson: { label: 'connected person', inverse: 'connectedPerson' },
} as const satisfies Record<string, KindOfRelationship>

export type RelationshipKind = keyof typeof relationshipKinds

const kindOf = (kind: RelationshipKind): KindOfRelationship => relationshipKinds[kind]

/** `person` is the `kind` of `of`. */
export interface Relationship extends Span {
  readonly person: PersonId
  readonly of: PersonId
  readonly kind: RelationshipKind
}

/** What the other is to this one: the inverse of `mother` is `child`, that of `child` is `parent`. */
export const inverseOf = (kind: RelationshipKind): RelationshipKind => relationshipKinds[kind].inverse

/** The word for someone of this sex: `stepfather`; where sex is not known, `step-parent`. */
export function relationshipLabel(kind: RelationshipKind, sex: Sex): string {
  const { label, female, male } = kindOf(kind)
  return (sex === 'F' ? female : sex === 'M' ? male : undefined) ?? label
}

/** Is this a relative of the child in law (Children Act 1989 s105(1))? */
export const isRelative = (kind: RelationshipKind): boolean => kindOf(kind).relative === true

/** Is this a relationship by birth? */
export const isByBirth = (kind: RelationshipKind): boolean => kindOf(kind).birth === true

/** The relationship told from the other end. */
export const inverted = (relationship: Relationship): Relationship => ({
  ...relationship,
  person: relationship.of,
  of: relationship.person,
  kind: inverseOf(relationship.kind),
})

/** Everyone related to a person on a day: each as `{ person: the other, kind: what the other is to this person }`. */
export function relatedOn(relationships: readonly Relationship[], to: PersonId, day: Day): Relationship[] {
  const found: Relationship[] = []
  for (const one of relationships) {
    if (!holdsOn(one, day)) continue
    if (one.of === to) found.push(one)
    else if (one.person === to) found.push(inverted(one))
  }
  return found
}
