/**
 * A history as pages and their forms may have it: what was answered of a protected address is taken out of the events,
 * so that nothing that prints answers can print it. What decides on new acts reads the record itself.
 */
import type { Values } from '../pathway/field.ts'
import type { ChildHistory, Episode, Event } from '../pathway/history.ts'
import { withheldAddress } from './addresses.ts'

/** The same history where nothing in it is protected. */
export function withholdAddresses(history: ChildHistory): ChildHistory {
  if (!history.episodes.some(holdsProtected)) return history
  return {
    ...history,
    episodes: history.episodes.map((one) =>
      holdsProtected(one) ? { ...one, events: one.events.map(withoutAddress) } : one,
    ),
  }
}

/** The register asks under this name, once for each address, whether it is to be kept from anyone. */
const isProtected = ({ values }: Event): boolean => values.protected === 'yes'

const holdsProtected = ({ pathway, events }: Episode): boolean => pathway === 'person' && events.some(isProtected)

const tells = (field: string): boolean => field === 'address' || field === 'postcode'

function withoutAddress(event: Event): Event {
  if (!isProtected(event)) return event
  const { postcode: _, ...values }: Values = event.values
  return {
    ...event,
    values: values.address === undefined ? values : { ...values, address: withheldAddress },
    corrected: event.corrected.map((one) => (tells(one.field) ? { ...one, was: null } : one)),
  }
}
