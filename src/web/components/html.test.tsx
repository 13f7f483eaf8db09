import fc from 'fast-check'
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { addMonths, day } from '../../core/calendar/index.ts'
import { normalised } from './conformance/same-html.ts'
import { Gallery } from './gallery.tsx'
import { drawHtml, trustedHtml } from './html.ts'
import { Chart, Input, Table, Tag, Textarea } from './index.ts'

const months = [0, 1, 2].map((month) => addMonths(day('2026-09-01'), month))
const hostile = '"><script>alert(1)</script>'

test('text given to a component is escaped, as content and as an attribute', () => {
  const html = drawHtml(
    <>
      <Tag>{hostile}</Tag>
      <Input name="a" label={hostile} hint={hostile} errorMessage={hostile} value={hostile} />
      <Table caption={hostile} head={[hostile]} rows={[[hostile, { text: hostile }]]} />
    </>,
  )
  expect(html).not.toContain('<script')
})

test('trusted HTML stands as it is', () => {
  expect(drawHtml(<Tag>{trustedHtml('<i>A</i>')}</Tag>)).toBe('<strong class="govuk-tag"><i>A</i></strong>')
})

test('an element may stand in a cell without options', () => {
  expect(drawHtml(<Table head={[<b>A</b>]} rows={[[<Tag>B</Tag>]]} />)).toMatch(
    /<th[^>]*><b>A<\/b><\/th>.*<td[^>]*><strong class="govuk-tag">B<\/strong><\/td>/,
  )
})

test('whatever is typed into a textarea comes back as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\n', ' ', '<', '&', '"', 'a', 'é', '/', '>') }), (typed) => {
      const html = normalised(drawHtml(<Textarea name="a" value={typed} />))
      // A browser drops one line break after the tag.
      expect(html).toContain(JSON.stringify(typed.startsWith('\n') ? `\n${typed}` : typed))
    }),
  )
})

describe('drawn as preact-render-to-string draws it', () => {
  const attributes = { 'aria-expanded': false, 'data-open': true, draggable: false, hidden: true, inert: false }

  test.each<[string, ComponentChildren]>([
    ['every component', <Gallery styles="/a.css" script="/a.js" />],
    ['attributes that say true or false', <input {...attributes} spellcheck={false} disabled checked={false} />],
    ['attributes that are empty, a number, or not there', <img alt="" width={40} height={0} title={undefined} />],
    ['what draws nothing', [null, undefined, true, false, '', []]],
    ['what is drawn', ['a', 0, 10n, [<b>b</b>, ['c']], <>d</>, trustedHtml('<i>e</i>')]],
    ['an element without content', [<p />, <br />, <option value="" />, <textarea>{''}</textarea>]],
    ['SVG', <Chart id="chart" title="Assessments" months={months} value={{ name: 'Here', values: [80, null, 91] }} />],
  ])('%s', (_says, children) => {
    const page = <main>{children}</main>
    expect(drawHtml(page)).toBe(renderToString(page))
  })

  test('any text, in an element and in an attribute', () => {
    const character = fc.constantFrom('<', '>', '&', '"', "'", 'a', 'é', '–', '\n', '\u{1F9D2}')
    fc.assert(
      fc.property(fc.string({ unit: character }), (text) => {
        const element = <p title={text}>{text}</p>
        expect(drawHtml(element)).toBe(renderToString(element))
      }),
    )
  })
})

test('an object from JSON that looks like an element draws nothing', () => {
  const parsed: ComponentChildren = JSON.parse('{"type": "script", "props": {"children": "alert(1)"}}')
  expect(drawHtml(<p>{parsed}</p>)).toBe('<p></p>')
})
