/** Every rule of this return, by topic. */
import type { Rule } from '../../engine/rule.ts'
import type { Ssda903 } from '../layout.ts'
import { adopters } from './adopters.ts'
import { adoptionRecords } from './adoption-records.ts'
import { ages } from './ages.ts'
import { careLeavers } from './care-leavers.ts'
import { decisionToPlace } from './decision-to-place.ts'
import { deprivationOfLiberty } from './deprivation-of-liberty.ts'
import { episodeJoins } from './episode-joins.ts'
import { episodeOrder } from './episode-order.ts'
import { episodeValues } from './episode-values.ts'
import { headerChanges } from './header-changes.ts'
import { headerValues } from './header-values.ts'
import { health } from './health.ts'
import { healthOfTheYear } from './health-of-the-year.ts'
import { lastYear } from './last-year.ts'
import { lengthOfStatus } from './length-of-status.ts'
import { locations } from './locations.ts'
import { missingAndReviewValues } from './missing-and-review-values.ts'
import { missingPeriods } from './missing-periods.ts'
import { mothersAndIdentity } from './mothers-and-identity.ts'
import { orders } from './orders.ts'
import { placeProviders } from './place-providers.ts'
import { previousPermanence } from './previous-permanence.ts'
import { providers } from './providers.ts'
import { reviews } from './reviews.ts'
import { socialWorkers } from './social-workers.ts'
import { wholeChild } from './whole-child.ts'

export const topics: Readonly<Record<string, readonly Rule<Ssda903>[]>> = {
  adopters,
  'adoption-records': adoptionRecords,
  ages,
  'care-leavers': careLeavers,
  'decision-to-place': decisionToPlace,
  'deprivation-of-liberty': deprivationOfLiberty,
  'episode-joins': episodeJoins,
  'episode-order': episodeOrder,
  'episode-values': episodeValues,
  'header-changes': headerChanges,
  'header-values': headerValues,
  health,
  'health-of-the-year': healthOfTheYear,
  'last-year': lastYear,
  'length-of-status': lengthOfStatus,
  locations,
  'missing-and-review-values': missingAndReviewValues,
  'missing-periods': missingPeriods,
  'mothers-and-identity': mothersAndIdentity,
  orders,
  'place-providers': placeProviders,
  'previous-permanence': previousPermanence,
  providers,
  reviews,
  'social-workers': socialWorkers,
  'whole-child': wholeChild,
}

export const rules: readonly Rule<Ssda903>[] = Object.values(topics).flat()
