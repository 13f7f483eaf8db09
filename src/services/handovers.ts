/**
 * Where one service's decision opens another's work on the same child, in the same act. Declared here, after both
 * exist, because definitions never import each other.
 */
import { type Handover, handover } from '../core/pathway/house.ts'
import { childrenInNeed } from './children/children-in-need/index.ts'
import { mash } from './children/mash/index.ts'

export const handovers: readonly Handover[] = [
  handover(mash, 'decision', { outcome: 'referral' }, childrenInNeed, 'referral', (values, episode, { day }) => {
    const contact = episode?.events.find((event) => event.step === 'contact')
    return {
      ...(day === null ? {} : { received: day }),
      source: contact?.values.source ?? '10',
      ...(values.reason === undefined ? {} : { reason: values.reason }),
    }
  }),
]
