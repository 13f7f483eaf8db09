/** Rows that begin while another runs. */

/** Two rows of which `late` begins while `early` runs. */
export interface Overlap<R> {
  readonly late: R
  readonly early: R
}

/**
 * Every ordered pair of different rows of which the first begins on or after the day the second begins, while that one
 * runs: `runsOn(row, day)` says whether a row that has begun still runs on a day. Two rows that begin on one day may be a
 * pair both ways. Rows without a start are in no pair.
 */
export function overlaps<R>(
  rows: readonly R[],
  start: (row: R) => number,
  runsOn: (row: R, day: number) => boolean,
): Overlap<R>[] {
  if (rows.length < 2) return []
  return rows.flatMap((late) => {
    const begins = start(late)
    return rows
      .filter((early) => early !== late && begins >= start(early) && runsOn(early, begins))
      .map((early) => ({ late, early }))
  })
}

/** What is flagged of an overlap: of the later row its start, of the earlier one its start and its end. */
export const overlapFields = <R>({ late, early }: Overlap<R>, start: string, end: string) => [
  { row: late, fields: [start] },
  { row: early, fields: [start, end] },
]
