/** Charts of lines and bars as vectors, told apart by dashes, marks and tones, so that they are read in black and white. */
import type { PackChart } from './content.ts'
import { type Box, ink, quietInk } from './printed-page.ts'

type Document = PDFKit.PDFDocument

const tones = ['#1d3c6e', '#b35900', '#4a6b4f', '#5b5b5b']
/** From dark to light, each with an outline. */
const fills = ['#1d3c6e', '#d5dceb', '#8296b5', '#ffffff']
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [10, 3, 2, 3]]
const legendHeight = 18
const labelHeight = 16
const axisWidth = 34

/** The height in points at which a chart of the pack is drawn. */
export const chartHeight = 210

/** Ticks from nought: the least round step of which at most six reach the top. */
export function ticksTo(most: number): readonly number[] {
  if (most <= 0) return [0, 1]
  const power = 10 ** Math.floor(Math.log10(most / 6))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one * 6 >= most) ?? 10 * power
  const count = Math.ceil(most / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(12)))
}

export function drawChart(document: Document, chart: PackChart, box: Box): void {
  const values = chart.series.flatMap(({ values }) => values).filter((value) => value !== null)
  const ticks = ticksTo(Math.max(0, ...values))
  const top = ticks.at(-1) ?? 1
  const legend = chart.series.length > 1 ? legendHeight : 0
  const plot = {
    x: box.x + axisWidth,
    y: box.y + 8 + legend,
    w: box.w - axisWidth,
    h: box.h - 8 - legend - labelHeight,
  }
  const heightOf = (value: number): number => plot.y + plot.h - (value / top) * plot.h
  document.font('regular').fontSize(9)
  drawAxes(document, chart, plot, ticks, heightOf)
  if (legend > 0) drawLegend(document, chart, box)
  for (const place of chart.series.keys()) {
    if (chart.kind === 'line') drawLine(document, chart, place, plot, heightOf)
    else drawBars(document, chart, place, plot, heightOf)
  }
  document.undash().lineWidth(1)
}

/** The middle of a category. */
const middleOf = ({ categories }: PackChart, plot: Box, place: number): number =>
  plot.x + ((place + 0.5) * plot.w) / Math.max(1, categories.length)

function drawAxes(
  document: Document,
  chart: PackChart,
  plot: Box,
  ticks: readonly number[],
  heightOf: (value: number) => number,
): void {
  for (const tick of ticks) {
    const y = heightOf(tick)
    document
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.w, y)
      .lineWidth(tick === 0 ? 1 : 0.4)
      .strokeColor(tick === 0 ? ink : '#b1b4b6')
      .stroke()
    const label = `${tick.toLocaleString('en-GB')}${chart.unit === '%' ? '%' : ''}`
    document.fillColor(quietInk).text(label, plot.x - 6 - document.widthOfString(label), y - 6, { lineBreak: false })
  }
  // As many labels as stand side by side.
  const widest = Math.max(1, ...chart.categories.map((category) => document.widthOfString(category) + 6))
  const every = Math.max(1, Math.ceil((widest * chart.categories.length) / plot.w))
  for (const [place, category] of chart.categories.entries()) {
    if (place % every !== 0) continue
    const x = middleOf(chart, plot, place) - document.widthOfString(category) / 2
    document.fillColor(ink).text(category, x, plot.y + plot.h + 4, { lineBreak: false })
  }
}

function drawLegend(document: Document, chart: PackChart, box: Box): void {
  let x = box.x + axisWidth
  for (const [place, { name }] of chart.series.entries()) {
    if (chart.kind === 'line') {
      stroke(document, place)
      document
        .moveTo(x, box.y + 7)
        .lineTo(x + 26, box.y + 7)
        .stroke()
        .undash()
      mark(document, place, x + 13, box.y + 7)
    } else
      document
        .rect(x + 8, box.y + 2, 14, 10)
        .lineWidth(0.75)
        .fillAndStroke(toneOf(fills, place), ink)
    document.fillColor(ink).text(name, x + 32, box.y + 1, { lineBreak: false })
    x += 32 + document.widthOfString(name) + 18
  }
}

const toneOf = (list: readonly string[], place: number): string => list[place % list.length] ?? ink

function stroke(document: Document, place: number): void {
  const dash = dashes[place % dashes.length] ?? []
  document.lineWidth(1.75).strokeColor(toneOf(tones, place))
  if (dash.length === 0) document.undash()
  else document.dash(dash[0] ?? 1, { space: dash[1] ?? 1 })
}

/** A circle, a square, a triangle or a ring. */
function mark(document: Document, place: number, x: number, y: number): void {
  const colour = toneOf(tones, place)
  document.undash().lineWidth(1)
  if (place % 4 === 0) document.circle(x, y, 3).fill(colour)
  else if (place % 4 === 1) document.rect(x - 2.75, y - 2.75, 5.5, 5.5).fill(colour)
  else if (place % 4 === 2) document.polygon([x, y - 3.5], [x - 3.5, y + 3], [x + 3.5, y + 3]).fill(colour)
  else document.circle(x, y, 3).fillAndStroke('#ffffff', colour)
}

/** A line is broken where a value is missing. */
function drawLine(
  document: Document,
  chart: PackChart,
  place: number,
  plot: Box,
  heightOf: (value: number) => number,
): void {
  const values = chart.series[place]?.values ?? []
  stroke(document, place)
  let drawing = false
  for (const [at, value] of values.entries()) {
    if (value === null) {
      drawing = false
      continue
    }
    const [x, y] = [middleOf(chart, plot, at), heightOf(value)]
    if (drawing) document.lineTo(x, y)
    else document.moveTo(x, y)
    drawing = true
  }
  document.stroke()
  for (const [at, value] of values.entries()) {
    if (value !== null) mark(document, place, middleOf(chart, plot, at), heightOf(value))
  }
}

function drawBars(
  document: Document,
  chart: PackChart,
  place: number,
  plot: Box,
  heightOf: (value: number) => number,
): void {
  const room = (plot.w / Math.max(1, chart.categories.length)) * 0.7
  const width = room / chart.series.length
  document.undash()
  for (const [at, value] of (chart.series[place]?.values ?? []).entries()) {
    if (value === null) continue
    const x = middleOf(chart, plot, at) - room / 2 + place * width
    const y = heightOf(value)
    document
      .lineWidth(0.75)
      .rect(x, y, width, plot.y + plot.h - y)
      .fillAndStroke(toneOf(fills, place), ink)
  }
}
