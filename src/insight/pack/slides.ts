/**
 * The pack as slides (.pptx) that can be worked on: real titles, text boxes and tables, and charts that PowerPoint draws from
 * the numbers inside them. The same content gives the same bytes, so that a frozen pack is printed again as it was.
 */
import { inFull } from '../../core/calendar/index.ts'
import type { MeasureLine, PackBlock, PackChart, PackContent, PackTable } from './content.ts'
import { columnShares, definitionOf, figuresOf, spoken } from './printed-words.ts'
import { chartPart } from './slides-chart.ts'
import { presentation, type SlidePart, slideInches } from './slides-package.ts'
import { type Box, chartShape, fitting, numberShape, tableShape, textShape, titleShape } from './slides-shapes.ts'

/** Where what is on a slide may stand, in inches. */
const area = { x: 0.6, y: 1.35, w: slideInches.width - 1.2, h: 5.55 }
/** For the rows of a table, below its header and above its notes. */
const tableInches = 4.2

/** A slide before it has its number: its title, and its shapes from id 3 on. */
interface Drawn {
  readonly title: string
  readonly shapes: (id: () => number) => readonly string[]
  readonly chart?: PackChart
}

/** The bytes of a .pptx. */
export async function slides(content: PackContent): Promise<Uint8Array> {
  const { title, council, board, date, sections, notes } = content
  const drawn = [
    ...sections.flatMap((section) => section.blocks.flatMap((block) => blockSlides(section.title, block))),
    ...changesSlides(content),
    ...(notes.length === 0 ? [] : [wordsSlide('About these figures', notes)]),
  ]
  const footer = `${council} · ${title} · ${inFull(date)}`
  const parts = [cover(content), ...drawn.map((one, place) => numbered(one, place + 2, footer))]
  return presentation(parts, { title, author: council, subject: `${board}, ${inFull(date)}`, date })
}

function numbered({ title, shapes, chart }: Drawn, number: number, footer: string): SlidePart {
  let last = 1
  const id = (): number => {
    last += 1
    return last
  }
  const all = [
    titleShape(id(), title, 'title'),
    ...shapes(id),
    textShape(id(), 'Footer', footer, { x: area.x, y: 7.05, w: 10, h: 0.25 }, { size: 10, quiet: true }),
    numberShape(id(), number, { x: area.x + area.w - 1, y: 7.05, w: 1, h: 0.25 }),
  ]
  return { layout: 'content', shapes: all.join(''), charts: chart === undefined ? [] : [chartPart(chart)] }
}

function cover({ title, council, board, date, since }: PackContent): SlidePart {
  const about = [
    council,
    board,
    inFull(date),
    ...(since === null ? [] : [`The pack before this one: ${inFull(since)}`]),
  ]
  const shapes = [
    titleShape(2, title, 'ctrTitle'),
    textShape(3, 'About', about.join('\n'), { ...area, y: 3.8, h: 2.4 }, { size: 22 }, 6),
  ]
  return { layout: 'cover', shapes: shapes.join(''), charts: [] }
}

function blockSlides(section: string, block: PackBlock): Drawn[] {
  switch (block.kind) {
    case 'measures':
      return measuresSlides(section, block.lines)
    case 'chart':
      return [chartSlide(section, block.chart)]
    case 'table':
      return tableSlides(section, block.table)
    case 'words':
      return [wordsSlide(section, block.text.split('\n'))]
    case 'missing':
      return [wordsSlide(section, [`Not in this pack: ${block.what}`, block.mend])]
  }
}

/** Two measures a slide. */
function measuresSlides(section: string, lines: readonly MeasureLine[]): Drawn[] {
  const pairs = Array.from({ length: Math.ceil(lines.length / 2) }, (_, place) => lines.slice(2 * place, 2 * place + 2))
  return pairs.map((pair, place) => ({
    title: place === 0 ? section : `${section} (continued)`,
    shapes: (id) => pair.flatMap((line, row) => measureShapes(id, line, area.y + (row * area.h) / 2)),
  }))
}

/** A measure: its figures in a table, what they say in a sentence, and what they are. */
function measureShapes(id: () => number, line: MeasureLine, top: number): string[] {
  const figures = figuresOf(line)
  const rows = [
    { cells: figures.map(({ label }) => label), look: { size: 12, bold: true } },
    { cells: figures.map(({ printed }) => printed), look: { size: 20, bold: true } },
    { cells: figures.map(({ period }) => period), look: { size: 11, quiet: true } },
  ]
  const definition = definitionOf(line)
  const at = (down: number, h: number): Box => ({ ...area, y: top + down, h })
  return [
    textShape(id(), 'Measure', line.title, at(0, 0.4), { size: 18, bold: true }),
    tableShape(
      id(),
      `Figures of ${line.title}`,
      rows,
      at(0.42, 1.2),
      figures.map(() => area.w / figures.length),
    ),
    textShape(id(), 'What it says', line.sentence, at(1.7, 0.35), { size: 14 }),
    smallShape(id(), 'What it is', definition, at(2.08, 0.6)),
  ]
}

const chartSlide = (section: string, chart: PackChart): Drawn => ({
  title: `${section}: ${chart.title}`,
  chart,
  shapes: (id) => [
    chartShape(id(), chart.title, `${chart.title}. ${spoken(chart)}`, { ...area, h: 4.75 }),
    smallShape(id(), 'Notes', [...chart.notes, `Source: ${chart.source}`].join('\n'), { ...area, y: 6.2, h: 0.75 }),
  ],
})

function tableSlides(section: string, { title, head, rows, notes, source }: PackTable): Drawn[] {
  const below = [...notes, ...(source === '' ? [] : [`Source: ${source}`])].join('\n')
  const widths = columnShares(head, rows).map((share) => share * area.w)
  return pagesOf(rows, widths).map((shown, place) => ({
    title: `${section}: ${title}${place === 0 ? '' : ' (continued)'}`,
    shapes: (id) => {
      const all = [
        { cells: head, look: { size: 13, bold: true } },
        ...shown.map((cells) => ({ cells, look: { size: 13 } })),
      ]
      const heights = all.map(({ cells }) => rowInches(cells, widths))
      return [
        tableShape(id(), title, all, { ...area, h: heights.reduce((sum, height) => sum + height, 0) }, widths),
        smallShape(id(), 'Notes', below, { ...area, y: 6.2, h: 0.75 }),
      ]
    },
  }))
}

/** How high a row of 13 points becomes: its longest cell, at some eleven letters to the inch. */
function rowInches(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((text, place) => Math.ceil(text.length / Math.max(1, ((widths[place] ?? 1) - 0.16) * 11)))
  return 0.14 + 0.22 * Math.max(1, ...lines)
}

/** As many rows a slide as stand above the notes; a table without rows is still shown. */
function pagesOf(rows: readonly (readonly string[])[], widths: readonly number[]): (readonly (readonly string[])[])[] {
  const pages: (readonly string[])[][] = [[]]
  let left = tableInches
  for (const row of rows) {
    const height = rowInches(row, widths)
    if (height > left && pages.at(-1)?.length !== 0) {
      pages.push([])
      left = tableInches
    }
    pages.at(-1)?.push(row)
    left -= height
  }
  return pages
}

/** What explains a figure, in the lighter colour. */
const smallShape = (id: number, name: string, text: string, box: Box): string =>
  textShape(id, name, text, box, { size: fitting(text, box, [11, 10, 9, 8]), quiet: true })

function wordsSlide(title: string, lines: readonly string[]): Drawn {
  const text = lines.join('\n')
  const size = fitting(text, area, [18, 16, 14, 12, 10], 8)
  return { title, shapes: (id) => [textShape(id(), 'Text', text, area, { size }, 8)] }
}

function changesSlides({ since, changes }: PackContent): Drawn[] {
  if (since === null) return []
  const title = `What changed since ${inFull(since)}`
  if (changes.length === 0) return [wordsSlide(title, ['No figure of the pack before this one has changed.'])]
  const rows = changes.map(({ what, before, now }) => [what, before, now])
  const table = {
    id: 'changes',
    title: 'Revised figures',
    head: ['Figure', 'Before', 'Now'],
    rows,
    notes: [],
    source: '',
  }
  return tableSlides(title, table)
}
