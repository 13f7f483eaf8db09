/** Where one episode ends and the next begins. */
import { inOrder } from '../../engine/child.ts'
import { blank, code, codes } from '../../engine/codes.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import type { Episode } from '../facts.ts'
import { episodesUndatedLast, episodeJoins as joins, neighbours, orderedBy, overlaps } from '../facts-sequence.ts'
import { eachChild, type Ssda903 } from '../layout.ts'

const starts = code('S')
const goesOn = code('X1')
/** Reasons for a new episode in a period of care that goes on. */
const continues = codes('P L T U B')
const onlyStatusChanges = code('L')
const onlyPlacementChanges = codes('P T')
const bothChange = codes('U B')
const leavesCare = codes('E2 E3 E4A E4B E5 E6 E7 E8 E9 E11 E12 E13 E14 E15 E16 E17 E41 E45 E46 E47 E48')
/** Died, or was found to be 18 or over: nothing can come after. */
const endsForGood = codes('E2 E15')

const compared = ['RNE', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'] as const

/** The same placement in the four fields that describe it; blank is the same as blank. */
const samePlacement = (a: Episode, b: Episode): boolean =>
  a.PLACE === b.PLACE && a.PL_POST === b.PL_POST && a.URN === b.URN && a.PLACE_PROVIDER === b.PLACE_PROVIDER

export const episodeJoins: readonly Rule<Ssda903>[] = [
  eachChild({
    code: '431',
    meaning: 'The child is said to start to be looked after, but the episode before had not ended by the day before',
    mend: 'Correct the reason for the new episode, or the dates',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['RNE', 'DECOM'] },
    against: { Episodes: ['DEC', 'REC'] },
    check(child, flag, collection) {
      for (const { before, row } of joins(child, collection)) {
        if (row.RNE === starts && row.DECOM <= before.DEC) flag(row, before)
      }
    },
  }),
  eachChild({
    code: '432',
    meaning: 'The child had left care, so the next episode can only start care again (S)',
    mend: 'Correct the reason for the new episode, or the reason for which the episode before ended',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['RNE'] },
    against: { Episodes: ['DEC', 'REC'] },
    check(child, flag, collection) {
      for (const { before, row } of joins(child, collection)) {
        if (leavesCare.has(before.REC) && row.RNE !== starts) flag(row, before)
      }
    },
  }),
  eachChild({
    code: '433',
    meaning: 'The episode goes on from the one before, but does not begin on the day on which that one ended',
    mend: 'Correct the dates, or the reason for the new episode',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['RNE', 'DECOM'] },
    against: { Episodes: ['DEC'] },
    check(child, flag) {
      const episodes = orderedBy(
        child.Episodes,
        (episode) => episode.DECOM,
        (episode) => episode.DEC,
      )
      for (const { before, row } of neighbours(episodes)) {
        // A date that is missing on either side cannot join, so it is flagged as well.
        if (continues.has(row.RNE) && row.DECOM !== before.DEC) flag(row, before)
      }
    },
  }),
  eachChild({
    code: '434',
    meaning: 'Only the legal status is said to change (L), but it is the same as before, or the placement has changed',
    mend: 'Correct the reason for the new episode, the legal status or the placement',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: compared },
    check(child, flag, collection) {
      for (const { before, row } of joins(child, collection)) {
        if (row.RNE !== onlyStatusChanges) continue
        if ((row.LS !== blank && row.LS === before.LS) || !samePlacement(row, before)) flag(row, before)
      }
    },
  }),
  eachChild({
    code: '435',
    meaning:
      'Only the placement is said to change (P or T), but it is the same as before, or the legal status has changed',
    mend: 'Correct the reason for the new episode, the legal status or the placement',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: compared },
    check(child, flag, collection) {
      for (const { before, row } of joins(child, collection)) {
        if (!onlyPlacementChanges.has(row.RNE)) continue
        if (row.LS !== before.LS || samePlacement(row, before)) flag(row, before)
      }
    },
  }),
  eachChild({
    code: '436',
    meaning: 'Legal status and placement are said to change together (U or B), but one of them is the same as before',
    mend: 'Correct the reason for the new episode, the legal status or the placement',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: compared },
    check(child, flag, collection) {
      for (const { before, row } of joins(child, collection)) {
        if (!bothChange.has(row.RNE)) continue
        if (row.LS === before.LS || samePlacement(row, before)) flag(row, before)
      }
    },
  }),
  eachChild({
    code: '437',
    meaning: 'The child died or was found to be 18 or over, but another episode follows',
    mend: 'Correct the reason for the end, or remove the later episodes',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['REC'] },
    against: { Episodes: ['DECOM', 'RNE'] },
    check(child, flag, collection) {
      const episodes = episodesUndatedLast(child, collection)
      for (const { before, row } of neighbours(episodes)) {
        if (endsForGood.has(before.REC) && !Number.isNaN(before.DECOM)) flag(before, row)
      }
    },
  }),
  eachChild({
    code: '501',
    meaning: 'The episode begins before an earlier episode of the child had ended',
    mend: 'Correct the dates so that no two episodes overlap',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['DECOM', 'DEC'] },
    check(child, flag) {
      const episodes = inOrder(child.Episodes, 'DECOM')
      for (const { row, running } of overlaps(
        episodes,
        (episode) => episode.DECOM,
        (episode) => episode.DEC,
      )) {
        flag(row, running)
      }
    },
  }),
  eachChild({
    code: '504',
    meaning: 'The category of need is not the one with which this period of care began',
    mend: 'Give all the episodes of one period of care the category of need of the first',
    years: since(2023),
    tables: ['Episodes'],
    fields: { Episodes: ['CIN'] },
    check(child, flag, collection) {
      let first: Episode | undefined
      for (const { before, row } of joins(child, collection)) {
        if (before.REC !== goesOn || before.DEC !== row.DECOM) {
          first = undefined
          continue
        }
        first ??= before
        if (row.CIN !== first.CIN) flag(row, first)
      }
    },
  }),
]
