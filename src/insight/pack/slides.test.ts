import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { day } from '../../core/calendar/index.ts'
import { readCsvText } from '../../returns/reading/csv-text.ts'
import { readWorkbook } from '../../returns/reading/workbook.ts'
import type { PackContent } from './content.ts'
import { examplePack } from './printed-example.ts'
import { slides } from './slides.ts'
import { fitting } from './slides-shapes.ts'

interface Opened {
  readonly names: readonly string[]
  text(name: string): string
  bytes(name: string): Uint8Array
}

function open(bytes: Uint8Array): Opened {
  const parts = unzipSync(bytes)
  const at = (name: string): Uint8Array => {
    const found = parts[name]
    if (found === undefined) throw new Error(`There is no ${name}`)
    return found
  }
  return { names: Object.keys(parts), text: (name) => strFromU8(at(name)), bytes: at }
}

/** What stands in the elements of a name, as a program that reads XML has it. */
function inside(xml: string, element: string): string[] {
  const found: string[] = []
  let open = false
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    if (name !== element) return
    open = true
    found.push('')
  })
  parser.on('closetag', ({ name }) => {
    if (name === element) open = false
  })
  parser.on('text', (text) => {
    if (open) found[found.length - 1] += text
  })
  parser.write(xml).close()
  return found
}

const slideNames = ({ names }: Opened): string[] =>
  names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, '')))

describe('the slides', async () => {
  const deck = open(await slides(examplePack))
  const texts = slideNames(deck).map((name) => inside(deck.text(name), 'a:t'))
  const all = texts.flat()

  test('every part is sound XML, is declared, and every relationship leads to a part', () => {
    const types = deck.text('[Content_Types].xml')
    for (const name of deck.names.filter((name) => /\.(xml|rels)$/.test(name))) {
      expect(() => inside(deck.text(name), 'x'), name).not.toThrow()
      if (name.endsWith('.xml') && name !== '[Content_Types].xml') expect(types).toContain(`PartName="/${name}"`)
    }
    for (const name of deck.names.filter((name) => name.endsWith('.rels'))) {
      const base = new URL(name.replace(/_rels\/[^/]*$/, ''), 'file:///')
      for (const [, target = ''] of deck.text(name).matchAll(/Target="([^"]+)"/g)) {
        expect(deck.names).toContain(new URL(target, base).pathname.slice(1))
      }
    }
  })

  test('all that the pack says stands in text that can be edited', () => {
    const said = [
      examplePack.title,
      examplePack.council,
      examplePack.board,
      '21 July 2022',
      ...examplePack.notes,
      ...examplePack.changes.flatMap(({ what, before, now }) => [what, before, now]),
      ...examplePack.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => {
          if (block.kind === 'words') return block.text.split('\n')
          if (block.kind === 'missing') return [`Not in this pack: ${block.what}`, block.mend]
          if (block.kind === 'table') return [...block.table.head, ...block.table.rows.flat(), ...block.table.notes]
          if (block.kind === 'chart') return [...block.chart.notes, `Source: ${block.chart.source}`]
          return block.lines.flatMap((line) => [
            line.title,
            line.sentence,
            `Definition: ${line.definition} Source: ${line.source}`,
            ...[...line.figures, ...line.comparators].flatMap(({ label, period, printed }) => [label, period, printed]),
          ])
        }),
      ),
    ]
    expect(said.filter((text) => !all.includes(text))).toEqual([])
  })

  test('each slide has a title of its own and no two shapes one id; tables have a header', () => {
    const titles = slideNames(deck).map((name) => {
      const xml = deck.text(name)
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(xml.match(/<p:ph type="(title|ctrTitle)"\/>/g)).toHaveLength(1)
      expect(xml.match(/<a:tbl>/g)?.length ?? 0).toBe(xml.match(/<a:tblPr firstRow="1"\/>/g)?.length ?? 0)
      return inside(xml, 'a:t')[0]
    })
    expect(titles.slice(0, 4)).toEqual([
      examplePack.title,
      'Referrals and child protection plans',
      'Referrals and child protection plans (continued)',
      'Referrals and child protection plans: Re-referrals by month',
    ])
  })

  test('charts are PowerPoint’s own, with the numbers in them and in the workbook behind; a gap is nowhere a number', () => {
    const charts = examplePack.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])),
    )
    for (const [place, chart] of charts.entries()) {
      const xml = deck.text(`ppt/charts/chart${place + 1}.xml`)
      expect(xml).toContain(chart.kind === 'line' ? '<c:lineChart>' : '<c:barChart>')
      expect(xml).toContain('<c:dispBlanksAs val="gap"/>')
      const written = chart.series.flatMap(({ name, values }) => [
        name,
        ...chart.categories,
        ...values.filter((value) => value !== null).map(String),
      ])
      expect(inside(xml, 'c:v')).toEqual(written)
      const book = readWorkbook(deck.bytes(`ppt/embeddings/numbers${place + 1}.xlsx`))
      if (!book.ok) throw new Error(book.says)
      const [sheet] = book.value
      // Cells that are not there at the end of a row are not read as cells.
      const read = readCsvText(new TextDecoder().decode(sheet?.csv))
      expect(read.map((row) => [...row, ...chart.series.map(() => '')].slice(0, chart.series.length + 1))).toEqual([
        ['', ...chart.series.map(({ name }) => name)],
        ...chart.categories.map((category, row) => [
          category,
          ...chart.series.map(({ values }) => String(values[row] ?? '')),
        ]),
      ])
    }
  })

  test('the same content is the same bytes, whenever it is written; other content is not', async () => {
    const again = await slides(structuredClone(examplePack))
    const first = await slides(examplePack)
    expect(Buffer.compare(again, first)).toBe(0)
    expect(deck.text('docProps/core.xml')).toContain('2022-07-21T00:00:00Z')
    expect(Buffer.compare(await slides({ ...examplePack, date: day('2022-07-22') }), first)).not.toBe(0)
  })

  test('a first pack without sections still has a cover', async () => {
    const bare: PackContent = { ...examplePack, sections: [], since: null, changes: [], notes: [] }
    expect(slideNames(open(await slides(bare)))).toHaveLength(1)
  })
})

test('a text gets the largest size at which it stands in its box', () => {
  const box = { x: 0, y: 0, w: 12, h: 1 }
  expect(fitting('Short', box, [18, 12, 8])).toBe(18)
  expect(fitting('word '.repeat(100), box, [18, 12, 8])).toBe(12)
  expect(fitting('word '.repeat(1000), box, [18, 12, 8])).toBe(8)
})
