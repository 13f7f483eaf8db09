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
  const areaOf = (row: number): Place => placeOf((column) => textAt(row, at[column]), known)

  for (let row = 0; row < grid.rows; row++) {
    if (grid.broken.has(row)) continue
    const part = textAt(row, at.part)
    const period = periodOf(textAt(row, at.period), wholeYears.has(part.toLowerCase()) ? '' : part)
    if (period === undefined) {
      refused.push(grid.refuse(row, at.period, `“${textAt(row, at.period)}” is not a period such as 2021 or 202122.`))
      continue
    }
    const place = areaOf(row)
    if ('passedOver' in place) passedOver.set(place.passedOver, (passedOver.get(place.passedOver) ?? 0) + 1)
    if ('fault' in place) refused.push(grid.refuse(row, at.areaCode, place.fault))
    if (!('area' in place)) continue
    const { area } = place
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
        const of = figures.of('value' in figure ? `=${figure.value}` : figure.marker, () => figure)
        if (cells.put(ofSeries, ofArea, ofPeriod, of) !== undefined) {
          refused.push(
            grid.refuse(row, column, 'Another row has another figure for the same area, period and breakdown.'),
          )
        }
      }
    }
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

/** The area of a row, the level of one that is of no area of ours, or what is wrong. */
type Place = { readonly area: Area } | { readonly passedOver: string } | { readonly fault: string }

function placeOf(text: (column: keyof EesColumns) => string, known: ReadonlyMap<string, string>): Place {
  const level = text('level')
  const region = regionOfOnsCode(text('regionCode'))
  if (level === 'National' && text('country') === englandArea.onsCode) return { area: englandArea }
  if (level === 'Regional' && region !== null) return { area: regionArea(region) }
  if (level !== 'Local authority') return { passedOver: level }
  const onsCode = text('onsCode')
  const number = text('areaCode')
  const code = isAreaCode(number) ? number : known.get(onsCode)
  if (code === undefined) return { fault: `“${number}” is not an authority’s number such as 331.` }
  return { area: { code, name: text('areaName'), region, onsCode: /^E\d{8}$/.test(onsCode) ? onsCode : null } }
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
