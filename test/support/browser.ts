/** A Chromium, and the web served to it on 127.0.0.1: what every file of the browser suite begins with. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { findChromium } from '../../src/cli/workshop/chromium.ts'

/** Nothing but the page under test may be fetched. */
const offline = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Site {
  readonly address: string
  /** A window of its own, with no session. */
  visit(options?: BrowserContextOptions): Promise<Page>
  /** A window in which this worker has signed in and sees the first page. */
  signedIn(worker: number, options?: BrowserContextOptions): Promise<Page>
  /** Signs this worker in again beside the page that is open, as another tab of the window would. */
  again(page: Page, worker: number): Promise<void>
  close(): Promise<void>
}

export async function openSite(app: FastifyInstance): Promise<Site> {
  const executablePath = findChromium(process.env)
  if (executablePath === undefined) throw new Error('The browser suite needs a Chromium: CHROMIUM=/path/to/chromium')
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath, args: offline })
  const visit = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ baseURL: address, reducedMotion: 'reduce', ...options })
    context.setDefaultTimeout(8_000)
    return context.newPage()
  }
  return {
    address,
    visit,
    async signedIn(worker, options) {
      const page = await visit(options)
      await page.goto('/sign-in')
      const form = page.locator('form', { has: page.locator(`input[name="worker"][value="${worker}"]`) })
      await follow(page, () => form.getByRole('button').click())
      return page
    },
    async again(page, worker) {
      const answer = await page.request.post('/sign-in', { form: { worker } })
      if (!answer.ok()) throw new Error(`Signing in again was answered with ${answer.status()}`)
    },
    async close() {
      await browser.close()
    },
  }
}

/** Does what leads to another page, and waits until that page is there. */
export async function follow(page: Page, act: () => Promise<unknown>): Promise<void> {
  const arrived = page.waitForEvent('domcontentloaded')
  await act()
  await arrived
}

/** Follows a link or presses a button of the page by its words. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const named = { name, exact: typeof name === 'string' }
  // A link drawn as a button has the role of a button once GOV.UK's script has run, and that of a link before.
  const found = page.getByRole('button', named).or(page.getByRole('link', named))
  await follow(page, () => found.first().click())
}

/** The words as they are seen, in one line: what is hidden is left out. */
export async function shownIn(place: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the text that is not shown is not wanted.
  return (await place.innerText()).replace(/\s+/g, ' ')
}

/** Answers the questions of a form as they are labelled, of one child where the form asks each. */
export interface Form {
  write(label: string, words: string): Promise<void>
  choose(question: string, answer: string): Promise<void>
  tick(question: string, answers: readonly string[]): Promise<void>
  /** `2026-11-02`, or with a time: `2026-11-02 9:15`. */
  date(question: string, when: string): Promise<void>
  pick(label: string, option: string | RegExp): Promise<void>
  of(child: string): Form
}

export function formOn(within: Page | Locator): Form {
  const group = (name: string) => within.getByRole('group', { name, exact: true })
  return {
    write: (label, words) => within.getByLabel(label, { exact: true }).fill(words),
    async choose(question, answer) {
      const radios = group(question).getByRole('radio')
      // A question that an answer asks stands within it, with answers of its own.
      const name = await radios.first().getAttribute('name')
      const named = group(question).getByRole('radio', { name: answer, exact: true })
      await named.and(within.locator(`[name="${name}"]`)).check()
    },
    async tick(question, answers) {
      for (const answer of answers) await group(question).getByRole('checkbox', { name: answer, exact: true }).check()
    },
    async date(question, when) {
      const [day = '', time] = when.split(' ')
      const parts = day.split('-').map(Number)
      const boxes = group(question)
      for (const [i, name] of ['Year', 'Month', 'Day'].entries())
        await boxes.getByLabel(name, { exact: true }).fill(String(parts[i]))
      if (time === undefined) return
      const label = question === 'Date and time' ? 'Time' : `Time (${question.toLowerCase().replace(/\?$/, '')})`
      await within.getByLabel(label, { exact: true }).fill(time)
    },
    async pick(label, option) {
      const list = within.getByLabel(label, { exact: true })
      const value = await list.locator('option').filter({ hasText: option }).first().getAttribute('value')
      await list.selectOption(value)
    },
    of: (child) => formOn(group(child)),
  }
}
