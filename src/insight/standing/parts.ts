/** A figure of a measure over one period or at one date: its counts, its value as it is rounded, and how it is printed. */
import { daysBetween, financialYearOf, type Period } from '../../core/calendar/index.ts'
import type { Sum } from '../../core/measures/figures.ts'
import { type Measure, ratePer } from '../../core/measures/measure.ts'

export interface Part {
  readonly period: Period
  readonly numerator: number
  /** Of a rate the population, null where none is loaded; null too of a plain number, which is a share of nothing. */
  readonly denominator: number | null
  /** A percentage, a number or a rate, rounded as it is printed; null where there is nothing to divide by. */
  readonly value: number | null
  /** `22.6%`, `1,234`, `63.1 per 10,000`, `none yet`, `population not loaded`. */
  readonly printed: string
}

/** How a value of a measure is printed: its own, its target's or a published one. */
export function printedValue({ kind, decimals }: Pick<Measure, 'kind' | 'decimals'>, value: number): string {
  const text = value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  if (kind === 'rate') return `${text} per 10,000`
  return kind === 'share' || kind === 'shareAtDate' ? `${text}%` : text
}

/** What a sum is divided into: the days it was taken on (a mean over month ends), and the population of a rate. */
export interface Divided {
  readonly dates?: number
  readonly population?: number | null
}

export function partOf(
  measure: Measure,
  period: Period,
  sum: Sum,
  { dates = 1, population = null }: Divided = {},
): Part {
  const { kind } = measure
  const mean = sum.numerator / dates
  if (kind === 'rate') {
    const numerator = Math.round(mean)
    if (population === null) return { period, numerator, denominator: null, value: null, printed: noPopulation }
    const yearly = measure.over === 'period' ? mean * yearsIn(period) : mean
    return printedPart(measure, period, numerator, population, (yearly / population) * ratePer)
  }
  if (kind === 'count' || kind === 'stock') return printedPart(measure, period, Math.round(mean), null, mean)
  const { numerator, denominator } = sum
  const value = denominator === 0 ? null : (numerator / denominator) * 100
  return printedPart(measure, period, numerator, denominator, value)
}

const noPopulation = 'population not loaded'

function printedPart(
  measure: Measure,
  period: Period,
  numerator: number,
  denominator: number | null,
  exact: number | null,
): Part {
  if (exact === null) return { period, numerator, denominator, value: null, printed: 'none yet' }
  const value = rounded(exact, measure.decimals)
  return { period, numerator, denominator, value, printed: printedValue(measure, value) }
}

export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale
}

/** By how much a count of part of a year is raised to that of a whole one; twelve whole months are one. */
function yearsIn({ from, to }: Period): number {
  const year = financialYearOf(from)
  const isPart = from === year.from && to < year.to
  return isPart ? (daysBetween(year.from, year.to) + 1) / (daysBetween(from, to) + 1) : 1
}
