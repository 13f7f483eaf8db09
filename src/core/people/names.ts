/**
 * What a person is called. Nothing is assumed beyond this: either part may be empty (some people have one name), a
 * part may hold several words, and no part says anything about sex, family or marriage.
 */

import type { Day } from '../calendar/index.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import { holdsOn, type Span } from './spans.ts'

export interface Name {
  /** Given names, all of them, in their order. */
  readonly forename: string
  readonly surname: string
}

export interface FormerName extends Name, Span {}

export interface PersonNames extends Name {
  /** The forename by which the person wishes to be called, where it is another. */
  readonly knownAs: string | null
  readonly former: readonly FormerName[]
}

/** The longest part of a name that is kept, in characters. */
export const namePartLengthMax = 100

/** Characters that are not seen but move or break the sentence around them: controls and direction marks. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Safe inside a sentence or a cell: one line, single spaces, composed letters, no invisible characters. */
export const tidyName = (text: string): string =>
  text.replace(/\s/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim().normalize('NFC')

/** Reads a name as typed. Problems: `person.name-missing` when both parts are empty, `field.too-long`. */
export function parseName(forenameText: string, surnameText: string): Outcome<Name> {
  const name = { forename: tidyName(forenameText), surname: tidyName(surnameText) }
  if (name.forename === '' && name.surname === '') return problem('person.name-missing')
  for (const [label, part] of [
    ['Forename', name.forename],
    ['Surname', name.surname],
  ] as const) {
    if (part.length > namePartLengthMax) {
      return problem('field.too-long', { label, limit: namePartLengthMax, length: part.length })
    }
  }
  return done(name)
}

export const nameNotKnown = 'Name not known'

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ') || nameNotKnown

/** As colleagues speak: `Mo Ali`. */
export const displayName = (names: Name & { readonly knownAs?: string | null }): string =>
  joined(names.knownAs || names.forename, names.surname)

/** As a formal document has it: `Mohammed Ali`. */
export const fullName = (name: Name): string => joined(name.forename, name.surname)

/** For lists in order of surname: `Ali, Mohammed`. A single name stands alone. */
export const sortName = (name: Name): string =>
  [name.surname, name.forename].filter((part) => part !== '').join(', ') || nameNotKnown

/** `Mo’s`, `James’s`: the form that needs no rule about the last letter. */
export const possessive = (names: Name & { readonly knownAs?: string | null }): string =>
  `${names.knownAs || displayName({ ...names, surname: names.forename === '' ? names.surname : '' })}’s`

/** The first letter of every word: `Mary-Ann O’Neill` is `MAO`. */
export function initials(name: Name): string {
  const words = `${name.forename} ${name.surname}`.match(/(?<![\p{L}\p{M}'’])\p{L}/gu) ?? []
  return words.join('').toUpperCase()
}

/** The name a person bore on a day: a former one if it held then, otherwise the present one. */
export const nameOn = (names: PersonNames, day: Day): Name => names.former.find((one) => holdsOn(one, day)) ?? names
