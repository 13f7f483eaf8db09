import { describe, expect, test } from 'vitest'
import { checkColour, Layout, type LayoutProps, makeShell, renderPage } from './index.ts'

const colour = checkColour('#1d3c6e')
if (!colour.ok) throw new Error(colour.says)

const shellOf = (isDemo: boolean) =>
  makeShell({
    council: { name: 'Wexcombe Council', colour: colour.value, mark: '/mark.svg' },
    version: '1.2.3',
    isDemo,
    styles: '/assets/a.css',
    script: '/assets/a.js',
    accessibilityStatement: '/accessibility',
  })

const page = (props: Partial<Omit<LayoutProps, 'heading' | 'title'>> = {}, isDemo = true) =>
  renderPage(
    <Layout shell={shellOf(isDemo)} nonce="n0nce" heading="My children this week" {...props}>
      <p>Content</p>
    </Layout>,
  )

test('is a whole page in English with one main part, one heading and a way to skip to it', () => {
  const html = page()
  expect(html).toMatch(/^<!DOCTYPE html><html lang="en"/)
  expect(html.match(/<h1/g)).toHaveLength(1)
  expect(html.match(/<main/g)).toHaveLength(1)
  expect(html).toContain('href="#main-content"')
  expect(html).toContain('id="main-content"')
  expect(html).toContain('<title>My children this week - Heartwood - Wexcombe Council</title>')
})

test("is the council's: its name, mark and colour, its accessibility statement and the version", () => {
  const html = page()
  for (const part of ['Wexcombe Council', '/mark.svg', '#1d3c6e', '/accessibility', 'Heartwood 1.2.3'])
    expect(html).toContain(part)
  expect(html).not.toMatch(/govuk-header|govuk-footer|crown|crest/)
})

test('every script and style that stands in the page carries the nonce', () => {
  const html = page()
  const inThePage = html.match(/<(script|style)\b[^>]*>/g) ?? []
  expect(inThePage.length).toBeGreaterThan(1)
  for (const tag of inThePage) expect(tag).toContain('nonce="n0nce"')
  expect(html).not.toMatch(/ style="| on\w+="/)
})

test('says that a demo is one, and only then', () => {
  expect(page()).toContain('Demo: every person is invented')
  expect(page({}, false)).not.toContain('Demo')
})

test('errors come first, in the title too', () => {
  const html = page({ errors: [{ text: 'Enter a day', href: '#day' }] })
  expect(html).toContain('<title>Error: My children this week')
  expect(html.indexOf('govuk-error-summary')).toBeLessThan(html.indexOf('<h1'))
  expect(page({ errors: [] })).not.toMatch(/Error: |govuk-error-summary/)
})

describe('who is signed in', () => {
  test('is named, and can sign out with a form that cannot be forged', () => {
    const html = page({
      person: { name: 'Jo <Smith>', role: 'Social worker', signOut: { action: '/sign-out', fields: { token: 'abc' } } },
    })
    expect(html).toContain('Jo &lt;Smith>, Social worker')
    expect(html).toContain('<form method="post" action="/sign-out"><input type="hidden" name="token" value="abc"/>')
  })

  test('is nobody on a page for everyone', () => expect(page()).not.toContain('Sign out'))
})

test('has no heading of its own where a question is the heading', () => {
  const html = renderPage(<Layout shell={shellOf(false)} nonce="n0nce" title="When was the visit?" />)
  expect(html).not.toContain('<h1')
  expect(html).toContain('<title>When was the visit? - ')
})
