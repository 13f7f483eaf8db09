import { proportion } from '../../../core/measures/index.ts'

export const familyGroupConferenceMeasures = [
  proportion('family-group-conference', 'offer', (event) => event.values.answer === 'accepted', {
    id: 'family-group-conferences-accepted',
    title: 'Offers of a family group conference accepted',
    service: 'family-group-conference',
    numerator: 'those that the family accepted',
    denominator: 'family group conferences offered',
    better: 'higher',
    source: 'Local',
    comparable: null,
    target: 60,
    decimals: 1,
  }),
]
