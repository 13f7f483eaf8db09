/** A family of the population as the stories see it: its children, its adults, and what each is to the others. */
import { dayNumber } from '../../core/calendar/index.ts'
import type { Person, Relationship, ResponsibilityBasis } from '../../core/people/index.ts'
import type { Childhood, Family, Population } from '../population/index.ts'
import { hour, type Seconds, secondsInDay } from './timeline.ts'

export interface Kid {
  readonly record: number
  readonly person: Person
  readonly childhood: Childhood
  /** As the family calls the child; `the baby` before it is born. */
  readonly name: string
  /** The day of birth, or the day expected. */
  readonly born: number
  readonly died: number | null
  /** When the birth becomes known, for a child known before it. */
  readonly birthKnown: Seconds
  /** The first thing that was recorded about the child, and whether that was before the birth. */
  firstAt: Seconds
  knownUnborn: boolean
}

export interface Household {
  readonly family: Family
  readonly kids: readonly Kid[]
  /** Mothers, fathers, step-parents, grandmothers: everyone who is something to one of the children. */
  readonly adults: readonly Person[]
}

/** The persons of each family, found once for all: the population holds them in the order of the families. */
export class Households {
  readonly #population: Population
  readonly #childhoods = new Map<number, Childhood[]>()
  readonly #related = new Map<number, Relationship[]>()
  readonly #responsible = new Map<number, Map<number, ResponsibilityBasis>>()

  constructor(population: Population) {
    this.#population = population
    for (const one of population.childhoods) push(this.#childhoods, one.family, one)
    for (const one of population.relationships) push(this.#related, one.of, one)
    for (const { child, holder, basis } of population.responsibilities) {
      if (holder === 'council') continue
      const held = this.#responsible.get(child) ?? new Map<number, ResponsibilityBasis>()
      held.set(holder, basis)
      this.#responsible.set(child, held)
    }
  }

  /** Who is what to this person. */
  relatedTo(record: number): readonly Relationship[] {
    return this.#related.get(record) ?? []
  }

  responsibility(child: number, holder: number): ResponsibilityBasis | undefined {
    return this.#responsible.get(child)?.get(holder)
  }

  person(id: number): Person {
    const found = this.#population.persons[id - 1]
    if (!found) throw new Error(`The population has no person ${id}`)
    return found
  }

  /** The children of a family, eldest first. */
  childrenOf(family: Family): readonly Kid[] {
    return (this.#childhoods.get(family.id) ?? []).map((childhood): Kid => {
      const person = this.person(childhood.person)
      const { birth, names } = person
      const born = birth === null ? 0 : dayNumber('born' in birth ? birth.born : birth.expected)
      return {
        record: person.id,
        person,
        childhood,
        name: names.knownAs ?? (names.forename || 'the baby'),
        born,
        died: person.died === null ? null : dayNumber(person.died),
        // The next day, at a time that differs from child to child.
        birthKnown: (born + 1) * secondsInDay + 9 * hour + ((person.id * 7_919) % (8 * hour)),
        firstAt: Number.POSITIVE_INFINITY,
        knownUnborn: false,
      }
    })
  }

  of(family: Family): Household {
    const kids = this.childrenOf(family)
    const own = new Set(kids.map(({ record }) => record))
    const adults = new Set<number>()
    for (const { record } of kids)
      for (const { person } of this.relatedTo(record)) if (!own.has(person)) adults.add(person)
    return {
      family,
      kids,
      adults: [...adults].map((id) => this.person(id)),
    }
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
