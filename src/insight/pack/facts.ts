/** What a pack is made from, as it was read: nothing is withheld yet, so none of this leaves the house. */
import type { Day, Period } from '../../core/calendar/index.ts'
import type { Measure } from '../../core/measures/measure.ts'
import type { Phase } from '../ofsted/index.ts'
import type { PackContent } from './content.ts'

export interface PackFacts {
  readonly council: string
  readonly date: Day
  /** The smallest count above zero that is printed. */
  readonly threshold: number
  readonly pages: readonly PageFacts[]
  /** Packs published before this date, the latest first. */
  readonly earlier: readonly PackContent[]
  readonly placements: PlacementFacts | null
  readonly ofsted: OfstedFacts | null
  /** In the Board's words and the service's: what was asked last time, and what happened. */
  readonly asked: string | null
}

export interface PageFacts {
  readonly id: string
  readonly title: string
  readonly measures: readonly MeasureFacts[]
}

type Described = Pick<
  Measure,
  'id' | 'title' | 'numerator' | 'denominator' | 'better' | 'source' | 'decimals' | 'comparable'
>

export interface MeasureFacts {
  readonly measure: Described
  /** As printed, the one that the sentence is about named `headline`. */
  readonly figures: readonly FigureFacts[]
  readonly headline: string
  readonly before: string
  readonly target: { readonly value: number; readonly period: string } | null
  readonly comparators: readonly ComparatorFacts[]
  readonly noComparator: string | null
  /** Of every stretch between two days at which a figure of this or an earlier pack begins or ends. */
  readonly stretches: readonly Stretch[]
}

export interface FigureFacts {
  readonly label: string
  readonly period: Period
  readonly numerator: number
  readonly denominator: number
}

export interface Stretch {
  readonly from: Day
  readonly to: Day
  readonly numerator: number
  readonly denominator: number
}

export interface ComparatorFacts {
  readonly label: string
  readonly period: string
  readonly value: number | null
  readonly marker: string | null
  /** It is for the very period of the headline, so that better and worse mean something and the sentence says which. */
  readonly isLike: boolean
}

export interface PlacementFacts {
  readonly years: readonly { readonly ending: Day; readonly children: number; readonly threeOrMore: number }[]
}

export type Row = 'overall' | Phase

export interface OfstedFacts {
  readonly date: Day
  readonly city: OfstedColumn
  /** Null where no model of neighbours is loaded, or the file has none of them. */
  readonly neighbours: OfstedColumn | null
  readonly isNeighboursKnown: boolean
  /** Null where the file is not of the whole country. */
  readonly national: OfstedColumn | null
  /** Authorities that the file has. */
  readonly authorities: number
  readonly early: EarlyFacts | null
}

export interface OfstedColumn {
  readonly percents: Readonly<Record<Row, number | null>>
  readonly without: Readonly<Record<Row, number | null>>
  readonly inherited: number
  readonly coverage: string
}

/** Of registered childcare providers. The row is of the last file that covers the country; a later one may be the city's alone. */
export interface EarlyFacts {
  readonly asAt: Day
  readonly city: number | null
  readonly neighbours: number | null
  readonly national: number | null
  readonly coverage: string
  readonly latest: { readonly asAt: Day; readonly city: number | null } | null
}
