/**
 * Figures from the columns. Over a period a figure is the sum of the facts in it; at a date it is the sum of all up to
 * and including it, broken down by how each child stands on that date. They equal what PostgreSQL sums, which the tests ask.
 */
import { type Day, dayNumber, monthOf, monthsOf, type Period } from '../../core/calendar/index.ts'
import type { Sum } from '../../core/measures/figures.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { type Columns, firstDayOfMonth, type MeasureColumns, monthIndexOf, noChild } from './columns.ts'
import { type DimensionId, groupOfFact, groupOnDay } from './dimensions.ts'

export type MonthFigure = Sum & { readonly month: Day }
export type GroupFigure = Sum & { readonly code: number }

/** One group of a dimension, by its code. */
export interface Only {
  readonly by: DimensionId
  readonly code: number
}

/** The facts of both halves of a figure; of a count, a stock and a rate there is no second half. */
function halvesOf(
  columns: Columns,
  { from }: Measure,
): readonly (readonly [MeasureColumns, 'numerator' | 'denominator'])[] {
  const top = columns.measures.get(from.numerator)
  const bottom = from.denominator === null ? undefined : columns.measures.get(from.denominator)
  return [...(top ? [[top, 'numerator'] as const] : []), ...(bottom ? [[bottom, 'denominator'] as const] : [])]
}

/** The last day that counts: periods have one to begin with too, a date has none. */
function spanOf(measure: Measure, period: Pick<Period, 'from' | 'to'>): { first: number; last: number } {
  return { first: measure.over === 'date' ? -Infinity : dayNumber(period.from), last: dayNumber(period.to) }
}

const groupsAt = (columns: Columns, facts: MeasureColumns, measure: Measure, by: DimensionId, last: number) =>
  measure.over === 'date' ? groupOnDay(columns, facts, by, last) : groupOfFact(columns, facts, by)

/** The figure of a period; of a measure at a date, on its last day. */
export function figureOf(
  columns: Columns,
  measure: Measure,
  period: Pick<Period, 'from' | 'to'>,
  only: Only | null = null,
): Sum {
  const { first, last } = spanOf(measure, period)
  const sum = { numerator: 0, denominator: 0 }
  for (const [facts, half] of halvesOf(columns, measure)) {
    const value = facts[half]
    const group = only === null ? null : groupsAt(columns, facts, measure, only.by, last)
    for (const [from, until] of facts.between(first, last)) {
      for (let i = from; i < until; i++) {
        const day = facts.day[i]!
        if (day < first || day > last || value[i] === 0) continue
        if (group === null || group(i) === only?.code) sum[half] += value[i]!
      }
    }
  }
  return sum
}

/** A figure for each group of a dimension, by its code; groups in which nothing is counted are left out. */
export function groupsOf(
  columns: Columns,
  measure: Measure,
  period: Pick<Period, 'from' | 'to'>,
  by: DimensionId,
): readonly GroupFigure[] {
  const { first, last } = spanOf(measure, period)
  const sums = { numerator: [] as number[], denominator: [] as number[] }
  for (const [facts, half] of halvesOf(columns, measure)) {
    const value = facts[half]
    const group = groupsAt(columns, facts, measure, by, last)
    const into = sums[half]
    for (const [from, until] of facts.between(first, last)) {
      for (let i = from; i < until; i++) {
        const day = facts.day[i]!
        if (day < first || day > last || value[i] === 0) continue
        const code = group(i)
        into[code] = (into[code] ?? 0) + value[i]!
      }
    }
  }
  const figures: GroupFigure[] = []
  for (let code = 0; code < Math.max(sums.numerator.length, sums.denominator.length); code++) {
    const [numerator, denominator] = [sums.numerator[code] ?? 0, sums.denominator[code] ?? 0]
    if (numerator !== 0 || denominator !== 0) figures.push({ code, numerator, denominator })
  }
  return figures
}

/** What a child is at one date and was not at another; the rest of its groups stay, so that sums may run on. */
const changing: readonly DimensionId[] = ['age', 'ward', 'need']

/** A figure for each month the period touches: of the whole month, or on its last day. */
export function monthsOfMeasure(
  columns: Columns,
  measure: Measure,
  period: Pick<Period, 'from' | 'to'>,
  only: Only | null = null,
): readonly MonthFigure[] {
  const months = monthsOf(period)
  const isAtDate = measure.over === 'date'
  if (isAtDate && only !== null && changing.includes(only.by))
    return months.map((month) => ({ month: month.from, ...figureOf(columns, measure, month, only) }))
  const start = monthIndexOf(period.from)
  const first = isAtDate ? -Infinity : dayNumber(months[0]?.from ?? period.from)
  const last = dayNumber(months.at(-1)?.to ?? period.to)
  const sums = { numerator: new Int32Array(months.length), denominator: new Int32Array(months.length) }
  for (const [facts, half] of halvesOf(columns, measure)) {
    const value = facts[half]
    const into = sums[half]
    const group = only === null ? null : groupOfFact(columns, facts, only.by)
    for (const [from, until] of facts.between(first, last)) {
      for (let i = from; i < until; i++) {
        const month = facts.month[i]! - start
        if (month >= months.length || (month < 0 && !isAtDate)) continue
        if (group === null || group(i) === only?.code) into[Math.max(month, 0)]! += value[i]!
      }
    }
    if (isAtDate) for (let at = 1; at < into.length; at++) into[at]! += into[at - 1]!
  }
  return months.map((month, at) => ({
    month: month.from,
    numerator: sums.numerator[at]!,
    denominator: sums.denominator[at]!,
  }))
}

export interface BehindFact {
  readonly record: number
  readonly key: number
  readonly day: number
  readonly team: number | null
  readonly meets: boolean
}

/**
 * The children behind a figure, the newest first. Over a period each fact is one line; at a date each child and team that
 * counts is, with the day since when.
 */
export function behind(
  columns: Columns,
  measure: Measure,
  period: Pick<Period, 'from' | 'to'>,
  only: Only | null = null,
): readonly BehindFact[] {
  const lines = measure.over === 'date' ? behindDate(columns, measure, period) : behindPeriod(columns, measure, period)
  const kept = only === null ? lines : lines.filter((line) => line.inGroup(only))
  return kept.map(({ inGroup: _, ...line }) => line).sort((a, b) => b.day - a.day || a.record - b.record)
}

type Line = BehindFact & { readonly inGroup: (only: Only) => boolean }

function behindPeriod(columns: Columns, measure: Measure, period: Pick<Period, 'from' | 'to'>): Line[] {
  const { first, last } = spanOf(measure, period)
  const { numerator, denominator } = measure.from
  const top = columns.measures.get(numerator)
  const bottom = columns.measures.get(denominator ?? numerator)
  if (top === undefined || bottom === undefined) return []
  const met = new Set<string>()
  if (top !== bottom)
    for (let i = 0; i < top.length; i++) if (top.numerator[i] === 1) met.add(`${top.child[i]} ${top.key[i]}`)
  const lines: Line[] = []
  for (const i of factsBetween(bottom, first, last)) {
    if (bottom.denominator[i] === 0 && bottom.numerator[i] === 0) continue
    const meets = top === bottom ? bottom.numerator[i] === 1 : met.has(`${bottom.child[i]} ${bottom.key[i]}`)
    const inGroup = ({ by, code }: Only) => groupOfFact(columns, bottom, by)(i) === code
    lines.push({ ...lineAt(columns, bottom, i), meets, inGroup })
  }
  return lines
}

function* factsBetween(facts: MeasureColumns, first: number, last: number): Generator<number> {
  for (const [from, until] of facts.between(first, last))
    for (let i = from; i < until; i++) if (facts.day[i]! >= first && facts.day[i]! <= last) yield i
}

const lineAt = (columns: Columns, facts: MeasureColumns, i: number) => ({
  record: columns.children.record[facts.child[i]!]!,
  key: facts.key[i]!,
  day: facts.day[i]!,
  team: columns.teams.values[facts.team[i]!] ?? null,
})

function behindDate(columns: Columns, measure: Measure, period: Pick<Period, 'from' | 'to'>): Line[] {
  const { last } = spanOf(measure, period)
  const { numerator, denominator } = measure.from
  const top = columns.measures.get(numerator)
  const bottom = columns.measures.get(denominator ?? numerator)
  if (top === undefined || bottom === undefined) return []
  const met = standingIn(top, top.numerator, last)
  const counted = standingIn(bottom, denominator === null ? bottom.numerator : bottom.denominator, last)
  return [...counted]
    .filter(([, { count }]) => count > 0)
    .map(([name, { latest }]) => ({
      ...lineAt(columns, bottom, latest),
      meets: (met.get(name)?.count ?? 0) > 0,
      inGroup: ({ by, code }: Only) => groupOnDay(columns, bottom, by, last)(latest) === code,
    }))
}

/** For each child and team what stands on the day, and the last fact that added to it. */
function standingIn(
  facts: MeasureColumns,
  value: Int8Array,
  last: number,
): ReadonlyMap<string, { readonly count: number; readonly latest: number }> {
  const standing = new Map<string, { count: number; latest: number }>()
  for (let i = 0; i < facts.length; i++) {
    if (facts.child[i] === noChild || facts.day[i]! > last || value[i] === 0) continue
    const name = `${facts.child[i]} ${facts.team[i]}`
    const one = standing.get(name) ?? { count: 0, latest: i }
    one.count += value[i]!
    if (value[i]! > 0) one.latest = i
    standing.set(name, one)
  }
  return standing
}

/**
 * Every measure by month and team, in one pass over all facts: what a whole board, or a file of everything, is made from.
 * Of measures at a date the sums run on from month to month, so a cell is the figure on the month's last day, or on the
 * last day of the period.
 */
export interface Cube {
  readonly measures: readonly string[]
  readonly firstMonth: Day
  readonly months: number
  readonly teams: readonly (number | null)[]
  /** By measure, then month, then team. */
  readonly numerator: Int32Array
  readonly denominator: Int32Array
}

export function cubeOf(columns: Columns, period: Pick<Period, 'from' | 'to'>): Cube {
  const firstMonth = monthIndexOf(period.from)
  const months = monthIndexOf(period.to) - firstMonth + 1
  const teams = columns.teams.values
  const width = teams.length
  const last = dayNumber(period.to)
  const all = [...columns.measures.values()]
  const numerator = new Int32Array(all.length * months * width)
  const denominator = new Int32Array(numerator.length)
  all.forEach((facts, place) => {
    const start = place * months * width
    const isAtDate = facts.measure.over === 'date'
    for (let i = 0; i < facts.length; i++) {
      const month = facts.month[i]! - firstMonth
      if (facts.day[i]! > last || (month < 0 && !isAtDate)) continue
      // What began before the first month still stands in it.
      const at = start + Math.max(month, 0) * width + facts.team[i]!
      numerator[at]! += facts.numerator[i]!
      denominator[at]! += facts.denominator[i]!
    }
    if (!isAtDate) return
    for (let at = start + width; at < start + months * width; at++) {
      numerator[at]! += numerator[at - width]!
      denominator[at]! += denominator[at - width]!
    }
  })
  const measures = all.map((one) => one.measure.id)
  return { measures, firstMonth: monthOf(firstDayOfMonth(firstMonth)).from, months, teams, numerator, denominator }
}

/** Sums of the last twelve months, and of the financial year so far, of one row of months: what a window function gives. */
export function rollingAndYearToDate(cube: Cube): {
  readonly rolling: { numerator: Int32Array; denominator: Int32Array }
  readonly yearToDate: { numerator: Int32Array; denominator: Int32Array }
} {
  const width = cube.teams.length
  const april = (12 + 3 - (monthIndexOf(cube.firstMonth) % 12)) % 12
  const windows = (of: Int32Array): readonly [Int32Array, Int32Array] => {
    const rolling = new Int32Array(of.length)
    const yearToDate = new Int32Array(of.length)
    for (let start = 0; start < of.length; start += cube.months * width) {
      for (let month = 0; month < cube.months; month++) {
        for (let team = 0; team < width; team++) {
          const at = start + month * width + team
          const before = month > 0
          rolling[at] = (before ? rolling[at - width]! : 0) + of[at]! - (month >= 12 ? of[at - 12 * width]! : 0)
          yearToDate[at] = (before && month % 12 !== april ? yearToDate[at - width]! : 0) + of[at]!
        }
      }
    }
    return [rolling, yearToDate]
  }
  const [rollingTop, ytdTop] = windows(cube.numerator)
  const [rollingBottom, ytdBottom] = windows(cube.denominator)
  return {
    rolling: { numerator: rollingTop, denominator: rollingBottom },
    yearToDate: { numerator: ytdTop, denominator: ytdBottom },
  }
}
