/**
 * The pack as a document (.pdf): headings, text that can be selected and read out, tables with headers, charts as vectors
 * with their numbers in a table below. The same content gives the same bytes, so that a frozen pack is printed again as it was.
 */
import { inFull } from '../../core/calendar/index.ts'
import type { MeasureLine, PackBlock, PackChart, PackContent, PackTable } from './content.ts'
import { chartHeight, drawChart } from './printed-chart.ts'
import { newPaper, type Paper } from './printed-page.ts'
import { figuresOf, pointOf } from './printed-words.ts'

/** The bytes of a .pdf. */
export function printedDocument(content: PackContent): Promise<Uint8Array> {
  const { title, council, board, date, sections, since, notes } = content
  const footer = `${title} · ${inFull(date)}`
  const paper = newPaper({ title, author: council, subject: `${board}, ${inFull(date)}`, date, footer })
  paper.paragraph(council, { size: 12, quiet: true })
  paper.heading(1, title)
  paper.paragraph(board, { size: 13, after: 2 })
  paper.paragraph(inFull(date), { size: 13, after: since === null ? 16 : 2 })
  if (since !== null) paper.paragraph(`The pack before this one: ${inFull(since)}`, { quiet: true, after: 16 })
  for (const section of sections) {
    // A section begins where its first block fits below its title.
    paper.keepTogether(50 + leastHeight(section.blocks[0]))
    paper.heading(2, section.title)
    for (const block of section.blocks) printBlock(paper, block)
  }
  printChanges(paper, content)
  if (notes.length > 0) {
    paper.heading(2, 'About these figures')
    for (const note of notes) paper.paragraph(note)
  }
  return paper.finish()
}

/** In points, of what must stand below a title for it not to stand alone. */
function leastHeight(block: PackBlock | undefined): number {
  if (block?.kind === 'chart') return chartHeight + 60
  const [first] = block?.kind === 'measures' ? block.lines : []
  return first === undefined ? 60 : measureHeight(first)
}

const measureHeight = (line: MeasureLine): number => 80 + 22 * figuresOf(line).length

function printBlock(paper: Paper, block: PackBlock): void {
  switch (block.kind) {
    case 'measures':
      for (const line of block.lines) printMeasure(paper, line)
      break
    case 'chart':
      printChart(paper, block.chart)
      break
    case 'table':
      printTable(paper, block.table)
      break
    case 'words':
      for (const text of block.text.split('\n')) paper.paragraph(text)
      break
    case 'missing':
      paper.paragraph(`Not in this pack: ${block.what}`, { bold: true, after: 2 })
      paper.paragraph(block.mend)
      break
  }
}

function printMeasure(paper: Paper, line: MeasureLine): void {
  const rows = figuresOf(line).map(({ label, printed, period }) => [label, printed, period])
  paper.keepTogether(measureHeight(line))
  paper.heading(3, line.title)
  paper.paragraph(line.sentence)
  paper.table(line.title, ['Figure', 'Value', 'Period'], rows)
  paper.paragraph(`Definition: ${line.definition}`, { size: 9.5, quiet: true, after: 2 })
  paper.paragraph(`Source: ${line.source}`, { size: 9.5, quiet: true, after: 10 })
}

function printChart(paper: Paper, chart: PackChart): void {
  const { title, series, categories, unit, notes, source } = chart
  paper.keepTogether(chartHeight + 60)
  paper.heading(3, title)
  paper.figure(`Chart: ${title}. Its numbers are in the table below.`, chartHeight, (document, box) => {
    drawChart(document, chart, box)
  })
  const rows = categories.map((category, place) => [
    category,
    ...series.map(({ values }) => pointOf(values[place] ?? null, unit)),
  ])
  paper.table(`Numbers of the chart ${title}`, ['Period', ...series.map(({ name }) => name)], rows)
  printBelow(paper, notes, source)
}

function printTable(paper: Paper, { title, head, rows, notes, source }: PackTable): void {
  paper.heading(3, title)
  paper.table(title, head, rows)
  printBelow(paper, notes, source)
}

function printBelow(paper: Paper, notes: readonly string[], source: string): void {
  for (const note of notes) paper.paragraph(note, { size: 9.5, quiet: true, after: 2 })
  if (source !== '') paper.paragraph(`Source: ${source}`, { size: 9.5, quiet: true, after: 10 })
}

function printChanges(paper: Paper, { since, changes }: PackContent): void {
  if (since === null) return
  paper.heading(2, `What changed since ${inFull(since)}`)
  if (changes.length === 0) paper.paragraph('No figure of the pack before this one has changed.')
  else {
    const rows = changes.map(({ what, before, now }) => [what, before, now])
    paper.table('Revised figures', ['Figure', 'Before', 'Now'], rows)
  }
}
