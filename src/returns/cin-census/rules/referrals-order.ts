/** How the episodes of one child follow one another. */
import { latest } from '../../engine/child.ts'
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { type Episode, no } from '../facts.ts'
import { overlapFields, overlaps } from '../facts-overlap.ts'
import { dated, undated } from '../facts-period.ts'
import { type CinCensus, eachChild } from '../layout.ts'

/** The referral went further and the case is not closed. */
const open = (episode: Episode): boolean => undated(episode.CINclosureDate) && no.has(episode.ReferralNFA)

export const referralsOrder: readonly Rule<CinCensus>[] = [
  eachChild({
    code: '8815',
    meaning: 'The child has more than one open episode',
    mend: 'Give the closure of the episodes that have ended',
    years: since(2023),
    tables: ['CINdetails'],
    fields: { CINdetails: ['CINclosureDate'] },
    check(child, flag) {
      const episodes = child.CINdetails.filter(open)
      if (episodes.length > 1) flag.together(episodes)
    },
  }),
  eachChild({
    code: '8816',
    meaning: 'The open episode is not the latest of the child',
    mend: 'Give the closure of the earlier episode, or correct the dates of the referrals',
    years: since(2023),
    tables: ['CINdetails'],
    fields: { CINdetails: ['CINreferralDate'] },
    check(child, flag) {
      const last = latest(child.CINdetails, 'CINreferralDate')
      if (last === undefined) return
      for (const episode of child.CINdetails) {
        if (episode !== last && dated(episode.CINreferralDate) && open(episode)) flag.together([episode, last])
      }
    },
  }),
  eachChild({
    code: '8820',
    meaning: 'An episode began while another was running',
    mend: 'Correct the dates of the referrals or the closure of the earlier episode',
    years: since(2023),
    tables: ['CINdetails'],
    fields: { CINdetails: ['CINreferralDate', 'CINclosureDate'] },
    check(child, flag, { end }) {
      const overlapping = overlaps(
        child.CINdetails,
        (episode) => episode.CINreferralDate,
        (episode, day) => day < episode.CINclosureDate || (open(episode) && day < end),
      )
      for (const overlap of overlapping) flag.together(overlapFields(overlap, 'CINreferralDate', 'CINclosureDate'))
    },
  }),
]
