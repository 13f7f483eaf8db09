/**
 * Where people live and stay, over time. A protected address (a refuge, adopters, a foster home the parents must not
 * know) keeps its place shut in a `WithheldPlace`: code that means to print `address.place` does not compile, and
 * whatever turns the whole of it into text, JSON or a log line gets “Address protected”. Only a decision to disclose,
 * which names the rule or the person's reason, opens it.
 */

import type { Day } from '../calendar/index.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import { byStart, heldOn, type Span } from './spans.ts'

declare const brand: unique symbol
/** A postcode in its normal form: capitals, one space before the last three characters. */
export type Postcode = string & { readonly [brand]: 'Postcode' }

/** The shapes of postcodes (Royal Mail): area, district, then a digit and two letters, none of C I K M O V. */
const POSTCODE = /^([A-Z]{1,2}[0-9][0-9A-Z]?|GIR)([0-9][ABD-HJLNP-UW-Z]{2})$/

/** Reads a postcode: any case and spacing. It says that the form is right, not that the postcode exists. */
export function parsePostcode(text: string): Outcome<Postcode> {
  const parts = POSTCODE.exec(text.replace(/\s/g, '').toUpperCase())
  if (!parts) return problem('address.postcode', { given: text.trim() })
  return done(`${parts[1]} ${parts[2]}` as Postcode) // its form was checked just above
}

/** `B1 2AB` is in district `B1`: as much as a map for the public may show. */
export const districtOf = (postcode: Postcode): string => postcode.slice(0, -4)

export const addressKinds = {
  home: 'Home',
  placement: 'Placement',
  temporary: 'Temporary',
  correspondence: 'Letters only',
  school: 'School',
  work: 'Place of work',
} as const
export type AddressKind = keyof typeof addressKinds

export interface Place {
  /** One to five lines, without the postcode. */
  readonly lines: readonly string[]
  /** Null: not known, or none (no fixed address, abroad). */
  readonly postcode: Postcode | null
}

interface AddressTime extends Span {
  readonly kind: AddressKind
}
export interface OpenAddress extends AddressTime {
  readonly protected: false
  readonly place: Place
}
export interface ProtectedAddress extends AddressTime {
  readonly protected: true
  readonly place: WithheldPlace
}
export type Address = OpenAddress | ProtectedAddress

/** What the access policy decided about one viewer and one protected address. `rule` names the rule that allowed it. */
export type AddressDecision = { readonly reveal: false } | { readonly reveal: true; readonly rule: string }

export const withheldAddress = 'Address protected'

/** A place that nobody reads by accident. A copy, a spread or `structuredClone` of it holds nothing either. */
export class WithheldPlace {
  readonly #place: Place

  constructor(place: Place) {
    this.#place = place
  }

  /** The place itself, where a decision says so; undefined otherwise. */
  disclose(decision: AddressDecision): Place | undefined {
    return decision.reveal ? this.#place : undefined
  }

  toString(): string {
    return withheldAddress
  }

  toJSON(): string {
    return withheldAddress
  }

  /** As Node's `console.log` and `util.inspect` write it. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return withheldAddress
  }
}

/** The address on one line; a protected one only where the decision is to reveal it. */
export function showAddress(address: Address, decision: AddressDecision = { reveal: false }): string {
  if (!address.protected) return placeInWords(address.place)
  const disclosed = address.place.disclose(decision)
  return disclosed === undefined ? withheldAddress : placeInWords(disclosed)
}

const placeInWords = ({ lines, postcode }: Omit<Place, 'postcode'> & { readonly postcode: string | null }): string =>
  [...lines, ...(postcode === null ? [] : [postcode])].filter((line) => line !== '').join(', ') || 'No fixed address'

/**
 * An address as a page is given it, its lines in one text. What is protected has none: the statements that pages read
 * with leave lines and postcode in the database (`keptAddress`).
 */
export type KeptAddress =
  | { readonly protected: true }
  | { readonly protected: false; readonly lines: string; readonly postcode: string | null }

export const showKept = (kept: KeptAddress): string =>
  kept.protected ? withheldAddress : placeInWords({ lines: kept.lines.split('\n'), postcode: kept.postcode })

/** SQL of a `KeptAddress` from a row of the table `address`, called `name`. */
export const keptAddress = (name: string): string =>
  `case when ${name}.protected then json_build_object('protected', true)
   else json_build_object('protected', false, 'lines', ${name}.lines, 'postcode', ${name}.postcode) end`

/**
 * The address of a kind on a day. Where records overlap the one that began last holds, because a new address is often
 * recorded before anyone ends the old one.
 */
export function addressOn(addresses: readonly Address[], day: Day, kind: AddressKind = 'home'): Address | undefined {
  const held = heldOn(addresses, day).filter((one) => one.kind === kind)
  return held.sort(byStart).at(-1)
}
