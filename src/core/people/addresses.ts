/**
 * Where people live and stay, over time. A protected address (a refuge, adopters, a foster home the parents must not
 * know) keeps its place under another name, so code that means to print `address.place` does not compile until it has
 * asked; `showAddress` withholds unless it is handed a decision to reveal.
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
  readonly protectedPlace: Place
}
export type Address = OpenAddress | ProtectedAddress

/** What the access policy decided about one viewer and one protected address. `rule` names the rule that allowed it. */
export type AddressDecision = { readonly reveal: false } | { readonly reveal: true; readonly rule: string }

export const withheldAddress = 'Address protected'

/** The address on one line; a protected one only where the decision is to reveal it. */
export function showAddress(address: Address, decision: AddressDecision = { reveal: false }): string {
  if (!address.protected) return placeInWords(address.place)
  return decision.reveal ? placeInWords(address.protectedPlace) : withheldAddress
}

const placeInWords = ({ lines, postcode }: Place): string =>
  [...lines, ...(postcode === null ? [] : [postcode])].filter((line) => line !== '').join(', ') || 'No fixed address'

/** An address as the record keeps it, its lines in one text: every page shows it through here, or not at all. */
export interface KeptAddress {
  readonly lines: string
  readonly postcode: string | null
  readonly protected: boolean
}

export function showKept({ lines, postcode, protected: isProtected }: KeptAddress, decision?: AddressDecision): string {
  // The register refuses a postcode that is none.
  const place: Place = { lines: lines.split('\n'), postcode: postcode as Postcode | null }
  const span = { kind: 'home', from: null, until: null } as const
  return showAddress(
    isProtected ? { ...span, protected: true, protectedPlace: place } : { ...span, protected: false, place },
    decision,
  )
}

/**
 * The address of a kind on a day. Where records overlap the one that began last holds, because a new address is often
 * recorded before anyone ends the old one.
 */
export function addressOn(addresses: readonly Address[], day: Day, kind: AddressKind = 'home'): Address | undefined {
  const held = heldOn(addresses, day).filter((one) => one.kind === kind)
  return held.sort(byStart).at(-1)
}
