/** An assessment: the children are seen, it is written, perhaps sent back, and signed by the manager. */
import { type Mark, mark } from './book.ts'
import type { Case } from './case.ts'
import type { AssessmentCourse, CaseCourse } from './course.ts'
import type { Kid } from './household.ts'
import { signed } from './protection.ts'
import { ageOf, isUnborn, officeTime, recorded, type Story, toldOf } from './story.ts'
import { dayOfSeconds, minute, type Seconds } from './timeline.ts'
import * as words from './words.ts'

const pathway = 'children-in-need'

/** What an assessment is about and leads to. */
interface About {
  readonly need: string
  readonly after: CaseCourse['after']
}

/** @param taken when the case was allocated; gives the time of the signature */
export function tellAssessment(
  file: Case,
  referred: number,
  taken: Seconds,
  course: AssessmentCourse,
  about: About,
): Seconds {
  const { story, kids } = file
  const { random, timeline, book } = story
  const begun = taken + random.int(20, 170) * minute
  const started = {
    started: timeline.day(dayOfSeconds(begun)),
    ...(random.chance(0.5) ? { purpose: random.pick(words.purposes) } : {}),
  }
  book.tell(
    begun,
    file.lead(begun).worker,
    recorded(pathway, 'assessmentStarted', file.need.marks, kids, () => started),
  )
  const days = Math.max(2, course.completed - course.started)
  const first = timeline.addWorking(dayOfSeconds(begun), Math.min(random.int(1, 7), days - 1))
  file.visit(officeTime(story, first, begun + 60 * minute), file.need)
  if (days > 18) file.visit(officeTime(story, timeline.addWorking(first, random.int(7, 12))), file.need)
  if (random.chance(0.8)) file.note(officeTime(story, timeline.addWorking(first, random.int(1, 5))), file.need)

  const write = (day: number, least: Seconds): { at: Seconds; marks: ReadonlyMap<Kid, Mark> } => {
    const at = officeTime(story, timeline.addWorking(referred, day), least)
    const marks = new Map(kids.map((kid) => [kid, mark()]))
    const completed = timeline.day(dayOfSeconds(at))
    const factors = factorsOf(story, about.need)
    const { after } = about
    const shared = { completed, ...words.assessed(random), factors, outcome: after }
    book.tell(
      at,
      file.lead(at).worker,
      recorded(
        pathway,
        'assessment',
        file.need.marks,
        kids,
        (kid) => ({
          ...shared,
          ...(isUnborn(kid, at)
            ? { seen: 'no', whyNotSeen: 'Not yet born.' }
            : { seen: 'yes', alone: ageOf(kid, dayOfSeconds(at)) > 3 && random.chance(0.85) ? 'yes' : 'no' }),
          voice: words.voice(random, kid.name, isUnborn(kid, at) ? -1 : ageOf(kid, dayOfSeconds(at))),
        }),
        marks,
      ),
    )
    return { at, marks }
  }

  let written = write(course.completed, begun + 120 * minute)
  if (course.returned) {
    const back = officeTime(story, timeline.addWorking(referred, course.returned.at), written.at + 30 * minute)
    const reason = random.pick(words.returnReasons)
    const { marks } = written
    book.tell(
      back,
      managerOf(file, written.at, back),
      kids.flatMap((kid) => {
        const of = marks.get(kid)
        return of ? [{ does: 'return', record: kid.record, of, reason } as const] : []
      }),
    )
    written = write(course.returned.again, back + 60 * minute)
  }
  const at = officeTime(story, timeline.addWorking(referred, course.authorised), written.at + 25 * minute)
  tellWhyLate(file, referred, at)
  book.tell(at, managerOf(file, written.at, at), signed(kids, written.marks))
  return at
}

/** The manager of the team at a time, and not the one who wrote what is to be signed. */
function managerOf(file: Case, written: Seconds, at: Seconds): number {
  const { staff, random } = file.story
  return staff.manager(random, file.lead(at).team, dayOfSeconds(at), file.lead(written).worker)
}

/** For some late assessments somebody wrote down why, about the day on which they were due. */
function tellWhyLate(file: Case, referred: number, authorised: Seconds): void {
  const { story } = file
  const { random, timeline, book } = story
  const due = timeline.addWorking(referred, 45)
  if (dayOfSeconds(authorised) <= due || !random.chance(0.6)) return
  const at = officeTime(story, timeline.addWorking(due, random.int(-3, 1)))
  if (at >= authorised) return
  const values = {
    given: timeline.day(dayOfSeconds(at)),
    clock: 'assessment',
    due: timeline.day(due),
    reason: [random.pick(['family', 'agency', 'capacity', 'police', 'complex'] as const)],
    explanation: random.pick(words.overdue),
  }
  const kids = toldOf(file.present(at), dayOfSeconds(at), at)
  book.tell(
    at,
    file.lead(at).worker,
    recorded(pathway, 'reasonOverdue', file.need.marks, kids, () => values),
  )
}

function factorsOf({ random }: Story, need: string): readonly string[] {
  const likely = words.factorsByNeed[need] ?? ['20']
  if (random.chance(0.06)) return ['21']
  const factors = new Set([likely[0] ?? '20', random.pick(likely), random.pick(likely)])
  return [...factors].sort()
}
