/**
 * What is kept apart. A **sealed** compartment on a record makes the whole record not there for whoever has no grant by
 * name; a **named** one closes those resources that belong to it and leaves the rest of the record as it is.
 */

interface CompartmentDetail {
  readonly title: string
  readonly closes: 'record' | 'its resources'
}

const sealed = (title: string): CompartmentDetail => ({ title, closes: 'record' })
const named = (title: string): CompartmentDetail => ({ title, closes: 'its resources' })

export const compartments = {
  adoption: sealed('Adoption, sealed at the order'),
  'post-adoption': sealed('Adoption support after the order'),
  lado: sealed('An allegation against someone who works with children'),
  'staff subject': sealed('A colleague, or a colleague’s family'),
  witness: sealed('Witness protection'),
  prevent: sealed('Prevent and Channel'),
  legal: named('Legally privileged advice'),
  'protected address': named('An address that must not be known'),
  exploitation: named('Intelligence on exploitation'),
  'third party': named('What somebody else said in confidence'),
} as const satisfies Record<string, CompartmentDetail>

export type CompartmentId = keyof typeof compartments

export const isCompartment = (name: string): name is CompartmentId => Object.hasOwn(compartments, name)

export const compartmentIds: readonly CompartmentId[] = Object.keys(compartments).filter(isCompartment)

/** A name that this version does not know seals: what somebody closed is never opened by a mistake. */
export const sealsRecord = (name: string): boolean => !isCompartment(name) || compartments[name].closes === 'record'

export const namedOnly: readonly CompartmentId[] = compartmentIds.filter((id) => !sealsRecord(id))
