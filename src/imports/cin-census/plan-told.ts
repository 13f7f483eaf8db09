/** Child protection plans of a census: what each row says of its plan, its reviews and its end. */
import type { Day } from '../../core/calendar/index.ts'
import type { Event } from '../../core/pathway/history.ts'
import type { ChildInNeed } from '../../returns/cin-census/facts.ts'
import type { CinCensus } from '../../returns/cin-census/layout.ts'
import { inside } from '../../returns/engine/child.ts'
import type { Row } from '../../returns/engine/layout.ts'
import { childProtection } from '../../services/children/child-protection/index.ts'
import type { NoLonger, Told } from '../told.ts'
import { type Cells, given } from './cells.ts'
import { type Period, within } from './period.ts'

const pathway = 'child-protection'
const { category } = childProtection.steps.initialConference.fields

export interface Plan {
  readonly row: Row<CinCensus, 'ChildProtectionPlans'>
  readonly started: Day
  readonly ended: Day | undefined
  readonly category: string | undefined
  /** The category now, where it is another than at the start. */
  readonly changedTo: string | undefined
  /** Earlier plans of this council, as the census counts them. */
  readonly previous: number | undefined
  readonly reviews: readonly { readonly held: Day; readonly row: Row<CinCensus, 'Reviews'> }[]
}

/** Neither on the day it starts nor on the day it ends. */
export const isOpenOn = ({ started, ended }: Plan, day: Day): boolean =>
  started < day && (ended === undefined || day < ended)

/** By the day they started; one without that day cannot be placed. */
export function plansIn(child: ChildInNeed, cells: Cells): Plan[] {
  const seen = new Set<Day>()
  return child.ChildProtectionPlans.flatMap((row) => {
    const started = cells.dayOnce(row, 'CPPstartDate', seen)
    return started === undefined ? [] : [planIn(child, row, started, cells)]
  }).sort((a, b) => (a.started < b.started ? -1 : a.started > b.started ? 1 : 0))
}

function planIn(child: ChildInNeed, row: Plan['row'], started: Day, cells: Cells): Plan {
  const ended = cells.dayFrom(row, 'CPPendDate', started, 'the start of the plan')
  const first = cells.code(row, 'InitialCategoryOfAbuse', category)
  if (row.blank('InitialCategoryOfAbuse'))
    cells.fault(row, 'InitialCategoryOfAbuse', 'The category of abuse is missing.')
  const latest = cells.code(row, 'LatestCategoryOfAbuse', category)
  const reviews = inside(row, child.Reviews).flatMap((review) => {
    const held = cells.dayNeeded(review, 'CPPreviewDate')
    if (held === undefined) return []
    if (held >= started && (ended === undefined || held <= ended)) return [{ held, row: review }]
    cells.fault(review, 'CPPreviewDate', `${held} is outside the plan (${started} to ${ended ?? 'today'}).`)
    return []
  })
  const changedTo = latest === first ? undefined : latest
  if (changedTo !== undefined && !reviews.some(({ held }) => held !== ended)) {
    const reason = 'The category changed, and there is no review at which the plan continued with the new one.'
    cells.fault(row, 'LatestCategoryOfAbuse', reason)
  }
  return { row, started, ended, category: first, changedTo, previous: previousIn(row, cells), reviews }
}

function previousIn(row: Plan['row'], cells: Cells): number | undefined {
  const text = row.text('NumberOfPreviousCPP')
  if (text === '') return undefined
  const number = Number(text)
  if (Number.isInteger(number) && number >= 0 && number <= 99) return number
  cells.fault(row, 'NumberOfPreviousCPP', `“${text}” is not a number of plans.`)
  return undefined
}

const endsPlan = ({ step, values }: Event): boolean => step === 'endedWithoutConference' && values.why === 'notSaid'

/** @param on the conference that made the plan */
export function reviewsTold(plan: Plan, on: Told, period: Period): { told: Told[]; noLonger: NoLonger[] } {
  const { ended, reviews, changedTo } = plan
  const lastContinuing = reviews.findLast(({ held }) => held !== ended)
  const told: Told[] = reviews.map((review) => {
    const { held, row } = review
    const decision = held === ended ? 'end' : 'continue'
    return {
      pathway,
      on,
      step: 'reviewConference',
      day: held,
      values: given({ held, decision, category: review === lastContinuing ? changedTo : undefined }),
      same: ({ step, values }) => step === 'reviewConference' && values.held === held,
      corrects: ['decision', 'category'],
      place: { table: row.table, row: row.row },
      columns: { held: 'CPPreviewDate', decision: 'CPPendDate', category: 'LatestCategoryOfAbuse' },
    }
  })
  const endedAtReview = reviews.some(({ held }) => held === ended)
  const days = new Set<string>(reviews.map(({ held }) => held))
  const noLonger: NoLonger[] = [
    {
      on,
      step: 'reviewConference',
      which: ({ day, values }) => !days.has(String(values.held)) && within(period, day),
    },
  ]
  if (ended === undefined || endedAtReview) noLonger.push({ on, step: 'endedWithoutConference', which: endsPlan })
  else
    told.push({
      pathway,
      on,
      step: 'endedWithoutConference',
      day: ended,
      values: { ended, why: 'notSaid' },
      same: endsPlan,
      corrects: ['ended'],
      place: { table: plan.row.table, row: plan.row.row },
      columns: { ended: 'CPPendDate' },
    })
  return { told, noLonger }
}
