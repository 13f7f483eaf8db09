/** Groups of placement codes, and a child's episodes in the order in which placements follow one another. */
import { derived } from '../../engine/child.ts'
import { codes } from '../../engine/codes.ts'
import type { Collection } from '../../engine/rule.ts'
import { type ChildOf903, type Episode, episodesInOrder } from '../facts.ts'

/** Temporary placements, from which a child goes back to where they were. */
export const temporary = codes('T0 T1 T2 T3 T4')
/** Placed for adoption. */
export const adoptive = codes('A3 A4 A5 A6')
/** Placed for adoption or fostered. */
export const adoptiveOrFoster = codes('A3 A4 A5 A6 U1 U2 U3 U4 U5 U6')
/** Reasons for ending by which a child is adopted. */
export const adopted = codes('E11 E12')

/** This year's episodes in order of their start; those without one come last, as in the file. */
export const episodesUndatedLast = derived((child: ChildOf903, collection: Collection): readonly Episode[] => {
  const dated = episodesInOrder(child, collection)
  if (dated.length === child.Episodes.length) return dated
  return [...dated, ...child.Episodes.filter(({ DECOM }) => Number.isNaN(DECOM))]
})
