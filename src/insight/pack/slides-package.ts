/**
 * The package that a presentation is (ECMA-376, Office Open XML): its parts, how they point to each other, one master with two
 * layouts, and a theme. Written here and not by a library, because a frozen pack must be printed again byte for byte.
 */
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Day } from '../../core/calendar/index.ts'

export interface ChartPart {
  readonly xml: string
  /** The .xlsx that holds its numbers. */
  readonly workbook: Uint8Array
}

export interface SlidePart {
  readonly layout: 'cover' | 'content'
  /** The shapes of the slide, in the order in which they are read out. */
  readonly shapes: string
  /** Its charts; a shape names the first of them `rId2`, the next `rId3`. */
  readonly charts: readonly ChartPart[]
}

export interface Properties {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly date: Day
}

const main = 'http://schemas.openxmlformats.org/presentationml/2006/main'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const types = 'application/vnd.openxmlformats-officedocument'
const namespaces = `xmlns:a="${drawing}" xmlns:r="${office}" xmlns:p="${main}"`

/** English Metric Units: 914,400 to the inch. */
export const emu = (inches: number): number => Math.round(inches * 914_400)
export const slideInches = { width: 13.333, height: 7.5 }

/** XML cannot hold most control characters at all, not even as entities. */
export const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

export const part = (text: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`)

/** The first moment that an archive can hold: the days of a pack stand in its properties. */
export const zipped = (parts: Zippable): Uint8Array => zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 })

/** Relationships named rId1, rId2, ... in the order given: kind and target. */
export const relations = (targets: readonly (readonly [kind: string, target: string])[]): Uint8Array =>
  part(
    `<Relationships xmlns="${packaged}/relationships">${targets
      .map(([kind, target], place) => {
        const type = kind.includes('/') ? `${packaged}/${kind}` : `${office}/${kind}`
        return `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`
      })
      .join('')}</Relationships>`,
  )

export function presentation(slides: readonly SlidePart[], properties: Properties): Uint8Array {
  const charts = slides.flatMap(({ charts }) => charts)
  const parts: Zippable = {
    '[Content_Types].xml': contentTypes(slides.length, charts.length),
    '_rels/.rels': relations([
      ['officeDocument', 'ppt/presentation.xml'],
      ['relationships/metadata/core-properties', 'docProps/core.xml'],
      ['extended-properties', 'docProps/app.xml'],
    ]),
    'docProps/core.xml': coreProperties(properties),
    'docProps/app.xml': part(
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Heartwood</Application></Properties>',
    ),
    'ppt/presentation.xml': presentationPart(slides.length),
    'ppt/_rels/presentation.xml.rels': relations([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ...slides.map((_, place) => ['slide', `slides/slide${place + 1}.xml`] as const),
      ['theme', 'theme/theme1.xml'],
    ]),
    'ppt/theme/theme1.xml': theme,
    'ppt/slideMasters/slideMaster1.xml': master,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      ['slideLayout', '../slideLayouts/slideLayout1.xml'],
      ['slideLayout', '../slideLayouts/slideLayout2.xml'],
      ['theme', '../theme/theme1.xml'],
    ]),
    'ppt/slideLayouts/slideLayout1.xml': layout(
      'title',
      'Cover',
      placeholder('ctrTitle', 2, 0.6, 2.1, 12.1, 1.5, '<a:lvl1pPr><a:defRPr sz="4000"/></a:lvl1pPr>'),
    ),
    'ppt/slideLayouts/slideLayout2.xml': layout(
      'titleOnly',
      'Content',
      placeholder('title', 2, 0.6, 0.35, 12.1, 0.85, ''),
    ),
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relations([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    'ppt/slideLayouts/_rels/slideLayout2.xml.rels': relations([['slideMaster', '../slideMasters/slideMaster1.xml']]),
  }
  let chart = 0
  for (const [place, slide] of slides.entries()) {
    const first = chart + 1
    for (const { xml, workbook } of slide.charts) {
      chart += 1
      parts[`ppt/charts/chart${chart}.xml`] = part(xml)
      parts[`ppt/charts/_rels/chart${chart}.xml.rels`] = relations([['package', `../embeddings/numbers${chart}.xlsx`]])
      parts[`ppt/embeddings/numbers${chart}.xlsx`] = workbook
    }
    parts[`ppt/slides/slide${place + 1}.xml`] = part(
      `<p:sld ${namespaces}><p:cSld><p:spTree>${groupProperties}${slide.shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
    )
    parts[`ppt/slides/_rels/slide${place + 1}.xml.rels`] = relations([
      ['slideLayout', `../slideLayouts/slideLayout${slide.layout === 'cover' ? 1 : 2}.xml`],
      ...slide.charts.map((_, own) => ['chart', `../charts/chart${first + own}.xml`] as const),
    ])
  }
  return zipped(parts)
}

function contentTypes(slides: number, charts: number): Uint8Array {
  const override = (name: string, type: string): string => `<Override PartName="/${name}" ContentType="${type}"/>`
  const each = (count: number, one: (number: number) => string): string =>
    Array.from({ length: count }, (_, place) => one(place + 1)).join('')
  return part(
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="${types}.spreadsheetml.sheet"/>${[
      override('ppt/presentation.xml', `${types}.presentationml.presentation.main+xml`),
      override('ppt/slideMasters/slideMaster1.xml', `${types}.presentationml.slideMaster+xml`),
      each(2, (number) =>
        override(`ppt/slideLayouts/slideLayout${number}.xml`, `${types}.presentationml.slideLayout+xml`),
      ),
      override('ppt/theme/theme1.xml', `${types}.theme+xml`),
      each(slides, (number) => override(`ppt/slides/slide${number}.xml`, `${types}.presentationml.slide+xml`)),
      each(charts, (number) => override(`ppt/charts/chart${number}.xml`, `${types}.drawingml.chart+xml`)),
      override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      override('docProps/app.xml', `${types}.extended-properties+xml`),
    ].join('')}</Types>`,
  )
}

function coreProperties({ title, author, subject, date }: Properties): Uint8Array {
  const moment = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`
  return part(
    `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(subject)}</dc:subject><dc:creator>${escaped(author)}</dc:creator><dc:language>en-GB</dc:language>${moment('created')}${moment('modified')}</cp:coreProperties>`,
  )
}

function presentationPart(slides: number): Uint8Array {
  const ids = Array.from({ length: slides }, (_, place) => `<p:sldId id="${256 + place}" r:id="rId${place + 2}"/>`)
  return part(
    `<p:presentation ${namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="${emu(slideInches.width)}" cy="${emu(slideInches.height)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  )
}

const groupProperties =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'

/** An empty placeholder of the master or a layout, in inches. */
function placeholder(type: string, id: number, x: number, y: number, w: number, h: number, levels: string): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle>${levels}</a:lstStyle><a:p><a:r><a:rPr lang="en-GB"/><a:t>Title</a:t></a:r></a:p></p:txBody></p:sp>`
}

const layout = (type: string, name: string, shapes: string): Uint8Array =>
  part(
    `<p:sldLayout ${namespaces} type="${type}" preserve="1"><p:cSld name="${name}"><p:spTree>${groupProperties}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  )

const level = (number: number, size: number): string =>
  `<a:lvl${number}pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${number}pPr>`
const fiveLevels = [1, 2, 3, 4, 5].map((number) => level(number, 1600)).join('')

const master = part(
  `<p:sldMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${groupProperties}${placeholder('title', 2, 0.6, 0.35, 12.1, 0.85, '')}</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:buNone/><a:defRPr sz="2400" b="1"><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${fiveLevels}</p:bodyStyle><p:otherStyle>${fiveLevels}</p:otherStyle></p:txStyles></p:sldMaster>`,
)

const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`
const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const typeface = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
/** Black on white, and six colours that are told apart in grey as well. */
const theme = part(
  `<a:theme xmlns:a="${drawing}" name="Heartwood"><a:themeElements><a:clrScheme name="Heartwood">${[
    colour('dk1', '0B0C0C'),
    colour('lt1', 'FFFFFF'),
    colour('dk2', '484949'),
    colour('lt2', 'E8ECF2'),
    ...['1D3C6E', 'B35900', '00703C', '5B5B5B', '6F2DA8', '9C1C1C'].map((value, place) =>
      colour(`accent${place + 1}`, value),
    ),
    colour('hlink', '1D70B8'),
    colour('folHlink', '4C2C92'),
  ].join(
    '',
  )}</a:clrScheme><a:fontScheme name="Heartwood"><a:majorFont>${typeface}</a:majorFont><a:minorFont>${typeface}</a:minorFont></a:fontScheme><a:fmtScheme name="Heartwood"><a:fillStyleLst>${solid.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${[6350, 12700, 19050].map((width) => `<a:ln w="${width}">${solid}</a:ln>`).join('')}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${solid.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
)
