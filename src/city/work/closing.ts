/** How cases end: after an assessment, after a plan, in care, or gone with the family. */
import type { Case } from './case.ts'
import { tellFamilyGroup } from './family-group.ts'
import type { Kid } from './household.ts'
import type { Protected } from './protection.ts'
import { familyGroupConference } from './rates.ts'
import { officeTime, recorded } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

const pathway = 'children-in-need'

export function tellClosing(file: Case, after: Seconds, then: 'none' | 'earlyHelp', enquired: boolean): Seconds {
  const { story } = file
  const at = officeTime(
    story,
    story.timeline.addWorking(dayOfSeconds(after), story.random.int(0, 12)),
    after + 30 * minute,
  )
  const reason = enquired ? 'RC7' : then === 'none' ? 'RC8' : 'RC9'
  return closeCase(file, at, reason, file.present(at))
}

export function closeCase(file: Case, at: Seconds, reason: string, kids: readonly Kid[]): Seconds {
  const { random, timeline, book } = file.story
  const values = { closed: timeline.day(dayOfSeconds(at)), reason, summary: random.pick(words.closings) }
  book.tell(
    at,
    file.lead(at).worker,
    recorded(pathway, 'closure', file.need.marks, kids, () => values),
  )
  file.need.until = at
  file.tellLeads(at)
  return at
}

/** Once the plan for protection has ended: a while as children in need, or in care, or gone with the family. */
export function tellAfterProtection(file: Case, assessed: Seconds, { ending, ended }: Protected): Seconds {
  const { story } = file
  const { random, timeline } = story
  const grown = file.kids.filter((kid) => !file.protection.some(({ marks }) => marks.has(kid)))
  const from = Math.max(assessed, ended)
  if (grown.length > 0 && assessed < ended) {
    const at = officeTime(story, timeline.addWorking(dayOfSeconds(assessed), random.int(2, 20)), assessed + 60 * minute)
    if (at < ended) leave(file, grown, at)
  }
  if (random.chance(familyGroupConference.conference)) tellFamilyGroup(file, assessed + 90 * minute, 'conference')
  if (ending === 'transfer') return closeCase(file, from + 60 * minute, 'RC5', file.present(from))
  if (ending === 'care') {
    const at = officeTime(story, timeline.working(dayOfSeconds(from) + random.int(150, 600)), from + 60 * minute)
    const reason = random.chance(0.5) ? 'RC7' : random.chance(0.5) ? 'RC4' : random.chance(0.6) ? 'RC3' : 'RC1'
    return closeCase(file, at, reason, file.present(at))
  }
  if (random.chance(0.35)) return tellRest(file, from)
  return tellRest(file, from + random.int(40, 140) * 86_400)
}

function leave(file: Case, kids: readonly Kid[], at: Seconds): void {
  const { random, timeline, book } = file.story
  const values = { closed: timeline.day(dayOfSeconds(at)), reason: 'RC7', summary: random.pick(words.closings) }
  book.tell(
    at,
    file.lead(at).worker,
    recorded(pathway, 'closure', file.need.marks, kids, () => values),
  )
  for (const kid of kids) file.left.set(kid, at)
}

export function tellRest(file: Case, from: Seconds): Seconds {
  const at = officeTime(file.story, dayOfSeconds(from) + file.story.random.int(1, 9), from + 60 * minute)
  return closeCase(file, at, 'RC7', file.present(at))
}
