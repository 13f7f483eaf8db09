/** What a measure gives for a period: a sum of its contributions. */

export interface Sum {
  readonly numerator: number
  readonly denominator: number
}

/** Rounded as it is printed; null where there is nothing to divide by. */
export function percentage({ numerator, denominator }: Sum, decimals: number): number | null {
  if (denominator === 0) return null
  const scale = 10 ** decimals
  return Math.round((numerator / denominator) * 100 * scale) / scale
}
