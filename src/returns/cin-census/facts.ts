/** Facts and words that several rules of the census share. */
import type { Child, Row } from '../engine/layout.ts'
import { inAnyCase } from './facts-case.ts'
import type { CinCensus } from './layout.ts'

export type ChildInNeed = Child<CinCensus>
export type Episode = Row<CinCensus, 'CINdetails'>

/** How the schema lets a message write yes and no. */
export const yes = inAnyCase('true 1')
export const no = inAnyCase('false 0')

/** The episode that holds a row: its CINdetails element. */
export const episodeOf = (child: ChildInNeed, row: { readonly parent: number }): Episode | undefined =>
  child.CINdetails.find((episode) => episode.row === row.parent)
