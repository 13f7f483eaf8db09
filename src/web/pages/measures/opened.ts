/** What a page of one measure is made from: the columns as they stand, the day, the breakdown that was asked for. */
import { addYears, type Day, type Moment, type Period, rolling12, yearToDate } from '../../../core/calendar/index.ts'
import type { Sum } from '../../../core/measures/figures.ts'
import type { Measure } from '../../../core/measures/measure.ts'
import { done, type Outcome, problem } from '../../../core/outcomes.ts'
import {
  type Columns,
  codeNamed,
  type Dimension,
  dimensionOf,
  dimensions,
  figureOf,
  type GroupName,
  groupNames,
  type Only,
} from '../../../insight/explore/index.ts'
import { authoritySetting } from '../../../insight/published/index.ts'
import {
  type Compared,
  comparisonOf,
  type Given,
  type Populations,
  partOf,
  populationsFor,
} from '../../../insight/standing/index.ts'
import type { Request } from '../../server/page.ts'
import { keptAnswer } from './kept.ts'
import { targetOf } from './words.ts'

/** Councillors see how children fare, never a child. */
export const isCouncillor = ({ viewer }: Request): boolean => viewer.role === 'councillor'

/** The group that is looked at by itself, as it stands in the address and in words. */
export type Chosen = Only & GroupName

export interface Opened {
  readonly measure: Measure
  readonly columns: Columns
  readonly asAt: Moment
  /** The number of the last file that was loaded. */
  readonly loads: number
  /**
   * The day the figures are for. For councillors the end of the last whole month: two days set beside each other would
   * show one child.
   */
  readonly on: Day
  readonly by: Dimension
  readonly only: Chosen | null
  readonly nameOf: (code: number) => GroupName
  readonly target: number | null
  /** Children aged 0 to 17, for rates. */
  readonly population: Populations
}

/** Problem: `request.not-found` for no such measure or group, `access.denied`. */
export async function openMeasure(request: Request): Promise<Outcome<Opened>> {
  const { definitions, directory, explore } = request.services
  const measure = definitions.measures.find((one) => one.id === request.params.measure)
  if (measure === undefined) return problem('request.not-found')
  const explored = await explore.now(request.reader, measure.id)
  if (!explored.ok) return explored
  const { columns, asAt, loads } = explored.value
  const by = dimensionOf(String(request.query.by ?? '')) ?? dimensions[0]!
  const nameOf = groupNames(columns, by.id, { directory, definitions })
  const asked = isCouncillor(request) ? undefined : request.query.only
  const code = asked === undefined ? undefined : codeNamed(columns, by.id, String(asked), nameOf)
  if (asked !== undefined && code === undefined) return problem('request.not-found')
  const only = code === undefined ? null : { by: by.id, code, ...nameOf(code) }
  const on = dayFor(request)
  const target = targetOf(request.services, measure, on)
  const population = await populationsOn(request, loads, on, [measure])
  return done({ measure, columns, asAt, loads, on, by, only, nameOf, target, population })
}

/** The population for the periods of a day; not asked for where no measure is a rate. */
export function populationsOn(
  request: Request,
  loads: number,
  on: Day,
  measures: readonly Measure[],
): Promise<Populations> {
  const given = givenOf(request)
  const rates = measures.filter((one) => one.kind === 'rate').slice(0, 1)
  const name = `population ${given.authority} ${on} ${rates.length}`
  return keptAnswer({ pool: request.services.pool, loads, name, ask: () => populationsFor(rates, on, given) })
}

/** What is published of a measure, as it was out on a day. */
export function publishedOf(request: Request, { measure, on, loads }: Opened): Promise<Outcome<Compared>> {
  const given = givenOf(request)
  const name = `comparison ${given.authority} ${on} ${measure.id}`
  return keptAnswer({ pool: request.services.pool, loads, name, ask: () => comparisonOf(measure, on, given) })
}

/** Which council this is decides whose published figures stand beside its own. */
const givenOf = ({ services: { settings, pool }, today }: Request): Given => ({
  settings,
  pool,
  authority: settings.text(authoritySetting, today) ?? null,
})

export const dayFor = (request: Request): Day => (isCouncillor(request) ? rolling12(request.today).to : request.today)

/** One figure with what it is called and is for. */
export interface Part extends Sum {
  readonly id: 'latest' | 'rolling' | 'last-year'
  readonly title: string
  readonly period: Period
  /** Rounded as it is printed. */
  readonly value: number | null
  readonly printed: string
}

export interface Parts {
  /** Year to date, or the day itself. */
  readonly latest: Part
  /** The twelve whole months that ended last; null of what is counted at a date. */
  readonly rolling: Part | null
  readonly lastYear: Part
}

export type ForParts = Pick<Opened, 'measure' | 'columns' | 'on' | 'only' | 'population'>

export function partsOf(opened: ForParts): Parts {
  const { measure, columns, on, only, population } = opened
  const part = (id: Part['id'], title: string, period: Period): Part => {
    const sum = figureOf(columns, measure, period, only)
    // Of one group no population is known.
    const { value, printed } = partOf(measure, period, sum, { population: only === null ? population(period) : null })
    return { id, title, period, ...sum, value, printed }
  }
  if (measure.over === 'date') {
    const before = addYears(on, -1)
    return {
      latest: part('latest', 'Now', { from: on, to: on, title: 'Now' }),
      rolling: null,
      lastYear: part('last-year', 'A year before', { from: before, to: before, title: 'A year before' }),
    }
  }
  const rolling = rolling12(on)
  return {
    latest: part('latest', 'Year to date', yearToDate(on)),
    rolling: part('rolling', 'Rolling twelve months', rolling),
    lastYear: part('last-year', 'The twelve months before', rolling12(rolling.from)),
  }
}

/** The span of the chart: the last two years of whole months. */
export function chartSpan(on: Day): Pick<Period, 'from' | 'to'> {
  const rolling = rolling12(on)
  return { from: rolling12(rolling.from).from, to: rolling.to }
}
