import { proportion, timeliness } from '../../../core/measures/index.ts'

const service = 'family-group-conference'
const about = { service, better: 'higher', source: 'Local', comparable: null, target: null, decimals: 1 } as const

export const familyGroupConferenceMeasures = [
  proportion(service, 'offer', (event) => event.values.answer === 'accepted', {
    ...about,
    id: 'family-group-conferences-accepted',
    title: 'Offers of a family group conference accepted',
    numerator: 'those that the family accepted',
    denominator: 'family group conferences offered',
    target: 60,
  }),
  timeliness(service, 'conference', {
    ...about,
    id: 'family-group-conferences-in-time',
    title: 'Family group conferences held in time',
    numerator:
      'those held within the council’s own limit, 30 working days of the family’s yes unless it has set another',
    denominator: 'family group conferences held',
  }),
  proportion(service, 'conference', (event) => event.values.agreed === 'yes', {
    ...about,
    id: 'family-plans-agreed',
    title: 'Family group conferences that agreed a plan',
    numerator: 'those at which the family agreed its own plan',
    denominator: 'family group conferences held',
  }),
]
