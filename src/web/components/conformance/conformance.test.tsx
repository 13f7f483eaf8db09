/**
 * Every fixture that GOV.UK Frontend publishes for a component we have, rendered by ours and compared with GOV.UK's
 * HTML. Prints the figure that `docs/components.md` quotes, and fails when the two differ.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { drawHtml } from '../html.ts'
import { adapters } from './adapters.ts'
import { isOptions, list, options, text } from './official.ts'
import { normalised } from './same-html.ts'

const require = createRequire(import.meta.url)
const readJson = (path: string): unknown => JSON.parse(readFileSync(require.resolve(path), 'utf8'))
const version = text(options(readJson('govuk-frontend/package.json')).version)

/** Fixtures whose HTML is rightly not ours: `component: name` and why. */
const exceptions: Readonly<Record<string, string>> = {}

const counts = { passed: 0, total: 0 }

describe.each(Object.keys(adapters))('%s', (component) => {
  const file = options(readJson(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`))
  const fixtures = list(file.fixtures).filter(isOptions)

  test('has fixtures', () => expect(fixtures.length).toBeGreaterThan(0))

  test.each(fixtures.map((fixture) => [text(fixture.name) ?? '', fixture] as const))('%s', (name, fixture) => {
    counts.total += 1
    const ours = normalised(drawHtml(adapters[component]!(options(fixture.options))))
    const theirs = normalised(text(fixture.html) ?? '')
    if (exceptions[`${component}: ${name}`]) {
      expect(ours, 'no longer differs: take it off the list of exceptions').not.toBe(theirs)
      return
    }
    expect(ours).toBe(theirs)
    counts.passed += 1
  })
})

test('the figure is the one that docs/components.md quotes', () => {
  const components = Object.keys(adapters).length
  const figure = `GOV.UK Frontend ${version}: ${counts.passed} of ${counts.total} fixtures of ${components} components give the same HTML`
  console.log(figure)
  expect(readFileSync(new URL('../../../../docs/components.md', import.meta.url), 'utf8')).toContain(figure)
})

describe('the comparison', () => {
  const html = '<p class="a b" id="c">Change<span class="hidden"> name</span> <b>now</b></p>'

  test.each([
    ['the order of attributes', '<p id="c" class="a b">Change<span class="hidden"> name</span> <b>now</b></p>'],
    ['indentation', '<p class="a  b" id="c">\n  Change<span class="hidden"> name</span>\n  <b>now</b>\n</p>\n'],
    ['how a character is written', '<p class="a b" id="c">&#67;hange<span class="hidden"> name</span> <b>now</b></p>'],
  ])('does not mind %s', (_what, other) => expect(normalised(other)).toBe(normalised(html)))

  test.each([
    ['a class', html.replace('a b', 'a')],
    ['the order of classes', html.replace('a b', 'b a')],
    ['an attribute', html.replace(' id="c"', '')],
    ['a value', html.replace('id="c"', 'id="d"')],
    ['a word', html.replace('now', 'later')],
    ['a space that is heard', html.replace('> name', '>name')],
    ['a space between words', html.replace('</span> <b>', '</span><b>')],
    ['an element', html.replace('<b>now</b>', 'now')],
    ['an element more', `${html}<p></p>`],
  ])('sees %s', (_what, other) => expect(normalised(other)).not.toBe(normalised(html)))

  test('sees every character typed into a textarea', () =>
    expect(normalised('<textarea> a</textarea>')).not.toBe(normalised('<textarea>a</textarea>')))
})
