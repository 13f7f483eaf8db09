/** A plan for children in need: visits, reviews, and the end, unless risk grows. */
import type { Case } from './case.ts'
import { tellAfterProtection, tellRest } from './closing.ts'
import { type CaseCourse, drawProtection } from './course.ts'
import { tellFamilyGroup } from './family-group.ts'
import { isOnPlan, type Protected, tellProtection } from './protection.ts'
import { eldestProtected, familyGroupConference } from './rates.ts'
import { localityTeamOf } from './staff.ts'
import { ageOf, isUnborn, officeTime, recorded, yearsAgo } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

const pathway = 'children-in-need'

type Decision = 'continue' | 'end' | 'escalate'

/** Gives the time at which the case closes. */
export function tellPlanOfNeed(file: Case, assessed: Seconds, { planReviews, escalates }: CaseCourse): Seconds {
  const { story } = file
  const { random, timeline, household } = story
  const at = officeTime(story, timeline.addWorking(dayOfSeconds(assessed), random.int(1, 9)), assessed + 50 * minute)
  if (file.hasOwnTeam && random.chance(0.7))
    file.take(at - 20 * minute, localityTeamOf(household.family.ward), 'Child in need plan')
  tellPlan(file, at)
  if (random.chance(familyGroupConference.plan)) tellFamilyGroup(file, at + 60 * minute, 'need')
  let last = at
  for (let review = 1; review <= planReviews; review++) {
    const gap = review === 1 ? random.int(70, 92) : random.int(120, 184)
    last = officeTime(story, timeline.working(dayOfSeconds(last) + gap), last + minute)
    if (review === 1 && escalates) return tellEscalation(file, at, last)
    tellReview(file, last, review === planReviews ? 'end' : 'continue')
  }
  tellVisits(file, at, last)
  return tellRest(file, last)
}

function tellPlan(file: Case, at: Seconds): void {
  const { random, timeline, book } = file.story
  const values = {
    started: timeline.day(dayOfSeconds(at)),
    aims: random.pick(words.aims),
    actions: random.pick(words.planActions),
    danger: random.pick(words.danger),
  }
  const author = file.lead(at).worker
  book.tell(
    at,
    author,
    recorded(pathway, 'plan', file.need.marks, file.present(at), () => values),
  )
}

function tellReview(file: Case, at: Seconds, decision: Decision): void {
  const { random, timeline, book } = file.story
  const day = dayOfSeconds(at)
  const shared = {
    held: timeline.day(day),
    decision,
    attended: random.pick(words.attended),
    progress: random.pick(words.progress),
  }
  book.tell(
    at,
    file.lead(at).worker,
    recorded(pathway, 'planReview', file.need.marks, file.present(at), (kid) => ({
      ...shared,
      voice: words.voice(random, kid.name, isUnborn(kid, at) ? -1 : ageOf(kid, day)),
    })),
  )
}

function tellVisits(file: Case, from: Seconds, until: Seconds): void {
  const { story } = file
  const { random, timeline } = story
  const end = Math.min(file.visitsUntil(until), timeline.end)
  for (let day = dayOfSeconds(from); ; ) {
    day = timeline.working(day + (random.chance(0.9) ? random.int(20, 27) : random.int(29, 40)))
    const at = officeTime(story, day)
    if (at >= end) break
    file.visit(at, file.need)
    const noted = officeTime(story, day + random.int(1, 10))
    if (random.chance(0.35) && noted < end) file.note(noted, file.need)
  }
  file.tellLastVisit(file.need)
}

/** Risk has grown: an enquiry, and where it comes to a protection plan, that takes the place of this one. */
function tellEscalation(file: Case, from: Seconds, at: Seconds): Seconds {
  const { story } = file
  const { timeline, random } = story
  const day = dayOfSeconds(at)
  tellReview(file, at, 'escalate')
  const kids = file.present(at).filter((kid) => ageOf(kid, day) < eldestProtected)
  const again: Protected =
    kids.length === 0
      ? { ending: 'noEnquiry', planned: at, ended: at }
      : tellProtection(
          file,
          kids,
          at + 30 * minute,
          timeline.addWorking(day, random.int(0, 2)),
          drawProtection(random, yearsAgo(story, day), false),
        )
  const replaced = isOnPlan(again) ? again.planned : again.ended + random.int(40, 120) * 86_400
  const end = officeTime(story, dayOfSeconds(replaced) + 2, replaced + 60 * minute)
  tellVisits(file, from, end)
  tellReview(file, end, 'end')
  return isOnPlan(again) ? tellAfterProtection(file, end, again) : tellRest(file, end)
}
