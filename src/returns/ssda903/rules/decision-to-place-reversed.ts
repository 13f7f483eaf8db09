/** How decisions that a child should be placed for adoption end, follow one another and are carried over the year. */
import { blank, type Code, codeList, codes } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { adopted, adoptivePlacements, currentDecision, type Decision, isReversed } from '../facts-adoption.ts'
import { neighbours, orderedBy } from '../facts-sequence.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

const goesOnOrAdopted = codes('X1 E11 E12')
const leavesUnadopted = (reason: Code): boolean => reason !== blank && !goesOnOrAdopted.has(reason)

/** Orders that let a council place a child for adoption; freeing orders left the collection in 2024/25. */
const ordersToPlace = codeList('LS that lets a child be placed for adoption', [
  { from: 2018, to: 2024, codes: 'D1 E1' },
  { from: 2025, to: 2027, codes: 'E1' },
])

const mendLastYear = 'Correct DATE_PLACED, or tell the Department that last year was wrong'

const sameDate = (a: Decision, b: Decision): boolean => a.text('DATE_PLACED') === b.text('DATE_PLACED')

export const decisionsReversed: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '557',
    meaning:
      'The child left care without adoption, but the decision to place them for adoption is not given as reversed',
    mend: 'Enter the date and the reason of the reversal',
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    fields: { Episodes: ['PLACE', 'LS', 'REC'], PlacedAdoption: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
    check(child, flag, { year }) {
      const orders = ordersToPlace.in(year)
      const left = child.Episodes.filter(
        ({ REC, PLACE, LS }) => leavesUnadopted(REC) && (adoptivePlacements.has(PLACE) || orders.has(LS)),
      )
      if (left.length === 0) return
      const incomplete = child.PlacedAdoption.filter(
        (decision) => decision.blank('DATE_PLACED_CEASED') || decision.REASON_PLACED_CEASED === blank,
      )
      if (incomplete.length > 0) flag.together([...left, ...incomplete])
      else if (child.PlacedAdoption.length === 0) for (const episode of left) flag(episode)
    },
  }),
  eachRow({
    code: '558',
    meaning: 'The child was adopted, but the latest decision to place them for adoption was reversed',
    mend: 'Remove the date of the reversal, or correct the reason for which the episode ended',
    years: since(2023),
    tables: ['Episodes', 'PlacedAdoption'],
    table: 'Episodes',
    fields: ['REC'],
    against: { PlacedAdoption: ['DATE_PLACED_CEASED'] },
    check: ({ REC }, collection, child) =>
      adopted.has(REC) && currentDecision(child, collection)?.filled('DATE_PLACED_CEASED') === true,
  }),
  eachRow({
    code: '559',
    meaning: 'The decision to place the child for adoption was made before the year, but last year it was not given',
    mend: mendLastYear,
    years: since(2023),
    tables: ['PlacedAdoption', 'last.PlacedAdoption'],
    table: 'PlacedAdoption',
    fields: ['DATE_PLACED'],
    check: ({ DATE_PLACED }, { start }, child) =>
      DATE_PLACED < start && !child.last.PlacedAdoption.some((old) => old.filled('DATE_PLACED')),
  }),
  eachChild({
    code: '560',
    meaning:
      'The decision to place the child for adoption stood at the end of last year, but its date is not given now',
    mend: mendLastYear,
    years: since(2023),
    tables: ['PlacedAdoption', 'last.PlacedAdoption'],
    fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
    check(child, flag) {
      const lost = child.last.PlacedAdoption.find(
        (old) =>
          old.filled('DATE_PLACED') &&
          old.blank('DATE_PLACED_CEASED') &&
          !child.PlacedAdoption.some((decision) => sameDate(decision, old)),
      )
      if (lost !== undefined) for (const decision of child.PlacedAdoption) flag(decision, lost)
    },
  }),
  eachChild({
    code: '561',
    meaning: 'The date of the decision is that of a decision which last year gave as reversed',
    mend: 'Remove the old decision, or enter the date of the new one',
    years: since(2023),
    tables: ['PlacedAdoption', 'last.PlacedAdoption'],
    fields: { PlacedAdoption: ['DATE_PLACED'] },
    against: { 'last.PlacedAdoption': ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'] },
    check(child, flag) {
      const reversed = child.last.PlacedAdoption.filter((old) => old.filled('DATE_PLACED') && isReversed(old))
      for (const decision of child.PlacedAdoption) {
        const old = reversed.find((other) => sameDate(decision, other))
        if (old !== undefined) flag(decision, old)
      }
    },
  }),
  eachRow({
    code: '563',
    meaning: 'The decision to place the child for adoption was reversed, but the date on which it was made is missing',
    mend: 'Enter DATE_PLACED',
    years: since(2023),
    tables: ['PlacedAdoption'],
    table: 'PlacedAdoption',
    fields: ['DATE_PLACED', 'REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
    check: (decision) =>
      decision.filled('DATE_PLACED_CEASED') && decision.REASON_PLACED_CEASED !== blank && decision.blank('DATE_PLACED'),
  }),
  eachChild({
    code: '579',
    meaning: 'A decision to place the child for adoption was made while the one before it still stood',
    mend: 'Enter when and why the earlier decision was reversed, or correct the dates',
    years: since(2023),
    tables: ['PlacedAdoption'],
    fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
    check(child, flag) {
      for (const { before, row } of neighbours(orderedBy(child.PlacedAdoption, ({ DATE_PLACED }) => DATE_PLACED))) {
        const stood = Number.isNaN(before.DATE_PLACED_CEASED) || row.DATE_PLACED < before.DATE_PLACED_CEASED
        if (stood) flag(row, before)
      }
    },
  }),
  eachChild({
    code: '583',
    meaning: 'A later decision to place the child for adoption exists, but this one is not given as reversed',
    mend: 'Enter when and why this decision was reversed',
    years: since(2023),
    tables: ['PlacedAdoption'],
    fields: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
    check(child, flag, collection) {
      const current = currentDecision(child, collection)
      for (const decision of child.PlacedAdoption) {
        if (decision === current || Number.isNaN(decision.DATE_PLACED)) continue
        if (decision.blank('DATE_PLACED_CEASED')) flag(decision, current)
      }
    },
  }),
  eachChild({
    code: '584',
    meaning: 'Last year the decision was given as reversed, but no later date of a new decision is given',
    mend: 'Enter the date of the new decision, or remove the old one',
    years: since(2023),
    tables: ['PlacedAdoption', 'last.PlacedAdoption'],
    fields: { PlacedAdoption: ['DATE_PLACED'] },
    against: { 'last.PlacedAdoption': ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
    check(child, flag) {
      const reversed = child.last.PlacedAdoption.filter((old) => isReversed(old) && !Number.isNaN(old.DATE_PLACED))
      for (const decision of child.PlacedAdoption) {
        const { DATE_PLACED } = decision
        const old = reversed.find((other) => Number.isNaN(DATE_PLACED) || DATE_PLACED <= other.DATE_PLACED)
        if (old !== undefined) flag(decision, old)
      }
    },
  }),
]
