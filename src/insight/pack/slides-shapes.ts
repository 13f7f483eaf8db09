/** What stands on a slide: a title, text boxes, tables and the frame of a chart. Places and sizes are in inches. */
import { emu, escaped } from './slides-package.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Look {
  /** In points. */
  readonly size?: number
  readonly bold?: boolean
  /** The lighter of the two text colours, for what explains a figure. */
  readonly quiet?: boolean
  readonly right?: boolean
}

const frameOf = ({ x, y, w, h }: Box, prefix: 'a' | 'p'): string =>
  `<${prefix}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></${prefix}:xfrm>`

function paragraphs(text: string, { size = 16, bold = false, quiet = false, right = false }: Look, after = 0): string {
  const properties = `<a:rPr lang="en-GB" sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="${quiet ? 'tx2' : 'tx1'}"/></a:solidFill></a:rPr>`
  return text
    .split('\n')
    .map(
      (line) =>
        `<a:p><a:pPr algn="${right ? 'r' : 'l'}">${after === 0 ? '' : `<a:spcAft><a:spcPts val="${after * 100}"/></a:spcAft>`}</a:pPr>${line === '' ? '' : `<a:r>${properties}<a:t>${escaped(line)}</a:t></a:r>`}</a:p>`,
    )
    .join('')
}

/**
 * The largest of these sizes at which a text stands in its box, by some two letters to the width of one; the last where none
 * does. PowerPoint itself only looks when the text is edited.
 */
export function fitting(text: string, { w, h }: Box, sizes: readonly [number, ...number[]], after = 0): number {
  const paragraphs = text.split('\n')
  const heightAt = (size: number): number => {
    const letters = (w * 72) / (size * 0.5)
    const lines = paragraphs.reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / letters)), 0)
    return (lines * size * 1.2 + paragraphs.length * after) / 72
  }
  return sizes.find((size) => heightAt(size) <= h) ?? sizes[sizes.length - 1] ?? sizes[0]
}

/** The title of a slide, which programs read out and list. */
export const titleShape = (id: number, text: string, kind: 'ctrTitle' | 'title'): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${kind}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${escaped(text)}</a:t></a:r></a:p></p:txBody></p:sp>`

export const textShape = (id: number, name: string, text: string, box: Box, look: Look = {}, after = 0): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${frameOf(box, 'a')}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${paragraphs(text, look, after)}</p:txBody></p:sp>`

/** The number of the slide, kept right by the program that shows it. */
export const numberShape = (id: number, number: number, box: Box): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Slide number"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>${frameOf(box, 'a')}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:pPr algn="r"/><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB" sz="1000"/><a:t>${number}</a:t></a:fld></a:p></p:txBody></p:sp>`

export interface TableRow {
  readonly cells: readonly string[]
  readonly look: Look
}

const edge = (side: string): string =>
  `<a:${side} w="9525"><a:solidFill><a:srgbClr val="B1B4B6"/></a:solidFill></a:${side}>`
const edges = ['lnL', 'lnR', 'lnT', 'lnB'].map(edge).join('')

/** A table whose first row is marked as its header. Columns are as wide as `widths` say, in inches. */
export function tableShape(
  id: number,
  name: string,
  rows: readonly TableRow[],
  box: Box,
  widths: readonly number[],
): string {
  const rowXml = ({ cells, look }: TableRow, place: number): string => {
    const fill = place === 0 ? '<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>' : '<a:noFill/>'
    const each = cells.map(
      (text) =>
        `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs(text, look)}</a:txBody><a:tcPr marL="73152" marR="73152" marT="27432" marB="27432" anchor="ctr">${edges}${fill}</a:tcPr></a:tc>`,
    )
    return `<a:tr h="${emu(box.h / rows.length)}">${each.join('')}</a:tr>`
  }
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frameOf(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${rows.map(rowXml).join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}

/** The frame of a slide's first chart. @param described what it shows, for those who do not see it */
export const chartShape = (id: number, name: string, described: string, box: Box): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escaped(name)}" descr="${escaped(described)}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${frameOf(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId2"/></a:graphicData></a:graphic></p:graphicFrame>`
