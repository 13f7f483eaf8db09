/** Published figures: loaded from the publisher's own files, asked for one area beside its neighbours and England. */
export {
  type AreaValue,
  type Asked,
  type Comparison,
  comparatorOf,
  population0to17,
  type SeriesInfo,
  seriesKnown,
  valuesOver,
} from './ask.ts'
export { authoritySetting, importComparators, ownFiles } from './import.ts'
export { type Revision, revisionsOf } from './store.ts'

/** To be shown wherever comparators are. */
export const licenceLine = 'Contains public sector information licensed under the Open Government Licence v3.0.'
