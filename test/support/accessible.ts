/** What can be measured of a page’s accessibility: axe’s rules, valid HTML, its main headings, its width. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 at level AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Each in a line: the rule, what is wrong, and where. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const violations = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe
        // GOV.UK’s pages have their back link before the main part, where we have the identity bar too.
        .run(document, { runOnly, rules: { region: { enabled: false } }, resultTypes: ['violations'] })
        .then((result) => result.violations),
    tags,
  )
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(' | ')}`)
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    // How HTML is written, not what it means.
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
  },
})

export async function htmlFaultsOf(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap((result) =>
    result.messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message}: ${selector}`),
  )
}

export const headingsOn = (page: Page): Promise<string[]> => page.getByRole('heading', { level: 1 }).allTextContents()

/** What makes the page scroll sideways at this width; nothing, when it does not. */
export async function widerThan(page: Page, width: number): Promise<string[]> {
  return page.evaluate((limit) => {
    const all = document.documentElement.scrollWidth
    if (all <= limit) return []
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > limit + 1)
    return [`${all} pixels wide: ${wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 120))}`]
  }, width)
}
