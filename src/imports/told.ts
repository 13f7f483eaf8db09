/** What a file tells of one child, in the house's own steps: each with how the record would say the same. */
import type { Day } from '../core/calendar/index.ts'
import type { Values } from '../core/pathway/field.ts'
import type { Episode, Event } from '../core/pathway/history.ts'

/** Where it stands in the file, by whatever the reader of the file counts. */
export interface Place {
  readonly table: string
  readonly row: number
}

/** Something of a row that could not be loaded. */
export interface Fault {
  readonly place: Place
  /** The file's own name of the column; null where the whole row is at fault. */
  readonly column: string | null
  readonly reason: string
}

/** One entry that should stand in the record. */
export interface Told {
  readonly pathway: string
  readonly step: string
  readonly values: Values
  /** The day on which it is true, where no answer says so. */
  readonly day: Day | null
  /** The day of its signature, for a step that needs one. */
  readonly signed?: Day
  /** On whose episode it is recorded; without one it opens an episode. */
  readonly on?: Told
  /** The episode that it grew out of, where it opens one. */
  readonly from?: Told
  /** An event of that episode, or where it opens one of any, that says the same: nothing is added beside it. */
  readonly same: (event: Event) => boolean
  /** Where it would open an episode: an event whose episode it belongs to. */
  readonly joins?: (event: Event) => boolean
  /**
   * Where nothing says the same: an event that this source told of under another day, and the answer in which that day
   * stands. It is corrected, so that a day put right is not a second referral.
   */
  readonly moved?: { readonly field: string; readonly from: (event: Event, episode: Episode) => boolean }
  /** Answers that a later file may put right. An answer that is not given is never taken away. */
  readonly corrects: readonly string[]
  readonly place: Place
  /** The column of each answer. */
  readonly columns: Readonly<Record<string, string>>
}

/** An entry of this source that should no longer stand: it is withdrawn. */
export interface NoLonger {
  /** Only on the episode of this. */
  readonly on: Told
  readonly step: string
  readonly which: (event: Event) => boolean
}

export interface ChildTold {
  /** In the order in which they are recorded; what another stands `on` comes before it. */
  readonly told: readonly Told[]
  readonly noLonger: readonly NoLonger[]
}
