/** Identifiers for invented people: valid in form, and recognisable as nobody's. */

import type { Outcome } from '../../core/outcomes.ts'
import {
  type Identifiers,
  issueUpn,
  mintChildId,
  type NhsNumber,
  nhsCheckDigit,
  parseNhsNumber,
  parseUln,
  parseUpn,
  type Uln,
  type Upn,
  ulnCheckDigit,
  upnCheckLetter,
} from '../../core/people/index.ts'
import type { Random } from '../random.ts'
import { authorityNumber } from './places.ts'

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}

/** Steps through all numbers under a million in an order that looks like none (the step shares no factor with it). */
const scattered = (sequence: number): string => String((sequence * 382_733 + 17) % 1_000_000).padStart(6, '0')

/**
 * Gives out identifiers, none of them twice. NHS numbers are of the test range 999, which holds about 909,000 valid
 * ones: enough for a city four times the paper's.
 */
export class Registry {
  #children = 0
  #nhs = 0
  #uln = 0
  #upn = new Map<number, number>()

  nhs(): NhsNumber {
    for (;;) {
      const nine = `999${scattered(this.#nhs++)}`
      const check = nhsCheckDigit(nine)
      if (check !== undefined) return value(parseNhsNumber(nine + check))
    }
  }

  /** ULNs begin 999: the Learning Records Service counts up from 1000000000 and has not come near. */
  #nextUln(): Uln {
    for (;;) {
      const nine = `999${scattered(this.#uln++)}`
      const check = ulnCheckDigit(nine)
      if (check !== undefined && nine !== '999999999') return value(parseUln(nine + check))
    }
  }

  #nextUpn(establishment: number, entered: number): Upn {
    const key = establishment * 10_000 + entered
    const serial = (this.#upn.get(key) ?? 0) + 1
    this.#upn.set(key, serial)
    return value(issueUpn({ authority: authorityNumber, school: establishment, year: entered, serial }))
  }

  /**
   * The identifiers of a child. A UPN is given by the first school; `school` is null for a child who has not been at
   * one. `yearGroup` is that of the day, running on
   * past 13 (a ULN comes in year 9, in which a child turns 14).
   */
  child(
    random: Random,
    school: { readonly establishment: number; readonly entered: number } | null,
    yearGroup: number,
  ): Identifiers {
    const upn = school && this.#nextUpn(school.establishment, school.entered)
    const temporary = school !== null && random.chance(0.006)
    return {
      child: mintChildId(this.#children++),
      upn,
      formerUpn: temporary ? temporaryUpn(school.establishment, school.entered, random.int(0, 99)) : null,
      upnUnknown: upn === null ? (yearGroup < 0 ? 'UN1' : 'UN2') : null,
      nhs: this.nhs(),
      uln: upn !== null && yearGroup >= 9 ? this.#nextUln() : null,
    }
  }

  /** An unborn child has only the council's own id. */
  unborn(): Identifiers {
    return { ...noIdentifiers, child: mintChildId(this.#children++), upnUnknown: 'UN1' }
  }
}

export const noIdentifiers: Identifiers = {
  child: null,
  upn: null,
  formerUpn: null,
  upnUnknown: null,
  nhs: null,
  uln: null,
}

function temporaryUpn(establishment: number, entered: number, serial: number): Upn {
  const eleven = `${authorityNumber}${establishment}${String(entered % 100).padStart(2, '0')}`
  const twelve = `${eleven}${String(serial).padStart(2, '0')}A`
  return value(parseUpn(upnCheckLetter(twelve) + twelve))
}
