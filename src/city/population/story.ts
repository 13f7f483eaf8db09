/**
 * The story of one family, in day numbers and without ids: who the mother is, with whom she lived and when, the
 * children born, the homes. `settle.ts` gives it people and places. Pure: the same stream tells the same story.
 *
 * The rates are chosen so that the city looks like one (sizes of families, spacing, separations, new partners); they
 * are not estimates of any real population.
 */

import { type Random, weighted } from '../random.ts'
import { british, type Culture, cultures } from './cultures.ts'
import { year } from './days.ts'
import { type Ward, wardsByFamilies } from './places.ts'

export interface Adult {
  readonly culture: Culture
  readonly sex: 'F' | 'M'
  readonly forename: string
  readonly surname: string
  /** The surname before marriage, and the day it ended. */
  readonly former: { readonly surname: string; readonly until: number } | null
  readonly born: number
  readonly died: number | null
}

/** A time the mother lived with someone. The partner of the first union may be a woman, and then is a parent too. */
export interface Union {
  /** Null: a father nobody has named. */
  readonly partner: Adult | null
  readonly from: number
  readonly until: number | null
  readonly married: boolean
}

export interface Child {
  /** Day of birth, or for the unborn the day expected. */
  readonly day: number
  readonly unborn: boolean
  readonly sex: 'F' | 'M'
  /** Place of the other parent in the unions. */
  readonly union: number
  readonly forename: string
  readonly knownAs: string | null
  readonly surname: string
  readonly died: number | null
}

export interface FamilyStory {
  readonly ward: Ward
  readonly mother: Adult
  readonly unions: readonly Union[]
  /** Eldest first. */
  readonly children: readonly Child[]
  /** First day in the city, where the family came from elsewhere. */
  readonly arrived: number | null
  /** Days of moving house, in order. */
  readonly moves: readonly number[]
  /** The present home must not be given away. */
  readonly protectedHome: boolean
  /** A grandmother who is known to the family; with `since`, the children are hers by special guardianship. */
  readonly grandmother: { readonly adult: Adult; readonly since: number | null } | null
}

/** Children born up to this long ago belong to the city: the youngest of them were 17 ten years ago. */
export const yearsOfBirths = 28
/** Of families whose children have all grown up, those that the work of ten years will need. */
const grownFamiliesKept = 0.2
/** Unborn children are known from about the twelfth week, and not all of them to the council. */
const expectedWithin = 190
const unbornKnown = 0.35

const familySizes = weighted([
  [1, 30],
  [2, 39],
  [3, 19],
  [4, 8],
  [5, 4],
])

/** The head of each list is drawn more often than its tail, as names are. */
const nameFrom = (random: Random, list: readonly string[]): string => {
  const at = random.unit()
  return list[Math.floor(at * at * list.length)] ?? 'Sam'
}

function makeAdult(random: Random, culture: Culture, sex: 'F' | 'M', born: number): Adult {
  const { names } = culture
  return {
    culture,
    sex,
    forename: nameFrom(random, sex === 'F' ? names.women : names.men),
    surname: random.pick(names.surnames),
    former: null,
    born: Math.floor(born),
    died: null,
  }
}

/** Days of birth, first to last, of the whole family as it will once be; the last may lie in the future. */
function birthDays(random: Random, culture: Culture, asAt: number): number[] {
  const more = culture.largerFamilies
  let count: number = random.weighted(familySizes)
  while (count < 8 && random.chance(more)) count++
  const days = [asAt + 9 * year - random.unit() * (yearsOfBirths + 9) * year]
  while (days.length < count) {
    const before = days[0] ?? asAt
    const twin = random.chance(0.015)
    days.unshift(twin ? before : before - Math.max(320, random.bell(2.9 * year, 1.4 * year)))
  }
  return days.map(Math.floor)
}

function cultureOfPartner(random: Random, culture: Culture): Culture {
  if (!random.chance(culture.mixes)) return culture
  return culture !== british && random.chance(0.7) ? british : random.weighted(cultures)
}

function makeUnions(random: Random, culture: Culture, firstBirth: number, motherBorn: number, asAt: number): Union[] {
  const partnerCulture = cultureOfPartner(random, culture)
  const twoMothers = random.chance(0.007)
  const married = random.chance(culture.married)
  const from = Math.floor(Math.max(motherBorn + 17 * year, firstBirth - random.int(300, 2200)))
  const partner = random.chance(0.03)
    ? null
    : makeAdult(random, partnerCulture, twoMothers ? 'F' : 'M', motherBorn + random.bell(-1.5 * year, 4 * year))
  let until: number | null = null
  if (random.chance(0.1)) until = firstBirth - random.int(0, 200)
  else if (random.chance(married ? 0.3 : 0.55)) until = firstBirth + random.int(150, 5000)
  const unions: Union[] = [{ partner, from, until: until !== null && until < asAt ? until : null, married }]
  let last = unions[0]
  while (last && last.until !== null && unions.length < 4 && random.chance(0.7)) {
    const start = Math.max(last.until, firstBirth - 400) + random.int(150, 1800)
    if (start >= asAt) break
    const end = random.chance(0.4) ? start + random.int(200, 3500) : null
    last = {
      partner: makeAdult(random, cultureOfPartner(random, culture), 'M', motherBorn + random.bell(-year, 5 * year)),
      from: start,
      until: end !== null && end < asAt ? end : null,
      married: random.chance(0.2),
    }
    unions.push(last)
  }
  return unions
}

/** The union in which a child was conceived, or the last one before. */
function unionAt(unions: readonly Union[], birth: number): number {
  let found = 0
  for (const [at, union] of unions.entries()) if (union.from <= birth - 270) found = at
  return found
}

function surnameOfChild(random: Random, mother: Adult, union: Union | undefined): string {
  const other = union?.partner?.surname
  if (other === undefined || other === mother.surname) return mother.surname
  const draw = random.unit()
  const double = mother.surname.includes('-') || other.includes('-')
  if (draw < 0.05 && !double) return `${mother.surname}-${other}`
  return draw < (union?.married ? 0.95 : 0.72) ? other : mother.surname
}

function makeChild(random: Random, mother: Adult, unions: readonly Union[], day: number, asAt: number): Child {
  const union = unionAt(unions, day)
  const sex = random.chance(0.512) ? 'M' : 'F'
  const names = (random.chance(0.75) ? mother : (unions[union]?.partner ?? mother)).culture.names
  const forename = nameFrom(random, sex === 'F' ? names.girls : names.boys)
  const shortened = random.chance(0.04) && forename.length > 5 ? forename.slice(0, 3) : null
  const death = random.chance(0.0015) ? day + Math.floor(random.unit() * random.unit() * 18 * year) : null
  return {
    day,
    unborn: day > asAt,
    sex,
    union,
    forename: day > asAt ? '' : forename,
    knownAs: day > asAt ? null : shortened,
    surname: surnameOfChild(random, mother, unions[union]),
    died: death !== null && death <= asAt ? death : null,
  }
}

function movingDays(random: Random, ward: Ward, from: number, asAt: number): number[] {
  const staysYears = ward.deprivation <= 2 ? 7 : 11
  const days: number[] = []
  for (let day = from; ; ) {
    day += Math.floor((0.25 + random.unit() * random.unit() * staysYears * 3.5) * year)
    if (day >= asAt) return days
    days.push(day)
  }
}

/** The children of the family who belong to the city, or none. Different siblings never share a forename. */
function keptChildren(random: Random, mother: Adult, unions: readonly Union[], days: readonly number[], asAt: number) {
  const children: Child[] = []
  const used = new Set<string>()
  for (const day of days) {
    if (day < asAt - yearsOfBirths * year || day > asAt + expectedWithin) continue
    if (day > asAt && !random.chance(unbornKnown)) continue
    let child = makeChild(random, mother, unions, day, asAt)
    for (let again = 0; again < 20 && used.has(child.forename); again++) {
      child = makeChild(random, mother, unions, day, asAt)
    }
    if (!child.unborn) used.add(child.forename)
    children.push(child)
  }
  return children
}

function makeGrandmother(random: Random, mother: Adult, children: readonly Child[], asAt: number) {
  if (!random.chance(0.06)) return null
  const adult = {
    ...makeAdult(random, mother.culture, 'F', mother.born - random.bell(26, 4) * year),
    surname: mother.former?.surname ?? mother.surname,
  }
  const youngest = children.at(-1)
  const guardian = random.chance(0.12) && youngest !== undefined && !youngest.unborn
  const since = guardian ? youngest.day + random.int(300, 2500) : null
  return { adult, since: since !== null && since < asAt ? since : null }
}

/** Tells one family's story as it stands on day number `asAt`; null when none of it belongs to the city. */
export function tellFamily(random: Random, asAt: number): FamilyStory | null {
  const ward = random.weighted(wardsByFamilies)
  const culture = random.weighted(cultures)
  const days = birthDays(random, culture, asAt)
  const firstBirth = days[0] ?? asAt
  const yearsOfBearing = ((days.at(-1) ?? firstBirth) - firstBirth) / year
  const ageAtFirst = Math.max(18, Math.min(random.bell(26 + ward.deprivation, 5), 45 - yearsOfBearing))
  const motherBorn = Math.floor(firstBirth - ageAtFirst * year)
  const unions = makeUnions(random, culture, firstBirth, motherBorn, asAt)
  const maiden = makeAdult(random, culture, 'F', motherBorn)
  const [union] = unions
  const takesName = union?.partner && union.married && random.chance(culture.sharesSurname)
  const mother: Adult = {
    ...maiden,
    ...(takesName && union.partner
      ? { surname: union.partner.surname, former: { surname: maiden.surname, until: union.from + random.int(0, 700) } }
      : {}),
    died: random.chance(0.006) ? Math.floor(firstBirth + (asAt - firstBirth) * random.unit()) : null,
  }
  const children = keptChildren(random, mother, unions, days, asAt)
  const youngest = children.at(-1)
  if (!youngest) return null
  if (youngest.day <= asAt - 18 * year && !random.chance(grownFamiliesKept)) return null
  const arrived = random.chance(0.13) ? Math.floor(asAt - random.unit() * 12 * year) : null
  const homeSince = arrived ?? Math.min(firstBirth - random.int(0, 1500), asAt - 60)
  return {
    ward,
    // A mother who died before her youngest was born is a slip of the dice, not a story.
    mother: mother.died !== null && mother.died <= youngest.day ? { ...mother, died: null } : mother,
    unions,
    children,
    arrived,
    moves: movingDays(random, ward, homeSince, asAt),
    protectedHome: unions.some((one) => one.until !== null) && random.chance(0.02),
    grandmother: makeGrandmother(random, mother, children, asAt),
  }
}
