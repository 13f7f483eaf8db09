/** Where a placement is: its area, its distance from home, and the postcodes that say so. */
import { blank, code, codeList, codes } from '../../engine/codes.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { between, since } from '../../engine/rule.ts'
import { type ChildOf903, shortBreaks } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { supportedAccommodationRegistered } from './facts-law.ts'
import { adoptiveOrFoster } from './facts-placements.ts'
import { uascLastYear, uascThisYear } from './facts-uasc.ts'

/** Placements for which no URN is asked. */
const needNoUrn = codeList('PLACE for which no URN is asked', [
  { from: 2018, to: 2024, codes: 'H5 P1 P2 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z1' },
  { from: 2025, to: 2025, codes: 'P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z1' },
  { from: 2026, to: 2027, codes: 'P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14' },
])

/** Areas that no English register covers: Wales, Scotland, Northern Ireland, and outside the United Kingdom. */
const outsideEngland = codes('WAL SCO NIR NUK')
/** As above, and CON, the area withheld. */
const withoutRegister = codes('WAL SCO NIR NUK CON')

const unregistered = code('XXXXXXX')
const ownProvision = code('PR1')
const supportedAccommodation = code('H5')
const withParents = code('P1')
const furthestMiles = 999.9

/** UASC in this year or the last; they have no home postcode to measure from. */
const everUasc = (child: ChildOf903, collection: Collection): boolean =>
  uascThisYear(child, collection) || uascLastYear(child, collection)

export const placementLocations: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '1015',
    meaning: "The placement is the council's own provision, but is outside its area",
    mend: 'Correct the provider or the postcode of the placement',
    years: since(2023),
    tables: ['Episodes'],
    files: ['postcodes', 'authority'],
    table: 'Episodes',
    fields: ['PL_LA'],
    check: ({ PLACE_PROVIDER, LS, PLACE, PL_LA }, { authority }) =>
      PLACE_PROVIDER === ownProvision &&
      LS !== blank &&
      !shortBreaks.has(LS) &&
      PLACE !== blank &&
      !adoptiveOrFoster.has(PLACE) &&
      PL_LA !== authority,
  }),
  eachRow({
    code: '164',
    meaning: 'The placement is further from home than is possible',
    mend: 'Correct the postcodes of the home and of the placement',
    years: since(2023),
    tables: ['Episodes'],
    anyOf: [['Header.UASC', 'UASC', 'last.Header.UASC', 'last.UASC']],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['PL_DISTANCE'],
    check: ({ LS, PL_DISTANCE }, collection, child) =>
      (PL_DISTANCE < 0 || PL_DISTANCE > furthestMiles) && !shortBreaks.has(LS) && !everUasc(child, collection),
  }),
  eachRow({
    code: '169',
    meaning: 'It is not known in which area the placement is',
    mend: 'Enter or correct the postcode of the placement',
    years: since(2023),
    tables: ['Episodes'],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['PL_LA'],
    check: ({ LS, PL_LA }) => PL_LA === blank && !shortBreaks.has(LS),
  }),
  eachRow({
    code: '179',
    meaning: 'It is not known whether the placement is in the area of the council',
    mend: 'Enter or correct the postcode of the placement',
    years: since(2023),
    tables: ['Episodes'],
    files: ['postcodes', 'authority'],
    table: 'Episodes',
    fields: ['PL_LOCATION'],
    check: ({ LS, PL_LOCATION }) => PL_LOCATION === blank && !shortBreaks.has(LS),
  }),
  eachRow({
    code: '218',
    meaning: 'The URN of the home or agency is missing',
    mend: 'Enter the URN, or XXXXXXX for a home or agency that has none',
    years: since(2023),
    tables: ['Episodes'],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['URN'],
    check: (row, { year, start }) =>
      row.URN === blank &&
      (row.DEC >= start || row.blank('DEC')) &&
      !needNoUrn.in(year).has(row.PLACE) &&
      !withoutRegister.has(row.PL_LA),
  }),
  eachRow({
    code: '230',
    meaning: 'Supported accommodation (H5) in England goes on after 28 October 2023 without a URN',
    mend: 'Enter the URN of the provider, or correct the placement',
    years: between(2024, 2024),
    tables: ['Episodes'],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['PLACE', 'DEC', 'URN'],
    check: ({ PLACE, DEC, URN, PL_LA }) =>
      PLACE === supportedAccommodation &&
      (DEC > supportedAccommodationRegistered || Number.isNaN(DEC)) &&
      (URN === blank || URN === unregistered) &&
      !outsideEngland.has(PL_LA),
  }),
  eachRow({
    code: '392a',
    meaning: 'It is not known how far from home the placement is',
    mend: 'Enter or correct the postcodes of the home and of the placement',
    years: since(2023),
    tables: ['Episodes'],
    anyOf: [['Header.UASC', 'UASC', 'last.Header.UASC', 'last.UASC']],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['PL_DISTANCE'],
    check: (row, collection, child) =>
      row.blank('PL_DISTANCE') && !shortBreaks.has(row.LS) && !everUasc(child, collection),
  }),
  eachRow({
    code: '392b',
    meaning: 'The postcode of the home or of the placement is missing',
    mend: 'Enter both postcodes',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['HOME_POST', 'PL_POST'],
    check: ({ LS, HOME_POST, PL_POST }, collection, child) =>
      (HOME_POST === blank || PL_POST === blank) && !shortBreaks.has(LS) && !everUasc(child, collection),
  }),
  eachChild({
    code: '392c',
    meaning: 'The postcode is not in the list of postcodes',
    mend: 'Correct the postcode',
    years: since(2023),
    tables: ['Episodes'],
    files: ['postcodes'],
    fields: { Episodes: ['HOME_POST', 'PL_POST'] },
    check(child, flag, { postcodes }) {
      const unknown = (text: string) => text !== '' && postcodes?.find(text.replaceAll(' ', '')) === undefined
      for (const row of child.Episodes) {
        const fields = (['HOME_POST', 'PL_POST'] as const).filter((field) => unknown(row.text(field)))
        if (fields.length > 0) flag({ row, fields })
      }
    },
  }),
  eachRow({
    code: '392d',
    meaning: 'The placement has the postcode of the home, but is not with the parents (P1)',
    mend: 'Correct one of the postcodes or the placement',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['HOME_POST', 'PL_POST', 'PLACE'],
    check(row) {
      const { PLACE, HOME_POST, PL_POST } = row
      if (PLACE === withParents || HOME_POST === blank || PL_POST === blank) return false
      if (HOME_POST === PL_POST) return true
      return row.text('HOME_POST').replaceAll(' ', '') === row.text('PL_POST').replaceAll(' ', '')
    },
  }),
]
