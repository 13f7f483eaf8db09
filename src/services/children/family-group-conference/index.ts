/** The one door of this service. */
export { familyGroupConferenceMeasures } from './measures.ts'
export { familyGroupConference } from './pathway.ts'
