/** The first episode of the year beside the last of last year. */
import { blank, code, codes } from '../../engine/codes.ts'
import type { ColumnName } from '../../engine/layout.ts'
import type { Collection, ReferenceFile, Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type Episode, firstEpisode, lastEpisodeOfLastYear } from '../facts.ts'
import { type AcrossYears, acrossYears } from '../facts-across-years.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'

const semiIndependent = code('H5')
const supportedAccommodation = code('K3')
const otherPlacement = code('Z1')
const otherPlacements = codes('Z11 Z12 Z13 Z14')

const mend = 'Correct this episode, or tell the Department that last year was wrong'

/** A rule on the first episode of the year, where last year's final episode was left open and goes on. */
function carriedOver(rule: {
  code: string
  column: ColumnName<Ssda903, 'Episodes'>
  meaning: string
  files?: readonly ReferenceFile[]
  contradicts(across: AcrossYears, collection: Collection): boolean
}): Rule<Ssda903> {
  return eachChild({
    code: rule.code,
    meaning: rule.meaning,
    mend,
    years: since(2023),
    tables: ['Episodes', 'last.Episodes'],
    files: rule.files ?? [],
    fields: { Episodes: [rule.column] },
    check(child, flag, collection) {
      const across = acrossYears(child, collection)
      if (across === undefined || !Number.isNaN(across.before.DEC)) return
      if (rule.contradicts(across, collection)) flag(across.now, across.before)
    },
  })
}

/** Two tenths of a mile or more apart, or known in one of the two years only. */
function distanceContradicts(before: Episode, now: Episode): boolean {
  if (before.blank('PL_DISTANCE') !== now.blank('PL_DISTANCE')) return true
  return Math.abs(Math.round(before.PL_DISTANCE * 10) - Math.round(now.PL_DISTANCE * 10)) >= 2
}

const sameReason = ({ before, now }: AcrossYears): boolean => before.RNE !== blank && before.RNE === now.RNE

/** The recodings of the guide: what last year's code became. */
function isRecoded({ before, now }: AcrossYears, { year }: Collection): boolean {
  if (year === 2024 || year === 2025) return before.PLACE === semiIndependent && now.PLACE === supportedAccommodation
  return year === 2026 && before.PLACE === otherPlacement && otherPlacements.has(now.PLACE)
}

export const lastYear: readonly Rule<Ssda903>[] = [
  carriedOver({
    code: '452',
    column: 'PL_LA',
    meaning: 'The area of the placement is not the one of the same episode last year',
    files: ['postcodes'],
    contradicts: (across) =>
      sameReason(across) && across.before.blank('DEC') && across.before.PL_LA !== across.now.PL_LA,
  }),
  carriedOver({
    code: '453',
    column: 'PL_DISTANCE',
    meaning: 'The distance from home is not the one of the same episode last year',
    files: ['postcodes'],
    contradicts: (across) => sameReason(across) && distanceContradicts(across.before, across.now),
  }),
  eachChild({
    code: '502',
    meaning: 'Last year ended with an open episode, but the first episode of this year does not begin on the same day',
    mend,
    years: since(2023),
    tables: ['Episodes', 'last.Episodes'],
    fields: { Episodes: ['DECOM'] },
    check(child, flag, collection) {
      const now = firstEpisode(child, collection)
      if (now === undefined) return
      const before = lastEpisodeOfLastYear(child, collection) ?? child.last.Episodes.find((old) => old.blank('DEC'))
      // An open episode without a start cannot be the same.
      if (before?.blank('DEC') && before.DECOM !== now.DECOM) flag(now, before)
    },
  }),
  carriedOver({
    code: '503A',
    column: 'RNE',
    meaning: 'The reason for the new episode is not the one that the open episode had last year',
    contradicts: ({ before, now }) => before.RNE !== now.RNE,
  }),
  carriedOver({
    code: '503B',
    column: 'LS',
    meaning: 'The legal status is not the one that the open episode had last year',
    contradicts: ({ before, now }) => before.LS !== now.LS,
  }),
  carriedOver({
    code: '503C',
    column: 'CIN',
    meaning: 'The category of need is not the one that the open episode had last year',
    contradicts: ({ before, now }) => before.CIN !== now.CIN,
  }),
  carriedOver({
    code: '503D',
    column: 'PLACE',
    meaning: 'The placement is not the one that the open episode had last year',
    contradicts: (across, collection) => across.before.PLACE !== across.now.PLACE && !isRecoded(across, collection),
  }),
  carriedOver({
    code: '503E',
    column: 'PLACE_PROVIDER',
    meaning: 'The provider of the placement is not the one that the open episode had last year',
    contradicts: ({ before, now }) => before.PLACE_PROVIDER !== now.PLACE_PROVIDER,
  }),
  carriedOver({
    code: '503F',
    column: 'URN',
    meaning: 'The URN is not the one that the open episode had last year',
    contradicts: ({ before, now }) => before.URN !== now.URN,
  }),
  carriedOver({
    code: '503G',
    column: 'PL_DISTANCE',
    meaning: 'The distance from home is not the one that the open episode had last year',
    files: ['postcodes'],
    contradicts: ({ before, now }) => distanceContradicts(before, now),
  }),
  carriedOver({
    code: '503H',
    column: 'PL_LA',
    meaning: 'The area of the placement is not the one that the open episode had last year',
    files: ['postcodes'],
    contradicts: ({ before, now }) => before.PL_LA !== now.PL_LA,
  }),
  carriedOver({
    code: '503J',
    column: 'PL_LOCATION',
    meaning: "The placement is inside the council's own area in one of the two years only, though the episode goes on",
    files: ['postcodes', 'authority'],
    contradicts: ({ before, now }) => before.PL_LOCATION !== now.PL_LOCATION,
  }),
  eachChild({
    code: '562',
    meaning: 'The episode began before the year, but no final episode of last year begins on that day',
    mend: 'Correct the start of the episode, or tell the Department that last year was wrong',
    years: since(2023),
    tables: ['Episodes', 'last.Episodes'],
    fields: { Episodes: ['DECOM'] },
    check(child, flag, collection) {
      const now = firstEpisode(child, collection)
      const before = lastEpisodeOfLastYear(child, collection)
      if (now !== undefined && now.DECOM < collection.start && now.DECOM !== before?.DECOM) flag(now, before)
    },
  }),
  eachRow({
    code: 'NoE',
    meaning: 'The child was in care before the year began, but had no episode last year',
    mend: 'Correct the start of the episode, or find the episodes that last year lacked',
    years: since(2023),
    tables: ['Episodes', 'last.Episodes'],
    table: 'Episodes',
    fields: ['DECOM'],
    check: ({ DECOM }, { start, has }, child) =>
      DECOM < start && (child.id === '' ? !has('last.Episodes without CHILD') : child.last.Episodes.length === 0),
  }),
]
