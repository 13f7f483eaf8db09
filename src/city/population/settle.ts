/** Settles a told family in the city: persons with ids, homes, relationships, responsibility, schools. */

import { type Birth, type Day, dayNumber } from '../../core/calendar/index.ts'
import {
  type Address,
  bases,
  type Ethnicity,
  type FamilyMembership,
  type FormerName,
  type ParentalResponsibility,
  type Person,
  type PersonId,
  type Relationship,
  type RelationshipKind,
  type ResponsibilityBasis,
  WithheldPlace,
} from '../../core/people/index.ts'
import type { Random } from '../random.ts'
import { ethnicityOfChild } from './cultures.ts'
import { DayTable, year } from './days.ts'
import type { Enrolment, FamilySchools } from './enrolment.ts'
import { noIdentifiers, Registry } from './identity.ts'
import { childDisabilities, notRecorded } from './needs.ts'
import { StreetPlan } from './places.ts'
import { yearGroupOn } from './schooling.ts'
import type { Childhood, Family, OwnHome } from './shapes.ts'
import type { Adult, Child, FamilyStory, Union } from './story.ts'

const noFormerNames: readonly FormerName[] = []
/** From this day a father could gain parental responsibility by registration (Children Act 1989 s4(1)(a)). */
const registrationSince = bases.registeredFather.since

export class Settlement {
  readonly persons: Person[] = []
  readonly families: Family[] = []
  readonly childhoods: Childhood[] = []
  readonly relationships: Relationship[] = []
  readonly responsibilities: ParentalResponsibility[] = []
  readonly ownHomes: OwnHome[] = []

  readonly #asAt: Day
  /** The same as a day number. */
  readonly #number: number
  readonly #enrolment: Enrolment
  readonly #days = new DayTable()
  readonly #streets = new StreetPlan()
  readonly #registry = new Registry()

  constructor(asAt: Day, enrolment: Enrolment) {
    this.#asAt = asAt
    this.#number = dayNumber(asAt)
    this.#enrolment = enrolment
  }

  settle(random: Random, story: FamilyStory): void {
    const family = this.families.length + 1
    const members: FamilyMembership[] = []
    const joins = (person: PersonId, from: number | null, until: number | null) => {
      // Someone who had left or died before the family came to the city never lived in it here.
      if (from !== null && until !== null && until <= from) return
      members.push({ family, person, from: this.#days.orNull(from), until: this.#days.orNull(until) })
    }
    const since = (from: number) => (story.arrived === null ? from : Math.max(from, story.arrived))
    const speaks = random.weighted(story.mother.culture.languages)

    const mother = this.#adult(random, story.mother, speaks)
    const guardianSince = this.#guardianSince(story)
    joins(mother, since(story.unions[0]?.from ?? story.mother.born), earliest(story.mother.died, guardianSince))
    const partners = story.unions.map((union) => this.#partner(random, story, union, mother, speaks, since, joins))
    const preferred = this.#enrolment.preferred(random, story.ward)
    const children = story.children.map((child) => this.#child(random, story, child, family, speaks, preferred))
    for (const [at, child] of story.children.entries()) {
      const person = children[at]
      if (person === undefined) continue
      const leftHome = child.day + (19 + random.unit() * 6) * year
      const left = leftHome < this.#number ? leftHome : null
      joins(person, child.unborn ? null : since(child.day), earliest(child.died, left))
      this.#parents(random, story, child, person, mother, partners)
    }
    this.#siblings(story.children, children)
    if (story.grandmother) {
      const grandmother = this.#adult(random, story.grandmother.adult, speaks)
      if (guardianSince !== null) joins(grandmother, since(guardianSince), null)
      this.#grandmother(grandmother, mother, story.children, children, guardianSince)
    }
    const { index: ward, deprivation } = story.ward
    const arrived = this.#days.orNull(story.arrived)
    this.families.push({ id: family, ward, deprivation, arrived, homes: this.#homes(random, story), members })
  }

  /** The day the grandmother became special guardian; there was no such order before its law. */
  #guardianSince(story: FamilyStory): number | null {
    const since = story.grandmother?.since ?? null
    return since !== null && this.#days.of(since) >= bases.specialGuardianship.since ? since : null
  }

  get #nextId(): PersonId {
    return this.persons.length + 1
  }

  #add(person: Person): PersonId {
    this.persons.push(person)
    return person.id
  }

  #adult(random: Random, adult: Adult, speaks: readonly string[]): PersonId {
    const { forename, surname, former, culture } = adult
    return this.#add({
      id: this.#nextId,
      names: {
        forename,
        surname,
        knownAs: null,
        former: former
          ? [{ forename, surname: former.surname, from: null, until: this.#days.of(former.until) }]
          : noFormerNames,
      },
      birth: { born: this.#days.of(adult.born) },
      died: this.#days.orNull(adult.died),
      sex: adult.sex,
      ethnicity: recorded(random, culture.ethnicity),
      languages: speaks,
      interpreterNeeded: speaks.length > 1 && random.chance(culture.interpreter * 2),
      disabilities: notRecorded,
      identifiers: { ...noIdentifiers, nhs: this.#registry.nhs() },
    })
  }

  #partner(
    random: Random,
    story: FamilyStory,
    union: Union,
    mother: PersonId,
    speaks: readonly string[],
    since: (from: number) => number,
    joins: (person: PersonId, from: number | null, until: number | null) => void,
  ): PersonId | null {
    if (!union.partner) return null
    const person = this.#adult(random, union.partner, speaks)
    const [from, until] = [this.#days.of(union.from), this.#days.orNull(union.until)]
    this.#relate(person, mother, 'partner', from, until)
    if (union.until === null) {
      const guardianSince = this.#guardianSince(story)
      const together = since(union.from)
      joins(person, together, guardianSince !== null && guardianSince > together ? guardianSince : null)
      return person
    }
    this.#relate(person, mother, 'formerPartner', until, null)
    if (since(union.from) < union.until) joins(person, since(union.from), union.until)
    if (random.chance(0.8)) {
      const place = this.#streets.place(story.ward, random)
      this.ownHomes.push({ person, home: { kind: 'home', protected: false, place, from: until, until: null } })
    }
    return person
  }

  #relate(person: PersonId, of: PersonId, kind: RelationshipKind, from: Day | null, until: Day | null) {
    this.relationships.push({ person, of, kind, from, until })
  }

  #parents(
    random: Random,
    story: FamilyStory,
    child: Child,
    person: PersonId,
    mother: PersonId,
    partners: readonly (PersonId | null)[],
  ) {
    const born = child.unborn ? null : this.#days.of(child.day)
    const responsible = (holder: PersonId, basis: ResponsibilityBasis) => {
      if (born) this.responsibilities.push({ holder, child: person, basis, from: born, until: null })
    }
    this.#relate(mother, person, 'mother', born, null)
    responsible(mother, 'mother')
    for (const [at, partner] of partners.entries()) {
      const union = story.unions[at]
      if (partner === null || !union?.partner) continue
      if (at === child.union) {
        const second = union.partner.sex === 'F'
        this.#relate(partner, person, second ? 'parent' : 'father', born, null)
        const basis = born && basisOfSecondParent(random, union, child, born, second)
        if (basis) responsible(partner, basis)
      } else if (at > child.union && (union.until ?? this.#number) > child.day && union.from < child.day + 18 * year) {
        this.#relate(partner, person, 'stepParent', this.#days.of(union.from), this.#days.orNull(union.until))
      }
    }
  }

  #siblings(children: readonly Child[], persons: readonly PersonId[]) {
    for (const [younger, child] of children.entries()) {
      for (let elder = 0; elder < younger; elder++) {
        const [first, second] = [persons[elder], persons[younger]]
        if (first === undefined || second === undefined) continue
        const kind = children[elder]?.union === child.union ? 'sibling' : 'halfSibling'
        this.#relate(first, second, kind, child.unborn ? null : this.#days.of(child.day), null)
      }
    }
  }

  #grandmother(
    grandmother: PersonId,
    mother: PersonId,
    children: readonly Child[],
    persons: readonly PersonId[],
    guardianSince: number | null,
  ) {
    this.#relate(grandmother, mother, 'mother', null, null)
    for (const [at, child] of children.entries()) {
      const person = persons[at]
      if (person === undefined) continue
      this.#relate(grandmother, person, 'grandparent', child.unborn ? null : this.#days.of(child.day), null)
      if (guardianSince === null || child.unborn || guardianSince >= child.day + 17 * year) continue
      const from = this.#days.of(guardianSince)
      this.#relate(grandmother, person, 'specialGuardian', from, null)
      const basis = 'specialGuardianship'
      this.responsibilities.push({ holder: grandmother, child: person, basis, from, until: null })
    }
  }

  #homes(random: Random, story: FamilyStory): Address[] {
    const ends = [...story.moves, null]
    const lastKept = this.#number - 12 * year
    let from = story.arrived
    const homes: Address[] = []
    for (const [at, until] of ends.entries()) {
      const place = this.#streets.place(story.ward, random)
      const span = { kind: 'home', from: this.#days.orNull(from), until: this.#days.orNull(until) } as const
      const hidden = story.protectedHome && at === ends.length - 1
      if (until === null || until > lastKept) {
        homes.push(
          hidden ? { ...span, protected: true, place: new WithheldPlace(place) } : { ...span, protected: false, place },
        )
      }
      from = until
    }
    return homes
  }

  #child(
    random: Random,
    story: FamilyStory,
    child: Child,
    family: number,
    speaks: readonly string[],
    preferred: FamilySchools,
  ): PersonId {
    const { unborn, died, sex, forename, surname, knownAs } = child
    const when = this.#days.of(child.day)
    const disabilities = unborn ? notRecorded : random.weighted(childDisabilities)
    const status = unborn ? 'unborn' : died !== null ? 'died' : 'living'
    const enrolled = this.#enrolment.enrol(random, when, status, story.ward, preferred, disabilities)
    const other = story.unions[child.union]?.partner?.culture
    const birth: Birth = unborn ? { expected: when } : { born: when }
    const person = this.#add({
      id: this.#nextId,
      names: { forename, surname, knownAs, former: noFormerNames },
      birth,
      died: this.#days.orNull(died),
      sex: unborn ? 'U' : sex,
      ethnicity: unborn ? 'NOBT' : recorded(random, ethnicityOfChild(story.mother.culture, other)),
      languages: speaks,
      interpreterNeeded: false,
      disabilities,
      identifiers: unborn
        ? this.#registry.unborn()
        : this.#registry.child(random, enrolled.first, yearGroupOn(when, this.#asAt)),
    })
    const { primary, secondary, sixteenPlus, attendance, yearGroup, school } = enrolled
    this.childhoods.push({ person, family, primary, secondary, sixteenPlus, attendance, yearGroup, school })
    return person
  }
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

/** What the services have on file is not always known. */
const recorded = (random: Random, ethnicity: Ethnicity): Ethnicity => {
  const draw = random.unit()
  return draw < 0.008 ? 'REFU' : draw < 0.03 ? 'NOBT' : ethnicity
}

/** On what basis the other parent has responsibility from birth, if any. */
function basisOfSecondParent(
  random: Random,
  union: Union,
  child: Child,
  born: Day,
  second: boolean,
): ResponsibilityBasis | null {
  const registered = random.chance(union.until !== null && union.until < child.day ? 0.6 : 0.93)
  if (second) return registered && born >= bases.secondFemaleParent.since ? 'secondFemaleParent' : null
  if (union.married && union.from <= child.day) return 'marriedFather'
  return registered && born >= registrationSince ? 'registeredFather' : null
}
