/** Every service of the house, assembled: what the product is handed at start. */
import { type Calendars, englishCalendars } from '../core/calendar/index.ts'
import type { Measure } from '../core/measures/measure.ts'
import { assemble, type House } from '../core/pathway/house.ts'
import type { Pathway } from '../core/pathway/pathway.ts'
import { register } from '../core/people/register.ts'
import type { Definitions } from '../core/projection/rows.ts'
import { childProtection, childProtectionMeasures } from './children/child-protection/index.ts'
import { childrenInNeed, childrenInNeedMeasures } from './children/children-in-need/index.ts'
import { familyGroupConference, familyGroupConferenceMeasures } from './children/family-group-conference/index.ts'
import { mash, mashMeasures } from './children/mash/index.ts'
import { handovers } from './handovers.ts'

/** In the order in which a child may meet them. The register of persons comes first: every record begins there. */
export const pathways: readonly Pathway[] = [register, mash, childrenInNeed, childProtection, familyGroupConference]

export const measures: readonly Measure[] = [
  ...mashMeasures,
  ...childrenInNeedMeasures,
  ...childProtectionMeasures,
  ...familyGroupConferenceMeasures,
]

interface Local {
  readonly calendars?: Calendars
  readonly setting?: House['setting']
}

export function assembleHeartwood({ calendars = englishCalendars, setting }: Local = {}): Definitions {
  return { house: assemble({ pathways, handovers, calendars, ...(setting && { setting }) }), measures }
}
