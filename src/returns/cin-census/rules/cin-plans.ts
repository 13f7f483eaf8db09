/** Child in need plans. */
import { inside } from '../../engine/child.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { episodeOf } from '../facts.ts'
import { overlapFields, overlaps } from '../facts-overlap.ts'
import { lastDay, outside, undated } from '../facts-period.ts'
import { type CinCensus, eachChild, eachRow } from '../layout.ts'
import { cinPlansBesideProtection } from './cin-plans-beside-protection.ts'

export const cinPlans: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '4004',
    meaning: 'More than one child in need plan of the episode is open',
    mend: 'Give the ends of the plans that have ended',
    years: since(2023),
    tables: ['CINplanDates'],
    fields: { CINplanDates: ['CINPlanEndDate'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        const open = inside(episode, child.CINplanDates).filter((plan) => undated(plan.CINPlanEndDate))
        if (open.length > 1) flag.together(open)
      }
    },
  }),
  eachChild({
    code: '4008',
    meaning: 'A child in need plan began after the child died',
    mend: 'Correct the start of the plan or the date of death',
    years: since(2023),
    tables: ['ChildIdentifiers', 'CINplanDates'],
    fields: { ChildIdentifiers: ['PersonDeathDate'], CINplanDates: ['CINPlanStartDate'] },
    check(child, flag) {
      for (const person of child.ChildIdentifiers) {
        const after = child.CINplanDates.filter((plan) => plan.CINPlanStartDate > person.PersonDeathDate)
        if (after.length > 0) flag.together([person, ...after])
      }
    },
  }),
  eachChild({
    code: '4009Q',
    meaning: 'A child in need plan ended after the child died',
    mend: 'Check the end of the plan and the date of death',
    years: since(2023),
    severity: 'query',
    tables: ['ChildIdentifiers', 'CINplanDates'],
    fields: { ChildIdentifiers: ['PersonDeathDate'], CINplanDates: ['CINPlanEndDate'] },
    check(child, flag) {
      for (const person of child.ChildIdentifiers) {
        const after = child.CINplanDates.filter((plan) => plan.CINPlanEndDate > person.PersonDeathDate)
        if (after.length > 0) flag.together([person, ...after])
      }
    },
  }),
  eachRow({
    code: '4010',
    meaning: 'The start of the child in need plan is missing or after the reference date',
    mend: 'Give the start of the plan, or leave out a plan of the next year',
    years: since(2023),
    tables: ['CINplanDates'],
    table: 'CINplanDates',
    fields: ['CINPlanStartDate'],
    check: ({ CINPlanStartDate }, { end }) => undated(CINPlanStartDate) || CINPlanStartDate > end,
  }),
  eachRow({
    code: '4011',
    meaning: 'The child in need plan ended before it began',
    mend: 'Correct the start or the end of the plan',
    years: since(2023),
    tables: ['CINplanDates'],
    table: 'CINplanDates',
    fields: ['CINPlanEndDate', 'CINPlanStartDate'],
    check: (plan) => plan.CINPlanEndDate < plan.CINPlanStartDate,
  }),
  eachRow({
    code: '4012Q',
    meaning: 'The child in need plan ended on the day it began',
    mend: 'Check the start and the end of the plan',
    years: since(2023),
    severity: 'query',
    tables: ['CINplanDates'],
    table: 'CINplanDates',
    fields: ['CINPlanStartDate', 'CINPlanEndDate'],
    check: (plan) => plan.CINPlanStartDate === plan.CINPlanEndDate,
  }),
  eachRow({
    code: '4013',
    meaning: 'The child in need plan did not end in the census year',
    mend: 'Correct the end of the plan, or leave out a plan of another year',
    years: since(2023),
    tables: ['CINplanDates', 'Header.ReferenceDate'],
    table: 'CINplanDates',
    fields: ['CINPlanEndDate'],
    check: ({ CINPlanEndDate }, period) => outside(CINPlanEndDate, period),
  }),
  eachChild({
    code: '4014',
    meaning: 'A child in need plan began while another was running',
    mend: 'Correct the dates of the plans; a plan begins after the day the one before it ended',
    years: since(2023),
    tables: ['CINplanDates'],
    fields: { CINplanDates: ['CINPlanStartDate', 'CINPlanEndDate'] },
    check(child, flag, { end }) {
      const overlapping = overlaps(
        child.CINplanDates,
        (plan) => plan.CINPlanStartDate,
        (plan, day) => day <= lastDay(plan.CINPlanEndDate, end),
      )
      for (const overlap of overlapping) {
        const { late, early } = overlap
        const rows = overlapFields(overlap, 'CINPlanStartDate', 'CINPlanEndDate')
        flag.together(rows, `${late.CINPlanStartDate} ${early.CINPlanStartDate}`)
      }
    },
  }),
  eachChild({
    code: '4015',
    meaning: 'The child in need plan began before the referral',
    mend: 'Correct the start of the plan or the date of the referral',
    years: since(2023),
    tables: ['CINplanDates', 'CINdetails'],
    fields: { CINplanDates: ['CINPlanStartDate'], CINdetails: ['CINreferralDate'] },
    check(child, flag) {
      for (const plan of child.CINplanDates) {
        const episode = episodeOf(child, plan)
        if (episode === undefined || !(plan.CINPlanStartDate < episode.CINreferralDate)) continue
        flag.together([plan, episode], `${plan.CINPlanStartDate} ${episode.CINreferralDate}`)
      }
    },
  }),
  ...cinPlansBesideProtection,
]
