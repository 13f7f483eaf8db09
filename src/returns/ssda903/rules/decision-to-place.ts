/** The decision that a child should be placed for adoption. */
import { earliest } from '../../engine/child.ts'
import { type Code, code } from '../../engine/codes.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { between, since } from '../../engine/rule.ts'
import { type ChildOf903, type Episode, periodsOfCare } from '../facts.ts'
import {
  adoptionFields,
  adoptivePlacements,
  currentDecision,
  type Decision,
  isReversed,
  saysSomething,
} from '../facts-adoption.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { decisionsReversed } from './decision-to-place-reversed.ts'

const placementOrder = code('E1')
const freeingOrder = code('D1')

const mendDates = 'Correct DATE_PLACED or the start of the episode'

const hasDecisionDate = (child: ChildOf903): boolean =>
  child.PlacedAdoption.some((decision) => decision.filled('DATE_PLACED'))

/** An order without a decision before it, or still open beside a decision that was reversed (553 and 555). */
const orderWithoutDecision = (rule: Pick<Rule<Ssda903>, 'code' | 'years' | 'meaning'>, order: Code): Rule<Ssda903> =>
  eachChild({
    ...rule,
    mend: 'Enter the date of the decision, or correct the legal status or the reversal of the decision',
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['LS'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
    check(child, flag, collection) {
      const ordered = child.Episodes.filter(({ LS }) => LS === order)
      if (!hasDecisionDate(child)) for (const episode of ordered) flag(episode)
      const current = currentDecision(child, collection)
      if (current === undefined || !isReversed(current)) return
      const open = ordered.find((episode) => episode.blank('DEC'))
      if (open === undefined) return
      for (const decision of child.PlacedAdoption) if (isReversed(decision)) flag(decision, open)
    },
  })

interface LateDecisions {
  readonly episode: Episode
  readonly late: readonly Decision[]
}

/** The first episode with an order in each period of care, where all the decisions that have a date came after it. */
function decisionsAfterOrder(child: ChildOf903, collection: Collection, order: Code): LateDecisions[] {
  return periodsOfCare(child, collection).flatMap(({ episodes }) => {
    const episode = episodes.find(({ LS }) => LS === order)
    if (episode === undefined) return []
    if (child.PlacedAdoption.some(({ DATE_PLACED }) => DATE_PLACED <= episode.DECOM)) return []
    const late = child.PlacedAdoption.filter(({ DATE_PLACED }) => DATE_PLACED > episode.DECOM)
    return late.length > 0 ? [{ episode, late }] : []
  })
}

export const decisionToPlace: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '522',
    meaning: 'The decision to place the child for adoption was reversed before it was made',
    mend: 'Correct DATE_PLACED or DATE_PLACED_CEASED',
    years: since(2023),
    tables: ['PlacedAdoption'],
    table: 'PlacedAdoption',
    fields: ['DATE_PLACED', 'DATE_PLACED_CEASED'],
    check: ({ DATE_PLACED, DATE_PLACED_CEASED }) => DATE_PLACED_CEASED < DATE_PLACED,
  }),
  eachChild({
    code: '525',
    meaning: 'The decision to place the child for adoption was reversed, but there is an adoption record',
    mend: 'Remove the date of the reversal or the adoption record',
    years: since(2023),
    tables: ['PlacedAdoption', 'AD1'],
    fields: { PlacedAdoption: ['DATE_PLACED_CEASED'], AD1: adoptionFields },
    check(child, flag, collection) {
      const decision = currentDecision(child, collection)
      const records = child.AD1.filter(saysSomething)
      if (decision?.filled('DATE_PLACED_CEASED') && records.length > 0) flag.together([decision, ...records])
    },
  }),
  eachRow({
    code: '551',
    meaning: 'The child is placed for adoption, but no date of the decision is given',
    mend: 'Enter the date of the decision (DATE_PLACED), or correct the placement',
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    table: 'Episodes',
    fields: ['PLACE'],
    against: { PlacedAdoption: ['DATE_PLACED'] },
    check: ({ PLACE }, _, child) => adoptivePlacements.has(PLACE) && !hasDecisionDate(child),
  }),
  eachChild({
    code: '552',
    meaning: 'The child was placed for adoption before the decision that they should be',
    mend: mendDates,
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['DECOM'], PlacedAdoption: ['DATE_PLACED'] },
    check(child, flag) {
      const placed = earliest(
        child.Episodes.filter(({ PLACE }) => adoptivePlacements.has(PLACE)),
        'DECOM',
      )
      if (placed === undefined) return
      const { DECOM } = placed
      const inForce = child.PlacedAdoption.some(
        (decision) => decision.DATE_PLACED <= DECOM && !(decision.DATE_PLACED_CEASED < DECOM),
      )
      const tooLate = earliest(
        child.PlacedAdoption.filter(({ DATE_PLACED }) => DATE_PLACED > DECOM),
        'DATE_PLACED',
      )
      if (!inForce && tooLate !== undefined) flag.together([placed, tooLate])
    },
  }),
  orderWithoutDecision(
    {
      code: '553',
      years: since(2023),
      meaning: 'There is a placement order (E1) without a decision to place the child for adoption that still stands',
    },
    placementOrder,
  ),
  eachChild({
    code: '554',
    meaning: 'The placement order (E1) was made before the decision to place the child for adoption',
    mend: mendDates,
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['DECOM', 'LS'], PlacedAdoption: ['DATE_PLACED'] },
    check(child, flag, collection) {
      for (const { episode, late } of decisionsAfterOrder(child, collection, placementOrder)) {
        flag.together([episode, ...late], child.id)
      }
    },
  }),
  orderWithoutDecision(
    {
      code: '555',
      years: between(2023, 2024),
      meaning: 'There is a freeing order (D1) without a decision to place the child for adoption that still stands',
    },
    freeingOrder,
  ),
  eachChild({
    code: '556',
    meaning: 'The freeing order (D1) was made before the decision to place the child for adoption',
    mend: mendDates,
    years: between(2023, 2024),
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['DECOM'] },
    against: { PlacedAdoption: ['DATE_PLACED'] },
    check(child, flag, collection) {
      for (const { episode, late } of decisionsAfterOrder(child, collection, freeingOrder)) flag(episode, late[0])
    },
  }),
  ...decisionsReversed,
]
