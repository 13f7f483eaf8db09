/**
 * The Local Authority Interactive Tool's figures, a row a cell: as `measure,period,area_code,area_name,value,marker`, or
 * in the tool's own columns `Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region`.
 */
import type { Refused } from '../../core/batches/mend-file.ts'
import { type Area, england, englandArea, isAreaCode, isRegion, regionArea, regionNamed } from './areas.ts'
import { type Figure, figureOf, keyOf, markersInWords } from './cells.ts'
import { CellList, counted, type Figures, Places, type SeriesName } from './figures.ts'
import type { Grid } from './grid.ts'
import { type Period, periodOf } from './periods.ts'

/** Where each column stands; -1 for one that this form of the file has not. */
export interface LaitColumns {
  readonly series: number
  readonly period: number
  readonly area: number
  readonly areaName: number
  readonly value: number
  readonly marker: number
  readonly region: number
}

const none = -1
const unreadable = -2

/** Of a row: the place of each of its parts in the lists of what was read; `none`, or `unreadable`. */
interface Row {
  readonly series: number
  readonly period: number
  readonly area: number
  readonly value: number
  readonly marker: number
}

export function readLait(grid: Grid, at: LaitColumns): Figures {
  const reader = rowReader(grid, at)
  const { series, areas, periods, figures } = reader
  const cells = new CellList(grid.rows)
  const refused: Refused[] = [...grid.refused]
  let empty = 0
  for (let row = 0; row < grid.rows; row++) {
    if (grid.broken.has(row)) continue
    const read = reader.read(row)
    const fault = faultOf(read, (column) => reader.text(row, column), figures.items)
    if (fault !== undefined) refused.push(grid.refuse(row, at[fault.column], fault.reason))
    else if (read.value === none && read.marker === none) empty += 1
    else {
      const figure = read.value === none ? read.marker : read.value
      const other = cells.put(read.series, read.area, read.period, figure)
      if (other === undefined) continue
      const reason = `Another row says ${written(figures.items[other])} for the same cell.`
      refused.push(grid.refuse(row, at.value, reason))
    }
  }
  return {
    series: series.items,
    areas: areas.items,
    periods: periods.items,
    figures: figures.items,
    cells,
    refused: refused.sort((a, b) => a.row - b.row),
    notes: empty === 0 ? [] : [`${counted(empty, 'cell was', 'cells were')} empty, with no sign, and passed over.`],
  }
}

/** Reads rows into places; each text is understood once, however often it stands in the file. */
function rowReader(grid: Grid, at: LaitColumns) {
  const series = new Places<SeriesName>()
  const areas = new Places<Area>()
  const periods = new Places<Period>()
  const figures = new Places<Figure>()
  const codeAt = (row: number, column: keyof LaitColumns): number => grid.columns[at[column]]?.[row] ?? 0
  const text = (row: number, column: keyof LaitColumns): string => grid.textOf(codeAt(row, column))
  const ofSeries = once((code) => {
    const name = grid.textOf(code)
    return name === '' ? none : series.of(keyOf(name), () => ({ source: 'lait', name, indicator: name }))
  })
  const ofPeriod = once((code) => {
    const period = periodOf(grid.textOf(code))
    return period === undefined ? unreadable : periods.of(period.label, () => period)
  })
  const ofFigure = once((code) => {
    const figure = figureOf(grid.textOf(code))
    if (figure === undefined) return unreadable
    return figure === null ? none : figures.of('value' in figure ? `=${figure.value}` : figure.marker, () => figure)
  })
  // What else a row says of its area is read from the first row that names it.
  const ofArea = once((code, row) => {
    const number = grid.textOf(code)
    if (!isAreaCode(number)) return unreadable
    const region = regionNamed(text(row, 'region'))
    const named = { code: number, name: text(row, 'areaName'), region, onsCode: null }
    return areas.of(number, () => (number === england ? englandArea : isRegion(number) ? regionArea(number) : named))
  })
  const read = (row: number): Row => ({
    series: ofSeries(codeAt(row, 'series'), row),
    period: ofPeriod(codeAt(row, 'period'), row),
    area: ofArea(codeAt(row, 'area'), row),
    value: ofFigure(codeAt(row, 'value'), row),
    marker: ofFigure(codeAt(row, 'marker'), row),
  })
  return { series, areas, periods, figures, text, read }
}

function once(answer: (code: number, row: number) => number): (code: number, row: number) => number {
  const known = new Map<number, number>()
  return (code, row) => {
    const before = known.get(code)
    if (before !== undefined) return before
    const place = answer(code, row)
    known.set(code, place)
    return place
  }
}

interface Fault {
  readonly column: keyof LaitColumns
  readonly reason: string
}

function faultOf(
  { series, period, area, value, marker }: Row,
  text: (column: keyof LaitColumns) => string,
  figures: readonly Figure[],
): Fault | undefined {
  if (series === none) return { column: 'series', reason: 'The row does not say which series it is of.' }
  if (period === unreadable) {
    return { column: 'period', reason: `“${text('period')}” is not a period such as 2021 or 2020/21.` }
  }
  if (area === unreadable) return { column: 'area', reason: `“${text('area')}” is not an area’s number such as 331.` }
  if (value === unreadable) {
    const reason = `“${text('value')}” is neither a number nor one of the signs ${markersInWords}.`
    return { column: 'value', reason }
  }
  const sign = figures[marker]
  if (marker === unreadable || (sign !== undefined && 'value' in sign)) {
    return { column: 'marker', reason: `“${text('marker')}” is not one of the signs ${markersInWords}.` }
  }
  if (marker === none || value === none || marker === value) return undefined
  return { column: 'marker', reason: `The row has both a figure and the sign ${text('marker')} for none.` }
}

/** So many series and periods alike are no chance. */
const alikeLeast = 100

/**
 * A sentence about a file that was cut where a row ends. The tool's file has every area for each series and period: one
 * of which only the last has fewer is not whole.
 */
export function cutShort({ cells }: Figures): string | undefined {
  const groups = new Map<number, number>()
  for (let i = 0; i < cells.length; i++) {
    const key = (cells.series[i] ?? 0) * 4096 + (cells.period[i] ?? 0)
    groups.set(key, (groups.get(key) ?? 0) + 1)
  }
  const sizes = [...groups.values()]
  const [first = 0] = sizes
  const last = sizes.at(-1) ?? 0
  if (sizes.length <= alikeLeast || last >= first || sizes.slice(0, -1).some((size) => size !== first)) return undefined
  return `its last series has figures of ${counted(last, 'area', 'areas')} and every other of ${first}, so a part of it is missing`
}

const written = (figure: Figure | undefined): string =>
  figure === undefined ? 'nothing' : 'value' in figure ? String(figure.value) : figure.marker
