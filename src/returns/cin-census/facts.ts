/** Facts and words that several rules of the census share. */
import { codes } from '../engine/codes.ts'
import type { Child, Row } from '../engine/layout.ts'
import type { CinCensus } from './layout.ts'

export type ChildInNeed = Child<CinCensus>
export type Episode = Row<CinCensus, 'CINdetails'>

/** How the schema lets a message write yes and no. */
export const yes = codes('true TRUE True 1')
export const no = codes('false FALSE False 0')

/** The episode that holds a row: its CINdetails element. */
export const episodeOf = (child: ChildInNeed, row: { readonly parent: number }): Episode | undefined =>
  child.CINdetails.find((episode) => episode.row === row.parent)
