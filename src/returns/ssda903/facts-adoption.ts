/** Facts about adoption: placements for it, decisions that it should be sought, and the adoption itself. */
import { derived, latest } from '../engine/child.ts'
import { blank, codes } from '../engine/codes.ts'
import type { Row } from '../engine/layout.ts'
import type { Collection } from '../engine/rule.ts'
import type { ChildOf903, Episode } from './facts.ts'
import type { Ssda903 } from './layout.ts'

export type Decision = Row<Ssda903, 'PlacedAdoption'>
export type AdoptionRecord = Row<Ssda903, 'AD1'>

/** Reasons for ending: adopted, unopposed or with consent dispensed with. */
export const adopted = codes('E11 E12')
/** Placed with prospective adopters. */
export const adoptivePlacements = codes('A3 A4 A5 A6')

/** The adoption order was made in the year. */
export const adoptedInTheYear = (episode: Episode, { start, end }: Collection): boolean =>
  adopted.has(episode.REC) && start <= episode.DEC && episode.DEC <= end

/** What is recorded of an adoption, besides the child. */
export const adoptionFields = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const

export const saysSomething = (record: AdoptionRecord): boolean => adoptionFields.some((field) => record.filled(field))
export const lacksSomething = (record: AdoptionRecord): boolean => adoptionFields.some((field) => record.blank(field))

/**
 * The decision on placing the child for adoption that counts now: the one with the latest date, or the last in the file
 * where none has a date.
 */
export const currentDecision = derived(
  (child: ChildOf903, _: Collection): Decision | undefined =>
    latest(child.PlacedAdoption, 'DATE_PLACED') ?? child.PlacedAdoption.at(-1),
)

/** The decision was reversed: a date or a reason says so. */
export const isReversed = (decision: Decision): boolean =>
  decision.filled('DATE_PLACED_CEASED') || decision.REASON_PLACED_CEASED !== blank
