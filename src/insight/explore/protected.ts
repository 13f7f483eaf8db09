/**
 * Small numbers in a breakdown: what a councillor may open, or what leaves the product as a file, is protected together -
 * groups, their whole, its months - so that no small number is had by taking one from another.
 */
import { type Count, type Sum as KnownSum, suppress } from '../pack/suppress.ts'

/** A figure's two counts; `denominator` is null where nothing is divided. */
export interface Cells {
  readonly id: string
  readonly numerator: number
  readonly denominator: number | null
}

/** Parts that add up to the whole: groups of one dimension, or months of one period. */
export interface ProtectedTable {
  readonly whole: Cells
  readonly parts: readonly (readonly Cells[])[]
}

export interface Withheld {
  /** Whether a count may be printed; a percentage may where both of its counts and what is left may. */
  numerator(id: string): boolean
  denominator(id: string): boolean
  value(id: string): boolean
}

/** Which counts to withhold. @param threshold the smallest count above zero that is printed */
export function withholding({ whole, parts }: ProtectedTable, threshold: number): Withheld {
  const all = [whole, ...parts.flat()]
  const counts: Count[] = []
  const sums: KnownSum[] = []
  for (const { id, numerator, denominator } of all) {
    counts.push({ id: `${id}/numerator`, value: numerator, is: 'printed' })
    if (denominator === null) continue
    counts.push({ id: `${id}/denominator`, value: denominator, is: 'printed' })
    // Nobody prints how many did not meet a measure, and everybody can subtract.
    counts.push({ id: `${id}/left`, value: denominator - numerator, is: 'never' })
    sums.push({ whole: `${id}/denominator`, parts: [`${id}/numerator`, `${id}/left`] })
  }
  for (const cells of parts) {
    if (cells.length === 0) continue
    for (const half of ['numerator', ...(whole.denominator === null ? [] : ['denominator', 'left'])])
      sums.push({ whole: `${whole.id}/${half}`, parts: cells.map(({ id }) => `${id}/${half}`) })
  }
  const withheld = suppress(counts, sums, threshold)
  const hidden = (id: string, half: string): boolean => withheld.has(`${id}/${half}`)
  return {
    numerator: (id) => hidden(id, 'numerator'),
    denominator: (id) => hidden(id, 'denominator'),
    value: (id) => hidden(id, 'numerator') || hidden(id, 'denominator'),
  }
}
