/** Exploring measures: every breakdown from typed columns in memory. */
export { bytesOf, type Columns } from './columns.ts'
export { type Dimension, type DimensionId, dimensionOf, dimensions, groupNames } from './dimensions.ts'
export { type Explore, type Explored, exploreOf, exploreOver } from './explore.ts'
export {
  type BehindFact,
  behind,
  type Cube,
  cubeOf,
  figureOf,
  type GroupFigure,
  groupsOf,
  type MonthFigure,
  monthsOfMeasure,
  type Only,
  rollingAndYearToDate,
} from './sums.ts'
