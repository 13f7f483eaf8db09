import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../core/calendar/index.ts'
import type { PackContent } from './content.ts'
import { printedDocument } from './printed.ts'
import { ticksTo } from './printed-chart.ts'
import { examplePack } from './printed-example.ts'
import { columnShares, pointOf, spoken } from './printed-words.ts'

/** The objects of a document by their number: what stands before the stream of each, and the stream unpacked. */
function objectsOf(bytes: Uint8Array): Map<number, { readonly head: string; readonly stream: string }> {
  const whole = Buffer.from(bytes).toString('latin1')
  const objects = new Map<number, { head: string; stream: string }>()
  for (const [, number, body = ''] of whole.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', packed] = body.split(/stream\n/)
    const raw = packed?.slice(0, packed.lastIndexOf('\nendstream'))
    const isPacked = head.includes('/FlateDecode')
    const stream = raw === undefined ? '' : isPacked ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
    objects.set(Number(number), { head, stream })
  }
  return objects
}

const hexText = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** From glyphs to letters, as the document itself says for each of its fonts. */
function lettersOf(objects: ReturnType<typeof objectsOf>, font: string): ReadonlyMap<number, string> {
  const letters = new Map<number, string>()
  const page = [...objects.values()].find(({ head }) => head.includes('/Font <<'))?.head ?? ''
  const number = Number(new RegExp(`/${font} (\\d+) 0 R`).exec(page)?.[1])
  const unicode = Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1])
  const map = objects.get(unicode)?.stream ?? ''
  for (const [, from = '', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [place, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      letters.set(Number.parseInt(from, 16) + place, hexText(hex.replaceAll(' ', '')))
    }
  }
  return letters
}

/** All text of the document as it can be selected, a page after the other. */
function textOf(bytes: Uint8Array): string {
  const objects = objectsOf(bytes)
  const known = new Map<string, ReadonlyMap<number, string>>()
  let text = ''
  for (const { stream } of objects.values()) {
    if (!stream.includes(' Tf')) continue
    let letters: ReadonlyMap<number, string> = new Map()
    for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) {
        letters = known.get(font) ?? lettersOf(objects, font)
        known.set(font, letters)
      } else {
        const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex = '']) => hex).join('')
        for (const [glyph] of glyphs.matchAll(/..../g)) text += letters.get(Number.parseInt(glyph, 16)) ?? '\uFFFD'
        text += ' '
      }
    }
  }
  return text
}

/** Lines are broken where they must be: words are compared, not spaces. */
const words = (text: string): string => text.replace(/\s+/g, '')

describe('the document', async () => {
  const bytes = await printedDocument(examplePack)
  const whole = Buffer.from(bytes).toString('latin1')
  const text = words(textOf(bytes))

  test('all that the pack says is text that can be selected', () => {
    const said = examplePack.sections.flatMap(({ title, blocks }) => [
      title,
      ...blocks.flatMap((block) => {
        if (block.kind === 'words') return block.text.split('\n')
        if (block.kind === 'missing') return [block.what, block.mend]
        if (block.kind === 'table') return [block.table.title, ...block.table.head, ...block.table.rows.flat()]
        if (block.kind === 'chart') {
          const { title, categories, series, notes, unit } = block.chart
          const points = series.flatMap(({ values }) => values.map((value) => pointOf(value, unit)))
          return [title, ...categories, ...series.map(({ name }) => name), ...points, ...notes]
        }
        return block.lines.flatMap(({ title, sentence, definition, source, figures, comparators }) => [
          title,
          sentence,
          definition,
          source,
          ...[...figures, ...comparators].flatMap(({ label, period, printed }) => [label, period, printed]),
        ])
      }),
    ])
    const all = [examplePack.title, examplePack.council, examplePack.board, ...examplePack.notes, ...said]
    expect(all.filter((one) => !text.includes(words(one)))).toEqual([])
    expect(text).not.toContain('\uFFFD')
  })

  test('it is tagged, with title and language, headings, tables with headers, and a figure for each chart', () => {
    expect(whole).toContain('/Marked true')
    expect(whole).toContain('/Lang (en-GB)')
    expect(whole).toContain('/DisplayDocTitle true')
    const count = (tag: string): number => whole.match(new RegExp(`/S /${tag}\\n`, 'g'))?.length ?? 0
    expect(count('H1')).toBe(1)
    expect(count('H2')).toBe(examplePack.sections.length + 2)
    // Three measures, two charts, a table, and what changed.
    expect(count('Table')).toBe(7)
    expect(count('Figure')).toBe(2)
    expect(whole.match(/\/Alt \(/g)).toHaveLength(2)
    expect(whole.match(/\/Scope \/Column/g)?.length).toBe(3 * 3 + 2 * 3 + 4 + 3)
  })

  test('pages are numbered, and the header of a table stands on each page that it goes on to', () => {
    const pages = Number(/\/Count (\d+)\n\/Kids/.exec(whole)?.[1] ?? /\/Count (\d+)/.exec(whole)?.[1])
    expect(pages).toBeGreaterThan(2)
    for (let page = 1; page <= pages; page += 1) expect(text).toContain(`Page${page}of${pages}`)
    expect(text.match(/PhaseCity%Statisticalneighbours/g)?.length).toBeGreaterThan(1)
  })

  test('the same content is the same bytes, whenever it is printed; other content is not', async () => {
    expect(Buffer.compare(await printedDocument(structuredClone(examplePack)), bytes)).toBe(0)
    expect(whole).toContain('D:20220721000000Z')
    expect(Buffer.compare(await printedDocument({ ...examplePack, date: day('2022-07-22') }), bytes)).not.toBe(0)
  })

  test('a first pack without sections, and blocks with nothing in them, can be printed', async () => {
    const bare: PackContent = { ...examplePack, sections: [], since: null, changes: [], notes: [] }
    expect(words(textOf(await printedDocument(bare)))).toContain('Page1of1')
    const nothing: PackContent = {
      ...bare,
      sections: [
        {
          id: 'empty',
          title: 'Empty',
          blocks: [
            { kind: 'table', table: { id: 't', title: 'None', head: ['A'], rows: [], notes: [], source: '' } },
            {
              kind: 'chart',
              chart: {
                id: 'c',
                title: 'None',
                kind: 'line',
                unit: '%',
                along: 'Year',
                categories: [],
                series: [],
                notes: [],
                source: '',
              },
            },
          ],
        },
      ],
    }
    expect(words(textOf(await printedDocument(nothing)))).toContain('Empty')
  })
})

test('ticks begin at nought, reach the top, and are few and even', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e7, noNaN: true }), (most) => {
      const ticks = ticksTo(most)
      expect(ticks[0]).toBe(0)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-9))
      expect(ticks.length).toBeLessThanOrEqual(7)
      const step = ticks[1] ?? 0
      for (const [place, tick] of ticks.entries()) expect(tick).toBeCloseTo(place * step, 6)
    }),
  )
  expect(ticksTo(24)).toEqual([0, 5, 10, 15, 20, 25])
  expect(ticksTo(0)).toEqual([0, 1])
})

test('columns share the width; a chart is read out with its gaps', () => {
  const cells = fc.array(fc.string(), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(cells, fc.array(cells), (head, rows) => {
      const shares = columnShares(head, rows)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      expect(Math.min(...shares)).toBeGreaterThan(0.08)
    }),
  )
  expect(
    spoken({
      id: 'c',
      title: 'C',
      kind: 'bar',
      unit: '%',
      along: 'Year',
      categories: ['2021', '2022'],
      series: [{ name: 'City', values: [null, 8.5] }],
      notes: [],
      source: '',
    }),
  ).toBe('City: 2021 not shown, 2022 8.5%.')
})
