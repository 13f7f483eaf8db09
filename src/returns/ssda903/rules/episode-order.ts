/** How episodes follow one another. */
import type { Rule } from '../../engine/rule.ts'
import { since } from '../../engine/rule.ts'
import { episodesInOrder } from '../facts.ts'
import { eachChild, type Ssda903 } from '../layout.ts'

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
]
