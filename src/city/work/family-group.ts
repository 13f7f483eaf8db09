/** A family group conference: offered, perhaps accepted, held and reviewed. */
import { type Mark, mark } from './book.ts'
import type { Case } from './case.ts'
import type { Kid } from './household.ts'
import { familyGroupConference } from './rates.ts'
import { teamNumber } from './staff.ts'
import { isUnborn, officeTime, recorded, toldOf } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

const pathway = 'family-group-conference'

export function tellFamilyGroup(file: Case, from: Seconds, before: 'need' | 'conference'): void {
  const { story } = file
  const { random, timeline, staff, book } = story
  const at = officeTime(story, timeline.addWorking(dayOfSeconds(from), random.int(1, 6)), from + 60 * minute)
  const day = dayOfSeconds(at)
  const kids = file.present(at)
  const marks = new Map<Kid, Mark>(kids.map((kid) => [kid, mark()]))
  const accepted = random.chance(familyGroupConference.accepted)
  const offer = {
    offered: timeline.day(day),
    before,
    answer: accepted ? 'accepted' : 'declined',
    ...(accepted ? {} : { why: random.pick(words.declined) }),
  }
  book.tell(
    at,
    file.lead(at).worker,
    kids.map((kid) => ({
      does: 'record',
      record: kid.record,
      pathway,
      step: 'offer',
      episode: null,
      mark: marks.get(kid) ?? mark(),
      values: offer,
    })),
  )
  if (!accepted) return
  const team = 'family-group-conferences'
  const coordinator = staff.pick(random, team, ['conferenceCoordinator'], day).worker
  /** Another finishes what a coordinator who has left began. */
  const stillOr = (later: number): number =>
    staff.isIn(team, 'conferenceCoordinator', coordinator, later)
      ? coordinator
      : staff.pick(random, team, ['conferenceCoordinator'], later).worker
  const taken = officeTime(story, timeline.addWorking(day, random.int(1, 4)), at + 60 * minute)
  const allocation = {
    from: timeline.day(dayOfSeconds(taken)),
    team: teamNumber(team),
    worker: coordinator,
    role: 'lead',
  }
  const manager = staff.manager(random, team, dayOfSeconds(taken), coordinator)
  book.tell(
    taken,
    manager,
    recorded(pathway, 'allocation', marks, toldOf(kids, dayOfSeconds(taken), taken), () => allocation),
  )
  const held = officeTime(
    story,
    timeline.addWorking(day, random.chance(0.85) ? random.int(14, 29) : random.int(31, 44)),
    taken + minute,
  )
  const agreed = random.chance(0.9)
  const shared = {
    held: timeline.day(dayOfSeconds(held)),
    adults: random.int(3, 11),
    agreed: agreed ? 'yes' : 'no',
    ...(agreed ? { plan: random.pick(words.familyPlans) } : {}),
  }
  book.tell(
    held,
    stillOr(dayOfSeconds(held)),
    recorded(pathway, 'conference', marks, kids, (kid) => ({
      ...shared,
      present: !isUnborn(kid, held) && dayOfSeconds(held) - kid.born > 4 * 365 && random.chance(0.8) ? 'yes' : 'no',
    })),
  )
  const reviewed = officeTime(story, dayOfSeconds(held) + random.int(70, 90), held + minute)
  const review = {
    held: timeline.day(dayOfSeconds(reviewed)),
    working: random.chance(0.6) ? 'yes' : random.chance(0.7) ? 'part' : 'no',
    next: 'close',
    note: random.pick(words.familySays),
  }
  book.tell(
    reviewed,
    stillOr(dayOfSeconds(reviewed)),
    recorded(pathway, 'review', marks, kids, () => review),
  )
}
