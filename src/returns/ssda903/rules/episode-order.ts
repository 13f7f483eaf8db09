/** How episodes follow one another. */
import { earliest } from '../../engine/child.ts'
import { blank, code, codes } from '../../engine/codes.ts'
import { addYears } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type Episode, episodesInOrder, firstEpisode, shortBreaks } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { adopted, adoptive, adoptiveOrFoster, episodesUndatedLast, temporary } from './facts-placements.ts'

const begins = code('S')
const changesPlacementOnly = code('P')
const placementOrBoth = codes('P B')
const goesOn = code('X1')
const carersHoliday = code('T3')
const withOwnFosterCarer = codes('A3 A5')
const longTermFostering = codes('U1 U4')

/** The most placements with other carers, while the carers are on holiday, that one child may have in twelve months. */
const holidaysInTwelveMonths = 2

const samePostcode = (a: Episode, b: Episode): boolean =>
  a.PL_POST === b.PL_POST || a.text('PL_POST').replaceAll(' ', '') === b.text('PL_POST').replaceAll(' ', '')

/** The days of the list that lie in some twelve months with more than so many of them; `days` in order. */
function crowded(days: readonly number[], most: number): ReadonlySet<number> {
  const found = new Set<number>()
  days.forEach((first, place) => {
    const within = days.slice(place).filter((day) => day < addYears(first, 1))
    if (within.length > most) for (const day of within) found.add(day)
  })
  return found
}

export const episodeOrder: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '142',
    meaning: 'An episode has no end, but a later episode of the child exists',
    mend: 'Enter the date and the reason for which the earlier episode ended',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['DEC', 'REC'] },
    check(child, flag, collection) {
      const episodes = episodesInOrder(child, collection)
      const current = episodes.at(-1)
      for (const episode of episodes.slice(0, -1)) {
        if (Number.isNaN(episode.DEC) || episode.blank('REC')) flag(episode, current)
      }
    },
  }),
  eachChild({
    code: '199',
    meaning: 'There is an episode after the child was adopted',
    mend: 'Correct the reason for which the earlier episode ended, or give the adopted child a new id',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['CHILD'] },
    against: { Episodes: ['DECOM', 'DEC', 'REC'], 'last.Episodes': ['DECOM', 'DEC', 'REC'] },
    check(child, flag, collection) {
      const isAdoption = ({ REC }: Episode) => adopted.has(REC)
      const lastYear = earliest(child.last.Episodes.filter(isAdoption), 'DECOM')
      let thisYear: Episode | undefined
      for (const episode of episodesInOrder(child, collection)) {
        if (thisYear !== undefined) flag(episode, thisYear)
        else if (lastYear !== undefined && episode.DECOM > lastYear.DECOM) flag(episode, lastYear)
        if (thisYear === undefined && isAdoption(episode)) thisYear = episode
      }
    },
  }),
  eachChild({
    code: '336',
    meaning: 'The child was placed for adoption with their foster carer, but was not with a foster carer before',
    mend: 'Correct this placement or the one before it',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['PLACE'] },
    check(child, flag, collection) {
      const episodes = episodesUndatedLast(child, collection)
      for (let place = 1; place < episodes.length; place++) {
        const episode = episodes[place]!
        const before = episodes[place - 1]!
        if (withOwnFosterCarer.has(episode.PLACE) && !adoptiveOrFoster.has(before.PLACE)) flag(episode, before)
      }
    },
  }),
  eachChild({
    code: '357',
    meaning: "The child's first episode does not begin with S (started to be looked after)",
    mend: 'Write S, or add the earlier episodes',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['RNE'] },
    against: { Episodes: ['DECOM'] },
    check(child, flag, collection) {
      const first = firstEpisode(child, collection)
      if (first === undefined || child.id === '') return
      const hasEarlier = child.last.Episodes.some(({ DECOM }) => DECOM < first.DECOM)
      if (first.DECOM >= collection.start && first.RNE !== begins && !hasEarlier) flag(first)
    },
  }),
  eachChild({
    code: '377',
    meaning: 'The child was with other carers (T3) more than twice in twelve months while the carers were on holiday',
    mend: 'Correct the placements that were not for the holidays of the carers',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['PLACE'] },
    check(child, flag) {
      const holidays = child.Episodes.filter(({ PLACE }) => PLACE === carersHoliday)
      if (holidays.length === 0) return
      const here = holidays.map(({ DECOM }) => DECOM)
      // An episode that crosses 31 March stands in both years' files.
      const before = child.last.Episodes.filter(
        ({ PLACE, DECOM }) => PLACE === carersHoliday && !child.Episodes.some((row) => row.DECOM === DECOM),
      )
      const days = [...here, ...before.map(({ DECOM }) => DECOM)].filter((day) => !Number.isNaN(day))
      const tooMany = crowded(
        days.sort((a, b) => a - b),
        holidaysInTwelveMonths,
      )
      for (const holiday of holidays) if (tooMany.has(holiday.DECOM)) flag(holiday)
    },
  }),
  eachRow({
    code: '380',
    meaning: 'A temporary placement begins with another reason than a change of placement',
    mend: 'Use P or B as the reason for the new episode, or correct the placement',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'RNE'],
    check: ({ PLACE, RNE }) => temporary.has(PLACE) && !placementOrBoth.has(RNE),
  }),
  eachRow({
    code: '381',
    meaning: 'Care ended in a temporary placement',
    mend: 'Correct the placement, or add the episode in which care ended',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'REC'],
    check: ({ PLACE, REC }) => temporary.has(PLACE) && REC !== blank && REC !== goesOn,
  }),
  eachRow({
    code: '382',
    meaning: 'A child in a series of short breaks is in a temporary placement',
    mend: 'Correct the placement or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['LS', 'PLACE'],
    check: ({ LS, PLACE }) => shortBreaks.has(LS) && temporary.has(PLACE),
  }),
  eachChild({
    code: '383',
    meaning: 'After a temporary placement the child did not go back to the placement before it',
    mend: 'Begin the episode with P and with the placement (from 2025/26 also the postcode) before the temporary one',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['PLACE', 'RNE', 'PL_POST'] },
    check(child, flag, collection) {
      const withPostcode = collection.year >= 2026
      const episodes = episodesUndatedLast(child, collection)
      for (let place = 2; place < episodes.length; place++) {
        if (!temporary.has(episodes[place - 1]!.PLACE)) continue
        const row = episodes[place]!
        const before = episodes[place - 2]!
        const isBack =
          row.RNE === changesPlacementOnly &&
          row.PLACE !== blank &&
          row.PLACE === before.PLACE &&
          (!withPostcode || samePostcode(row, before))
        if (!isBack) flag(withPostcode ? row : { row, fields: ['PLACE'] }, before)
      }
    },
  }),
  eachRow({
    code: '384',
    meaning: 'A child in a series of short breaks is in long-term fostering',
    mend: 'Correct the placement or the legal status',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'LS'],
    check: ({ LS, PLACE }) => shortBreaks.has(LS) && longTermFostering.has(PLACE),
  }),
  eachChild({
    code: '388',
    meaning:
      'The reason for ending does not agree with the next episode: X1 is for an episode followed on the same day',
    mend: 'Correct the reason for ending, the date, or the start of the next episode',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['REC'] },
    against: { Episodes: ['DECOM', 'RNE'] },
    check(child, flag, collection) {
      if (child.id === '') return
      const undated = child.Episodes.filter(({ DECOM }) => Number.isNaN(DECOM))
      const episodes = [...undated, ...episodesInOrder(child, collection)]
      episodes.forEach((episode, place) => {
        if (Number.isNaN(episode.DEC) || episode.REC === blank) return
        const next = episodes[place + 1]
        const isFollowed = next !== undefined && next.DECOM === episode.DEC
        if (episode.REC === goesOn ? !isFollowed : isFollowed) flag(episode, next)
      })
    },
  }),
  eachRow({
    code: '390',
    meaning: 'The child was adopted, but was not placed for adoption',
    mend: 'Correct the placement or the reason for which the episode ended',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'REC'],
    check: ({ PLACE, REC }) => adopted.has(REC) && !adoptive.has(PLACE),
  }),
]
