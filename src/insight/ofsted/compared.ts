/**
 * Above, below or equal, of figures as they are printed: whoever reads the page must find the word true of the two numbers
 * beside it, whatever stands behind their rounding.
 */

export type Compared = 'above' | 'below' | 'equal'

/** @param printed the figure as printed @param other what it is compared with, as printed */
export const comparedWith = (printed: number, other: number): Compared =>
  printed > other ? 'above' : printed < other ? 'below' : 'equal'
