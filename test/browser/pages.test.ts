/**
 * Every page there is, over a small city: no barrier that axe can find, one heading, valid HTML, and room on a phone.
 * A page without an example here fails. HEARTWOOD_SHOTS names a folder for pictures of them all.
 */
import { join } from 'node:path'
import type { Page as Window } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pages } from '../../src/web/pages/index.ts'
import { barriersOn, headingsOn, htmlFaultsOf, widerThan } from '../support/accessible.ts'
import { follow } from '../support/browser.ts'
import { type City, openCity } from './city.ts'
import { examplesOf } from './examples.ts'

let city: City
let examples: ReadonlyMap<string, readonly string[]>
let window: Window
/** Of those who answer for the figures: some pages are theirs alone. */
let analyst: Window
let administrator: Window
let manager: Window
beforeAll(async () => {
  city = await openCity()
  examples = await examplesOf(city)
  const viewport = { width: 1280, height: 900 }
  window = await city.site.signedIn(city.socialWorker, { viewport })
  const inRole = (role: string): number =>
    city.services.directory.workers.find((one) => one.demo && one.role === role)?.id ?? 0
  analyst = await city.site.signedIn(inRole('performance analyst'), { viewport })
  administrator = await city.site.signedIn(inRole('administrator'), { viewport })
  manager = await city.site.signedIn(inRole('team manager'), { viewport })
})
afterAll(() => city?.close())

const shots = process.env.HEARTWOOD_SHOTS

async function picture(name: string, window: Window): Promise<void> {
  if (shots === undefined) return
  await window.screenshot({ path: join(shots, `${name.replace(/[^\w-]+/g, '_')}.png`), fullPage: true })
}

/** What is wrong with the page that is open: nothing, for every page there is. */
async function faults(name: string, window: Window): Promise<string[]> {
  const found = [...(await barriersOn(window)), ...(await htmlFaultsOf(await window.content()))]
  const headings = await headingsOn(window)
  if (headings.length !== 1) found.push(`${headings.length} main headings: ${headings.join(', ')}`)
  if (!/\S.* - Heartwood - /.test(await window.title())) found.push(`the title is “${await window.title()}”`)
  await picture(`${name}-1280`, window)
  await window.setViewportSize({ width: 320, height: 800 })
  found.push(...(await widerThan(window, 320)))
  await picture(`${name}-320`, window)
  await window.setViewportSize({ width: 1280, height: 900 })
  return found
}

/** A download is no page to look at, and what a script asks for neither. */
const isPage = ({ name }: { name: string }): boolean =>
  name !== 'document' && name !== 'draft-keys' && !name.endsWith('-file')
const toLookAt = pages.filter((page) => page.GET && isPage(page))

describe('every page', () => {
  test.each(toLookAt.map((page) => page.name))('%s', async (name) => {
    const addresses = examples.get(name) ?? []
    expect(addresses, 'give this page an example address in examples.ts').not.toEqual([])
    const isOfStaff = /^(staff|add-staff|one-staff|signing-in)$/.test(name)
    const own = isOfStaff
      ? administrator
      : name === 'looked'
        ? manager
        : /^(month-end|pack)/.test(name)
          ? analyst
          : window
    for (const [i, address] of addresses.entries()) {
      const response = await own.goto(address)
      expect(response?.status(), address).toBe(200)
      expect(await faults(`${name}-${i}`, own), address).toEqual([])
    }
  })

  test('a step that may be recorded now, each with everything left empty', async () => {
    const steps = new Map<string, string>()
    for (const address of examples.get('episode') ?? []) {
      await window.goto(address)
      for (const link of await window.locator('main a[href*="/record/"]').all()) {
        const href = (await link.getAttribute('href')) ?? ''
        steps.set(/record\/([\w-]+\/\w+)/.exec(href)?.[1] ?? href, href)
      }
    }
    expect(steps.size).toBeGreaterThan(25)
    for (const [step, href] of steps) {
      await window.goto(href)
      const main = window.locator('main form .govuk-button:not(.govuk-button--secondary)')
      const summary = window.locator('.govuk-error-summary')
      // What is missing is said when the last page of a step with sections is sent.
      for (let part = 1; part <= 5 && (await summary.count()) === 0; part++) await follow(window, () => main.click())
      expect(await summary.count(), step).toBe(1)
      expect(await faults(`empty-${step}`, window), step).toEqual([])
    }
  })

  test.each([
    ['sign-off', 'Record and go to the next one'],
    ['overdue-reason', 'Record why'],
    ['allocate', 'Allocate'],
    ['add-person', 'Add to the register'],
    ['entry', 'Correct it'],
    ['entry', 'Withdraw it'],
  ])('%s, sent with nothing answered: %s', async (name, button) => {
    await window.goto(examples.get(name)?.[0] ?? '')
    await follow(window, () => window.getByRole('button', { name: button, exact: true }).click())
    expect(await window.locator('.govuk-error-summary').count()).toBe(1)
    expect(await faults(`empty-${name}-${button}`, window)).toEqual([])
  })

  test.each([
    '/due?from=30/2/2026&within=15+working+days',
    '/due?from=1/2/2026&within=soon',
    '/sign-in',
    '/nowhere',
    '/children/HWXXXXXX',
  ])('%s', async (address) => {
    await window.goto(address)
    expect(await faults(`other-${address}`, window)).toEqual([])
  })
})
