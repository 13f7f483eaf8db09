/**
 * How a measure stands on a day: the year to date, the twelve months that ended last and those before them, the target in
 * force, what is published of the same thing, and a plain sentence. For one measure or for many it is one statement over
 * the contributions, and one for the published figures of each that has any.
 */
import type { Reader } from '../../core/access/access.ts'
import { type Day, financialYearOf, type Period, yearOf } from '../../core/calendar/index.ts'
import type { Queryable } from '../../core/database/statement.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { done, type Outcome } from '../../core/outcomes.ts'
import type { Settings } from '../../core/work/settings.ts'
import { type Comparison, population0to17 } from '../published/index.ts'
import { comparisonOf } from './comparison.ts'
import { type Part, partOf } from './parts.ts'
import { sentenceOf } from './sentence.ts'
import { datesOf, periodsOf, readSums, type Sums } from './sums.ts'

export { type Compared, comparisonOf } from './comparison.ts'
export { type Part, partOf, printedValue } from './parts.ts'

export interface Standing {
  readonly measure: Measure
  readonly asAt: Day
  /** At a date: the day itself. */
  readonly yearToDate: Part
  /** Pooled over the twelve whole months that ended last; at a date over their ends, of a number the mean. */
  readonly rolling: Part
  /** The twelve months before those; at a date the same day a year before. */
  readonly lastYear: Part
  /** In force on the day, as a percentage or in the unit of the measure. */
  readonly target: number | null
  /** The last figure published by the day, with a period of its own. */
  readonly comparison: Comparison | null
  readonly noComparator: 'none published' | 'not loaded' | null
  /** `Better than the target; worse than last year.` From the figures as they are printed. */
  readonly sentence: string
}

export interface Given {
  readonly settings: Settings
  /** The council's three-digit code; null where nobody has said which council this is. */
  readonly authority: string | null
  readonly pool: Queryable
}

/** Problems: `access.denied`, and those of reading published figures. */
export async function standingOf(
  reader: Reader,
  measure: Measure,
  asAt: Day,
  given: Given,
): Promise<Outcome<Standing>> {
  const read = await standingsOf(reader, [measure], asAt, given)
  if (!read.ok) return read
  return done(read.value[0]!)
}

/** In the order of the measures. Problems: as of `standingOf`. */
export async function standingsOf(
  reader: Reader,
  measures: readonly Measure[],
  asAt: Day,
  given: Given,
): Promise<Outcome<readonly Standing[]>> {
  const sums = await readSums(reader, measures, asAt)
  if (!sums.ok) return sums
  const populations = await populationsFor(measures, asAt, given)
  const standings: Standing[] = []
  for (const measure of measures) {
    const compared = await comparisonOf(measure, asAt, given)
    if (!compared.ok) return compared
    standings.push({ ...figuresOf(measure, asAt, given, sums.value, populations), ...compared.value })
  }
  return done(standings)
}

function figuresOf(
  measure: Measure,
  asAt: Day,
  { settings }: Given,
  sums: Sums,
  populations: Populations,
): Omit<Standing, 'comparison' | 'noComparator'> {
  const periods = periodsOf(measure.over, asAt)
  const part = (period: Period): Part =>
    partOf(measure, period, sums.over(measure, period), {
      dates: measure.over === 'date' ? datesOf(period).length : 1,
      population: populations(period),
    })
  const figures = {
    yearToDate: part(periods.yearToDate),
    rolling: part(periods.rolling),
    lastYear: part(periods.lastYear),
  }
  const target = settings.number(`target.${measure.id}`, asAt) ?? measure.target
  return { measure, asAt, ...figures, target, sentence: sentenceOf(measure, figures, target) }
}

/** Children aged 0 to 17 in the middle of the year that a period belongs to; null where none is loaded. */
export type Populations = (period: Period) => number | null

/** National rates take the population of the middle of the year in which the financial year began. */
const midYearOf = ({ to }: Period): number => yearOf(financialYearOf(to).from)

/** A population is published a year late, and not every file is loaded: the latest of these many years before will do. */
const yearsBack = 4

/** The population of the periods asked about, read where there is a rate among the measures. */
export async function populationsFor(
  measures: readonly Measure[],
  asAt: Day,
  { authority, pool }: Given,
): Promise<Populations> {
  const byYear = new Map<number, number | null>()
  const latest = midYearOf(periodsOf('period', asAt).yearToDate)
  const isAsked = authority !== null && measures.some(({ kind }) => kind === 'rate')
  // Two years back for the year before the twelve months that ended last.
  for (let year = latest - 2 - yearsBack; isAsked && year <= latest; year++)
    byYear.set(year, (await population0to17(pool, authority, year)) ?? byYear.get(year - 1) ?? null)
  return (period) => byYear.get(midYearOf(period)) ?? null
}
