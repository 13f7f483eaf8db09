/**
 * A document on A4 that programs can read as well as people: every word, table and figure is tagged with what it is, in the
 * order in which it is read; what only decorates is marked so. Measures are in points, 72 to the inch.
 */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Day } from '../../core/calendar/index.ts'
import { columnShares } from './printed-words.ts'

// The types of the library lack what it takes for the header of a table.
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: 'Column' | 'Row'
      placement?: 'Block'
      bbox?: [number, number, number, number]
    }
  }
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Look {
  readonly size?: number
  readonly bold?: boolean
  /** The lighter of the two text colours. */
  readonly quiet?: boolean
  /** Space below. */
  readonly after?: number
}

export interface About {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly date: Day
  /** Stands at the foot of every page, before its number. */
  readonly footer: string
}

export interface Paper {
  /** Level 1 is the title of the document. Never the last thing on a page. */
  readonly heading: (level: 1 | 2 | 3 | 4, text: string) => void
  readonly paragraph: (text: string, look?: Look) => void
  /** The first cell of a row says what the row is. Where it goes on to another page its header stands there again. */
  readonly table: (title: string, head: readonly string[], rows: readonly (readonly string[])[]) => void
  /** @param described what it shows, for those who do not see it */
  readonly figure: (described: string, height: number, draw: (document: PDFKit.PDFDocument, box: Box) => void) => void
  /** What follows, up to this height, starts on a new page if it does not fit on this one. */
  readonly keepTogether: (height: number) => void
  readonly finish: () => Promise<Uint8Array>
}

const margin = 56
const foot = 40
export const ink = '#0b0c0c'
export const quietInk = '#484949'
const ruleInk = '#b1b4b6'
const headFill = '#eeeff1'
const sizes = { 1: 24, 2: 18, 3: 14, 4: 12 } as const
const cellPadding = 4

const require = createRequire(import.meta.url)
const fontFile = (name: string): string => require.resolve(`@expo-google-fonts/source-sans-3/${name}`)

export function newPaper(about: About): Paper {
  const regular = fontFile('400Regular/SourceSans3_400Regular.ttf')
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: margin + foot },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: regular,
    info: {
      Title: about.title,
      Author: about.author,
      Subject: about.subject,
      Creator: 'Heartwood',
      Producer: 'Heartwood',
      // The day of the pack and not of the printing, so that it is printed again as it was.
      CreationDate: new Date(`${about.date}T00:00:00Z`),
    },
  })
  document.registerFont('regular', regular)
  document.registerFont('bold', fontFile('600SemiBold/SourceSans3_600SemiBold.ttf'))
  const written: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => written.push(chunk))
  const root = document.struct('Document')
  document.addStructure(root)
  const setting: Setting = { document, root, width: document.page.width - 2 * margin }
  return {
    heading: (level, text) => heading(setting, level, text),
    paragraph: (text, look = {}) => paragraph(setting, 'P', text, look),
    table: (title, head, rows) => table(setting, title, head, rows),
    figure: (described, height, draw) => figure(setting, described, height, draw),
    keepTogether: (height) => keepTogether(document, height),
    finish: () => finish(setting, about, written),
  }
}

interface Setting {
  readonly document: PDFKit.PDFDocument
  readonly root: PDFKit.PDFStructureElement
  readonly width: number
}

/** Where the text of a page ends. */
const bottomOf = (document: PDFKit.PDFDocument): number => document.page.height - margin - foot

function keepTogether(document: PDFKit.PDFDocument, height: number): void {
  const isTop = document.y <= margin
  if (!isTop && document.y + height > bottomOf(document)) document.addPage()
}

function heading(setting: Setting, level: 1 | 2 | 3 | 4, text: string): void {
  const { document } = setting
  keepTogether(document, sizes[level] * 4)
  if (document.y > margin) document.y += sizes[level] * 0.6
  if (level === 2) document.outline.addItem(text)
  paragraph(setting, `H${level}`, text, { size: sizes[level], bold: true, after: sizes[level] * 0.3 })
}

function paragraph({ document, root, width }: Setting, tag: string, text: string, look: Look): void {
  const { size = 11, bold = false, quiet = false, after = 6 } = look
  document.font(bold ? 'bold' : 'regular').fontSize(size)
  keepTogether(document, Math.min(document.heightOfString(text, { width }), size * 4))
  root.add(
    document.struct(tag, {}, () => {
      document.fillColor(quiet ? quietInk : ink).text(text, margin, document.y, { width })
    }),
  )
  document.y += after
}

/** What is drawn and not read: lines, fills, what stands at the foot of the page. */
function decoration(document: PDFKit.PDFDocument, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' })
  draw()
  document.endMarkedContent()
}

function table(setting: Setting, title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const { document, root, width } = setting
  const widths = columnShares(head, rows).map((share) => share * width)
  const heightOf = (cells: readonly string[], bold: boolean): number => {
    document.font(bold ? 'bold' : 'regular').fontSize(10)
    const heights = cells.map((text, place) =>
      document.heightOfString(text === '' ? ' ' : text, { width: (widths[place] ?? width) - 2 * cellPadding }),
    )
    return Math.max(...heights) + 2 * cellPadding
  }
  const headHeight = heightOf(head, true)
  const element = document.struct('Table', { title })
  root.add(element)
  keepTogether(document, headHeight + (rows[0] === undefined ? 0 : heightOf(rows[0], false)))
  drawRow(setting, element, head, widths, headHeight, true)
  for (const cells of rows) {
    const height = heightOf(cells, false)
    if (document.y + height > bottomOf(document)) {
      document.addPage()
      // The header is read once; on the pages after it only stands there.
      decoration(document, () => drawCells(document, head, widths, headHeight, true))
      document.y += headHeight
    }
    drawRow(setting, element, cells, widths, height, false)
  }
  element.end()
  document.x = margin
  document.y += 10
}

function drawRow(
  { document }: Setting,
  element: PDFKit.PDFStructureElement,
  cells: readonly string[],
  widths: readonly number[],
  height: number,
  isHead: boolean,
): void {
  const top = document.y
  decoration(document, () => drawFrame(document, widths, height, isHead))
  const row = document.struct('TR')
  element.add(row)
  let x = margin
  for (const [place, text] of cells.entries()) {
    const at = x
    const width = widths[place] ?? 0
    const draw = (): void => drawCell(document, text, at, top, width, isHead)
    const isHeading = isHead || place === 0
    const scope = isHead ? ('Column' as const) : ('Row' as const)
    row.add(isHeading ? document.struct('TH', { scope }, draw) : document.struct('TD', {}, draw))
    x += width
  }
  row.end()
  document.y = top + height
}

function drawCells(
  document: PDFKit.PDFDocument,
  cells: readonly string[],
  widths: readonly number[],
  height: number,
  isHead: boolean,
): void {
  const top = document.y
  drawFrame(document, widths, height, isHead)
  let x = margin
  for (const [place, text] of cells.entries()) {
    const width = widths[place] ?? 0
    drawCell(document, text, x, top, width, isHead)
    x += width
  }
  document.y = top
}

function drawFrame(document: PDFKit.PDFDocument, widths: readonly number[], height: number, isHead: boolean): void {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  if (isHead) document.rect(margin, document.y, whole, height).fill(headFill)
  document
    .moveTo(margin, document.y + height)
    .lineTo(margin + whole, document.y + height)
    .lineWidth(0.75)
    .strokeColor(ruleInk)
    .stroke()
}

function drawCell(
  document: PDFKit.PDFDocument,
  text: string,
  x: number,
  y: number,
  width: number,
  bold: boolean,
): void {
  document
    .font(bold ? 'bold' : 'regular')
    .fontSize(10)
    .fillColor(ink)
    .text(text, x + cellPadding, y + cellPadding, { width: width - 2 * cellPadding })
}

function figure(
  { document, root, width }: Setting,
  described: string,
  height: number,
  draw: (document: PDFKit.PDFDocument, box: Box) => void,
): void {
  keepTogether(document, height)
  const box = { x: margin, y: document.y, w: width, h: height }
  const bbox: [number, number, number, number] = [box.x, box.y, box.x + box.w, box.y + box.h]
  root.add(document.struct('Figure', { alt: described, placement: 'Block', bbox }, () => draw(document, box)))
  document.x = margin
  document.y = box.y + height + 6
}

function finish({ document, root }: Setting, { footer }: About, written: readonly Uint8Array[]): Promise<Uint8Array> {
  root.end()
  const { start, count } = document.bufferedPageRange()
  for (let place = start; place < start + count; place += 1) {
    document.switchToPage(place)
    // Below the margin of the text, where it would otherwise begin a new page.
    document.page.margins.bottom = 0
    document.markContent('Artifact', { type: 'Pagination' })
    document.font('regular').fontSize(9).fillColor(quietInk)
    const y = document.page.height - margin - 4
    document.text(footer, margin, y, { lineBreak: false })
    const number = `Page ${place - start + 1} of ${count}`
    document.text(number, document.page.width - margin - document.widthOfString(number), y, { lineBreak: false })
    document.endMarkedContent()
  }
  return new Promise((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(written)))
    document.on('error', reject)
    document.end()
  })
}
