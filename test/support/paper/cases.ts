/**
 * The cases of an invented council whose figures come out as the paper of 21 July 2022 prints them. Every child is
 * invented; only the counts are chosen, so that each percentage is the paper's. The plan of it:
 *
 * | referrals                       | all | re-referrals | plans | repeat in 2 years | earlier, longer ago |
 * | July 2020 to June 2021          | 340 | 82           | 144   | 11                | 13                  |
 * | July 2021 to March 2022         | 368 | 88           | 139   | 13                | 15                  |
 * | April to June 2022              | 130 | 30           | 61    | 4                 | 8                   |
 * | 1 to 21 July 2022               |  47 | 10           | 39    | 2                 | 6                   |
 *
 * So re-referrals are 40 of 177 (22.6%) in the year to date and 118 of 498 (23.7%) over twelve months; repeat plans within
 * two years 6 of 100 (6.0%) and 17 of 200 (8.5%). Of the year to 31 March 2021: 210 of 250 assessments in time (84%), 135 of
 * 150 conferences (90%), of which 144 led to a plan (96%).
 */
import { addDays, type Day, day } from '../../../src/core/calendar/index.ts'

export interface Case {
  readonly referred: Day
  readonly closed: Day | null
  readonly assessed: Day | null
  readonly conference: { readonly held: Day; readonly plan: boolean; readonly earlierPlans: number } | null
}

export interface PaperChild {
  readonly id: string
  readonly cases: readonly Case[]
}

interface Period {
  /** First days of referrals are spread from here over so many days. */
  readonly from: Day
  readonly days: number
  readonly referrals: number
  /** How many are of children referred so many days before. */
  readonly again: number
  readonly daysBetween: number
  readonly plans: number
  readonly repeats: number
  readonly earlier: number
  /** Conferences that led to no plan, and those held late. */
  readonly withoutPlan: number
  readonly late: number
  readonly assessments: number
  readonly assessedLate: number
  /** Whether the work had ended by 21 July 2022; otherwise it goes on. */
  readonly closes: boolean
}

const none = { withoutPlan: 0, late: 0, assessments: 0, assessedLate: 0 }

const periods: readonly Period[] = [
  {
    from: day('2020-07-01'),
    days: 180,
    referrals: 340,
    again: 82,
    daysBetween: 300,
    plans: 144,
    repeats: 11,
    earlier: 13,
    withoutPlan: 6,
    late: 15,
    assessments: 250,
    assessedLate: 40,
    closes: true,
  },
  {
    ...none,
    from: day('2021-07-01'),
    days: 230,
    referrals: 368,
    again: 88,
    daysBetween: 300,
    plans: 139,
    repeats: 13,
    earlier: 15,
    closes: true,
  },
  {
    ...none,
    from: day('2022-04-01'),
    days: 80,
    referrals: 130,
    again: 30,
    daysBetween: 200,
    plans: 61,
    repeats: 4,
    earlier: 8,
    closes: false,
  },
  {
    ...none,
    from: day('2022-07-01'),
    days: 12,
    referrals: 47,
    again: 10,
    daysBetween: 200,
    plans: 39,
    repeats: 2,
    earlier: 6,
    closes: false,
  },
]

/** Calendar days from the referral: 8 are within fifteen working days of the enquiry and 35 are not; 30 within 45, 80 not. */
const conferenceAfter = { inTime: 8, late: 35 }
const assessedAfter = { inTime: 30, late: 80 }
const closedAfter = 130

export function paperChildren(): readonly PaperChild[] {
  const children: PaperChild[] = []
  for (const [k, period] of periods.entries()) {
    // Of the referrals of a period some are the first of children who come again in a later one.
    const comeAgain = firstsIn(k)
    const own = period.referrals - period.again - sum(comeAgain, ({ again }) => again)
    const ownPlans = period.plans - period.repeats - sum(comeAgain, ({ repeats }) => repeats)
    let toAssess = period.assessments
    const assessedOn = (referred: Day): Day | null => {
      if (toAssess === 0) return null
      const isLate = toAssess <= period.assessedLate
      toAssess -= 1
      return addDays(referred, isLate ? assessedAfter.late : assessedAfter.inTime)
    }
    const caseOf = (referred: Day, conference: Case['conference'], isNow = true): Case => ({
      referred,
      closed: period.closes || !isNow ? addDays(referred, closedAfter) : null,
      assessed: isNow ? assessedOn(referred) : null,
      conference,
    })
    for (let i = 0; i < period.again; i++) {
      const referred = spread(period, i, period.again)
      const before = addDays(referred, -period.daysBetween)
      const conference = (on: Day, earlierPlans: number): Case['conference'] =>
        i < period.repeats ? { held: addDays(on, conferenceAfter.inTime), plan: true, earlierPlans } : null
      const cases = [caseOf(before, conference(before, 0), false), caseOf(referred, conference(referred, 1))]
      children.push({ id: idOf(children.length), cases })
    }
    for (let i = 0; i < own; i++) {
      const referred = spread(period, i, own)
      const held = addDays(referred, i < period.late ? conferenceAfter.late : conferenceAfter.inTime)
      const conference =
        i < ownPlans + period.withoutPlan
          ? { held, plan: i < ownPlans, earlierPlans: i < period.earlier ? 1 : 0 }
          : null
      children.push({ id: idOf(children.length), cases: [caseOf(referred, conference)] })
    }
  }
  return children
}

/** The later periods whose children were first referred in this one: the last two look back into the one before them. */
const firstsIn = (k: number): readonly Period[] => (k === 0 ? periods.slice(1, 2) : k === 1 ? periods.slice(2) : [])

const idOf = (number: number): string => `CYP${String(number + 1).padStart(4, '0')}`
const sum = (list: readonly Period[], of: (one: Period) => number): number =>
  list.reduce((total, one) => total + of(one), 0)
const spread = ({ from, days }: Period, i: number, of: number): Day => addDays(from, Math.floor((i * days) / of))
