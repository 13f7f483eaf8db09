/**
 * A list of answers to choose from. Codes are permanent (they stand in the record); labels are what people read.
 * An answer carries the days between which it could be chosen, because code lists change with the law.
 */
import type { Day } from '../calendar/index.ts'

export interface OptionDetail {
  readonly label: string
  readonly hint?: string
  /** First day on which it could be chosen; absent means always. */
  readonly from?: Day
  /** Last day on which it could be chosen; absent means still. */
  readonly until?: Day
}

export type OptionList<O extends string> = Readonly<Record<O, string | OptionDetail>>

export interface Option {
  readonly code: string
  readonly label: string
  readonly hint?: string
  readonly from?: Day
  readonly until?: Day
}

/** The list in the order it was written, each answer as a full record. */
export function optionsOf(list: OptionList<string>): readonly Option[] {
  return Object.entries(list).map(([code, detail]) =>
    typeof detail === 'string' ? { code, label: detail } : { code, ...detail },
  )
}

/** Whether an answer could be chosen on a day; an undated event is judged leniently. */
export function inForce(option: Option, on: Day | null): boolean {
  if (on === null) return true
  return (option.from === undefined || option.from <= on) && (option.until === undefined || on <= option.until)
}
