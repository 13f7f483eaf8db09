/**
 * School days of one school: the weekdays of its terms, without bank holidays, its half terms and its training (INSET)
 * days. A school day is a day on which there is a session *at that school* (Education Act 1996 s579(1), in force
 * 1 November 1996), so there is no calendar of school days in general.
 *
 * Before the first term known and after the last, nobody knows yet which days are school days. Every working day is
 * then taken for one: there are more of those, so a limit comes too early and never too late. The answer says that it
 * is provisional.
 */
import { type CountedDays, countedDays, type Tally, tallyOf } from './counted-days.ts'
import { addDays, type Day, dayFromNumber, dayNumber, max, min } from './day.ts'
import type { WorkingCalendar } from './working-days.ts'

/** A span of days, both included. */
interface Span {
  readonly from: Day
  readonly to: Day
}

export interface Term extends Span {
  /** `Autumn term 2026` */
  readonly title: string
  readonly halfTerm?: Span
}

export interface SchoolYear {
  readonly terms: readonly Term[]
  readonly insetDays: readonly Day[]
}

export interface SchoolCalendar extends CountedDays {
  isSchoolDay(day: Day): boolean
}

const inside = (span: Span, day: Day): boolean => day >= span.from && day <= span.to

/** Why there is no school on a day between the first term known and the last. */
function whyNoSchool(day: Day, { terms, insetDays }: SchoolYear, working: WorkingCalendar): string | undefined {
  const notWorking = working.whyNot(day)
  if (notWorking !== undefined) return notWorking
  const term = terms.find((one) => inside(one, day))
  if (!term) return 'School holiday'
  if (term.halfTerm && inside(term.halfTerm, day)) return 'Half term'
  return insetDays.includes(day) ? 'Training (INSET) day' : undefined
}

/** The known days of the school, with working days before and after them. */
function tallyOfSchool(known: Span, working: WorkingCalendar, isSchoolDay: (day: Day) => boolean): Tally {
  const [first, last] = [dayNumber(known.from), dayNumber(known.to)]
  const own = tallyOf(first, last, (number) => isSchoolDay(dayFromNumber(number)))
  const total = own.upTo(last)
  const dayBefore = addDays(known.from, -1)
  return {
    upTo(number) {
      if (number < first) return working.between(dayBefore, dayFromNumber(number))
      return number <= last ? own.upTo(number) : total + working.between(known.to, dayFromNumber(number))
    },
    nth(ordinal) {
      if (ordinal < 1) return dayNumber(working.add(known.from, ordinal - 1))
      return ordinal <= total ? own.nth(ordinal) : dayNumber(working.add(known.to, ordinal - total))
    },
  }
}

/** The school days of one school. Costs two numbers for each day of its known terms. */
export function schoolCalendar(year: SchoolYear, working: WorkingCalendar): SchoolCalendar {
  const [firstTerm, ...terms] = year.terms
  if (!firstTerm) return { ...working, isSchoolDay: working.counts, restsOnProvisional: () => true }
  const known: Span = {
    from: min(firstTerm.from, ...terms.map((term) => term.from)),
    to: max(firstTerm.to, ...terms.map((term) => term.to)),
  }
  const whyNot = (day: Day): string | undefined =>
    inside(known, day) ? whyNoSchool(day, year, working) : working.whyNot(day)
  const days = countedDays({
    tally: tallyOfSchool(known, working, (day) => whyNot(day) === undefined),
    whyNot,
    restsOnProvisional: (day) => !inside(known, day) || working.restsOnProvisional(day),
  })
  return { ...days, isSchoolDay: days.counts }
}
