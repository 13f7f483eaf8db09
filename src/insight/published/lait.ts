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

export function readLait(grid: Grid, at: LaitColumns): Figures {
  const series = new Places<SeriesName>()
  const areas = new Places<Area>()
  const periods = new Places<Period>()
  const figures = new Places<Figure>()
  const cells = new CellList(grid.rows)
  const refused: Refused[] = [...grid.refused]
  const column = (number: number): Int32Array => grid.columns[number] ?? new Int32Array(grid.rows)
  const [seriesIn, periodIn, areaIn, valueIn] = [at.series, at.period, at.area, at.value].map(column)
  const [nameIn, markerIn, regionIn] = [at.areaName, at.marker, at.region].map(column)
  if (!seriesIn || !periodIn || !areaIn || !valueIn || !nameIn || !markerIn || !regionIn) throw new Error('No columns')

  const figurePlace = (figure: Figure): number =>
    figures.of('value' in figure ? `=${figure.value}` : figure.marker, () => figure)
  const placeOfSeries = once((code) => {
    const name = grid.textOf(code)
    return name === '' ? none : series.of(keyOf(name), () => ({ source: 'lait', name, indicator: name }))
  })
  const placeOfPeriod = once((code) => {
    const period = periodOf(grid.textOf(code))
    return period === undefined ? unreadable : periods.of(period.label, () => period)
  })
  const placeOfFigure = once((code) => {
    const figure = figureOf(grid.textOf(code))
    return figure === undefined ? unreadable : figure === null ? none : figurePlace(figure)
  })
  const placeOfArea = (row: number): number => {
    const code = grid.textOf(areaIn[row] ?? 0)
    if (!isAreaCode(code)) return unreadable
    return areas.of(code, () => newArea(code, row))
  }
  const newArea = (code: string, row: number): Area => {
    if (code === england) return englandArea
    if (isRegion(code)) return regionArea(code)
    const region = regionNamed(grid.textOf(regionIn[row] ?? 0))
    return { code, name: grid.textOf(nameIn[row] ?? 0), region, onsCode: null }
  }
  const placeOfAreaCode = new Map<number, number>()

  let empty = 0
  for (let row = 0; row < grid.rows; row++) {
    if (grid.broken.size > 0 && grid.broken.has(row)) continue
    const areaCode = areaIn[row] ?? 0
    let area = placeOfAreaCode.get(areaCode)
    if (area === undefined) {
      area = placeOfArea(row)
      placeOfAreaCode.set(areaCode, area)
    }
    const ofSeries = placeOfSeries(seriesIn[row] ?? 0)
    const period = placeOfPeriod(periodIn[row] ?? 0)
    const value = placeOfFigure(valueIn[row] ?? 0)
    const marker = placeOfFigure(markerIn[row] ?? 0)
    const refuse = (columnAt: number, reason: string): void => {
      refused.push(grid.refuse(row, columnAt, reason))
    }
    const text = (columnAt: number): string => grid.textOf(column(columnAt)[row] ?? 0)
    if (ofSeries === none) refuse(at.series, 'The row does not say which series it is of.')
    else if (period === unreadable) refuse(at.period, `“${text(at.period)}” is not a period such as 2021 or 2020/21.`)
    else if (area === unreadable) refuse(at.area, `“${text(at.area)}” is not an area’s number such as 331.`)
    else if (value === unreadable) {
      refuse(at.value, `“${text(at.value)}” is neither a number nor one of the signs ${markersInWords}.`)
    } else if (marker === unreadable || (marker !== none && 'value' in (figures.items[marker] ?? {}))) {
      refuse(at.marker, `“${text(at.marker)}” is not one of the signs ${markersInWords}.`)
    } else if (marker !== none && value !== none && marker !== value) {
      refuse(at.marker, `The row has both a figure and the sign ${text(at.marker)} for none.`)
    } else if (value === none && marker === none) empty += 1
    else {
      const other = cells.put(ofSeries, area, period, value === none ? marker : value)
      if (other !== undefined) refuse(at.value, `Another row says ${written(figures.items[other])} for the same cell.`)
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

export const written = (figure: Figure | undefined): string =>
  figure === undefined ? 'nothing' : 'value' in figure ? String(figure.value) : figure.marker

/** Asks once for each text, however often it stands in the file. */
function once(answer: (code: number) => number): (code: number) => number {
  const known = new Map<number, number>()
  return (code) => {
    const before = known.get(code)
    if (before !== undefined) return before
    const place = answer(code)
    known.set(code, place)
    return place
  }
}
