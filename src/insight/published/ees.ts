/**
 * A table of Explore Education Statistics: time and place, what the figures are broken down by (filters), then the indicators,
 * a column each. Nothing says which columns are which; a filter holds words and an indicator numbers or signs.
 * https://dfe-analytical-services.github.io/analysts-guide/statistics-production/ud.html
 */
import type { Refused } from '../../core/batches/mend-file.ts'
import { type Area, englandArea, isAreaCode, regionArea, regionOfOnsCode } from './areas.ts'
import { type Figure, figureOf, keyOf, markersInWords, plainName } from './cells.ts'
import { CellList, counted, type Figures, Places, type SeriesName } from './figures.ts'
import type { Grid } from './grid.ts'
import { type Period, periodOf } from './periods.ts'

export interface EesColumns {
  readonly period: number
  readonly part: number
  readonly level: number
  readonly country: number
  readonly regionCode: number
  readonly areaCode: number
  readonly onsCode: number
  readonly areaName: number
}

/** A whole year needs no word after it; a term or a quarter does. */
const wholeYears = new Set(['', 'academic year', 'calendar year', 'financial year', 'reporting year', 'tax year'])

/** Columns of place that a table may have besides, and those of a file that was given back to mend. */
const otherPlaces =
  /^(row|column|reason|countrycode|countryname|regioncode|regionname|region|oldlacode|newlacode|laname|lanumber|year|timeperiod|timeidentifier|geographiclevel|ladcode|ladname|pconcode|pconname|locationid)$/

/** @param known the numbers of authorities by their codes of the Office for National Statistics */
export function readEes(grid: Grid, at: EesColumns, known: ReadonlyMap<string, string>): Figures {
  const { filters, indicators } = sorted(grid)
  const series = new Places<SeriesName>()
  const areas = new Places<Area>()
  const periods = new Places<Period>()
  const figures = new Places<Figure>()
  const cells = new CellList(grid.rows * indicators.length)
  const refused: Refused[] = [...grid.refused]
  const passedOver = new Map<string, number>()
  let empty = 0
  const textAt = (row: number, column: number): string => grid.textOf(grid.columns[column]?.[row] ?? 0)

  for (let row = 0; row < grid.rows; row++) {
    if (grid.broken.has(row)) continue
    const part = textAt(row, at.part)
    const period = periodOf(textAt(row, at.period), wholeYears.has(part.toLowerCase()) ? '' : part)
    if (period === undefined) {
      refused.push(grid.refuse(row, at.period, `“${textAt(row, at.period)}” is not a period such as 2021 or 202122.`))
      continue
    }
    const area = areaOf(row)
    if (area === null) continue
    const ofArea = areas.of(area.code, () => area)
    const ofPeriod = periods.of(period.label, () => period)
    const broken = filters.map((column) => `${grid.names[column]}: ${textAt(row, column)}`).join('; ')
    for (const column of indicators) {
      const text = textAt(row, column)
      const figure = figureOf(text)
      if (figure === null) empty += 1
      else if (figure === undefined) {
        refused.push(grid.refuse(row, column, `“${text}” is neither a number nor one of the signs ${markersInWords}.`))
      } else {
        const indicator = grid.names[column] ?? ''
        const name = broken === '' ? indicator : `${indicator} (${broken})`
        const ofSeries = series.of(keyOf(name), () => ({ source: 'ees', name, indicator }))
        const place = figures.of('value' in figure ? `=${figure.value}` : figure.marker, () => figure)
        if (cells.put(ofSeries, ofArea, ofPeriod, place) !== undefined) {
          refused.push(
            grid.refuse(row, column, 'Another row has another figure for the same area, period and breakdown.'),
          )
        }
      }
    }
  }

  /** Null where the row is not of England, one of its regions or an authority, or was refused. */
  function areaOf(row: number): Area | null {
    const level = textAt(row, at.level)
    const region = regionOfOnsCode(textAt(row, at.regionCode))
    if (level === 'National' && textAt(row, at.country) === englandArea.onsCode) return englandArea
    if (level === 'Regional' && region !== null) return regionArea(region)
    if (level === 'Local authority') {
      const onsCode = textAt(row, at.onsCode)
      const number = textAt(row, at.areaCode)
      const code = isAreaCode(number) ? number : known.get(onsCode)
      if (code !== undefined) {
        return { code, name: textAt(row, at.areaName), region, onsCode: /^E\d{8}$/.test(onsCode) ? onsCode : null }
      }
      refused.push(grid.refuse(row, at.areaCode, `“${number}” is not an authority’s number such as 331.`))
      return null
    }
    passedOver.set(level, (passedOver.get(level) ?? 0) + 1)
    return null
  }

  const notes = [...passedOver].map(
    ([level, rows]) => `Passed over, not of an authority: ${counted(rows, 'row', 'rows')} of ${level || 'no level'}.`,
  )
  if (empty > 0) notes.push(`${counted(empty, 'cell was', 'cells were')} empty, with no sign, and passed over.`)
  return {
    series: series.items,
    areas: areas.items,
    periods: periods.items,
    figures: figures.items,
    cells,
    refused: refused.sort((a, b) => a.row - b.row),
    notes,
  }
}

/** A column is an indicator where most of what stands in it is numbers and signs: one odd cell is to be mended, not a filter. */
function sorted(grid: Grid): { filters: number[]; indicators: number[] } {
  const filters: number[] = []
  const indicators: number[] = []
  grid.names.forEach((name, column) => {
    if (name === '' || otherPlaces.test(plainName(name))) return
    const isFigure = new Map<number, boolean>()
    let filled = 0
    let numeric = 0
    for (const code of (grid.columns[column] ?? new Int32Array()).subarray(0, grid.rows)) {
      if (code === 0) continue
      filled += 1
      let figure = isFigure.get(code)
      if (figure === undefined) {
        figure = figureOf(grid.textOf(code)) !== undefined
        isFigure.set(code, figure)
      }
      if (figure) numeric += 1
    }
    if (filled === 0) return
    if (numeric * 2 > filled) indicators.push(column)
    else filters.push(column)
  })
  return { filters, indicators }
}
