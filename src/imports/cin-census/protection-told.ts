/**
 * Section 47 enquiries, initial conferences and child protection plans of a census. A census gives them as three lists; the
 * house has one episode, from the strategy discussion to the end of the plan, so they are joined by their days: a
 * conference follows the enquiry that names its date, and a plan starts on its conference's date (census guide).
 */
import { addDays, type Day } from '../../core/calendar/index.ts'
import type { Event } from '../../core/pathway/history.ts'
import type { ChildInNeed } from '../../returns/cin-census/facts.ts'
import type { CinCensus } from '../../returns/cin-census/layout.ts'
import type { Row } from '../../returns/engine/layout.ts'
import type { NoLonger, Told } from '../told.ts'
import { type Cells, given, isYes } from './cells.ts'
import type { NeedTold } from './need-told.ts'
import { mayHaveMoved, type Period } from './period.ts'
import { isOpenOn, type Plan, reviewsTold } from './plan-told.ts'

const pathway = 'child-protection'

/** A plan may start some days after the conference that made it; later than this it was another's. */
const daysToPlanMax = 31

/** The referral that each row of details told of; one that could not be loaded is not there. */
export type Referrals = ReadonlyMap<number, NeedTold>

interface Conference {
  readonly held: Day
  readonly kind: 'initial' | 'transferIn'
  readonly row: Row<CinCensus, 'Section47'> | Row<CinCensus, 'CINdetails'>
  readonly plan: Plan | undefined
}

interface Enquiry {
  readonly row: Row<CinCensus, 'Section47'>
  readonly started: Day
  readonly conference: Conference | undefined
}

interface Context {
  readonly child: ChildInNeed
  readonly born: Day | undefined
  /** By the day they started. */
  readonly plans: readonly Plan[]
  readonly referrals: Referrals
  readonly period: Period
  readonly cells: Cells
}

export function protectionTold(context: Context): { told: Told[]; noLonger: NoLonger[] } {
  const { child, plans, cells } = context
  const free = new Set(plans)
  const takePlan = (held: Day): Plan | undefined => {
    const plan = plans.find(
      (one) => free.has(one) && held <= one.started && one.started <= addDays(held, daysToPlanMax),
    )
    if (plan) free.delete(plan)
    return plan
  }
  const enquiries = enquiriesIn(child, cells, takePlan)
  const transfers = transfersIn(child, cells, enquiries, takePlan)
  const told: Told[] = []
  const noLonger: NoLonger[] = []
  /** What opened the episode of a plan. */
  const opener = new Map<Plan, Told>()
  const conferenceOf = (conference: Conference, on?: Told): void => {
    const one = conferenceTold(context, conference, on)
    told.push(one)
    if (conference.plan) opener.set(conference.plan, one)
  }
  for (const conference of transfers) conferenceOf(conference)
  for (const plan of free) {
    const one = planAlone(context, plan, plans)
    told.push(one)
    opener.set(plan, one)
  }
  for (const enquiry of enquiries) {
    const during = [...opener].find(([plan]) => isOpenOn(plan, enquiry.started))?.[1]
    const discussion = discussionTold(context, enquiry, during)
    told.push(discussion)
    if (enquiry.conference) {
      told.push(enquiryTold(enquiry, enquiry.conference, discussion))
      conferenceOf(enquiry.conference, discussion)
      const window = windowOf(enquiry, enquiries)
      noLonger.push({ on: discussion, step: 'endedWithoutConference', which: (event) => endsWithin(window, event) })
    } else if (isYes(enquiry.row, 'ICPCnotRequired'))
      told.push(notRequiredTold(context, enquiry, enquiries, discussion))
  }
  for (const [plan, on] of opener) {
    const reviews = reviewsTold(plan, on, context.period)
    told.push(...reviews.told)
    noLonger.push(...reviews.noLonger)
  }
  return { told, noLonger }
}

interface Window {
  readonly from: Day
  readonly until: Day | undefined
}

/** From the start of an enquiry to the day before the next one: what ended then ended this one. */
const windowOf = ({ started }: Enquiry, all: readonly Enquiry[]): Window => ({
  from: started,
  until: all.find((one) => one.started > started)?.started,
})

const endsWithin = ({ from, until }: Window, { day, values }: Event): boolean =>
  values.why === 'notRequired' && day !== null && from <= day && (until === undefined || day < until)

/** By the day they started. Two that name one conference are one way to it: the first of them has it. */
function enquiriesIn(child: ChildInNeed, cells: Cells, takePlan: (held: Day) => Plan | undefined): Enquiry[] {
  const seen = new Set<Day>()
  const started = child.Section47.flatMap((row) => {
    const day = cells.dayOnce(row, 'S47ActualStartDate', seen)
    return day === undefined ? [] : [{ row, started: day }]
  }).sort((a, b) => (a.started < b.started ? -1 : a.started > b.started ? 1 : 0))
  const taken = new Set<Day>()
  return started.map((one) => {
    const held = cells.dayFrom(one.row, 'DateOfInitialCPC', one.started, 'the start of the section 47 enquiry')
    if (held === undefined || taken.has(held)) return { ...one, conference: undefined }
    taken.add(held)
    return { ...one, conference: { held, kind: 'initial', row: one.row, plan: takePlan(held) } }
  })
}

/** The conference that stands at the referral itself is one after a transfer in (census guide). */
function transfersIn(
  child: ChildInNeed,
  cells: Cells,
  enquiries: readonly Enquiry[],
  takePlan: (held: Day) => Plan | undefined,
): Conference[] {
  const known = new Set(enquiries.map(({ conference }) => conference?.held))
  return child.CINdetails.flatMap((row) => {
    const held = cells.day(row, 'DateOfInitialCPC')
    if (held === undefined || known.has(held)) return []
    return [{ held, kind: 'transferIn', row, plan: takePlan(held) } as const]
  })
}

const placeOf = ({ table, row }: { table: string; row: number }) => ({ table, row })

function discussionTold({ referrals }: Context, { row, started, conference }: Enquiry, during: Told | undefined): Told {
  const from = referrals.get(row.parent)?.opened
  const conferenceBy =
    row.blank('InitialCPCtarget') || row.unreadable('InitialCPCtarget') ? undefined : row.text('InitialCPCtarget')
  return {
    pathway,
    ...(during && { on: during }),
    ...(from && { from }),
    step: 'strategyDiscussion',
    day: started,
    values: given({ held: started, decision: 'enquire', conferenceBy }),
    same: ({ step, values }) => step === 'strategyDiscussion' && values.held === started,
    ...(conference && { joins: isConference(conference) }),
    corrects: ['conferenceBy'],
    place: placeOf(row),
    columns: { held: 'S47ActualStartDate', conferenceBy: 'InitialCPCtarget' },
  }
}

/** The enquiry that led to a conference was over when the conference was held; a census gives no other end of it. */
const enquiryTold = ({ row, started }: Enquiry, { held }: Conference, on: Told): Told => ({
  pathway,
  on,
  step: 'enquiry',
  day: started,
  signed: held,
  values: { started, outcome: 'conference' },
  same: ({ step, values }) => step === 'enquiry' && values.started === started,
  corrects: [],
  place: placeOf(row),
  columns: { started: 'S47ActualStartDate' },
})

/** When it ended is not told, only that it had by the next enquiry, by the closure or by the end of the year. */
function notRequiredTold({ referrals, period }: Context, enquiry: Enquiry, all: readonly Enquiry[], on: Told): Told {
  const { row, started } = enquiry
  const window = windowOf(enquiry, all)
  const before = window.until && addDays(window.until, -1)
  const bounds = [before, referrals.get(row.parent)?.closed, period.to].filter((day) => day !== undefined)
  const ended = bounds.filter((day) => day >= started).sort()[0] ?? started
  return {
    pathway,
    on,
    step: 'endedWithoutConference',
    day: ended,
    values: { ended, why: 'notRequired' },
    same: (event) => event.step === 'endedWithoutConference' && endsWithin(window, event),
    corrects: [],
    place: placeOf(row),
    columns: { why: 'ICPCnotRequired' },
  }
}

const isConference =
  ({ held, plan }: Conference) =>
  ({ step, values, day }: Event): boolean =>
    step === 'initialConference' &&
    (values.held === held || (plan !== undefined && values.outcome === 'plan' && day === plan.started))

function conferenceTold({ born, referrals }: Context, conference: Conference, on: Told | undefined): Told {
  const { held, kind, row, plan } = conference
  const from = referrals.get(row.table === 'CINdetails' ? row.row : row.parent)?.opened
  return {
    pathway,
    ...(on ? { on } : from && { from }),
    step: 'initialConference',
    // A plan holds from its own start, which the census gives beside the conference.
    day: plan?.started ?? held,
    values: given({
      held,
      kind: kind === 'initial' && (born === undefined || held < born) ? 'preBirth' : kind,
      outcome: plan ? 'plan' : 'none',
      category: plan?.category,
      previousPlans: plan?.previous,
    }),
    same: isConference(conference),
    corrects: ['held', 'kind', 'outcome', 'category', 'previousPlans'],
    place: placeOf(plan?.row ?? row),
    columns: { held: 'DateOfInitialCPC', category: 'InitialCategoryOfAbuse', previousPlans: 'NumberOfPreviousCPP' },
  }
}

/** A plan whose conference lies before the year of the census: of the conference only its day is known. */
function planAlone({ referrals, period }: Context, plan: Plan, all: readonly Plan[]): Told {
  const { row, started, category, previous } = plan
  const from = referrals.get(row.parent)?.opened
  const days = new Set<string>(all.map((one) => one.started))
  const isPlan = ({ step, values }: Event): boolean => step === 'initialConference' && values.outcome === 'plan'
  return {
    pathway,
    ...(from && { from }),
    step: 'initialConference',
    day: started,
    values: given({ held: started, outcome: 'plan', category, previousPlans: previous }),
    same: (event) => isPlan(event) && (event.day === started || event.values.held === started),
    moved: {
      field: 'held',
      from: (event, episode) =>
        isPlan(event) && !days.has(event.day ?? '') && mayHaveMoved(period, started, event, episode),
    },
    corrects: ['category', 'previousPlans'],
    place: placeOf(row),
    columns: { held: 'CPPstartDate', category: 'InitialCategoryOfAbuse', previousPlans: 'NumberOfPreviousCPP' },
  }
}
