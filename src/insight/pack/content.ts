/**
 * The Scrutiny Board's pack as data: everything that is printed, and nothing else. Small numbers are already suppressed
 * here, so no form of it (page, document, slides) holds what another withholds, and what is frozen is exactly this.
 */
import type { Day } from '../../core/calendar/index.ts'

/** One figure as it is printed, for example `22.6%`, `c` (suppressed) or `none yet`, with its number where it has one. */
export interface Printed {
  /** `Year to date`, `Rolling twelve months`, `Target`, `Statistical neighbours`, `England`. */
  readonly label: string
  /** The period the figure itself is for, for example `2022-23 to date` or `2021`. */
  readonly period: string
  readonly printed: string
  /** The number that is printed, rounded as it is printed; null where none is. */
  readonly value: number | null
  /** Of a figure of the council's own: the days it counts, both included, and its counts, each as printed or `c`. */
  readonly counted?: CountedFigure
}

export interface CountedFigure {
  readonly from: Day
  readonly to: Day
  readonly numerator: string
  readonly denominator: string
}

/** A measure: its figures, what it is compared with, and a plain sentence made from the printed figures. */
export interface MeasureLine {
  readonly measure: string
  readonly title: string
  readonly figures: readonly Printed[]
  readonly target: Printed | null
  /** Empty where none is published or loaded; `noComparator` then says which. */
  readonly comparators: readonly Printed[]
  readonly noComparator: string | null
  /** `Better than the target; worse than last year.` */
  readonly sentence: string
  readonly definition: string
  readonly source: string
}

export interface PackChart {
  readonly id: string
  readonly title: string
  readonly kind: 'line' | 'bar'
  readonly unit: '%' | 'count'
  /** What the categories are, for example `Phase`: the heading of their column in the table twin. */
  readonly along: string
  readonly categories: readonly string[]
  /** One value for each category; null is a gap, never zero. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
  readonly notes: readonly string[]
  readonly source: string
}

export interface PackTable {
  readonly id: string
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
  readonly source: string
}

export type PackBlock =
  | { readonly kind: 'measures'; readonly lines: readonly MeasureLine[] }
  | { readonly kind: 'chart'; readonly chart: PackChart }
  | { readonly kind: 'table'; readonly table: PackTable }
  | { readonly kind: 'words'; readonly text: string }
  /** What should stand here and could not be had: what is missing, and the command or page that brings it. */
  | { readonly kind: 'missing'; readonly what: string; readonly mend: string }

export interface PackSection {
  readonly id: string
  readonly title: string
  readonly blocks: readonly PackBlock[]
}

/** A figure that stood otherwise in the pack before this one, for the same period. */
export interface PackChange {
  readonly what: string
  readonly before: string
  readonly now: string
}

export interface PackContent {
  readonly title: string
  readonly council: string
  readonly board: string
  readonly date: Day
  readonly sections: readonly PackSection[]
  /** The pack it is compared with, by its date; null for the first. */
  readonly since: Day | null
  readonly changes: readonly PackChange[]
  /** Licences and how small numbers are treated. */
  readonly notes: readonly string[]
}
