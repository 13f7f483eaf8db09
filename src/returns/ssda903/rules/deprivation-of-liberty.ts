/** Deprivation of liberty. */
import { earliest, inOrder } from '../../engine/child.ts'
import { type CodeSet, codes } from '../../engine/codes.ts'
import type { Row } from '../../engine/layout.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type ChildOf903, type Episode, periodsOfCare } from '../facts.ts'
import { runsOnAfterCare } from '../facts-care.ts'
import { overlaps } from '../facts-sequence.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

type Order = Row<Ssda903, 'DoLo'>

/** Children's homes, and the other placements in which an order is usual. */
const usualPlaces = codes('K2 Z12 Z13')
/** Secure homes, with parents, young offender institutions, supported accommodation: no order is made there. */
const forbiddenPlaces = codes('K1 P1 R5 K3')

/** The order and the episode share a day; an order without an end is left to other rules. */
const touches = (order: Order, { DECOM, DEC }: Episode): boolean =>
  order.DOLO_END >= DECOM && (order.DOLO_START <= DEC || (Number.isNaN(DEC) && !Number.isNaN(order.DOLO_START)))

/** The child's orders and the episodes they touch, where the placement speaks against an order. */
const ordersInPlaces = (child: ChildOf903, isWrong: (episode: Episode) => boolean): [Order, Episode][] =>
  child.DoLo.flatMap((order) =>
    child.Episodes.filter((episode) => isWrong(episode) && touches(order, episode)).map((episode): [Order, Episode] => [
      order,
      episode,
    ]),
  )

/** A rule on the placements in which a child is deprived of liberty. */
const ofPlacements = (rule: Pick<Rule<Ssda903>, 'code' | 'meaning'>, isWrong: (episode: Episode) => boolean) =>
  eachChild({
    ...rule,
    mend: 'Correct the placement, or the dates of the order',
    years: since(2027),
    tables: ['DoLo', 'Episodes'],
    fields: { DoLo: ['DOLO_START'], Episodes: ['PLACE'] },
    check(child, flag) {
      for (const pair of ordersInPlaces(child, isWrong)) flag.together(pair, child.id)
    },
  })

const isIn = (places: CodeSet) => (episode: Episode) => places.has(episode.PLACE)
const isNotIn = (places: CodeSet) => (episode: Episode) => !places.has(episode.PLACE)

/** Last year's open order is not among this year's. */
const notContinued = (old: Order, child: ChildOf903): boolean =>
  old.blank('DOLO_END') &&
  !Number.isNaN(old.DOLO_START) &&
  !child.DoLo.some((order) => order.DOLO_START === old.DOLO_START)

export const deprivationOfLiberty: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '700',
    meaning: 'The start of the deprivation of liberty order is missing or is not a real date',
    mend: 'Write DOLO_START as dd/mm/yyyy',
    years: since(2027),
    tables: ['DoLo'],
    table: 'DoLo',
    fields: ['DOLO_START'],
    check: ({ DOLO_START }) => Number.isNaN(DOLO_START),
  }),
  eachRow({
    code: '701',
    meaning: 'The end of the deprivation of liberty order is not a real date',
    mend: 'Write DOLO_END as dd/mm/yyyy, or leave it blank while the order lasts',
    years: since(2027),
    tables: ['DoLo'],
    table: 'DoLo',
    fields: ['DOLO_END'],
    check: (order) => order.unreadable('DOLO_END'),
  }),
  eachRow({
    code: '702',
    meaning: 'The deprivation of liberty order ended before it began',
    mend: 'Correct DOLO_START or DOLO_END',
    years: since(2027),
    tables: ['DoLo'],
    table: 'DoLo',
    fields: ['DOLO_START', 'DOLO_END'],
    check: ({ DOLO_START, DOLO_END }) => DOLO_END < DOLO_START,
  }),
  eachRow({
    code: '703',
    meaning: 'The deprivation of liberty order began after the end of the year',
    mend: 'Correct DOLO_START, or leave the order to the next return',
    years: since(2027),
    tables: ['DoLo'],
    table: 'DoLo',
    fields: ['DOLO_START'],
    check: ({ DOLO_START }, { end }) => DOLO_START > end,
  }),
  eachRow({
    code: '704',
    meaning: 'The deprivation of liberty order did not end in the year',
    mend: 'Correct DOLO_END, or remove the order',
    years: since(2027),
    tables: ['DoLo'],
    table: 'DoLo',
    fields: ['DOLO_END'],
    check: ({ DOLO_END }, { start, end }) => DOLO_END < start || DOLO_END > end,
  }),
  eachChild({
    code: '705',
    meaning: 'The deprivation of liberty order began while an earlier one still lasted',
    mend: 'Correct the dates so that no two orders overlap',
    years: since(2027),
    tables: ['DoLo'],
    fields: { DoLo: ['DOLO_START', 'DOLO_END'] },
    check(child, flag) {
      const orders = inOrder(child.DoLo, 'DOLO_START')
      for (const { row, running } of overlaps(
        orders,
        ({ DOLO_START }) => DOLO_START,
        ({ DOLO_END }) => (Number.isNaN(DOLO_END) ? Number.POSITIVE_INFINITY : DOLO_END),
      )) {
        flag(row, running)
      }
    },
  }),
  eachChild({
    code: '706',
    meaning: 'A deprivation of liberty order was open at the end of last year, but does not go on in this one',
    mend: "Enter the order with last year's DOLO_START, and DOLO_END where it has ended",
    years: since(2027),
    tables: ['DoLo', 'last.DoLo'],
    fields: { DoLo: ['DOLO_START'], Header: ['CHILD'] },
    against: { 'last.DoLo': ['DOLO_START'] },
    check(child, flag) {
      const lost = child.last.DoLo.find((old) => notContinued(old, child))
      if (lost === undefined) return
      const first = earliest(child.DoLo, 'DOLO_START') ?? child.DoLo[0] ?? child.Header[0]
      if (first !== undefined) flag(first, lost)
    },
  }),
  eachRow({
    code: '707',
    meaning: 'The child left care, but the deprivation of liberty order is still open',
    mend: 'Enter DOLO_END, or correct the end of the last episode',
    years: since(2027),
    tables: ['DoLo', 'Episodes'],
    table: 'DoLo',
    fields: ['DOLO_END'],
    check: ({ DOLO_START, DOLO_END }, collection, child) =>
      Number.isNaN(DOLO_END) && runsOnAfterCare(DOLO_START, periodsOfCare(child, collection)),
  }),
  eachRow({
    code: '708',
    meaning: 'The deprivation of liberty order did not begin after the child was born',
    mend: 'Correct DOLO_START or the date of birth',
    years: since(2027),
    tables: ['DoLo'],
    table: 'DoLo',
    fields: ['DOLO_START', 'DOB'],
    check: ({ DOLO_START, DOB }) => DOLO_START <= DOB,
  }),
  ofPlacements(
    { code: '709', meaning: 'The child is deprived of liberty in a placement of another kind than K2, Z12 or Z13' },
    isNotIn(usualPlaces),
  ),
  ofPlacements(
    {
      code: '710',
      meaning: 'The child is deprived of liberty in a placement in which no order is made (K1, K3, P1 or R5)',
    },
    isIn(forbiddenPlaces),
  ),
]
