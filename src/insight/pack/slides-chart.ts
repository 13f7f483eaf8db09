/** A chart that PowerPoint draws itself: its XML, and the workbook with its numbers that opens when they are edited. */
import type { PackChart } from './content.ts'
import { type ChartPart, escaped, part, relations, zipped } from './slides-package.ts'

const chartSpace =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** With dashes besides colours, so that lines are told apart in black and white. */
const dashes = ['solid', 'dash', 'sysDot', 'lgDashDot', 'sysDash', 'lgDash']
const symbols = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus']
/** More numbers than these would lie on each other; they stand in the workbook and in the description. */
const labelledMax = 24

export const chartPart = (chart: PackChart): ChartPart => ({ xml: chartXml(chart), workbook: workbookOf(chart) })

/** `A` for 0. A chart has few series. */
const letter = (column: number): string => String.fromCharCode(65 + column)

function chartXml(chart: PackChart): string {
  const { kind, series, categories, unit } = chart
  const isLine = kind === 'line'
  const labels = labelsXml(unit, series.length * categories.length <= labelledMax)
  const all = series.map((_, place) => seriesXml(chart, place, labels)).join('')
  const plot = isLine
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>`
    : `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${all}<c:gapWidth val="60"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>`
  const legend =
    series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textSize(1200)}</c:legend>` : ''
  return `<c:chartSpace ${chartSpace}><c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}${categoryAxis}${valueAxis(unit)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${textSize(1200)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

const textSize = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"/></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`

const formatOf = (unit: PackChart['unit']): string => (unit === '%' ? '0.0' : '#,##0')

const labelsXml = (unit: PackChart['unit'], shown: boolean): string =>
  `<c:dLbls><c:numFmt formatCode="${formatOf(unit)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textSize(1100)}<c:showLegendKey val="0"/><c:showVal val="${shown ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`

function seriesXml({ kind, series, categories, unit }: PackChart, place: number, labels: string): string {
  const { name, values } = series[place] ?? { name: '', values: [] }
  const [column, last] = [letter(place + 1), categories.length + 1]
  const points = values.map((value, index) => (value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`))
  const texts = categories.map((category, index) => `<c:pt idx="${index}"><c:v>${escaped(category)}</c:v></c:pt>`)
  const fill = `<a:solidFill><a:schemeClr val="accent${(place % 6) + 1}"/></a:solidFill>`
  const looks =
    kind === 'line'
      ? `<c:spPr><a:ln w="31750" cap="rnd">${fill}<a:prstDash val="${dashes[place % dashes.length]}"/><a:round/></a:ln></c:spPr><c:marker><c:symbol val="${symbols[place % symbols.length]}"/><c:size val="8"/><c:spPr>${fill}</c:spPr></c:marker>`
      : `<c:spPr>${fill}<a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>`
  const smooth = kind === 'line' ? '<c:smooth val="0"/>' : ''
  return `<c:ser><c:idx val="${place}"/><c:order val="${place}"/><c:tx><c:strRef><c:f>Sheet1!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>${looks}${labels}<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$${last}</c:f><c:strCache><c:ptCount val="${categories.length}"/>${texts.join('')}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${last}</c:f><c:numCache><c:formatCode>${formatOf(unit)}</c:formatCode><c:ptCount val="${categories.length}"/>${points.join('')}</c:numCache></c:numRef></c:val>${smooth}</c:ser>`
}

const axisLine = '<c:spPr><a:ln w="9525"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln></c:spPr>'
const categoryAxis = `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${axisLine}${textSize(1100)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`

const valueAxis = (unit: PackChart['unit']): string =>
  `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:schemeClr val="bg2"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:title><c:tx><c:rich><a:bodyPr rot="-5400000" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="0"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1200" b="0"/><a:t>${unit === '%' ? 'Percentage' : 'Number'}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${axisLine}${textSize(1100)}<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`

/** A gap is a cell that is not there: an empty text would be drawn as nought when the numbers are edited. */
function workbookOf({ series, categories }: PackChart): Uint8Array {
  const text = (at: string, value: string): string =>
    `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
  const head = series.map(({ name }, place) => text(`${letter(place + 1)}1`, name))
  const rows = categories.map((category, row) => {
    const cells = series.map(({ values }, place) => {
      const value = values[row] ?? null
      return value === null ? '' : `<c r="${letter(place + 1)}${row + 2}"><v>${value}</v></c>`
    })
    return `<row r="${row + 2}">${text(`A${row + 2}`, category)}${cells.join('')}</row>`
  })
  return zipped({
    '[Content_Types].xml': part(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': part(
      `<workbook xmlns="${spreadsheet}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations([['worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet xmlns="${spreadsheet}"><sheetData><row r="1">${text('A1', '')}${head.join('')}</row>${rows.join('')}</sheetData></worksheet>`,
    ),
  })
}
