/**
 * Takes the pictures of the README from a running demo:
 *
 *     HEARTWOOD_CITY_SIZE=0.3 PORT=3222 bin/heartwood start --data /tmp/pictures
 *     node docs/pictures/take.ts http://localhost:3222
 *
 * It records nothing: the form of the conference is filled in and not sent.
 */
import { join } from 'node:path'
import { chromium, type Locator, type Page } from 'playwright-core'
import { findChromium } from '../../src/cli/workshop/chromium.ts'

const address = process.argv[2] ?? 'http://localhost:3000'
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const executablePath = findChromium(process.env)
if (executablePath === undefined) throw new Error('The pictures need a Chromium: CHROMIUM=/path/to/chromium')
const browser = await chromium.launch({
  executablePath,
  args: [...quiet, '--disable-component-update', '--disable-sync'],
})

/** A window in which the first of the demo people in this role has signed in. */
async function as(role: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1200, height: 900 } })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page
    .getByRole('button', { name: new RegExp(`, ${role}$`) })
    .first()
    .click()
  await page.waitForLoadState()
  return page
}

/** From the top of the window, or from this far above a part of the page. */
async function take(
  page: Page,
  name: string,
  from?: { readonly part: Locator; readonly above: number },
): Promise<void> {
  const top =
    from && ((await from.part.boundingBox())?.y ?? 0) + (await page.evaluate(() => window.scrollY)) - from.above
  const clip = top === undefined ? {} : { fullPage: true, clip: { x: 0, y: top, width: 1200, height: 1580 } }
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`), ...clip })
}

/** Follows the first link whose address matches. */
async function follow(page: Page, address: RegExp): Promise<void> {
  for (const link of await page.getByRole('main').getByRole('link').all()) {
    const to = await link.getAttribute('href')
    if (to === null || !address.test(to)) continue
    await page.goto(to)
    return
  }
  throw new Error(`No link of ${page.url()} leads to ${address}`)
}

/** A review conference of the first family of three or more, filled in from their own names downwards. */
async function fillInConference(page: Page): Promise<void> {
  await follow(page, /\/record\/child-protection\/reviewConference/)
  const [day, month] = [new Date().getDate(), new Date().getMonth() + 1]
  for (const [part, value] of Object.entries({ day, month, year: new Date().getFullYear() }))
    await page.locator(`[name="held-${part}"]`).fill(String(value))
  await page.locator('[name="quorate"][value="yes"]').check()
  for (const agency of ['socialCare', 'health', 'education'])
    await page.locator(`[name="attended"][value="${agency}"]`).check()
  await page.locator('[name="decisions"]').fill('The core group goes on meeting. Nan has the children on Saturdays.')
  const views = [
    'Told the chair that home is calmer.',
    'Sent a drawing of the dog.',
    'The school nurse spoke for them.',
  ]
  for (const [i, voice] of (await page.locator('[name^="voice--"]').all()).entries())
    await voice.fill(views[i % views.length]!)
  for (const [i, end] of (await page.locator('[name^="decision--"][value="end"]').all()).entries())
    await (i === 0 ? page.locator('[name^="decision--"][value="continue"]').first() : end).check()
  await page.locator('[name^="category--"]:visible').first().check()
  await page.mouse.click(5, 5)
}

const childPage = /^\/children\/[A-Z0-9]+$/

const hub = await as('MASH manager')
await hub.goto('/front-door')
await take(hub, 'front-door')

const worker = await as('social worker')
await take(worker, 'my-children')
await follow(worker, childPage)
await take(worker, 'child')
await worker.goto('/')
await fillInConference(worker)
await take(worker, 'conference', { part: worker.locator('[name^="voice--"]').first(), above: 88 })

const manager = await as('team manager')
await manager.goto('/sign-off')
await follow(manager, /^\/sign-off\//)
await take(manager, 'sign-off')

await manager.goto('/measures/assessments-45-from-referral')
await take(manager, 'measure')

const analyst = await as('performance analyst')
await analyst.goto('/packs')
await analyst.getByRole('button', { name: 'Show the draft' }).click()
await analyst.waitForLoadState()
await take(analyst, 'scrutiny')

await browser.close()
