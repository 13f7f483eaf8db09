/** Child protection plans beside the initial conferences that led to them. */
import { inside } from '../../engine/child.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type ChildInNeed, type Episode, yes } from '../facts.ts'
import { within } from '../facts-period.ts'
import { type CinCensus, eachChild, wholeReturn } from '../layout.ts'

/**
 * The rows that may hold the conference that led to a plan: the enquiries of the episode for which one was required or,
 * where there are none, the details of the referral (a child who moved here with a plan).
 */
function holdersOfConference(child: ChildInNeed, episode: Episode): (Row<CinCensus, 'Section47'> | Episode)[] {
  const enquiries = inside(episode, child.Section47).filter((row) => !yes.has(row.ICPCnotRequired))
  return enquiries.length > 0 ? enquiries : [episode]
}

export const protectionPlansConferences: readonly Rule<CinCensus>[] = [
  wholeReturn({
    code: '2883',
    meaning: 'More child protection plans began in the census year than initial conferences were held',
    mend: 'Give the date of the initial conference of every plan that began in the year',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'CINdetails', 'Section47', 'Header.ReferenceDate'],
    fields: {},
    begin: () => ({ plans: 0, inReferrals: 0, inEnquiries: 0 }),
    each(child, seen, period) {
      for (const plan of child.ChildProtectionPlans) if (within(plan.CPPstartDate, period)) seen.plans++
      for (const episode of child.CINdetails) if (within(episode.DateOfInitialCPC, period)) seen.inReferrals++
      for (const enquiry of child.Section47) if (within(enquiry.DateOfInitialCPC, period)) seen.inEnquiries++
    },
    end({ plans, inReferrals, inEnquiries }, flag) {
      if (plans <= inReferrals + inEnquiries) return
      flag.whole(
        `Plans that began: ${plans}; conferences in section 47 enquiries: ${inEnquiries}, in referrals: ${inReferrals}`,
      )
    },
  }),
  eachChild({
    code: '2885',
    meaning: 'A child protection plan did not begin on the day of an initial conference of the episode',
    mend: 'Correct the start of the plan or the date of the conference',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'Section47', 'CINdetails', 'Header.ReferenceDate'],
    fields: {
      ChildProtectionPlans: ['CPPstartDate'],
      Section47: ['DateOfInitialCPC'],
      CINdetails: ['DateOfInitialCPC'],
    },
    check(child, flag, period) {
      for (const episode of child.CINdetails) {
        const plans = inside(episode, child.ChildProtectionPlans).filter((plan) => within(plan.CPPstartDate, period))
        if (plans.length === 0) continue
        const holders = holdersOfConference(child, episode)
        const days = new Set(holders.map((row) => row.DateOfInitialCPC))
        const unmatched = plans.filter((plan) => !days.has(plan.CPPstartDate))
        // One plan that matches clears the conferences of the episode, but every plan must match by itself.
        if (unmatched.length === plans.length) flag.together([...plans, ...holders])
        else if (unmatched.length > 0) flag.together(unmatched)
      }
    },
  }),
]
