/** Files of reference that some rules need: the list of homes and agencies, and the postcodes. */

/** One line of the list of homes and agencies. Days are NaN and texts '' where the file does not say. */
export interface Provider {
  readonly urn: string
  readonly providerCodes: readonly string[]
  /** Capitals without spaces. */
  readonly postcode: string
  /** The placement codes it is registered for, as the file gives them. */
  readonly placementCodes: readonly string[]
  readonly places: number
  readonly registered: number
  readonly registrationEnds: number
  readonly authority: string
}

export interface Providers {
  /** All lines of a URN; empty where there is none. */
  byUrn(urn: string): readonly Provider[]
  /** The columns the file had, in the names above. */
  readonly columns: ReadonlySet<string>
}

export interface Postcode {
  /** The ONS code of the upper-tier authority, or WAL, SCO, NIR; "" where it has none (Crown dependencies). */
  readonly authority: string
  readonly easting: number
  readonly northing: number
}

export interface Postcodes {
  /** By postcode in capitals without spaces. */
  find(postcode: string): Postcode | undefined
}
