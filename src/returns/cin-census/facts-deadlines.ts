/** The days before which something still open at the end of the census period has been open too long. */
import type { Collection } from '../engine/rule.ts'
import { workingDaysBefore } from '../engine/working-days.ts'

/** A day worked out once for each collection. */
function ofCollection(work: (collection: Collection) => number): (collection: Collection) => number {
  const known = new WeakMap<Collection, number>()
  return (collection) => {
    let day = known.get(collection)
    if (day === undefined) {
      day = work(collection)
      known.set(collection, day)
    }
    return day
  }
}

/**
 * An assessment takes at most 45 working days from the referral (Working Together to Safeguard Children, since its edition
 * of 15 April 2013). The reference date is the last of the 45, so 44 lie before it.
 */
export const oldestOpenAssessment = ofCollection(({ end }) => workingDaysBefore(end, 44))

/**
 * The initial conference is held within 15 working days of the strategy discussion that began the enquiry (Working Together
 * to Safeguard Children, since its edition of 2010). The reference date is the last of the 15, so 14 lie before it.
 */
export const oldestOpenEnquiry = ofCollection(({ end }) => workingDaysBefore(end, 14))

/** The last working day before the census period. */
export const lastWorkingDayBefore = ofCollection(({ start }) => workingDaysBefore(start, 1))
