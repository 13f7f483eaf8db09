/**
 * Small numbers in what a councillor may open, or what leaves the product as a file. Everything that is printed of one
 * measure is protected together - groups, months, the totals they make - so that no small number is had by taking one from
 * another. What other pages print too is decided first, without the breakdown, and then stands.
 */
import { type Count, type Sum as KnownSum, suppress } from '../pack/suppress.ts'

/** A figure's two counts; `denominator` is null where nothing is divided. */
export interface Cells {
  readonly id: string
  readonly numerator: number
  readonly denominator: number | null
}

/** Parts that make a whole: groups of one dimension, months of one period; one part only is the same figure twice. */
export interface Total {
  readonly whole: Cells
  readonly parts: readonly Cells[]
}

export interface Withheld {
  /** Whether a count is withheld; a percentage is where either of its counts is. */
  numerator(id: string): boolean
  denominator(id: string): boolean
  value(id: string): boolean
}

/** What was decided of some of the figures on another page: what was printed there is known. */
export interface Decided {
  readonly ids: ReadonlySet<string>
  readonly withheld: Withheld
}

const halves = ['numerator', 'denominator'] as const

/** Which counts to withhold. @param threshold the smallest count above zero that is printed */
export function withholding(totals: readonly Total[], threshold: number, decided?: Decided): Withheld {
  const all = new Map(totals.flatMap(({ whole, parts }) => [whole, ...parts]).map((one) => [one.id, one]))
  const standing = (id: string, half: (typeof halves)[number], value: number): Count['is'] => {
    if (!decided?.ids.has(id)) return 'printed'
    if (!decided.withheld[half](id)) return 'published'
    // A small one is withheld here again, and a reader knows of every `c` that it is not nought.
    return value < threshold ? 'printed' : 'never'
  }
  const counts: Count[] = []
  const sums: KnownSum[] = []
  for (const { id, numerator, denominator } of all.values()) {
    counts.push({ id: `${id}/numerator`, value: numerator, is: standing(id, 'numerator', numerator) })
    if (denominator === null) continue
    counts.push({ id: `${id}/denominator`, value: denominator, is: standing(id, 'denominator', denominator) })
    // Nobody prints how many did not meet a measure, and everybody can subtract.
    counts.push({ id: `${id}/left`, value: denominator - numerator, is: 'never' })
    sums.push({ whole: `${id}/denominator`, parts: [`${id}/numerator`, `${id}/left`] })
  }
  for (const { whole, parts } of totals) {
    if (parts.length === 0) continue
    for (const half of whole.denominator === null ? ['numerator'] : [...halves, 'left'])
      sums.push({ whole: `${whole.id}/${half}`, parts: parts.map(({ id }) => `${id}/${half}`) })
  }
  const withheld = suppress(counts, sums, threshold)
  const hidden = (id: string, half: (typeof halves)[number]): boolean =>
    decided?.ids.has(id) ? decided.withheld[half](id) : withheld.has(`${id}/${half}`)
  return {
    numerator: (id) => hidden(id, 'numerator'),
    denominator: (id) => hidden(id, 'denominator'),
    value: (id) => hidden(id, 'numerator') || hidden(id, 'denominator'),
  }
}
