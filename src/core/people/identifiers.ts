/**
 * The identifiers people carry: the council's own child id, UPN, NHS number and ULN. Each is parsed once, at the edge,
 * into a branded string that has passed its check; from there on a `Upn` cannot be handed where a `NhsNumber` is meant.
 */

import { done, type Outcome, problem } from '../outcomes.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** The council's id of a child: letters and digits, at most 20 (the rule of the CIN census and of the daily API). */
export type ChildId = Branded<'ChildId'>
/** Unique pupil number: check letter and 12 digits, or for a temporary one 11 digits and a letter. */
export type Upn = Branded<'Upn'>
/** NHS number: ten digits, unspaced. */
export type NhsNumber = Branded<'NhsNumber'>
/** Unique learner number: ten digits. */
export type Uln = Branded<'Uln'>

/** The one place where text that has passed its check receives its brand. */
const branded = <Name extends string>(text: string): Branded<Name> => text as Branded<Name>

const compact = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase()

// The council's child id

/** Crockford's base 32: without I, L, O and U, which are misread or spell words. */
const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MINTED_PREFIX = 'HW'
const MINTED = /^HW[0-9A-HJKMNP-TV-Z]{8}$/
const LEFT_BITS = 17
const RIGHT_BITS = 18
/** Ids that can be minted: two to the power 35, about 34 thousand million. */
export const childIdsAvailable = 2 ** (LEFT_BITS + RIGHT_BITS)
const ROUND_KEYS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]

function mixed(value: number, key: number): number {
  let hash = Math.imul(value ^ key, 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x297a2d39)
  return (hash ^ (hash >>> 14)) >>> 0
}

/**
 * A bijection of the numbers of 35 bits: a Feistel network of four rounds. Two children registered one after the other
 * get ids that look unrelated, so an id says nothing about when a child became known or about brothers and sisters.
 * It hides the order from people; it is no cipher.
 */
function scrambled(sequence: number): number {
  let left = Math.floor(sequence / 2 ** RIGHT_BITS)
  let right = sequence % 2 ** RIGHT_BITS
  for (const [round, key] of ROUND_KEYS.entries()) {
    if (round % 2 === 0) left ^= mixed(right, key) >>> (32 - LEFT_BITS)
    else right ^= mixed(left, key) >>> (32 - RIGHT_BITS)
  }
  return left * 2 ** RIGHT_BITS + right
}

/**
 * Damm's check over the field of 32 elements (reduction x^5 + x^2 + 1): finds every single wrong character and every
 * exchange of neighbours.
 */
function checkCharacter(digits: string): string {
  let interim = 0
  for (const character of digits) {
    interim = (interim ^ BASE32.indexOf(character)) << 1
    if (interim & 32) interim ^= 0b100101
  }
  return BASE32.charAt(interim)
}

/**
 * The child id for a sequence number (0 to `childIdsAvailable` - 1): `HW`, seven characters of base 32 and a check
 * character. The same number always gives the same id, and no two numbers share one.
 */
export function mintChildId(sequence: number): ChildId {
  if (!Number.isSafeInteger(sequence) || sequence < 0 || sequence >= childIdsAvailable) {
    throw new RangeError(`No child id can be minted from ${sequence}`)
  }
  let rest = scrambled(sequence)
  let digits = ''
  for (let place = 0; place < 7; place++) {
    digits = BASE32.charAt(rest % 32) + digits
    rest = Math.floor(rest / 32)
  }
  return branded(MINTED_PREFIX + digits + checkCharacter(digits))
}

/**
 * Reads a child id: ours, or one from a former system (any letters and digits, at most 20; their case is kept).
 * Ours are read forgivingly, as Crockford's alphabet allows (small letters, O for 0, I and L for 1), and must agree with
 * their check character.
 */
export function parseChildId(text: string): Outcome<ChildId> {
  const given = text.trim()
  if (!/^[A-Za-z0-9]{1,20}$/.test(given)) return problem('identifier.council', { given })
  const capital = given.toUpperCase()
  const ours = MINTED_PREFIX + capital.slice(MINTED_PREFIX.length).replace(/O/g, '0').replace(/[IL]/g, '1')
  if (!capital.startsWith(MINTED_PREFIX) || !MINTED.test(ours)) return done(branded(given))
  const digits = ours.slice(MINTED_PREFIX.length, -1)
  if (checkCharacter(digits) !== ours.slice(-1)) return problem('identifier.council-check', { given })
  return done(branded(ours))
}

// UPN

/** The alphabet of UPN check letters, and of the last character of a temporary UPN (DfE, Unique pupil numbers guide). */
const UPN_LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/** The check letter for the twelve characters that follow it: weights 2 to 13, modulo 23. */
export function upnCheckLetter(twelve: string): string {
  let sum = 0
  for (const [index, character] of [...twelve].entries()) {
    const value = character >= '0' && character <= '9' ? Number(character) : UPN_LETTERS.indexOf(character)
    sum += value * (index + 2)
  }
  return UPN_LETTERS.charAt(sum % 23)
}

/** Reads a UPN, permanent or temporary. Spaces and small letters are forgiven. */
export function parseUpn(text: string): Outcome<Upn> {
  const upn = compact(text)
  const invalid = (reason: string) => problem('identifier.upn', { given: text.trim(), reason })
  if (upn.length !== 13) return invalid(`it must have 13 characters, and this has ${upn.length}`)
  if (!UPN_LETTERS.includes(upn.charAt(0))) return invalid('it must start with a letter other than I, O and S')
  if (!/^[0-9]{11}$/.test(upn.slice(1, 12))) return invalid('the characters after the first letter must be digits')
  if (!/[0-9]/.test(upn.charAt(12)) && !UPN_LETTERS.includes(upn.charAt(12))) {
    return invalid('the last character must be a digit, or for a temporary number a letter other than I, O and S')
  }
  if (upnCheckLetter(upn.slice(1)) !== upn.charAt(0)) return invalid('its first letter does not agree with the rest')
  return done(branded(upn))
}

/** A temporary UPN ends in a letter; a school gives it while the permanent one is being found. */
export const isTemporaryUpn = (upn: Upn): boolean => /[A-Z]$/.test(upn)

/** A UPN from its parts: local authority (3 digits), school (4), year of issue (2), serial number (3). */
export function issueUpn(parts: { authority: number; school: number; year: number; serial: number }): Outcome<Upn> {
  const digits = (value: number, length: number) => String(value).padStart(length, '0')
  const { authority, school, year, serial } = parts
  const twelve = digits(authority, 3) + digits(school, 4) + digits(year % 100, 2) + digits(serial, 3)
  return parseUpn(upnCheckLetter(twelve) + twelve)
}

/**
 * Why a UPN is not known. `returns` says which of the three returns accept the code: looked-after children (SSDA903),
 * children in need (CIN census), SEN2. The meaning is given where the published code set gives it; UN6 and UN8 to UN10
 * are defined only in the guides of the collections named.
 */
export const upnUnknownCodes = {
  UN1: { meaning: 'Not of school age and not yet given a UPN', returns: ['ssda903', 'cin', 'sen2'] },
  UN2: { meaning: 'Has never attended a maintained school in England', returns: ['ssda903', 'cin', 'sen2'] },
  UN3: { meaning: 'Educated outside England', returns: ['ssda903', 'cin', 'sen2'] },
  UN4: { meaning: 'Newly looked after, UPN not yet known', returns: ['ssda903', 'cin', 'sen2'] },
  UN5: { meaning: 'Sources disagree about the name or date of birth', returns: ['ssda903', 'cin', 'sen2'] },
  UN6: { meaning: null, returns: ['cin', 'sen2'] },
  UN7: { meaning: 'Referral with no further action', returns: ['cin', 'sen2'] },
  UN8: { meaning: null, returns: ['sen2'] },
  UN9: { meaning: null, returns: ['sen2'] },
  UN10: { meaning: null, returns: ['sen2'] },
} as const satisfies Record<string, { meaning: string | null; returns: readonly ('ssda903' | 'cin' | 'sen2')[] }>

export type UpnUnknown = keyof typeof upnUnknownCodes

export function parseUpnUnknown(text: string): Outcome<UpnUnknown> {
  const code = compact(text)
  const known = (Object.keys(upnUnknownCodes) as UpnUnknown[]).find((one) => one === code)
  if (known) return done(known)
  return problem('identifier.upn-unknown', { given: text.trim() })
}

// NHS number and ULN: nine digits weighted 10 down to 2, modulo 11

function weighted(nine: string): number {
  let sum = 0
  for (let index = 0; index < 9; index++) sum += Number(nine.charAt(index)) * (10 - index)
  return sum % 11
}

/** The check digit for nine digits of an NHS number; undefined where none exists (the number is never issued). */
export function nhsCheckDigit(nine: string): string | undefined {
  const check = (11 - weighted(nine)) % 11
  return check === 10 ? undefined : String(check)
}

/** Reads an NHS number (modulus 11; NHS Data Dictionary). Spaces are forgiven. */
export function parseNhsNumber(text: string): Outcome<NhsNumber> {
  const nhs = compact(text)
  const invalid = (reason: string) => problem('identifier.nhs', { given: text.trim(), reason })
  if (!/^[0-9]*$/.test(nhs)) return invalid('it must have digits only')
  if (nhs.length !== 10) return invalid(`it must have 10 digits, and this has ${nhs.length}`)
  if (/^(\d)\1{9}$/.test(nhs)) return invalid('it is one digit repeated')
  if (nhsCheckDigit(nhs) !== nhs.charAt(9)) return invalid('its last digit does not agree with the rest')
  return done(branded(nhs))
}

/** As it is read aloud and printed on letters: 3, 3 and 4 digits. */
export const formatNhsNumber = (nhs: NhsNumber): string => `${nhs.slice(0, 3)} ${nhs.slice(3, 6)} ${nhs.slice(6)}`

/** Numbers that start with 999 are never given to a patient; invented people carry them. */
export const isTestNhsNumber = (nhs: NhsNumber): boolean => nhs.startsWith('999')

/** The check digit for nine digits of a ULN: 10 less the remainder; undefined where the remainder is 0. */
export function ulnCheckDigit(nine: string): string | undefined {
  const remainder = weighted(nine)
  return remainder === 0 ? undefined : String(10 - remainder)
}

/** Reads a ULN (Learning Records Service). 9999999999, which stands for "not yet known" in some files, is refused. */
export function parseUln(text: string): Outcome<Uln> {
  const uln = compact(text)
  const invalid = (reason: string) => problem('identifier.uln', { given: text.trim(), reason })
  if (!/^[0-9]*$/.test(uln)) return invalid('it must have digits only')
  if (uln.length !== 10) return invalid(`it must have 10 digits, and this has ${uln.length}`)
  if (uln === '9999999999') return invalid('it stands for a number that is not yet known')
  if (uln.startsWith('0')) return invalid('it cannot start with 0')
  if (ulnCheckDigit(uln) !== uln.charAt(9)) return invalid('its last digit does not agree with the rest')
  return done(branded(uln))
}
