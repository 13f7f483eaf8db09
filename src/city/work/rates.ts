/**
 * How much of what happens, and how well it goes, year by year. The numbers are chosen so that the city of the paper's
 * size has about the paper's work (docs/city.md gives them in words); they are not estimates of any real council.
 */
import { weighted } from '../random.ts'

/** By how many years ago it is: 0 is the twelve months before the day. */
const byYearsAgo =
  (values: readonly number[]) =>
  (yearsAgo: number): number =>
    values[Math.max(0, Math.min(values.length - 1, Math.floor(yearsAgo)))] ?? 0

/** Assessments authorised within 45 working days of the referral. */
export const assessmentsInTime = byYearsAgo([0.85, 0.87, 0.84, 0.81, 0.79, 0.82, 0.86, 0.88, 0.86, 0.83])
/** Section 47 enquiries authorised within 15 working days. */
export const enquiriesInTime = byYearsAgo([0.98, 0.985, 0.98, 0.97, 0.975, 0.98, 0.985, 0.98, 0.98, 0.975])
/** Initial conferences within 15 working days of the strategy discussion. */
export const conferencesInTime = byYearsAgo([0.9, 0.92, 0.91, 0.87, 0.86, 0.9, 0.93, 0.91, 0.9, 0.89])
/** Initial conferences that make a plan. */
export const conferencesToPlans = byYearsAgo([0.96, 0.955, 0.965, 0.96, 0.95, 0.96, 0.965, 0.96, 0.96, 0.955])
export const contactsInTime = byYearsAgo([0.95, 0.96, 0.95, 0.93, 0.92, 0.94, 0.95, 0.96, 0.95, 0.94])
export const referralsDecidedInTime = byYearsAgo([0.93, 0.94, 0.92, 0.9, 0.89, 0.92, 0.94, 0.95, 0.93, 0.92])
/** Visits and core groups on time. */
export const visitsOnTime = byYearsAgo([0.91, 0.92, 0.9, 0.88, 0.87, 0.9, 0.92, 0.92, 0.91, 0.9])

/** What was kept of visits, notes, screening and checks: the records of the older years came over from the system before, which held fewer. */
export const kept = byYearsAgo([1, 0.9, 0.3, 0.12, 0.06, 0.06, 0.06, 0.06, 0.06, 0.06])

/** Contacts in each month, January first, beside the mean: few in the school holidays, most in June and November. */
const months = [1.0, 1.03, 1.08, 0.88, 1.06, 1.14, 0.98, 0.7, 1.0, 1.08, 1.16, 0.86]
/** From Sunday. */
const weekdays = [0.22, 1.16, 1.22, 1.2, 1.18, 1.24, 0.3]
/** The spring of 2020, when schools were shut, and the autumn in which children came back. */
const spells = [
  { from: 2020 * 12 + 3, to: 2020 * 12 + 5, rate: 0.72 },
  { from: 2020 * 12 + 9, to: 2020 * 12 + 11, rate: 1.1 },
] as const
const greatest = 1.16 * 1.24 * 1.1

/** How likely a contact is on a day, from 0 to 1, beside the busiest day. */
export function busyness(year: number, month: number, weekday: number, working: boolean): number {
  const at = year * 12 + month - 1
  const spell = spells.find(({ from, to }) => from <= at && at <= to)?.rate ?? 1
  const day = working || weekday === 0 || weekday === 6 ? weekday : 0
  return ((months[month - 1] ?? 1) * (weekdays[day] ?? 1) * spell) / greatest
}

/** Families in trouble, by deprivation fifth, beside the mean. */
export const troubleByDeprivation = [0, 1.5, 1.2, 0.9, 0.62, 0.42] as const

/** Of the families with children now; of those whose children have grown, the city holds only those who may have been known. */
export const familiesKnown = { young: 0.4, grown: 0.95 } as const

/** Spells of trouble in ten years of a known family's life, how long they are, and contacts a year in them. */
export const spellsInTenYears = { young: 2.85, grown: 5.3 } as const
export const spellYears = { least: 0.1, most: 3.4 } as const
export const contactsAYear = weighted([
  [1.9, 34],
  [3.6, 42],
  [5.6, 18],
  [8.5, 6],
])

export const kindsOfContact = weighted([
  ['worry', 66],
  ['domesticAbuse', 25],
  ['information', 6],
  ['otherCouncil', 3],
] as const)

/** What is decided on a contact about a child with no open case. */
export const decisions = weighted([
  ['referral', 330],
  ['earlyHelp', 150],
  ['advice', 270],
  ['none', 250],
] as const)

/** A child may be on a plan for two and a half years, and must still be one at its end. */
export const eldestProtected = 14.8

/** In the evening, at night and at weekends the evening team answers. */
export const evening = 0.13

/** Of referrals: closed at the decision, and with a strategy discussion within days. */
/** How often a family that was referred within the year is referred anew, where no case is open. */
export const referredAnew = 0.05
/** After a plan that ended within two years, worries weigh more. */
export const afterPlan = { strategy: 0.5, conference: 0.6 } as const
export const referralClosed = 0.025
export const strategyAtOnce = 0.36
/** Of strategy discussions; of enquiries. */
export const strategyToEnquiry = 0.93
export const enquiryOutcomes = weighted([
  ['conference', 39],
  ['childInNeed', 35],
  ['none', 25],
] as const)

/** What follows an assessment where no enquiry led to a conference. */
export const afterAssessment = weighted([
  ['none', 50],
  ['earlyHelp', 24],
  ['plan', 26],
] as const)

export const assessmentReturned = 0.08
export const familyGroupConference = { plan: 0.1, conference: 0.3, accepted: 0.62 } as const

/** How many review conferences before the plan ends. */
export const reviewsOfPlan = weighted([
  [1, 18],
  [2, 46],
  [3, 25],
  [4, 11],
])
export const planEndsInCare = 0.11
export const transferredOut = 0.025
/** Of families that came to the city with a child on a plan elsewhere, and of others whose plan another council keeps. */
export const arrivesOnPlan = 0.045
export const arrivesWithOthersPlan = 0.03

/** Categories of abuse under which plans are made. */
export const categories = weighted([
  ['NEG', 47],
  ['EMO', 38],
  ['PHY', 8],
  ['SAB', 4],
  ['MUL', 3],
] as const)
export type Category = (typeof categories.items)[number]
