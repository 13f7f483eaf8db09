/** How a case will go, drawn before it is told: how long each thing takes and how it ends. */
import type { Random } from '../random.ts'
import {
  afterAssessment,
  afterPlan,
  assessmentReturned,
  assessmentsInTime,
  conferencesInTime,
  conferencesToPlans,
  enquiriesInTime,
  enquiryOutcomes,
  planEndsInCare,
  referralClosed,
  reviewsOfPlan,
  strategyAtOnce,
  strategyToEnquiry,
  transferredOut,
} from './rates.ts'

/** Working days from the day of the referral. */
export interface AssessmentCourse {
  readonly started: number
  readonly completed: number
  /** Sent back by the manager, and written anew. */
  readonly returned: { readonly at: number; readonly again: number } | null
  readonly authorised: number
}

/** Working days from the strategy discussion. */
export interface ProtectionCourse {
  readonly outcome: 'noEnquiry' | 'conference' | 'childInNeed' | 'none'
  readonly completed: number
  readonly authorised: number
  readonly conference: number
  readonly plan: boolean
  readonly reviews: number
  readonly ends: 'end' | 'care' | 'transfer'
}

export interface CaseCourse {
  readonly response: 'assess' | 'strategy' | 'none'
  readonly assessment: AssessmentCourse
  /** Working days from the referral to the strategy discussion, where there is one. */
  readonly strategy: number | null
  readonly protection: ProtectionCourse
  readonly after: 'none' | 'earlyHelp' | 'plan'
  readonly planReviews: number
  /** Risk grew while there was a plan for a child in need. */
  readonly escalates: boolean
}

export function drawAssessment(random: Random, yearsAgo: number): AssessmentCourse {
  const inTime = random.chance(assessmentsInTime(yearsAgo))
  const peak = Math.floor(Math.min(44, 44 - random.unit() * random.unit() * 34))
  const authorised = inTime ? peak : random.int(46, 52) + Math.floor(random.unit() * random.unit() * 40)
  const again = random.chance(assessmentReturned) && authorised > 16
  const written = authorised - random.int(0, 3)
  if (!again) return { started: random.int(0, 3), completed: written, returned: null, authorised }
  const returned = written - random.int(2, 6)
  return {
    started: random.int(0, 3),
    completed: returned - random.int(0, 2),
    returned: { at: returned, again: written },
    authorised,
  }
}

export function drawProtection(random: Random, yearsAgo: number, hadPlan: boolean): ProtectionCourse {
  const drawn = random.chance(strategyToEnquiry) ? random.weighted(enquiryOutcomes) : 'noEnquiry'
  const outcome = hadPlan && random.chance(afterPlan.conference) ? 'conference' : drawn
  const conference = random.chance(conferencesInTime(yearsAgo)) ? random.int(9, 15) : random.int(16, 27)
  const inTime = random.chance(enquiriesInTime(yearsAgo))
  const last = outcome === 'conference' ? Math.min(14, conference - 1) : 15
  const authorised = inTime ? random.int(4, last) : random.int(16, 26)
  const late = !inTime && outcome === 'conference'
  const ends = random.unit()
  return {
    outcome,
    completed: authorised - random.int(0, 2),
    authorised,
    // The conference follows the enquiry.
    conference: late ? Math.max(conference, authorised + 1) : conference,
    plan: random.chance(conferencesToPlans(yearsAgo)),
    reviews: random.weighted(reviewsOfPlan),
    ends: ends < planEndsInCare ? 'care' : ends < planEndsInCare + transferredOut ? 'transfer' : 'end',
  }
}

/** @param hadPlan the children had a child protection plan within the last two years */
export function drawCase(random: Random, yearsAgo: number, hadPlan: boolean): CaseCourse {
  const closed = random.chance(referralClosed)
  const strategy =
    !closed && random.chance(hadPlan ? afterPlan.strategy : strategyAtOnce)
      ? Math.floor(random.unit() * random.unit() * 16)
      : null
  return {
    response: closed ? 'none' : strategy === 0 ? 'strategy' : 'assess',
    assessment: drawAssessment(random, yearsAgo),
    strategy,
    protection: drawProtection(random, yearsAgo, hadPlan),
    after: random.weighted(afterAssessment),
    planReviews: random.int(1, 3),
    escalates: random.chance(0.12),
  }
}
