/** Child protection: a strategy discussion, the enquiry, the conference, and the plan with its visits and reviews. */

import { type Mark, mark } from './book.ts'
import type { Case, Episodes } from './case.ts'
import type { ProtectionCourse } from './course.ts'
import type { Kid } from './household.ts'
import { around, tellProtectionPlan } from './protection-plan.ts'
import { categories } from './rates.ts'
import { localityTeamOf, teamNumber } from './staff.ts'
import { ageOf, isUnborn, officeTime, recorded, toldOf } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

export type Ending = 'noEnquiry' | 'none' | 'childInNeed' | 'noPlan' | 'end' | 'care' | 'transfer'

export interface Protected {
  readonly ending: Ending
  /** When there was a plan; or the same as `ended`. */
  readonly planned: Seconds
  readonly ended: Seconds
}

/** Whether it came to a plan. */
export const isOnPlan = ({ ending }: Protected): boolean =>
  ending === 'end' || ending === 'care' || ending === 'transfer'

const pathway = 'child-protection'

/** Tells it from the strategy discussion on a day to whatever ends it. */
export function tellProtection(
  file: Case,
  kids: readonly Kid[],
  least: Seconds,
  day: number,
  course: ProtectionCourse,
): Protected {
  const { story } = file
  const { random, timeline, book } = story
  const at = officeTime(story, day, least)
  const held = dayOfSeconds(at)
  const episodes = opened(file, kids, at)
  const joint = random.chance(0.32) ? 'joint' : 'single'
  const enquire = course.outcome !== 'noEnquiry'
  const discussion = {
    held: timeline.day(held),
    agencies: random.chance(0.5) ? around : around.slice(0, 3),
    decision: enquire ? 'enquire' : 'none',
    ...(enquire ? { joint } : {}),
    information: random.pick(words.known),
    reason: random.pick(enquire ? words.strategyReasons : words.noStrategyReasons),
  }
  book.tell(
    at,
    file.manager(at),
    kids.map((kid) => ({
      does: 'record',
      record: kid.record,
      pathway,
      step: 'strategyDiscussion',
      episode: null,
      mark: episodes.marks.get(kid) ?? mark(),
      values: discussion,
    })),
  )
  if (course.outcome === 'noEnquiry') return close(episodes, at, 'noEnquiry')
  const authorised = tellEnquiry(file, kids, episodes, held, at, course)
  if (course.outcome !== 'conference') return close(episodes, authorised, course.outcome)
  return tellConference(file, kids, episodes, held, authorised, course)
}

/** A plan of another council that comes with the child. */
export function tellTransferIn(file: Case, kids: readonly Kid[], at: Seconds, course: ProtectionCourse): Protected {
  const { timeline, random, book } = file.story
  const episodes = opened(file, kids, at)
  const notified = dayOfSeconds(at)
  const values = {
    notified: timeline.day(notified),
    council: words.council(random),
    category: random.weighted(categories),
  }
  book.tell(
    at,
    file.manager(at),
    kids.map((kid) => ({
      does: 'record',
      record: kid.record,
      pathway,
      step: 'transferIn',
      episode: null,
      mark: episodes.marks.get(kid) ?? mark(),
      values,
    })),
  )
  return tellConference(file, kids, episodes, notified, at + minute, course, 'transferIn')
}

function opened(file: Case, kids: readonly Kid[], from: Seconds): Episodes {
  const marks = new Map<Kid, Mark>(kids.map((kid) => [kid, mark()]))
  const episodes = { pathway, marks, from, until: Number.POSITIVE_INFINITY }
  file.protection.push(episodes)
  return episodes
}

function close(episodes: Episodes, at: Seconds, ending: Ending, planned = at): Protected {
  episodes.until = at
  return { ending, planned, ended: at }
}

function tellEnquiry(
  file: Case,
  kids: readonly Kid[],
  episodes: Episodes,
  held: number,
  after: Seconds,
  course: ProtectionCourse,
): Seconds {
  const { story } = file
  const { random, timeline, book } = story
  const visitAt = officeTime(story, timeline.addWorking(held, random.int(0, 1)), after + 90 * minute)
  file.visit(visitAt, episodes, kids, true)
  const written = officeTime(story, timeline.addWorking(held, course.completed), visitAt + 60 * minute)
  const completed = dayOfSeconds(written)
  const { worker } = file.lead(written)
  const medical = random.chance(0.18) ? 'yes' : 'no'
  const shared = {
    started: timeline.day(held),
    completed: timeline.day(completed),
    medical,
    findings: random.pick(words.findings),
    outcome: course.outcome,
  }
  const marks = new Map(kids.map((kid) => [kid, mark()]))
  book.tell(
    written,
    worker,
    recorded(
      pathway,
      'enquiry',
      episodes.marks,
      kids,
      (kid) => ({
        ...shared,
        ...seen(file, kid, written),
        voice: words.voice(random, kid.name, ageOf(kid, completed)),
      }),
      marks,
    ),
  )
  const at = officeTime(story, timeline.addWorking(held, course.authorised), written + 40 * minute)
  const manager = story.staff.manager(random, file.lead(at).team, dayOfSeconds(at), worker)
  book.tell(at, manager, signed(kids, marks))
  return at
}

export const signed = (kids: readonly Kid[], marks: ReadonlyMap<Kid, Mark>) =>
  kids.flatMap((kid) => {
    const of = marks.get(kid)
    return of ? [{ does: 'authorise', record: kid.record, of } as const] : []
  })

function seen({ story: { random } }: Case, kid: Kid, at: Seconds) {
  if (isUnborn(kid, at)) return { seen: 'no' }
  return { seen: 'yes', alone: ageOf(kid, dayOfSeconds(at)) > 3 && random.chance(0.86) ? 'yes' : 'no' }
}

function tellConference(
  file: Case,
  kids: readonly Kid[],
  episodes: Episodes,
  from: number,
  least: Seconds,
  course: ProtectionCourse,
  how?: 'transferIn',
): Protected {
  const { story } = file
  const { random, timeline, staff, book } = story
  const at = officeTime(story, timeline.addWorking(from, course.conference), least + 60 * minute)
  const day = dayOfSeconds(at)
  const asked = officeTime(story, timeline.addWorking(day, -4), least + 30 * minute)
  const chair = staff.pick(random, 'conference-chairs', ['conferenceChair'], day)
  const asChair = {
    from: timeline.day(dayOfSeconds(Math.min(asked, at - minute))),
    team: teamNumber('conference-chairs'),
    worker: chair.worker,
    role: 'chair',
  }
  const askedAt = Math.min(asked, at - minute)
  book.tell(
    askedAt,
    file.manager(askedAt),
    recorded(pathway, 'allocation', episodes.marks, toldOf(kids, dayOfSeconds(askedAt), askedAt), () => asChair),
  )
  const category = random.weighted(categories)
  const isBeforeBirth = kids.every((kid) => isUnborn(kid, at))
  const shared = {
    held: timeline.day(day),
    kind: how ?? (isBeforeBirth ? 'preBirth' : 'initial'),
    quorate: random.chance(0.97) ? 'yes' : 'no',
    attended: around,
    parents: random.chance(0.78) ? 'yes' : random.chance(0.6) ? 'part' : 'no',
    decisions: random.pick(words.conferenceDecisions),
  }
  book.tell(
    at,
    chair.worker,
    recorded(pathway, 'initialConference', episodes.marks, kids, () => ({
      ...shared,
      voice: random.pick(words.chairVoice),
      outcome: course.plan ? 'plan' : 'none',
      ...(course.plan ? { category } : {}),
    })),
  )
  tellRecordSent(file, kids, episodes, at)
  if (!course.plan) return close(episodes, at, 'noPlan')
  const transfer = officeTime(story, timeline.addWorking(day, random.int(1, 4)), at + 60 * minute)
  file.take(transfer, localityTeamOf(story.household.family.ward), 'Child protection plan')
  const ended = tellProtectionPlan(file, kids, episodes, at, chair.worker, category, course)
  story.past.planEnded = dayOfSeconds(ended)
  return close(episodes, ended, course.ends, at)
}

function tellRecordSent(file: Case, kids: readonly Kid[], episodes: Episodes, held: Seconds): void {
  const { story } = file
  const { random, timeline, staff, book } = story
  const day = dayOfSeconds(held)
  const sends = (what: 'decisions' | 'full', after: number) => {
    const at = officeTime(story, timeline.addWorking(day, after), held + 60 * minute)
    const sent = { sent: timeline.day(dayOfSeconds(at)), what }
    const author = staff.pick(random, 'conference-chairs', ['businessSupport'], dayOfSeconds(at)).worker
    book.tell(
      at,
      author,
      recorded(pathway, 'recordSent', episodes.marks, kids, () => sent),
    )
  }
  sends('decisions', random.chance(0.9) ? random.int(0, 1) : random.int(2, 4))
  if (file.isKept(day) && random.chance(0.7)) sends('full', random.int(10, 20))
}

/** A child who lives here while another council keeps the plan. */
export function tellOthersPlan(file: Pick<Case, 'story'>, kids: readonly Kid[], at: Seconds): void {
  const { random, timeline, staff, book } = file.story
  const marks = new Map<Kid, Mark>(kids.map((kid) => [kid, mark()]))
  const day = dayOfSeconds(at)
  const author = staff.pick(random, 'conference-chairs', ['businessSupport'], day).worker
  const values = {
    told: timeline.day(day),
    council: words.council(random),
    category: random.weighted(categories),
    worker: words.referrer(random, '5C'),
  }
  book.tell(
    at,
    author,
    kids.map((kid) => ({
      does: 'record',
      record: kid.record,
      pathway,
      step: 'otherCouncilsPlan',
      episode: null,
      mark: marks.get(kid) ?? mark(),
      values,
    })),
  )
  const end = officeTime(file.story, timeline.working(day + random.int(90, 420)))
  const ended = {
    told: timeline.day(dayOfSeconds(end)),
    why: random.chance(0.6) ? 'ended' : 'left',
  }
  const then = staff.pick(random, 'conference-chairs', ['businessSupport'], dayOfSeconds(end)).worker
  book.tell(
    end,
    then,
    recorded(pathway, 'otherCouncilsPlanEnded', marks, kids, () => ended),
  )
}
