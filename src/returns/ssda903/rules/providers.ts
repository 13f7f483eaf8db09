/** Homes, agencies and where a placement is. What needs the postcodes is in the second file. */
import { blank, code, codeList } from '../../engine/codes.ts'
import type { Provider } from '../../engine/reference.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { placementChangeReasons } from '../code-lists.ts'
import { type Episode, shortBreaks } from '../facts.ts'
import { eachRow, type Ssda903 } from '../layout.ts'
import { placementLocations } from './providers-location.ts'

/** Seven X stand for a home or agency outside every register. */
const unregistered = code('XXXXXXX')
const ownProvision = code('PR1')
const otherCouncil = code('PR2')

/** Placements in one building, whose postcode is that of the register. */
const oneBuilding = codeList('PLACE in one building', [
  { from: 2018, to: 2023, codes: 'K1 K2 R3 S1' },
  { from: 2024, to: 2024, codes: 'H5 K1 K2 R3 S1' },
  { from: 2025, to: 2027, codes: 'K1 K2 K3 R3 S1' },
])

/** The episode names a home or agency by its number. */
const isRegistered = ({ URN }: Episode): boolean => URN !== blank && URN !== unregistered

/** The lines of the list for that number; none where it is unknown. */
const linesOf = (episode: Episode, { providers }: Collection): readonly Provider[] =>
  providers?.byUrn(episode.text('URN')) ?? []

const squeezed = (postcode: string): string => postcode.replaceAll(' ', '')

export const providers: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '1008',
    meaning: 'The URN is not in the list of homes and agencies',
    mend: 'Correct the URN, or write XXXXXXX for a home or agency that has none',
    years: since(2023),
    tables: ['Episodes'],
    files: ['providers'],
    table: 'Episodes',
    fields: ['URN'],
    check: (row, collection) => isRegistered(row) && linesOf(row, collection).length === 0,
  }),
  eachRow({
    code: '1009',
    meaning: 'The reason for the change of placement is not one of the codes',
    mend: 'Use one of the codes of reasons, such as CARPL or OTHER',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['REASON_PLACE_CHANGE'],
    check: ({ REASON_PLACE_CHANGE: reason }, { year }) =>
      reason !== blank && !placementChangeReasons.in(year).has(reason),
  }),
  ...placementLocations,
  eachRow({
    code: '219',
    meaning: 'The home or agency is not listed for this kind of placement',
    mend: 'Correct the placement or the URN',
    years: since(2023),
    tables: ['Episodes'],
    files: ['providers'],
    table: 'Episodes',
    fields: ['URN', 'PLACE'],
    check(row, collection) {
      if (!isRegistered(row) || !collection.providers?.columns.has('placementCodes')) return false
      const place = row.text('PLACE')
      return !linesOf(row, collection).some(({ placementCodes }) => placementCodes.includes(place))
    },
  }),
  eachRow({
    code: '221',
    meaning: 'The postcode of the placement is not that of the home in the list',
    mend: 'Correct the postcode or the URN',
    years: since(2023),
    tables: ['Episodes'],
    files: ['providers'],
    table: 'Episodes',
    fields: ['PL_POST'],
    check(row, collection) {
      if (!oneBuilding.in(collection.year).has(row.PLACE) || shortBreaks.has(row.LS)) return false
      if (!isRegistered(row) || row.PL_POST === blank || !collection.providers?.columns.has('postcode')) return false
      const post = squeezed(row.text('PL_POST'))
      return !linesOf(row, collection).some(({ postcode }) => postcode === post)
    },
  }),
  eachRow({
    code: '224',
    meaning: 'The provider of the placement is not that of the home or agency in the list',
    mend: 'Correct the provider or the URN',
    years: since(2023),
    tables: ['Episodes'],
    files: ['providers'],
    table: 'Episodes',
    fields: ['PLACE_PROVIDER'],
    check(row, collection) {
      if (!isRegistered(row) || !collection.providers?.columns.has('providerCodes')) return false
      const provider = row.text('PLACE_PROVIDER')
      return !linesOf(row, collection).some(({ providerCodes }) => providerCodes.includes(provider))
    },
  }),
  eachRow({
    code: '227',
    meaning: 'The registration of the home or agency had ended when the episode began',
    mend: 'Correct the URN or the start of the episode',
    years: since(2023),
    tables: ['Episodes'],
    files: ['providers'],
    table: 'Episodes',
    fields: ['URN', 'DECOM'],
    check: (row, collection) =>
      isRegistered(row) && linesOf(row, collection).some(({ registrationEnds }) => row.DECOM >= registrationEnds),
  }),
  eachRow({
    code: '228',
    meaning: 'The registration of the home or agency ended before the episode did',
    mend: 'Correct the URN or the end of the episode',
    years: since(2023),
    tables: ['Episodes'],
    files: ['providers'],
    table: 'Episodes',
    fields: ['URN', 'DEC'],
    check(row, collection) {
      if (!isRegistered(row)) return false
      const until = Number.isNaN(row.DEC) ? collection.end : row.DEC
      return linesOf(row, collection).some(({ registrationEnds }) => until > registrationEnds)
    },
  }),
  eachRow({
    code: '229',
    meaning:
      "The home is outside the council's area but said to be its own, or inside it but said to be another council's",
    mend: 'Correct the provider or the URN',
    years: since(2023),
    tables: ['Episodes'],
    files: ['providers', 'postcodes', 'authority'],
    table: 'Episodes',
    fields: ['URN', 'PLACE_PROVIDER'],
    check(row, collection) {
      const isOwn = row.PLACE_PROVIDER === ownProvision
      if (!isRegistered(row) || !(isOwn || row.PLACE_PROVIDER === otherCouncil)) return false
      if (!collection.providers?.columns.has('postcode')) return false
      const areas = linesOf(row, collection).map(({ postcode }) => collection.postcodes?.find(postcode)?.authority)
      const here = collection.authorityText
      return isOwn ? areas.length === 0 || areas.some((area) => area !== here) : areas.includes(here)
    },
  }),
]
