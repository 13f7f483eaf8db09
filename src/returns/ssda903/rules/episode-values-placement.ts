/** What a placement asks of its episode: provider, postcode, home, reason for a change. */
import { blank, code, codeList, codes } from '../../engine/codes.ts'
import { addYears, dayNumber } from '../../engine/days.ts'
import type { Rule } from '../../engine/rule.ts'
import { between, since } from '../../engine/rule.ts'
import { placementProviders } from '../code-lists.ts'
import { shortBreaks } from '../facts.ts'
import { eachChild, eachRow, type Ssda903 } from '../layout.ts'
import { ageOfCriminalResponsibility, supportedAccommodationRegistered } from './facts-law.ts'
import { episodesUndatedLast, temporary } from './facts-placements.ts'

const newest = 2027

/** Placements that take no provider, as rule 178 lists them: from 2025/26 T4 is not among them. */
const takeNoProvider = codeList('PLACE without PLACE_PROVIDER', [
  { from: 2018, to: 2025, codes: 'T0 T1 T2 T3 T4 Z1' },
  { from: 2026, to: newest, codes: 'T0 T1 T2 T3 Z11 Z12 Z13 Z14' },
])
/** Placements for which the provider must be blank, as rule 213 lists them: T4 still is among them. */
const needNoProvider = codeList('PLACE that needs no PLACE_PROVIDER', [
  { from: 2018, to: 2025, codes: 'T0 T1 T2 T3 T4' },
  { from: 2026, to: newest, codes: 'T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14' },
])
/** Placements that are in no register, so have no URN. */
const haveNoUrn = codeList('PLACE without URN', [
  { from: 2018, to: 2023, codes: 'H5 P1 P2 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z1' },
  { from: 2024, to: 2024, codes: 'P1 P2 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z1' },
  { from: 2025, to: 2025, codes: 'P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z1' },
  { from: 2026, to: newest, codes: 'P1 P3 R1 R2 R5 T0 T1 T2 T3 T4 Z11 Z12 Z13 Z14' },
])

const noUrn = code('XXXXXXX')
const fosterCarersWhoAdopt = codes('A3 A5')
const mayBeginAdoption = codes('S T U')
const independentLiving = code('P2')
const goesOn = code('X1')
const changesPlacement = codes('P B T U')
const toCustody = code('CUSTOD')

/** The rule holds for episodes that begin in the collection of 2015/16 or later. */
const beginsWithCollectionOf2016 = dayNumber(2015, 4, 1)

export const placementValues: readonly Rule<Ssda903>[] = [
  eachRow({
    code: '178',
    meaning: 'The provider of the placement is not one of the codes, or the placement is one that nobody provides',
    mend: 'Use PR0 to PR5, or leave the provider blank for a temporary or unregistered placement',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE_PROVIDER'],
    check: ({ PLACE, PLACE_PROVIDER }, { year }) =>
      PLACE_PROVIDER !== blank &&
      (!placementProviders.in(year).has(PLACE_PROVIDER) || takeNoProvider.in(year).has(PLACE)),
  }),
  eachRow({
    code: '213',
    meaning: 'There is a provider for a placement that needs none',
    mend: 'Leave the provider blank, or correct the placement',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE_PROVIDER'],
    check: ({ PLACE, PLACE_PROVIDER }, { year }) => PLACE_PROVIDER !== blank && needNoProvider.in(year).has(PLACE),
  }),
  eachRow({
    code: '214',
    meaning: 'There is a postcode or a URN of the placement for a child in a series of short breaks',
    mend: 'Leave both blank, or correct the legal status',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PL_POST', 'URN'],
    check: ({ LS, PL_POST, URN }) => shortBreaks.has(LS) && (PL_POST !== blank || URN !== blank),
  }),
  eachRow({
    code: '217',
    meaning: 'A placement with the foster carers who adopt does not begin with S, T or U',
    mend: 'Correct the reason for the new episode, or the placement',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'DECOM', 'RNE'],
    check: ({ PLACE, DECOM, RNE }) =>
      fosterCarersWhoAdopt.has(PLACE) && DECOM >= beginsWithCollectionOf2016 && !mayBeginAdoption.has(RNE),
  }),
  eachRow({
    code: '217t',
    meaning: 'Independent living (P2) goes on after 28 October 2023',
    mend: 'End the episode on 28 October 2023, and begin one with the placement that followed',
    years: between(2024, 2024),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['PLACE', 'DEC'],
    check: ({ PLACE, DEC }) =>
      PLACE === independentLiving && (DEC > supportedAccommodationRegistered || Number.isNaN(DEC)),
  }),
  eachRow({
    code: '222',
    meaning: 'There is a URN for a placement that has none',
    mend: 'Leave the URN blank, or correct the placement',
    years: since(2023),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['URN'],
    check: ({ PLACE, URN }, { year }) => URN !== blank && URN !== noUrn && haveNoUrn.in(year).has(PLACE),
  }),
  eachChild({
    code: '225',
    meaning: 'The child changed placement, and the reason for it is missing',
    mend: 'Enter REASON_PLACE_CHANGE in the episode before the change',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['REASON_PLACE_CHANGE'] },
    against: { Episodes: ['DECOM', 'RNE', 'PLACE'] },
    check(child, flag, collection) {
      const episodes = episodesUndatedLast(child, collection)
      for (let place = 1; place < episodes.length; place++) {
        const before = episodes[place - 1]!
        const after = episodes[place]!
        if (before.REC !== goesOn || before.REASON_PLACE_CHANGE !== blank) continue
        if (!changesPlacement.has(after.RNE) || temporary.has(before.PLACE) || temporary.has(after.PLACE)) continue
        flag(before, after)
      }
    },
  }),
  eachChild({
    code: '226',
    meaning: 'There is a reason for a change of placement before or after a temporary placement',
    mend: 'Leave REASON_PLACE_CHANGE blank in the temporary episode and in the one before it',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['REASON_PLACE_CHANGE', 'PLACE'] },
    check(child, flag, collection) {
      const episodes = episodesUndatedLast(child, collection)
      episodes.forEach((episode, place) => {
        if (!temporary.has(episode.PLACE)) return
        const before = episodes[place - 1]
        if (before !== undefined && before.REASON_PLACE_CHANGE !== blank) flag(episode, before)
        else if (episode.REASON_PLACE_CHANGE !== blank) flag(episode)
      })
    },
  }),
  eachRow({
    code: '233',
    meaning: 'There is a reason for a change of placement, but the episode is open',
    mend: 'Take the reason out, or enter the end of the episode',
    years: since(2026),
    tables: ['Episodes'],
    table: 'Episodes',
    fields: ['REASON_PLACE_CHANGE', 'DEC'],
    check: (row) => row.blank('DEC') && row.REASON_PLACE_CHANGE !== blank,
  }),
  eachChild({
    code: '234',
    meaning: 'A child moved into custody while under 10, the age of criminal responsibility',
    mend: 'Correct the reason for the change of placement, or the date of birth',
    years: since(2026),
    tables: ['Episodes', 'Header'],
    fields: { Episodes: ['REASON_PLACE_CHANGE'], Header: ['DOB'] },
    check(child, flag, collection) {
      const episodes = episodesUndatedLast(child, collection)
      for (let place = 1; place < episodes.length; place++) {
        const before = episodes[place - 1]!
        if (before.REASON_PLACE_CHANGE !== toCustody) continue
        const moved = episodes[place]!.DECOM
        const under10 = child.Header.filter(({ DOB }) => moved < addYears(DOB, ageOfCriminalResponsibility))
        if (under10.length > 0) flag.together([before, ...under10], 'custody')
      }
    },
  }),
]
