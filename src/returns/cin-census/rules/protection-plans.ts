/** Child protection plans and their reviews. */
import { inside } from '../../engine/child.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { categoriesOfAbuse } from '../code-lists.ts'
import { episodeOf } from '../facts.ts'
import { overlapFields, overlaps } from '../facts-overlap.ts'
import { lastDay, outside, undated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'
import { protectionPlansConferences } from './protection-plans-conferences.ts'

export const protectionPlans: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '1105',
    meaning: 'The child protection plan began before the referral',
    mend: 'Correct the start of the plan or the date of the referral',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'CINdetails'],
    fields: { ChildProtectionPlans: ['CPPstartDate'], CINdetails: ['CINreferralDate'] },
    check(child, flag) {
      for (const plan of child.ChildProtectionPlans) {
        const episode = episodeOf(child, plan)
        if (episode === undefined || !(plan.CPPstartDate < episode.CINreferralDate)) continue
        flag.together([plan, episode], `${plan.CPPstartDate} ${episode.CINreferralDate}`)
      }
    },
  }),
  ...protectionPlansConferences,
  eachRow({
    code: '8720',
    meaning: 'The start of the child protection plan is missing or after the reference date',
    mend: 'Give the start of the plan, or leave out a plan of the next year',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    table: 'ChildProtectionPlans',
    fields: ['CPPstartDate'],
    check: ({ CPPstartDate }, { end }) => undated(CPPstartDate) || CPPstartDate > end,
  }),
  eachRow({
    code: '8730',
    meaning: 'The number of previous child protection plans is missing or is no whole number',
    mend: 'Give the number of earlier plans; 0 says that there were none',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    table: 'ChildProtectionPlans',
    fields: ['NumberOfPreviousCPP'],
    check: (plan) => !/^(\+?[0-9]+|-0+)$/.test(plan.text('NumberOfPreviousCPP')),
  }),
  eachRow({
    code: '8840',
    meaning: 'The child protection plan ended on the day it began',
    mend: 'Correct the start or the end of the plan',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    table: 'ChildProtectionPlans',
    fields: ['CPPstartDate', 'CPPendDate'],
    check: (plan) => plan.CPPstartDate === plan.CPPendDate,
  }),
  eachChild({
    code: '8841',
    meaning: 'The review of the child protection plan is on or before the day the plan began',
    mend: 'Correct the date of the review or the start of the plan',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'Reviews'],
    fields: { ChildProtectionPlans: ['CPPstartDate'], Reviews: ['CPPreviewDate'] },
    check(child, flag) {
      for (const plan of child.ChildProtectionPlans) {
        for (const review of inside(plan, child.Reviews)) {
          if (!(review.CPPreviewDate <= plan.CPPstartDate)) continue
          flag.together([plan, review], `${plan.CPPstartDate} ${review.CPPreviewDate}`)
        }
      }
    },
  }),
  eachRow({
    code: '8842Q',
    meaning: 'A review of the child protection plan has no date',
    mend: 'Give the date of the review, or leave the review out',
    years: since(2023),
    severity: 'query',
    tables: ['Reviews'],
    table: 'Reviews',
    fields: ['CPPreviewDate'],
    check: ({ CPPreviewDate }) => undated(CPPreviewDate),
  }),
  eachRow({
    code: '8905',
    meaning: 'The initial category of abuse is missing or not one of the codes',
    mend: 'Use one of NEG, PHY, SAB, EMO and MUL',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    table: 'ChildProtectionPlans',
    fields: ['InitialCategoryOfAbuse'],
    check: ({ InitialCategoryOfAbuse }, { year }) => !categoriesOfAbuse.in(year).has(InitialCategoryOfAbuse),
  }),
  eachRow({
    code: '8910',
    meaning: 'The latest category of abuse is missing or not one of the codes',
    mend: 'Use one of NEG, PHY, SAB, EMO and MUL',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    table: 'ChildProtectionPlans',
    fields: ['LatestCategoryOfAbuse'],
    check: ({ LatestCategoryOfAbuse }, { year }) => !categoriesOfAbuse.in(year).has(LatestCategoryOfAbuse),
  }),
  eachChild({
    code: '8915',
    meaning: 'The child protection plan began after the child died',
    mend: 'Correct the start of the plan or the date of death',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'ChildIdentifiers'],
    fields: { ChildProtectionPlans: ['CPPstartDate'], ChildIdentifiers: ['PersonDeathDate'] },
    check(child, flag) {
      for (const person of child.ChildIdentifiers) {
        for (const plan of child.ChildProtectionPlans) {
          if (!(plan.CPPstartDate > person.PersonDeathDate)) continue
          flag.together([plan, person], `${plan.CPPstartDate} ${person.PersonDeathDate}`)
        }
      }
    },
  }),
  eachChild({
    code: '8920',
    meaning: 'The child protection plan ended after the child died',
    mend: 'Correct the end of the plan or the date of death',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'ChildIdentifiers'],
    fields: { ChildProtectionPlans: ['CPPendDate'], ChildIdentifiers: ['PersonDeathDate'] },
    check(child, flag) {
      for (const person of child.ChildIdentifiers) {
        for (const plan of child.ChildProtectionPlans) {
          if (!(plan.CPPendDate > person.PersonDeathDate)) continue
          flag.together([plan, person], `${plan.CPPendDate} ${person.PersonDeathDate}`)
        }
      }
    },
  }),
  eachRow({
    code: '8925',
    meaning: 'The child protection plan ended before it began',
    mend: 'Correct the start or the end of the plan',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    table: 'ChildProtectionPlans',
    fields: ['CPPstartDate', 'CPPendDate'],
    check: (plan) => plan.CPPendDate < plan.CPPstartDate,
  }),
  eachRow({
    code: '8930',
    meaning: 'The child protection plan did not end in the census year',
    mend: 'Correct the end of the plan, or leave out a plan of another year',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'Header.ReferenceDate'],
    table: 'ChildProtectionPlans',
    fields: ['CPPendDate'],
    check: ({ CPPendDate }, period) => outside(CPPendDate, period),
  }),
  eachChild({
    code: '8935',
    meaning: 'The child has more than one open child protection plan',
    mend: 'Give the ends of the plans that have ended',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    fields: { ChildProtectionPlans: ['CPPendDate'] },
    check(child, flag) {
      const open = child.ChildProtectionPlans.filter((plan) => undated(plan.CPPendDate))
      if (open.length > 1) flag.together(open)
    },
  }),
  eachChild({
    code: '8940',
    meaning: 'A child protection plan began while another was running',
    mend: 'Correct the dates of the plans; a plan begins after the day the one before it ended',
    years: since(2023),
    tables: ['ChildProtectionPlans'],
    fields: { ChildProtectionPlans: ['CPPstartDate', 'CPPendDate'] },
    check(child, flag, { end }) {
      const overlapping = overlaps(
        child.ChildProtectionPlans,
        (plan) => plan.CPPstartDate,
        (plan, day) => day <= lastDay(plan.CPPendDate, end),
      )
      for (const overlap of overlapping) flag.together(overlapFields(overlap, 'CPPstartDate', 'CPPendDate'))
    },
  }),
]
