import { testRules } from '../../engine/testing.ts'
import { kit } from '../kit.ts'
import { adoptersExamples } from './adopters.examples.ts'
import { adoptionRecordsExamples } from './adoption-records.examples.ts'
import { agesExamples } from './ages.examples.ts'
import { careLeaversExamples } from './care-leavers.examples.ts'
import { decisionToPlaceExamples } from './decision-to-place.examples.ts'
import { deprivationOfLibertyExamples } from './deprivation-of-liberty.examples.ts'
import { episodeJoinsExamples } from './episode-joins.examples.ts'
import { episodeOrderExamples } from './episode-order.examples.ts'
import { episodeValuesExamples } from './episode-values.examples.ts'
import { headerChangesExamples } from './header-changes.examples.ts'
import { headerValuesExamples } from './header-values.examples.ts'
import { healthExamples } from './health.examples.ts'
import { healthOfTheYearExamples } from './health-of-the-year.examples.ts'
import { topics } from './index.ts'
import { lastYearExamples } from './last-year.examples.ts'
import { lengthOfStatusExamples } from './length-of-status.examples.ts'
import { locationsExamples } from './locations.examples.ts'
import { missingAndReviewValuesExamples } from './missing-and-review-values.examples.ts'
import { missingPeriodsExamples } from './missing-periods.examples.ts'
import { mothersAndIdentityExamples } from './mothers-and-identity.examples.ts'
import { ordersExamples } from './orders.examples.ts'
import { placeProvidersExamples } from './place-providers.examples.ts'
import { previousPermanenceExamples } from './previous-permanence.examples.ts'
import { providersExamples } from './providers.examples.ts'
import { reviewsExamples } from './reviews.examples.ts'
import { socialWorkersExamples } from './social-workers.examples.ts'
import { wholeChildExamples } from './whole-child.examples.ts'

const examples = {
  adopters: adoptersExamples,
  'adoption-records': adoptionRecordsExamples,
  ages: agesExamples,
  'care-leavers': careLeaversExamples,
  'decision-to-place': decisionToPlaceExamples,
  'deprivation-of-liberty': deprivationOfLibertyExamples,
  'episode-joins': episodeJoinsExamples,
  'episode-order': episodeOrderExamples,
  'episode-values': episodeValuesExamples,
  'header-changes': headerChangesExamples,
  'header-values': headerValuesExamples,
  health: healthExamples,
  'health-of-the-year': healthOfTheYearExamples,
  'last-year': lastYearExamples,
  'length-of-status': lengthOfStatusExamples,
  locations: locationsExamples,
  'missing-and-review-values': missingAndReviewValuesExamples,
  'missing-periods': missingPeriodsExamples,
  'mothers-and-identity': mothersAndIdentityExamples,
  orders: ordersExamples,
  'place-providers': placeProvidersExamples,
  'previous-permanence': previousPermanenceExamples,
  providers: providersExamples,
  reviews: reviewsExamples,
  'social-workers': socialWorkersExamples,
  'whole-child': wholeChildExamples,
}

for (const [topic, own] of Object.entries(examples)) testRules(topic, kit, topics[topic] ?? [], own)
