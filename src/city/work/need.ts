/** A referral and what follows: the decision, the assessment, a plan perhaps, and the closing. */

import type { TeamId } from '../population/index.ts'
import { weighted } from '../random.ts'
import { tellAssessment } from './assessment.ts'
import { Case, type Led } from './case.ts'
import { tellAfterProtection, tellClosing } from './closing.ts'
import type { CaseCourse } from './course.ts'
import type { Contact } from './front-door.ts'
import { tellPlanOfNeed } from './plan.ts'
import { isOnPlan, tellProtection, tellTransferIn } from './protection.ts'
import { eldestProtected, referralsDecidedInTime } from './rates.ts'
import { assessmentTeamOf } from './staff.ts'
import { ageOf, officeTime, recorded, type Story, yearsAgo } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

const pathway = 'children-in-need'
const needs = weighted([
  ['N1', 55],
  ['N2', 8],
  ['N3', 7],
  ['N4', 10],
  ['N5', 13],
  ['N6', 5],
  ['N8', 2],
] as const)

interface Telling {
  /** Who leads it from the first day to the last, and in which team: for the cases of the demo. */
  readonly led?: Led
  readonly transferIn?: boolean
}

/** Tells a case from its referral; gives the time at which it closes. */
export function tellCase(
  story: Story,
  contact: Contact,
  course: CaseCourse,
  { led, transferIn = false }: Telling = {},
): Seconds {
  const { timeline, random, household } = story
  const kids = [...contact.opened.keys()]
  const file = new Case(story, kids, contact.opened, contact.decided, led)
  const referred = dayOfSeconds(contact.decided)
  const team = led?.team ?? assessmentTeamOf(household.family.ward)
  const need = random.weighted(needs)
  const decided = tellDecision(file, contact.decided, referred, team, need, course)
  if (course.response === 'none') return decided
  const taken = officeTime(story, timeline.addWorking(referred, course.assessment.started), decided + 25 * minute)
  file.take(taken, team, 'New referral')
  const toProtect = kids.filter((kid) => ageOf(kid, referred) < eldestProtected)
  const guarded = toProtect.length > 0 && (course.strategy !== null || transferIn)
  const protection = guarded
    ? transferIn
      ? tellTransferIn(file, toProtect, taken + 30 * minute, course.protection)
      : tellProtection(
          file,
          toProtect,
          taken + 15 * minute,
          timeline.addWorking(referred, course.strategy ?? 0),
          course.protection,
        )
    : null
  const onPlan = protection !== null && isOnPlan(protection)
  const after = onPlan || protection?.ending === 'childInNeed' ? 'plan' : course.after
  const assessed = tellAssessment(file, referred, taken, course.assessment, { need, after })
  const settled = Math.max(assessed, protection?.ended ?? 0)
  const enquired = protection !== null && protection.ending !== 'noEnquiry'
  if (after !== 'plan') return tellClosing(file, settled, after, enquired)
  return onPlan ? tellAfterProtection(file, assessed, protection) : tellPlanOfNeed(file, settled, course)
}

function tellDecision(
  file: Case,
  opened: Seconds,
  referred: number,
  team: TeamId,
  need: string,
  course: CaseCourse,
): Seconds {
  const { story } = file
  const { random, timeline, staff, book } = story
  const inTime = random.chance(referralsDecidedInTime(yearsAgo(story, referred)))
  const day = timeline.addWorking(referred, inTime ? random.int(0, 1) : random.int(2, 4))
  const at = officeTime(story, day, opened + 15 * minute)
  const values = {
    decided: timeline.day(dayOfSeconds(at)),
    response: course.response,
    need,
    reason: random.pick(course.response === 'none' ? words.closedReasons : words.responseReasons),
    referrerTold: random.chance(0.9) ? 'yes' : 'no',
  }
  const manager = staff.pick(random, team, ['teamManager'], dayOfSeconds(at)).worker
  book.tell(
    at,
    manager,
    recorded(pathway, 'referralDecision', file.need.marks, file.kids, () => values),
  )
  return at
}
