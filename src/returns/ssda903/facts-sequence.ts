/** How a child's rows follow one another: orders in which undated rows come last, and neighbours. */
import { derived } from '../engine/child.ts'
import type { Collection } from '../engine/rule.ts'
import type { ChildOf903, Episode } from './facts.ts'

/**
 * Rows by the days that `keys` give, the first key first. A day that is missing comes after every other, and rows that
 * agree in all keys stay in file order.
 */
export function orderedBy<R>(rows: readonly R[], ...keys: readonly ((row: R) => number)[]): readonly R[] {
  if (rows.length < 2) return rows
  const place = (day: number) => (Number.isNaN(day) ? Number.POSITIVE_INFINITY : day)
  return [...rows].sort((a, b) => {
    for (const key of keys) {
      const [first, second] = [place(key(a)), place(key(b))]
      if (first !== second) return first < second ? -1 : 1
    }
    return 0
  })
}

export interface Neighbours<R> {
  readonly before: R
  readonly row: R
}

/** Each row but the first, with the one directly before it. */
export const neighbours = <R>(rows: readonly R[]): Neighbours<R>[] =>
  rows.slice(1).map((row, place) => ({ before: rows[place]!, row }))

/** All this year's episodes by their start; those without one come last. */
export const episodesUndatedLast = derived((child: ChildOf903, _: Collection): readonly Episode[] =>
  orderedBy(child.Episodes, (episode) => episode.DECOM),
)

/** Each of this year's episodes that has another directly before it, with that one. */
export const episodeJoins = derived((child: ChildOf903, collection: Collection): readonly Neighbours<Episode>[] =>
  neighbours(episodesUndatedLast(child, collection)),
)

/** Both days are known and are not the same. */
export const differ = (a: number, b: number): boolean => a < b || a > b

export interface Overlap<R> {
  readonly row: R
  /** The row that began earlier and had not ended when `row` began. */
  readonly running: R
}

/**
 * The rows that begin before an earlier-started one has ended (beginning on the day of its end is no overlap). `rows`
 * come in the order of their starts. `end` gives Infinity for a row that runs on, and NaN for one that must be passed over.
 */
export function overlaps<R>(rows: readonly R[], start: (row: R) => number, end: (row: R) => number): Overlap<R>[] {
  const found: Overlap<R>[] = []
  let longest: R | undefined
  for (const row of rows) {
    if (longest !== undefined && start(row) < end(longest)) found.push({ row, running: longest })
    if (longest === undefined ? !Number.isNaN(end(row)) : end(row) > end(longest)) longest = row
  }
  return found
}
