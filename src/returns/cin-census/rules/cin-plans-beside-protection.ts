/** Child in need plans beside child protection plans: a child has one or the other. */
import { inside } from '../../engine/child.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { dated, undated } from '../facts-period.ts'
import { type CinCensus, eachChild } from '../layout.ts'

type CinPlan = Row<CinCensus, 'CINplanDates'>
type ProtectionPlan = Row<CinCensus, 'ChildProtectionPlans'>

/** Whether a day is in a plan. An open plan is taken to run to `end`; on the day of its end a plan no longer runs. */
const during = (day: number, from: number, to: number, end: number): boolean =>
  day >= from && (undated(to) ? day <= end : day < to)

export const cinPlansBesideProtection: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '4001',
    meaning: 'A child in need plan is open beside an open child protection plan of the same episode',
    mend: 'Give the end of the plan that has ended',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'CINplanDates'],
    fields: { ChildProtectionPlans: ['CPPendDate'], CINplanDates: ['CINPlanEndDate'] },
    check(child, flag) {
      for (const episode of child.CINdetails) {
        const protection = inside(episode, child.ChildProtectionPlans).filter((plan) => undated(plan.CPPendDate))
        if (protection.length === 0) continue
        const inNeed = inside(episode, child.CINplanDates).filter(
          (plan) => dated(plan.CINPlanStartDate) && undated(plan.CINPlanEndDate),
        )
        if (inNeed.length > 0) flag.together([...protection, ...inNeed])
      }
    },
  }),
  eachChild({
    code: '4003',
    meaning: 'A child protection plan was reviewed while a child in need plan was running',
    mend: 'Correct the date of the review or the dates of the child in need plan',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'CINplanDates', 'Reviews'],
    fields: {
      ChildProtectionPlans: ['CPPendDate'],
      CINplanDates: ['CINPlanStartDate'],
      Reviews: ['CPPreviewDate'],
    },
    check(child, flag) {
      if (child.CINplanDates.length === 0) return
      for (const protection of child.ChildProtectionPlans) {
        const plans = child.CINplanDates.filter((plan) => plan.parent === protection.parent)
        for (const review of inside(protection, child.Reviews)) {
          const day = review.CPPreviewDate
          if (day === protection.CPPendDate) continue
          const running = plans.filter((plan) => day >= plan.CINPlanStartDate && day < plan.CINPlanEndDate)
          if (running.length > 0) flag.together([protection, ...running, review], `${day}`)
        }
      }
    },
  }),
  eachChild({
    code: '4016',
    meaning: 'A child in need plan began while a child protection plan was running',
    mend: 'Correct the dates: a child in need plan may begin on the day the child protection plan ends',
    years: since(2023),
    tables: ['CINplanDates', 'ChildProtectionPlans'],
    fields: { ChildProtectionPlans: ['CPPstartDate', 'CPPendDate'], CINplanDates: ['CINPlanStartDate'] },
    check(child, flag, { end }) {
      for (const plan of child.CINplanDates) {
        const runs = (other: ProtectionPlan) => during(plan.CINPlanStartDate, other.CPPstartDate, other.CPPendDate, end)
        const running = child.ChildProtectionPlans.filter(runs)
        if (running.length > 0) flag.together([...running, plan], `${plan.CINPlanStartDate}`)
      }
    },
  }),
  eachChild({
    code: '4017',
    meaning: 'A child protection plan began while a child in need plan was running',
    mend: 'Correct the dates: a child protection plan may begin on the day the child in need plan ends',
    years: since(2023),
    tables: ['ChildProtectionPlans', 'CINplanDates'],
    fields: { ChildProtectionPlans: ['CPPstartDate'], CINplanDates: ['CINPlanStartDate', 'CINPlanEndDate'] },
    check(child, flag, { end }) {
      for (const plan of child.ChildProtectionPlans) {
        const runs = (other: CinPlan) => during(plan.CPPstartDate, other.CINPlanStartDate, other.CINPlanEndDate, end)
        const running = child.CINplanDates.filter(runs)
        if (running.length > 0) flag.together([plan, ...running], `${plan.CPPstartDate}`)
      }
    },
  }),
]
