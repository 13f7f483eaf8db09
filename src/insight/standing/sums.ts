/** The sums behind many measures at once, in one statement: each contribution falls between two of the days asked about. */
import { logged, type Reader } from '../../core/access/access.ts'
import {
  addDays,
  addYears,
  type Day,
  inFull,
  monthsOf,
  type Period,
  rolling12,
  yearToDate,
} from '../../core/calendar/index.ts'
import type { Sum } from '../../core/measures/figures.ts'
import type { Measure } from '../../core/measures/measure.ts'
import { done, type Outcome } from '../../core/outcomes.ts'

export interface Periods {
  readonly yearToDate: Period
  readonly rolling: Period
  readonly lastYear: Period
}

/** Of a measure over a period, and of one at a date: the day itself, its last twelve month ends, the day a year before. */
export function periodsOf(over: Measure['over'], asAt: Day): Periods {
  const rolling = rolling12(asAt)
  if (over === 'period') return { yearToDate: yearToDate(asAt), rolling, lastYear: rolling12(rolling.from) }
  const { from, to, title } = rolling
  return {
    yearToDate: at(asAt),
    rolling: { from, to, title: `Month ends of ${title}` },
    lastYear: at(addYears(asAt, -1)),
  }
}

const at = (day: Day): Period => ({ from: day, to: day, title: `At ${inFull(day)}` })

/** The days at which a measure at a date is read for a period: the end of each of its months, or its only day. */
export const datesOf = ({ from, to }: Period): readonly Day[] =>
  from === to ? [from] : monthsOf({ from, to }).map((month) => month.to)

interface Bucket extends Sum {
  readonly measure: string
  /** How many of the days asked about lie on or before it. */
  readonly bucket: number
}

const sums = logged<Bucket>(
  'measure-standings',
  `select measure, width_bucket(day, $4::date[]) as bucket, sum(numerator)::int as numerator,
     sum(denominator)::int as denominator
   from contribution where measure = any($5) and day >= $6 and day < $7 group by 1, 2
   union all
   select measure, width_bucket(day, $4::date[]), sum(numerator)::int, sum(denominator)::int
   from contribution where measure = any($8) and day < $7 group by 1, 2`,
)

export interface Sums {
  /** Over a period that was asked about, or at a date: everything up to and including it. */
  readonly over: (measure: Measure, period: Period) => Sum
}

/** Reads what `periodsOf` asks of these measures. Problem: `access.denied`. */
export async function readSums(reader: Reader, measures: readonly Measure[], asAt: Day): Promise<Outcome<Sums>> {
  const months = periodsOf('period', asAt)
  const dates = periodsOf('date', asAt)
  const end = addDays(asAt, 1)
  const cuts = new Set<Day>([months.yearToDate.from, end])
  for (const month of monthsOf({ from: months.lastYear.from, to: months.rolling.to })) cuts.add(month.from)
  for (const period of [months.rolling, dates.lastYear]) cuts.add(addDays(period.to, 1))
  const days = [...cuts].sort()
  const [flows, stocks] = [idsOf(measures, 'period'), idsOf(measures, 'date')]
  const detail = measures.length === 1 ? (measures[0]?.id ?? '') : 'several'
  const read = await reader.read(sums, [days, flows, months.lastYear.from, end, stocks], { detail })
  if (!read.ok) return read
  const byMeasure = Map.groupBy(read.value, ({ measure }) => measure)
  const between = (measure: string, half: keyof Sum, from: Day | null, to: Day): number => {
    const last = days.indexOf(addDays(to, 1))
    const first = from === null ? -1 : days.indexOf(from)
    let sum = 0
    for (const one of byMeasure.get(measure) ?? []) if (one.bucket > first && one.bucket <= last) sum += one[half]
    return sum
  }
  const half = (measure: Measure, name: keyof Sum, period: Period): number => {
    const under = measure.from[name]
    if (under === null) return 0
    if (measure.over === 'period') return between(under, name, period.from, period.to)
    return datesOf(period).reduce((sum, date) => sum + between(under, name, null, date), 0)
  }
  return done({
    over: (measure, period) => ({
      numerator: half(measure, 'numerator', period),
      denominator: half(measure, 'denominator', period),
    }),
  })
}

const idsOf = (measures: readonly Measure[], over: Measure['over']): readonly string[] => [
  ...new Set(
    measures
      .filter((one) => one.over === over)
      .flatMap(({ from }) => (from.denominator === null ? [from.numerator] : [from.numerator, from.denominator])),
  ),
]
