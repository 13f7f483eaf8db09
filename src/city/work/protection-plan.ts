/** A child protection plan: visits, core groups and reviews, until it ends, or the child is looked after, or moves away. */
import type { Case, Episodes } from './case.ts'
import type { ProtectionCourse } from './course.ts'
import type { Kid } from './household.ts'
import { type Category, visitsOnTime } from './rates.ts'
import { officeTime, recorded, yearsAgo } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

const pathway = 'child-protection'
/** The agencies around most families. */
export const around = ['socialCare', 'police', 'health', 'education'] as const

/** Tells the plan from the conference that made it; gives the time at which it ended. */
export function tellProtectionPlan(
  file: Case,
  kids: readonly Kid[],
  episodes: Episodes,
  from: Seconds,
  chair: number,
  category: Category,
  course: ProtectionCourse,
): Seconds {
  const { story } = file
  const { random, timeline, book } = story
  const start = dayOfSeconds(from)
  let previous = start
  let at = from
  for (let review = 1; review <= course.reviews; review++) {
    const late = random.chance(0.05)
    const gap =
      review === 1
        ? late
          ? random.int(94, 108)
          : random.int(76, 89)
        : late
          ? random.int(184, 200)
          : random.int(146, 180)
    at = officeTime(story, timeline.addWorking(previous + gap, -1), at + minute)
    previous = dayOfSeconds(at)
    if (at > timeline.end) break
    const last = review === course.reviews
    if (last && course.ends === 'transfer') break
    const decision = last ? course.ends : 'continue'
    const shared = {
      held: timeline.day(previous),
      quorate: 'yes',
      attended: around,
      decisions: random.pick(words.reviewDecisions),
    }
    book.tell(
      at,
      chairOn(file, chair, previous),
      recorded(pathway, 'reviewConference', episodes.marks, kids, () => ({
        ...shared,
        voice: random.pick(words.chairVoice),
        decision,
        ...(decision === 'continue' ? { category } : {}),
      })),
    )
  }
  tellPlanWork(file, kids, episodes, from, Math.min(at, timeline.end))
  if (course.ends === 'transfer') tellTransferOut(file, kids, episodes, at)
  return at
}

/** The chair who held the first conference holds the reviews, for as long as they are in post. */
function chairOn({ story: { staff, random } }: Case, chair: number, day: number): number {
  const stays = staff.pick(random, 'conference-chairs', ['conferenceChair'], day)
  return staff.isIn('conference-chairs', 'conferenceChair', chair, day) ? chair : stays.worker
}

/** Visits every ten working days and core groups every six weeks, mostly on time. */
function tellPlanWork(file: Case, kids: readonly Kid[], episodes: Episodes, from: Seconds, until: Seconds): void {
  const { story } = file
  const { random, timeline } = story
  const onTime = visitsOnTime(yearsAgo(story, dayOfSeconds(from)))
  let day = dayOfSeconds(from)
  for (;;) {
    day = timeline.addWorking(day, random.chance(onTime) ? random.int(6, 10) : random.int(11, 14))
    const at = officeTime(story, day)
    if (at >= file.visitsUntil(until)) break
    if (!file.visit(at, episodes, kids)) day = timeline.addWorking(day, -6)
    else if (random.chance(0.2)) file.note(officeTime(story, day + random.int(1, 5)), file.need)
  }
  file.tellLastVisit(episodes)
  let group = timeline.addWorking(dayOfSeconds(from), random.chance(0.93) ? random.int(5, 10) : random.int(11, 15))
  for (;;) {
    const at = officeTime(story, group)
    if (at >= until) break
    if (file.isKept(group)) tellCoreGroup(file, kids, episodes, at)
    group = timeline.working(dayOfSeconds(at) + (random.chance(onTime) ? random.int(35, 40) : random.int(43, 56)))
  }
}

function tellCoreGroup(file: Case, kids: readonly Kid[], episodes: Episodes, at: Seconds): void {
  const { random, timeline, book } = file.story
  const values = {
    held: timeline.day(dayOfSeconds(at)),
    attended: ['socialCare', 'health', 'education'],
    parents: random.chance(0.8) ? 'yes' : 'no',
    progress: random.pick(words.coreProgress),
    actions: random.pick(words.coreActions),
  }
  book.tell(
    at,
    file.lead(at).worker,
    recorded(pathway, 'coreGroup', episodes.marks, kids, () => values),
  )
}

function tellTransferOut(file: Case, kids: readonly Kid[], episodes: Episodes, at: Seconds): void {
  const { random, timeline, book } = file.story
  const council = words.council(random)
  const accepted = { accepted: timeline.day(dayOfSeconds(at)), council }
  const author = file.lead(at).worker
  book.tell(
    at,
    author,
    recorded(pathway, 'transferOut', episodes.marks, kids, () => accepted),
  )
  const closed = { closed: accepted.accepted, reason: 'transferred' }
  book.tell(
    at + 9 * minute,
    author,
    recorded(pathway, 'transferredOut', episodes.marks, kids, () => closed),
  )
}
