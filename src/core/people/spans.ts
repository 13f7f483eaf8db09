/**
 * When something about a person was true. `from` is the first day on which it held (null: not known since when);
 * `until` is the day from which it held no longer (null: still true, or end not known). A family that moves on 3 May
 * leaves one address until 3 May and has the next from 3 May: on that day, exactly one of them holds.
 */

import type { Day } from '../calendar/index.ts'

export interface Span {
  readonly from: Day | null
  readonly until: Day | null
}

export const holdsOn = (span: Span, day: Day): boolean =>
  (span.from === null || span.from <= day) && (span.until === null || day < span.until)

/** Those that hold on the day, in the order given. */
export const heldOn = <T extends Span>(spans: readonly T[], day: Day): T[] => spans.filter((span) => holdsOn(span, day))

/** Orders by first day; what has held for an unknown time comes first. For `sort`. */
export const byStart = (a: Span, b: Span): number => {
  const [first, second] = [a.from ?? '', b.from ?? '']
  return first < second ? -1 : first > second ? 1 : 0
}
