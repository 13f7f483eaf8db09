/** The one door of this service. */
export { mashMeasures } from './measures.ts'
export { mash } from './pathway.ts'
