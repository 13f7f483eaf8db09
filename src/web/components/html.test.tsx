import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { normalised } from './conformance/same-html.ts'
import { trustedHtml } from './html.ts'
import { Input, Table, Tag, Textarea } from './index.ts'

const hostile = '"><script>alert(1)</script>'

test('text given to a component is escaped, as content and as an attribute', () => {
  const html = renderToString(
    <>
      <Tag>{hostile}</Tag>
      <Input name="a" label={hostile} hint={hostile} errorMessage={hostile} value={hostile} />
      <Table caption={hostile} head={[hostile]} rows={[[hostile, { text: hostile }]]} />
    </>,
  )
  expect(html).not.toContain('<script')
})

test('trusted HTML stands as it is', () => {
  expect(renderToString(<Tag>{trustedHtml('<i>A</i>')}</Tag>)).toBe('<strong class="govuk-tag"><i>A</i></strong>')
})

test('an element may stand in a cell without options', () => {
  expect(renderToString(<Table head={[<b>A</b>]} rows={[[<Tag>B</Tag>]]} />)).toMatch(
    /<th[^>]*><b>A<\/b><\/th>.*<td[^>]*><strong class="govuk-tag">B<\/strong><\/td>/,
  )
})

test('whatever is typed into a textarea comes back as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\n', ' ', '<', '&', '"', 'a', 'é', '/', '>') }), (typed) => {
      const html = normalised(renderToString(<Textarea name="a" value={typed} />))
      // A browser drops one line break after the tag.
      expect(html).toContain(JSON.stringify(typed.startsWith('\n') ? `\n${typed}` : typed))
    }),
  )
})
