/** Legal orders and reasons for ending. */
import { code, codes } from '../../engine/codes.ts'
import { addYears, dayNumber } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { between, since } from '../../engine/rule.ts'
import { birthDate } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

const placementOrder = code('E1')
const freeingOrder = code('D1')
const breaksByEpisode = code('V3')
const breaksByAgreement = code('V4')
const staysWithFosterCarer = code('E17')
const prospectiveAdopters = codes('A5 A6')
const specialGuardianship = codes('E45 E46 E47 E48')
/** Special guardianship orders made to the child's former foster carers. */
const guardianWasFosterCarer = codes('E45 E46')
const fosterPlacements = codes('U1 U2 U3 U4 U5 U6')

/**
 * Freeing orders made way for placement orders under the Adoption and Children Act 2002 at the end of 2005: the guide to
 * the collection accepts no placement order before 1 December 2005 and no freeing order after 31 December 2005.
 */
const firstPlacementOrders = dayNumber(2005, 12, 1)
const lastFreeingOrders = dayNumber(2005, 12, 31)

export const orders: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '407',
    meaning: 'Care ended with special guardianship at 18 or over',
    mend: 'Correct the reason or the date of the end, or the date of birth',
    years: since(2023),
    tables: ['Episodes', 'Header'],
    fields: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
    check(child, flag) {
      for (const episode of child.Episodes) {
        if (!specialGuardianship.has(episode.REC)) continue
        const adult = child.Header.filter(({ DOB }) => episode.DEC >= addYears(DOB, 18))
        if (adult.length > 0) flag.together([episode, ...adult], child.id)
      }
    },
  }),
  eachRow({
    code: '408',
    meaning: 'The child is placed for adoption with a placement order, but the legal status is no placement order (E1)',
    mend: 'Correct the placement or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'LS'],
    check: ({ PLACE, LS }) => prospectiveAdopters.has(PLACE) && LS !== placementOrder,
  }),
  eachChild({
    code: '426',
    meaning: 'Both kinds of short breaks (V3 and V4) are given for one child in one year',
    mend: 'Use one of V3 and V4 for all of the short breaks',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['LS'] },
    check(child, flag) {
      const ofV3 = child.Episodes.filter(({ LS }) => LS === breaksByEpisode)
      const ofV4 = child.Episodes.filter(({ LS }) => LS === breaksByAgreement)
      if (ofV3.length > 0 && ofV4.length > 0) for (const episode of [...ofV3, ...ofV4]) flag(episode)
    },
  }),
  eachRow({
    code: '445',
    meaning: 'The legal status is a freeing order (D1), but the episode began after December 2005',
    mend: 'Correct the legal status or the start of the episode',
    years: between(2023, 2024),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['LS', 'DECOM'],
    check: ({ LS, DECOM }) => LS === freeingOrder && DECOM > lastFreeingOrders,
  }),
  eachRow({
    code: '446',
    meaning: 'The legal status is a placement order (E1), but the episode began before December 2005',
    mend: 'Correct the legal status or the start of the episode',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['LS', 'DECOM'],
    check: ({ LS, DECOM }) => LS === placementOrder && DECOM < firstPlacementOrders,
  }),
  eachRow({
    code: '451',
    meaning: 'A freeing order (D1) is still open, though such orders ended in 2005',
    mend: 'End the episode, or correct the legal status',
    years: between(2023, 2024),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['DEC', 'REC', 'LS'],
    check: (episode) => episode.LS === freeingOrder && episode.blank('DEC') && episode.blank('REC'),
  }),
  eachRow({
    code: '460',
    meaning: 'The reason for the end says that the young person stays with foster carers at 18, but 18 was not reached',
    mend: 'Correct the reason or the date of the end, or the date of birth',
    years: since(2023),
    tables: ['Header', 'Episodes'],
    table: 'Episodes',
    fields: ['DEC', 'REC'],
    against: { Header: ['DOB'] },
    check: ({ REC, DEC }, collection, child) =>
      REC === staysWithFosterCarer && DEC < addYears(birthDate(child, collection), 18),
  }),
  eachRow({
    code: '516',
    meaning:
      'Care ended with special guardianship to the foster carers, but the child was not placed with foster carers',
    mend: 'Correct the reason for the end or the placement',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['REC', 'PLACE'],
    check: ({ REC, PLACE }) => guardianWasFosterCarer.has(REC) && !fosterPlacements.has(PLACE),
  }),
]
