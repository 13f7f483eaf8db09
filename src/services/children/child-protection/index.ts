/** The one door of this service. */
export { childProtectionMeasures } from './measures.ts'
export { childProtection } from './pathway.ts'
