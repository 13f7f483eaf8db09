/** Child protection plans and their reviews. */
import { inside } from '../../engine/child.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type CinCensus, eachChild } from '../layout.ts'

export const protectionPlans: readonly Rule<CinCensus>[] = [
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
]
