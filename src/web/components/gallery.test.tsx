import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { renderPage } from '../layout/index.ts'
import { Gallery } from './gallery.tsx'

const html = renderPage(<Gallery styles="/a.css" script="/a.js" />)

test('a page of every component is valid HTML that keeps the rules of WCAG a parser can check', async () => {
  const report = await new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    elements: ['html5'],
    rules: {
      // GOV.UK's and MoJ's own HTML, kept as they publish it: the role of a link button, of an alert's region and of a
      // date's fieldset, and the dismiss button without a type.
      'prefer-native-element': 'off',
      'no-redundant-role': 'off',
      'no-implicit-button-type': 'off',
    },
  }).validateString(html)
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
  expect(found).toEqual([])
})

test('no id stands twice, and whatever refers to an id finds it', () => {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')
  expect(ids).toEqual([...new Set(ids)])
  const references = [
    ...html.matchAll(/ (?:for|aria-describedby|aria-labelledby|aria-controls|data-aria-controls)="([^"]*)"/g),
  ]
  expect(references.length).toBeGreaterThan(20)
  for (const [, list] of references) for (const id of (list ?? '').split(' ')) expect(ids, id).toContain(id)
})

test('headings go down one level at a time', () => {
  const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (let at = 1; at < levels.length; at += 1) {
    if (levels[at - 1]! >= 1 && levels[at] !== 1) expect(levels[at]! - levels[at - 1]!).toBeLessThanOrEqual(1)
  }
})
