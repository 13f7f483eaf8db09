/** What the slides and the document say alike of a measure, a chart and a table. */
import type { MeasureLine, PackChart, Printed } from './content.ts'

/** A measure's figures in the order in which they stand: its own, the target, then what it is compared with. */
export const figuresOf = ({ figures, target, comparators, noComparator }: MeasureLine): readonly Printed[] => [
  ...figures,
  ...(target === null ? [] : [target]),
  ...comparators,
  ...(noComparator === null ? [] : [{ label: 'Comparators', period: '', printed: noComparator, value: null }]),
]

export const definitionOf = ({ definition, source }: MeasureLine): string =>
  [`Definition: ${definition}`, `Source: ${source}`].join(' ')

/** The number of a point as it is read out or printed beside the chart; a gap is a word, never nought. */
export function pointOf(value: number | null, unit: PackChart['unit']): string {
  if (value === null) return 'not shown'
  return unit === '%' ? `${value}%` : value.toLocaleString('en-GB')
}

/** The numbers of a chart for whoever hears it instead of seeing it. */
export const spoken = ({ series, categories, unit }: PackChart): string =>
  series
    .map(({ name, values }) => {
      const said = categories.map((category, place) => `${category} ${pointOf(values[place] ?? null, unit)}`)
      return `${name}: ${said.join(', ')}.`
    })
    .join(' ')

/** Shares of the width of a table, in proportion to the longest text of each column within bounds; they add up to 1. */
export function columnShares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const lengths = head.map((name, place) => {
    const longest = Math.max(name.length, ...rows.map((row) => (row[place] ?? '').length))
    return Math.min(40, Math.max(8, longest))
  })
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.map((length) => length / whole)
}
