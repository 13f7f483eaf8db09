/** Exploring measures: every breakdown from typed columns in memory. */
export { bytesOf, type Columns } from './columns.ts'
export {
  codeNamed,
  type Dimension,
  type DimensionId,
  dimensionOf,
  dimensions,
  type GroupName,
  groupNames,
} from './dimensions.ts'
export { type Explore, type Explored, exploreOver } from './explore.ts'
export {
  type Change,
  childrenKept,
  figuresKept,
  freezeMonth,
  type KeptFigure,
  type KeptLine,
  type MonthEnd,
  monthEndOf,
  monthEnds,
} from './month-ends.ts'
export { type Cells, type Total, type Withheld, withholding } from './protected.ts'
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
