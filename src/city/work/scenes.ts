/**
 * The families of the demo social worker: cases that stand on the day of the city at points a visitor will want to see.
 * They are told by the same chapters as every other; only how they go is written here and not drawn.
 */
import type { Scene } from './casting.ts'
import type { CaseCourse, ProtectionCourse } from './course.ts'
import { tellContact } from './front-door.ts'
import { tellCase } from './need.ts'
import { officeTime, type Story } from './story.ts'

interface CaseScene {
  /** Working days since the referral. */
  readonly referred: number
  readonly course: CaseCourse
  /** Working days since the last visit, where the plan has one due this week. */
  readonly lastVisit: number | undefined
}

const team = 'assessment-central'

const noProtection: ProtectionCourse = {
  outcome: 'noEnquiry',
  completed: 0,
  authorised: 0,
  conference: 0,
  plan: false,
  reviews: 0,
  ends: 'end',
}

interface Written {
  readonly started?: number
  readonly completed: number
  readonly authorised: number
  readonly returned?: { readonly at: number; readonly again: number }
  readonly after?: CaseCourse['after']
  readonly protection?: Pick<ProtectionCourse, 'completed' | 'authorised' | 'conference'>
  readonly lastVisit?: number
}

const scene = (kids: number, referred: number, written: Written): Scene => {
  const told = caseScene(referred, written)
  return { kids, team, tell: (story) => tellScene(story, told) }
}

const caseScene = (referred: number, written: Written): CaseScene => ({
  referred,
  lastVisit: written.lastVisit,
  course: {
    response: written.protection ? 'strategy' : 'assess',
    assessment: {
      started: written.started ?? 1,
      completed: written.completed,
      returned: written.returned ?? null,
      authorised: written.authorised,
    },
    strategy: written.protection ? 0 : null,
    protection: written.protection
      ? { ...noProtection, ...written.protection, outcome: 'conference', plan: true, reviews: 4 }
      : noProtection,
    after: written.after ?? 'plan',
    planReviews: 3,
    escalates: false,
  },
})

/** Sixteen children in nine families. Days are working days from the referral. */
export const caseScenes: readonly Scene[] = [
  // Three brothers and sisters on child protection plans, whose visit is due this week.
  scene(3, 96, {
    completed: 37,
    authorised: 39,
    protection: { completed: 8, authorised: 9, conference: 13 },
    lastVisit: 8,
  }),
  // Two on child in need plans, their four-weekly visits due this week.
  scene(2, 104, { completed: 40, authorised: 42, lastVisit: 18 }),
  scene(1, 88, { completed: 33, authorised: 36, lastVisit: 17 }),
  // An assessment that the manager has returned, and one that waits for the signature.
  scene(2, 35, { completed: 30, returned: { at: 32, again: 39 }, authorised: 41 }),
  scene(1, 40, { completed: 37, authorised: 44 }),
  // One due in days, one overdue, one that has just begun.
  scene(2, 41, { completed: 43, authorised: 45, after: 'earlyHelp' }),
  scene(1, 49, { completed: 53, authorised: 55, after: 'none' }),
  scene(2, 4, { completed: 38, authorised: 40, after: 'none' }),
  // An enquiry under way, with a conference to come.
  scene(2, 6, { completed: 38, authorised: 40, protection: { completed: 9, authorised: 10, conference: 13 } }),
]

function tellScene(story: Story, { referred, course, lastVisit }: CaseScene): void {
  const { timeline, random, household, staff } = story
  const worker = staff.demo.get('social-worker')
  if (worker === undefined) throw new Error('The workforce has no demo social worker')
  const { kids } = household
  const day = timeline.addWorking(timeline.today, -referred)
  tellContact(story, officeTime(story, day - random.int(60, 330)), false, kids, { outcome: 'advice', kind: 'worry' })
  const contact = tellContact(story, officeTime(story, day), false, kids, { outcome: 'referral', kind: 'worry' })
  tellCase(story, contact, course, { led: { worker, team, lastVisit } })
}
