/**
 * Small numbers in everything that is printed together: counts from 1 up to a threshold are printed as `c`, zero is
 * shown, and other counts are hidden too where adding, subtracting or comparing with what was printed before would give
 * a small one back. The rule is that of the Department for Education's statistics (`c`, confidential), with the reader
 * taken to be patient: a hidden count must be able to be any of `threshold` whole numbers or more.
 */
import type { Day } from '../../core/calendar/index.ts'
import { smallestPrinted } from '../../core/work/local-policy.ts'
import type { Settings } from '../../core/work/settings.ts'
import { type Hidden, type KnownSum, type Range, rangesOf } from './possible-worlds.ts'

/** What stands where a count, or a percentage made from one, is withheld. */
export const suppressed = 'c'

/** The smallest count above zero that is printed: the council's own, a dated setting. */
export const thresholdOn = (settings: Settings, on: Day): number =>
  Math.max(2, settings.number(smallestPrinted.key, on) ?? smallestPrinted.usual)

export interface Count {
  readonly id: string
  readonly value: number
  /**
   * `printed` unless suppressed; `published` before, so that it cannot be withheld any more, or `withheld` before, so that it
   * must not be shown now; `never` printed, and yet to be protected where it is small: what is left of a whole, or lies
   * between two periods.
   */
  readonly is: 'printed' | 'published' | 'withheld' | 'never'
  /** Where something has to be withheld for the sake of another count, these go first. */
  readonly givesWay?: boolean
}

/** The counts named `parts` make the count `whole`; one part only: the same count printed twice. */
export interface Sum {
  readonly whole: string
  readonly parts: readonly string[]
}

/**
 * The counts to withhold. Linked tables are given together: all their counts, and every sum that a reader could know of.
 * @param threshold the smallest count above zero that is printed
 */
export function suppress(counts: readonly Count[], sums: readonly Sum[], threshold: number): ReadonlySet<string> {
  return new Set(linkedTables(counts, sums).flatMap((one) => [...suppressLinked(one.counts, one.sums, threshold)]))
}

interface Linked {
  readonly counts: readonly Count[]
  readonly sums: readonly Sum[]
}

/** Counts that no sum links, however far round, tell nothing of each other. */
function linkedTables(counts: readonly Count[], sums: readonly Sum[]): readonly Linked[] {
  const next = new Map(counts.map(({ id }) => [id, id]))
  const firstOf = (id: string): string => {
    const after = next.get(id) ?? id
    if (after === id) return id
    const first = firstOf(after)
    next.set(id, first)
    return first
  }
  for (const { whole, parts } of sums) for (const part of parts) next.set(firstOf(part), firstOf(whole))
  const sumsOf = Map.groupBy(sums, ({ whole }) => firstOf(whole))
  return [...Map.groupBy(counts, ({ id }) => firstOf(id))].map(([first, linked]) => ({
    counts: linked,
    sums: sumsOf.get(first) ?? [],
  }))
}

function suppressLinked(counts: readonly Count[], sums: readonly Sum[], threshold: number): ReadonlySet<string> {
  const isSmall = ({ value }: Count): boolean => value > 0 && value < threshold
  const byId = new Map(counts.map((count) => [count.id, count]))
  const withheld = new Set(
    counts.filter((one) => one.is === 'withheld' || (one.is === 'printed' && isSmall(one))).map(({ id }) => id),
  )
  // A small count that earlier packs give back whatever this one does: withholding more would help nobody.
  const beyondHelp = new Set<string>()
  for (;;) {
    const ranges = readerKnows(counts, sums, withheld, threshold)
    const exposed = counts.filter((one) => {
      const range = ranges.get(one.id)
      const matters = one.is !== 'never' || isSmall(one)
      return matters && range !== undefined && range.most - range.least < threshold - 1 && !beyondHelp.has(one.id)
    })
    if (exposed.length === 0) return withheld
    for (const one of exposed) {
      const next = nextToWithhold(one.id, byId, sums, withheld)
      if (next === undefined) beyondHelp.add(one.id)
      else withheld.add(next)
    }
  }
}

/** The range that a reader can find for every count that is not printed. */
function readerKnows(
  counts: readonly Count[],
  sums: readonly Sum[],
  withheld: ReadonlySet<string>,
  threshold: number,
): ReadonlyMap<string, Range> {
  const unknown = counts.filter((one) => one.is === 'never' || withheld.has(one.id))
  const at = new Map(unknown.map(({ id }, i) => [id, i]))
  const values = new Map(counts.map(({ id, value }) => [id, value]))
  // Zero is always shown, so whatever is printed as `c` is known to be one or more.
  const hidden: Hidden[] = unknown.map(({ value, is }) => ({ actual: value, atLeast: is === 'never' ? 0 : 1 }))
  const known: KnownSum[] = []
  for (const { whole, parts } of sums) {
    const terms: KnownSum['terms'][number][] = []
    let equals = 0
    for (const [id, times] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const i = at.get(id)
      if (i === undefined) equals -= times * (values.get(id) ?? 0)
      else terms.push({ hidden: i, times })
    }
    if (terms.length > 0) known.push({ terms, equals })
  }
  const isSmall = (value: number): boolean => value > 0 && value < threshold
  const wanted = new Set(unknown.flatMap(({ is, value }, i) => (is !== 'never' || isSmall(value) ? [i] : [])))
  const ranges = rangesOf(hidden, known, wanted, threshold - 1)
  return new Map(unknown.flatMap(({ id }, i) => (ranges[i] === undefined ? [] : [[id, ranges[i]]])))
}

/**
 * The smallest count still printed in a sum with the exposed one, of those that give way if there are any; where none is
 * left there, in a sum with those.
 */
function nextToWithhold(
  exposed: string,
  byId: ReadonlyMap<string, Count>,
  sums: readonly Sum[],
  withheld: ReadonlySet<string>,
): string | undefined {
  const reached = new Set([exposed])
  for (let size = 0; size !== reached.size; ) {
    size = reached.size
    for (const { whole, parts } of sums.filter((sum) => [sum.whole, ...sum.parts].some((id) => reached.has(id)))) {
      for (const id of [whole, ...parts]) reached.add(id)
    }
    const candidates = [...reached]
      .map((id) => byId.get(id))
      .filter((one) => one !== undefined)
      .filter((one) => one.is === 'printed' && one.value > 0 && !withheld.has(one.id))
    const willing = candidates.filter(({ givesWay }) => givesWay)
    const [smallest] = (willing.length > 0 ? willing : candidates).sort((a, b) => a.value - b.value)
    if (smallest !== undefined) return smallest.id
  }
  return undefined
}

/** A count as it is printed. */
export const printedCount = (count: Pick<Count, 'id' | 'value'>, withheld: ReadonlySet<string>): string =>
  withheld.has(count.id) ? suppressed : count.value.toLocaleString('en-GB')
