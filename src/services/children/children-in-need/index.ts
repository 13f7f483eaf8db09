/** The one door of this service. */
export { childrenInNeedMeasures } from './measures.ts'
export { childrenInNeed } from './pathway.ts'
