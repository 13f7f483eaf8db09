/**
 * A measure is a set of contributions: each says of one child, on one day, that it counts in the denominator and
 * whether it meets the measure. Every figure - year to date, rolling twelve months, by team, at a date - is a sum of
 * them, so the live figure and a full recomputation cannot differ.
 */
import type { Day } from '../calendar/index.ts'
import type { Folded } from '../pathway/folded.ts'

export interface Contribution {
  /** Unique within the measure and the record. Of an event: the position of its entry. */
  readonly key: number
  readonly day: Day
  /** At a date: one more from this day, or one fewer. */
  readonly denominator: -1 | 0 | 1
  /** At a date: one more from this day, or one fewer. */
  readonly numerator: -1 | 0 | 1
  /** The team that held the episode on that day. */
  readonly team: number | null
}

/**
 * Over a period: a `share` of events, a `count` of them. At a date: a `stock` (how many there are) or a `shareAtDate`
 * (of those there are, how many meet it). A `rate` sets a count or a stock against the population, per 10,000.
 */
export type Kind = 'share' | 'count' | 'stock' | 'shareAtDate' | 'rate'

/** A published series that counts what a measure counts. */
export interface Comparable {
  /** As the published file names it (`measure` of the Local Authority Interactive Tool). */
  readonly series: string
  /** In words: what was published, and by whom. */
  readonly name: string
}

export interface Measure {
  /** Permanent: lower case and hyphens. */
  readonly id: string
  readonly title: string
  readonly kind: Kind
  /**
   * Over a period a figure is the sum of contributions in it. At a date it is the sum of all up to and including it:
   * contributions may lie after today (a plan will have lasted two years), and count from their day on.
   */
  readonly over: 'period' | 'date'
  /**
   * Under which measures its contributions stand, by id: the sum of the numerators of the one and of the denominators of
   * the other. Mostly both are its own. A part of a count or a stock (each factor of an assessment, plans of two years)
   * has numerators only and takes the denominator from there; a rate has no contributions and takes the numerator from
   * what it is the rate of. Null: a plain number, or set against the population.
   */
  readonly from: { readonly numerator: string; readonly denominator: string | null }
  /** The answers of one question, told apart, belong together in a list: `Factors at the end of assessment`. */
  readonly family?: string
  /** Of a stock: the state that is counted, where it is one state of one pathway. */
  readonly state?: string
  /** The clock of its service that it measures: the limit, its authority and the days it is in force stand there. */
  readonly clock?: string
  /** The service whose page it stands on. */
  readonly service: string
  /** What is counted, in words a councillor reads. */
  readonly numerator: string
  readonly denominator: string
  /** `neither`: more is not better or worse by itself (how many referrals there are). */
  readonly better: 'higher' | 'lower' | 'neither'
  /** Whose definition it is and where it is written down; for law, since when it is in force. */
  readonly source: string
  /** The published series it may be compared with; null where none is published. */
  readonly comparable: Comparable | null
  /** Percentage aimed at by financial year ending; local policy, so a dated setting may overrule it. */
  readonly target: number | null
  readonly decimals: 0 | 1
  /**
   * The pathways whose episodes it reads; it is handed a child without the others, and asked again only by an act that
   * touched one of these. A measure that names none is handed everything, and asked by every act.
   */
  readonly pathways?: readonly string[]
  /**
   * The steps, clocks and states that it reads of those pathways, where it reads no others; `closing` is whether an
   * episode is closed, and why. When it opened and who held it every measure may read. An act that changed none of these
   * does not ask it again; a test holds every measure of the house to what it names.
   */
  readonly only?: readonly string[]
  readonly contributions: (child: Folded) => readonly Contribution[]
}

/** What a definition says of itself; the rest follows from its kind. */
export type About = Omit<Measure, 'contributions' | 'kind' | 'over' | 'from' | 'state' | 'clock' | 'family'>

/** A number has no denominator to name, and a part has that of its whole. */
export type Counted = Omit<About, 'denominator' | 'target'> & { readonly target?: number | null }

/** Figures of the population are for this many of its children. */
export const ratePer = 10_000
