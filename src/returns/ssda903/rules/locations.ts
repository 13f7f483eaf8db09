/** Distance and area of a placement. */
import { blank, code } from '../../engine/codes.ts'
import type { Collection, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type ChildOf903, shortBreaks } from '../facts.ts'
import { eachRow, type Ssda903 } from '../layout.ts'

const inside = code('IN')
const outside = code('OUT')
const isUasc = code('1')

/** Miles beyond which two places in the United Kingdom are hardly a home and its placement. */
const farthestMiles = 350
/** What stands for a distance that is not known. */
const unknownMiles = 999.9

/** What tells who is an unaccompanied asylum seeker: the header says, or else the list of those children. */
const tellsUasc = ['Header.UASC', 'UASC', 'last.Header.UASC', 'last.UASC'] as const

/** An unaccompanied asylum-seeking child in this year or, as far as was given, in the last. */
const wasUasc = (child: ChildOf903, collection: Collection): boolean =>
  child.Header.some(({ UASC }) => UASC === isUasc) ||
  child.last.Header.some(({ UASC }) => UASC === isUasc) ||
  (!collection.has('Header') && child.UASC.length > 0) ||
  (!collection.has('last.Header') && child.last.UASC.length > 0)

export const locations: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '398',
    meaning: 'Postcodes, and so a distance, are given for a series of short breaks (legal status V3 or V4)',
    mend: 'Remove HOME_POST and PL_POST, or correct the legal status',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['LS', 'HOME_POST', 'PL_POST'],
    check: ({ LS, HOME_POST, PL_POST }) => shortBreaks.has(LS) && (HOME_POST !== blank || PL_POST !== blank),
  }),
  eachRow({
    code: '406',
    meaning: 'A distance from home is given for a child who is, or was, an unaccompanied asylum seeker',
    mend: 'Remove HOME_POST, or correct who is an unaccompanied asylum seeker',
    years: since(2023),
    tables: ['Episodes'],
    anyOf: [tellsUasc],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['PL_DISTANCE'],
    check: (episode, collection, child) => episode.filled('PL_DISTANCE') && wasUasc(child, collection),
  }),
  eachRow({
    code: '411',
    meaning: "PL_LOCATION contradicts PL_LA: inside the council's own area is IN, anywhere else OUT",
    mend: 'Correct the postcode of the placement',
    years: since(2023),
    tables: ['Episodes'],
    files: ['postcodes', 'authority'],
    table: 'Episodes',
    fields: ['PL_LOCATION', 'PL_LA'],
    check: ({ PL_LOCATION, PL_LA }, { authority }) =>
      PL_LA === authority ? PL_LOCATION === outside : PL_LOCATION === inside,
  }),
  eachRow({
    code: '420',
    meaning: 'The area of the placement is given for a series of short breaks (legal status V3 or V4)',
    mend: 'Remove PL_POST, or correct the legal status',
    years: since(2023),
    tables: ['Episodes'],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['PL_LA'],
    check: ({ LS, PL_LA }) => shortBreaks.has(LS) && PL_LA !== blank,
  }),
  eachRow({
    code: '454',
    meaning: 'The placement is more than 350 miles from home',
    mend: 'Correct the postcode of the home or of the placement',
    years: since(2026),
    tables: ['Episodes'],
    files: ['postcodes'],
    table: 'Episodes',
    fields: ['PL_DISTANCE'],
    check: ({ PL_DISTANCE }, collection, child) =>
      PL_DISTANCE > farthestMiles && PL_DISTANCE !== unknownMiles && !wasUasc(child, collection),
  }),
]
