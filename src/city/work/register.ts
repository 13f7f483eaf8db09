/** The register: every child once, and for families known to services who is who, where they lived and went to school. */
import { dayNumber } from '../../core/calendar/index.ts'
import type { Values } from '../../core/pathway/field.ts'
import type { Address, Person } from '../../core/people/index.ts'
import { type Schooling, schoolOn, schoolYearOf } from '../population/index.ts'
import { type Line, type Mark, mark } from './book.ts'
import type { Household, Kid } from './household.ts'
import { officeTime, type Story, startOf } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'

const pathway = 'person'

/** Schools have numbers in the record: their place in the list, from 1. */
export const schoolNumber = (place: number): number => place + 1

interface Numbers {
  readonly childId: string
  readonly family: number
}

function valuesOf(person: Person, as: 'child' | 'adult', { childId, family }: Numbers): Record<string, Values[string]> {
  const { names, birth, sex, ethnicity, languages, interpreterNeeded, disabilities, identifiers } = person
  const values: Record<string, Values[string]> = { as, sex, ethnicity, childId, family }
  if (names.forename) values.forename = names.forename
  if (names.surname) values.surname = names.surname
  if (names.knownAs) values.knownAs = names.knownAs
  if (birth !== null && 'born' in birth) values.born = birth.born
  else if (birth !== null) values.expected = birth.expected
  if (languages[0] !== undefined) values.language = languages[0]
  if (interpreterNeeded) values.interpreter = 'yes'
  if (disabilities.length > 0) values.disabilities = disabilities
  if (identifiers.upn) values.upn = identifiers.upn
  if (identifiers.nhs) values.nhs = identifiers.nhs
  return values
}

function withAddress(values: Record<string, Values[string]>, address: Address | undefined): void {
  if (!address) return
  const writes = { reveal: true, rule: 'the record keeps what its pages withhold' } as const
  const place = address.protected ? address.place.disclose(writes) : address.place
  if (place === undefined) return
  values.address = place.lines.join(', ')
  if (place.postcode !== null) values.postcode = place.postcode
  if (address.protected) values.protected = 'yes'
}

const homeOn = ({ family }: Household, day: number): Address | undefined =>
  family.homes.findLast((home) => home.from === null || dayNumber(home.from) <= day) ?? family.homes[0]

/** The one entry of a child whom no service has met: added when the child came to the school or home of today. */
export function tellUnknown(story: Story): void {
  const { household, timeline } = story
  for (const kid of household.kids) {
    const { attendance, school } = kid.childhood
    if (!isRegistered(kid)) continue
    const lastMove = dayNumber(household.family.homes.at(-1)?.from ?? timeline.day(timeline.start))
    const began = school === null ? kid.born + 9 : schoolBegan(story, kid)
    const day =
      attendance === 'unborn' ? timeline.today - 1 - (kid.record % 40) : Math.max(timeline.start, began, lastMove)
    const values = valuesOf(kid.person, 'child', { childId: childIdOf(kid.person), family: household.family.id })
    withAddress(values, household.family.homes.at(-1))
    if (school !== null) values.school = schoolNumber(school)
    tellRegistered(story, kid.record, Math.min(officeTime(story, day + 1), timeline.end - minute), values)
  }
}

function tellRegistered(story: Story, record: number, at: Seconds, values: Values, own?: Mark): void {
  const { staff, random, book } = story
  const author = staff.pick(random, 'performance', ['performanceAnalyst'], dayOfSeconds(at)).worker
  const line: Line = { does: 'record', record, pathway, step: 'registered', episode: null, values, mark: own ?? mark() }
  book.tell(at, author, [line])
}

const childIdOf = (person: Person): string => person.identifiers.child ?? ''

/** The first of September on which the child came to the school of today. */
function schoolBegan({ timeline }: Story, kid: Kid): number {
  const { yearGroup } = kid.childhood
  const years = (yearGroup ?? 0) - (yearGroup === null || yearGroup <= 6 ? 0 : yearGroup <= 11 ? 7 : 12)
  const today = timeline.day(timeline.today)
  return timeline.today - Math.round(years * 365.25) - (timeline.today - septemberOf(schoolYearOf(today)))
}

const septemberOf = (schoolYear: number): number => Math.floor(Date.UTC(schoolYear, 8, 1) / 86_400_000)

/** Everyone of a family that services know, told after its story, because the story says when each was first met. */
export function tellKnown(story: Story): void {
  const { household, book } = story
  const firstMet = Math.min(...household.kids.map(({ firstAt }) => firstAt))
  if (!Number.isFinite(firstMet)) return
  const author = story.staff.pick(story.random, 'mash', ['businessSupport'], dayOfSeconds(firstMet)).worker
  for (const adult of household.adults) {
    const childId = `A${String(adult.id).padStart(7, '0')}`
    const values = valuesOf(adult, 'adult', { childId, family: household.family.id })
    withAddress(values, homeOn(household, dayOfSeconds(firstMet)))
    book.tell(firstMet - 6 * minute, author, [
      { does: 'record', record: adult.id, pathway, step: 'registered', episode: null, values },
    ])
  }
  for (const kid of household.kids) tellKid(story, kid, firstMet)
}

/** Who had grown up or died before any service met the family is not in the register. */
const isRegistered = ({ childhood: { attendance }, firstAt }: Kid): boolean =>
  Number.isFinite(firstAt) || (attendance !== 'grown' && attendance !== 'died')

function tellKid(story: Story, kid: Kid, firstMet: Seconds): void {
  const { household, timeline, random } = story
  if (!isRegistered(kid)) return
  const isMet = Number.isFinite(kid.firstAt)
  // A brother or sister of whom nothing is recorded yet is added with the family, or soon after the birth.
  const early = isMet ? kid.firstAt - 9 * minute : timeline.end - minute
  const at = kid.knownUnborn
    ? early
    : Math.min(early, Math.max(firstMet - 8 * minute, officeTime(story, kid.born + random.int(4, 25))))
  const own = mark()
  const numbers = { childId: childIdOf(kid.person), family: household.family.id }
  const values = kid.knownUnborn ? unbornValues(kid, story, numbers) : valuesOf(kid.person, 'child', numbers)
  const day = dayOfSeconds(at)
  withAddress(values, homeOn(household, day))
  const school = kid.knownUnborn ? null : schoolAt(story, kid, day)
  if (school !== null) values.school = schoolNumber(school)
  tellRegistered(story, kid.record, at, values, own)
  tellBirth(story, kid, own)
  // With the family where it is met, or once the child itself is in the register.
  if (isMet) tellRelated(story, kid, Math.max(at + minute, firstMet - 4 * minute), own)
  if (isMet) tellMoves(story, kid, at, own)
  tellSchools(story, kid, at, own, school)
  if (kid.died !== null) tellDeath(story, kid, own)
}

/** Before the birth there is the mother's surname and the day expected, which is rarely the day of birth. */
function unbornValues(kid: Kid, { timeline }: Story, numbers: Numbers): Record<string, Values[string]> {
  const { names, ethnicity, languages } = kid.person
  const isBorn = kid.born <= timeline.today
  const expected = timeline.day(isBorn ? kid.born + ((kid.record * 7) % 21) - 9 : kid.born)
  const values: Record<string, Values[string]> = { as: 'child', sex: 'U', ethnicity, expected, ...numbers }
  if (names.surname) values.surname = names.surname
  if (languages[0] !== undefined) values.language = languages[0]
  return values
}

function tellBirth(story: Story, kid: Kid, episode: Mark): void {
  const { person, knownUnborn, birthKnown, record } = kid
  if (!knownUnborn || person.birth === null || !('born' in person.birth)) return
  const { names, identifiers, sex } = person
  const values = {
    born: person.birth.born,
    sex,
    ...(names.forename ? { forename: names.forename } : {}),
    ...(names.surname ? { surname: names.surname } : {}),
    ...(identifiers.nhs ? { nhs: identifiers.nhs } : {}),
  }
  const author = story.staff.pick(story.random, 'mash', ['businessSupport'], dayOfSeconds(birthKnown)).worker
  story.book.tell(birthKnown, author, [{ does: 'record', record, pathway, step: 'born', episode, values }])
}

function tellRelated(story: Story, kid: Kid, at: Seconds, episode: Mark): void {
  const { households, household, book, staff, random } = story
  const author = staff.pick(random, 'mash', ['businessSupport'], dayOfSeconds(at)).worker
  const inRecord = new Set([
    ...household.adults.map(({ id }) => id),
    ...household.kids.filter(isRegistered).map(({ record }) => record),
  ])
  let n = 0
  for (const { person, kind, from, until } of households.relatedTo(kid.record)) {
    // That they are full brothers and sisters is said by their parents.
    if (!inRecord.has(person) || kind === 'sibling') continue
    const since = from ?? undefined
    if (since !== undefined && dayNumber(since) > dayOfSeconds(at)) continue
    if (since !== undefined && kid.knownUnborn) continue
    const responsibility = households.responsibility(kid.record, person)
    const values = {
      person,
      kind,
      ...(responsibility === undefined ? {} : { responsibility }),
      ...(since === undefined || dayNumber(since) < kid.born ? {} : { from: since }),
      ...(until === null || dayNumber(until) > dayOfSeconds(at) || dayNumber(until) < kid.born ? {} : { until }),
    }
    book.tell(at + n++, author, [{ does: 'record', record: kid.record, pathway, step: 'related', episode, values }])
  }
}

function tellMoves(story: Story, kid: Kid, registered: Seconds, episode: Mark): void {
  const { household, timeline, staff, random, book } = story
  for (const home of household.family.homes) {
    if (home.from === null) continue
    const day = dayNumber(home.from)
    const at = officeTime(story, day + 1 + ((kid.record + day) % 9))
    if (at <= registered || day <= Math.max(kid.born, dayOfSeconds(registered)) || day > timeline.today) continue
    // Grown up and gone: the record ends with childhood.
    if (day > kid.born + 18 * 365.25) continue
    const values: Record<string, Values[string]> = {
      from: home.from,
      kind: 'home',
      protected: home.protected ? 'yes' : 'no',
    }
    withAddress(values, home)
    const author = staff.pick(random, 'mash', ['businessSupport'], dayOfSeconds(at)).worker
    book.tell(at, author, [{ does: 'record', record: kid.record, pathway, step: 'moved', episode, values }])
  }
}

function schoolAt({ timeline }: Story, kid: Kid, day: number): number | null {
  const schooling: Schooling = kid.childhood
  return kid.born > day ? null : schoolOn(schooling, timeline.day(kid.born), timeline.day(day))
}

/** A new school each September in which the child changes to one. */
function tellSchools(story: Story, kid: Kid, registered: Seconds, episode: Mark, first: number | null): void {
  const { timeline, staff, random, book } = story
  let before = first
  const from = schoolYearOf(timeline.day(dayOfSeconds(registered)))
  for (let schoolYear = from + 1; schoolYear <= schoolYearOf(timeline.day(timeline.today)); schoolYear++) {
    const september = septemberOf(schoolYear)
    const school = schoolAt(story, kid, september)
    if (school === null || school === before || (kid.died !== null && kid.died < september)) continue
    before = school
    const at = officeTime(story, september + 20 + (kid.record % 12))
    const values = { from: timeline.day(september), school: schoolNumber(school) }
    const author = staff.pick(random, 'performance', ['performanceAnalyst'], dayOfSeconds(at)).worker
    book.tell(at, author, [{ does: 'record', record: kid.record, pathway, step: 'schooled', episode, values }])
  }
}

function tellDeath(story: Story, kid: Kid, episode: Mark): void {
  const { timeline, staff, random, book } = story
  if (kid.died === null || kid.died < timeline.start) return
  const at = officeTime(story, kid.died + 2, startOf(kid.died + 1))
  const author = staff.pick(random, 'mash', ['hubManager'], dayOfSeconds(at)).worker
  const values = { died: timeline.day(kid.died) }
  book.tell(at, author, [{ does: 'record', record: kid.record, pathway, step: 'died', episode, values }])
}
