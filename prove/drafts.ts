/**
 * Nothing typed is lost. In a real browser people type into forms while the server is cut off or started again, the line
 * goes down, sessions end, windows are killed, or two windows hold the same draft. Afterwards the text is on the server:
 * all of it, or, where the window itself was killed, all but its last five seconds.
 */

import type pg from 'pg'
import type { Page } from 'playwright-core'
import type { Web } from '../src/web/open.ts'
import { createApp } from '../src/web/server/app.ts'
import { openSite, press, type Site } from '../test/support/browser.ts'
import { openOwnWeb, randomFrom, register, withOwnDatabase } from './support/own-web.ts'
import { type Proof, type Proved, runProof, type Trial } from './support/proof.ts'

const kinds = [
  'server killed',
  'server restarted',
  'offline',
  'window killed',
  'window killed offline',
  'session ended',
  'signed out',
  'two windows',
] as const
type Kind = (typeof kinds)[number]

/** What is promised: text is on the server this long after it was typed, or after the server can be reached again. */
const promisedMillis = 5_000
/** What a browser and eight windows on two cores may take beside that until it can be looked at. */
const slackMillis = 5_000
const windowsAtOnce = 8

const worker = 3
const pause = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis))

interface Stage {
  readonly pool: pg.Pool
  readonly site: Site
  readonly forms: readonly string[]
  readonly random: () => number
  /** The server is gone for a while: cut off in whatever it does, or closed in order. */
  interrupt(isKilled: boolean): Promise<void>
}

interface Typed {
  text: string
  /** When each word was typed, and how long the text was then. */
  readonly words: { readonly at: number; readonly length: number }[]
}

async function type(stage: Stage, page: Page, typed: Typed, prefix: string, count: number): Promise<void> {
  const box = page.getByLabel('What is the worry?', { exact: true })
  await box.focus()
  for (let n = 0; n < count; n++) {
    const word = `${prefix}${typed.words.length} `
    await page.keyboard.insertText(word)
    typed.text += word
    typed.words.push({ at: Date.now(), length: typed.text.length })
    await pause(stage.random() * 250)
  }
}

/** Every version of a text that its author has, in the drafts that are kept. */
async function keptOf(stage: Stage, prefix: string): Promise<string[]> {
  const { rows } = await stage.pool.query<{ worry: string }>(
    `select posted->>'worry' as worry from draft where closed is null and posted->>'worry' like '%' || $1 || '0 %'`,
    [prefix],
  )
  return rows.map(({ worry }) => worry)
}

/** Empty when some draft holds at least the text that was promised. */
async function missing(stage: Stage, prefix: string, promised: string): Promise<string[]> {
  const until = Date.now() + promisedMillis + slackMillis
  let kept: string[] = []
  while (Date.now() < until) {
    kept = await keptOf(stage, prefix)
    if (promised === '' || kept.some((one) => one.startsWith(promised.trim()))) return []
    await pause(100)
  }
  return [`“${promised}” should be kept; there is ${JSON.stringify(kept)}`]
}

const promisedOf = (typed: Typed, at: number): string =>
  typed.text.slice(0, typed.words.filter((word) => word.at <= at - promisedMillis).at(-1)?.length ?? 0)

type Play = (stage: Stage, page: Page, prefix: string, typed: Typed) => Promise<string[]>

const some = (stage: Stage, most: number): number => 1 + Math.floor(stage.random() * most)

const throughOutage =
  (isKilled: boolean): Play =>
  async (stage, page, prefix, typed) => {
    const back = stage.interrupt(isKilled)
    await type(stage, page, typed, prefix, some(stage, 6))
    await back
    return missing(stage, prefix, typed.text)
  }

const plays: Readonly<Record<Kind, Play>> = {
  'server killed': throughOutage(true),
  'server restarted': throughOutage(false),
  async offline(stage, page, prefix, typed) {
    await page.context().setOffline(true)
    await type(stage, page, typed, prefix, some(stage, 8))
    if (stage.random() < 0.3) {
      const waits = page.getByText('Not saved yet')
      await waits.waitFor()
      // Pressed without a line: the page stays, with all that is on it.
      await page.getByRole('button', { name: 'Save as a draft' }).click()
      await pause(300)
      if ((await page.getByLabel('What is the worry?', { exact: true }).inputValue()) !== typed.text)
        return ['the page lost what was typed when it was sent without a connection']
    }
    await page.context().setOffline(false)
    return missing(stage, prefix, typed.text)
  },
  async 'window killed'(stage, page, prefix, typed) {
    await pause(stage.random() * 7_000)
    const promised = promisedOf(typed, Date.now())
    await page.close()
    return missing(stage, prefix, promised)
  },
  async 'window killed offline'(stage, page, prefix, typed) {
    await page.context().setOffline(true)
    await type(stage, page, typed, prefix, some(stage, 4))
    await pause(stage.random() * 7_000)
    const promised = promisedOf(typed, Date.now())
    const context = page.context()
    await page.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await open(next, '/drafts')
    const lost = await missing(stage, prefix, promised)
    await next.close()
    return lost
  },
  async 'session ended'(stage, page, prefix, typed) {
    await page.context().clearCookies()
    await type(stage, page, typed, prefix, some(stage, 6))
    await signInAgain(stage.site, page)
    return missing(stage, prefix, typed.text)
  },
  async 'signed out'(stage, page, prefix, typed) {
    // Where the server is away just then, the text waits on the page, and with it signing out.
    await page.getByRole('button', { name: 'Sign out' }).click()
    const lost = await missing(stage, prefix, typed.text)
    await signInAgain(stage.site, page)
    await open(page, '/drafts')
    const left = await page.evaluate('Object.keys(localStorage).length')
    return [...lost, ...(left === 0 ? [] : ['text was left in the browser'])]
  },
  async 'two windows'(stage, page, prefix, typed) {
    const lost = await missing(stage, prefix, typed.text)
    const second = await page.context().newPage()
    await open(second, page.url())
    const before = typed.text
    const other: Typed = { text: before, words: [...typed.words] }
    await second.getByLabel('What is the worry?', { exact: true }).press('Control+End')
    await type(stage, second, other, `${prefix}B`, some(stage, 3))
    await type(stage, page, typed, prefix, some(stage, 3))
    for (const one of [typed, other]) lost.push(...(await missing(stage, prefix, one.text)))
    if (lost.length > 0) return lost
    await open(second, `/drafts`)
    const kept = await keptOf(stage, prefix)
    if (kept.length !== 2) return [`two windows left ${kept.length} versions: ${JSON.stringify(kept)}`]
    await second.close()
    return putTogether(stage, page, prefix, [typed.text, other.text])
  },
}

/** Through the page that shows both: afterwards one draft holds what both windows held. */
async function putTogether(stage: Stage, page: Page, prefix: string, texts: readonly string[]): Promise<string[]> {
  const { rows } = await stage.pool.query<{ id: string }>(
    `select id from draft where closed is null and beside is not null and posted->>'worry' like $1 || '0 %'`,
    [prefix],
  )
  if (rows.length !== 1) return [`${rows.length} drafts stand beside another`]
  await open(page, `/drafts/${rows[0]!.id}/merge`)
  // The last words of a window that has just been left may arrive meanwhile: then the page shows both again, and asks again.
  for (let tries = 0; tries < 3 && page.url().includes('/merge'); tries++) {
    await page.getByRole('radio', { name: 'Both, one after the other' }).check()
    await press(page, 'Keep this and go on writing')
  }
  const kept = await keptOf(stage, prefix)
  const has = kept.length === 1 && texts.every((text) => kept[0]!.includes(text.trim()))
  return has ? [] : [`put together it is ${JSON.stringify(kept)}, of ${JSON.stringify(texts)}`]
}

/** The server may be away just then. */
async function open(page: Page, address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await page.goto(address).catch(() => undefined)
    if (answer?.ok()) return
    if (tries > 40) throw new Error(`${address} was answered with ${answer?.status() ?? 'nothing'}`)
    await pause(250)
  }
}

async function signInAgain(site: Site, page: Page): Promise<void> {
  for (let tries = 0; ; tries++) {
    const isIn = await site.again(page, worker).then(
      () => true,
      () => false,
    )
    if (isIn) return
    if (tries > 40) throw new Error('nobody could sign in again')
    await pause(250)
  }
}

async function playOne(stage: Stage, kind: Kind, page: Page, n: number): Promise<string[]> {
  const prefix = `t${n}w`
  const typed: Typed = { text: '', words: [] }
  await open(page, stage.forms[n % stage.forms.length]!)
  // The script has run and knows how to seal.
  await page.waitForLoadState('networkidle')
  await type(stage, page, typed, prefix, some(stage, 6))
  const failures = await plays[kind](stage, page, prefix, typed)
  return failures.map((one) => `try ${n}, ${kind}: ${one}`)
}

export async function proveDrafts(pool: pg.Pool, { seed, tries, say }: Trial): Promise<Proved> {
  const web = await openOwnWeb(pool)
  const random = randomFrom(seed)
  const site = await openSite(web.app)
  const server = serverOf(web, Number(new URL(site.address).port))
  const forms: string[] = []
  for (let record = 1; record <= windowsAtOnce; record++)
    forms.push(`/children/${await register(web, record)}/record/mash/contact`)
  const stage: Stage = {
    pool,
    site,
    forms,
    random,
    interrupt: (isKilled) => server.interrupt(isKilled, random() * 2_000),
  }
  const order = Array.from({ length: tries }, (_, n) => kinds[n % kinds.length]!)
  const failures: string[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    let window = await site.visit()
    await signInAgain(site, window)
    while (next < tries) {
      const n = next++
      if (window.isClosed()) window = await window.context().newPage()
      failures.push(
        ...(await playOne(stage, order[n]!, window, n).catch((error) => [`try ${n}, ${order[n]}: ${error}`])),
      )
      await window.context().setOffline(false)
      if (!window.isClosed()) await signInAgain(site, window)
      if (n % 25 === 24) say(`  ${n + 1} of ${tries}, ${failures.length} failed`)
    }
    await window.context().close()
  }
  await Promise.all(Array.from({ length: Math.min(windowsAtOnce, tries) }, lane))
  await site.close()
  await server.close()
  await web.app.close()
  const counted = kinds.map((kind) => `${order.filter((one) => one === kind).length} ${kind}`).join(', ')
  return { tries, failures, counted }
}

/** The server of the proof: cut off with everything under way, or closed in order, and another at the same address. */
function serverOf(web: Web, port: number) {
  let app = web.app
  let under: Promise<void> | undefined
  const goAway = async (isKilled: boolean, awayMillis: number): Promise<void> => {
    const old = app
    if (isKilled) old.server.closeAllConnections()
    await (old === web.app ? new Promise<void>((resolve) => old.server.close(() => resolve())) : old.close())
    await pause(awayMillis)
    app = createApp(web.services)
    await app.listen({ host: '127.0.0.1', port })
  }
  return {
    /** One outage at a time: who wants another while it lasts waits for its end with the others. */
    interrupt(isKilled: boolean, awayMillis: number): Promise<void> {
      under ??= goAway(isKilled, awayMillis).finally(() => {
        under = undefined
      })
      return under
    },
    close: () => (app === web.app ? Promise.resolve() : app.close()),
  }
}

export const draftsProof: Proof = {
  name: 'drafts',
  claim: 'Whatever interrupts, what was typed more than five seconds ago is kept, and no window overwrites another.',
  tries: 500,
  work: (trial) => withOwnDatabase('drafts', (pool) => proveDrafts(pool, trial)),
}

export const run = (args: readonly string[]): Promise<number> => runProof(draftsProof, args)
