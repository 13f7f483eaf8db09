/**
 * The timed human task: a visit to three brothers and sisters, recorded with the keyboard alone in under a minute. Each
 * key is really pressed; how long a person takes over each is reckoned, and the time of the machine is added.
 */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { follow, openSite, type Site, shownIn } from '../support/browser.ts'
import { usual } from '../support/story.ts'
import { staff, startWeb, type TestWeb } from '../support/web.ts'
import { type Family, registerFamily } from './family.ts'

/** Milliseconds a person takes: a key of a word being typed; a key that moves or chooses, with the thought before it. */
const pace = { typed: 70, moved: 250 } as const
const limitMillis = 60_000

let web: TestWeb
let site: Site
let family: Family
beforeAll(async () => {
  web = await startWeb()
  site = await openSite(web.app)
  family = await registerFamily(web)
  await putOnPlans()
})
afterAll(async () => {
  await site?.close()
  await web?.close()
})

/** The three are on child protection plans since 16 November and are Tamsin’s. */
async function putOnPlans(): Promise<void> {
  const act = async (step: string, values: object, opens = false) => {
    const parts = family.all.map(({ record }) => ({
      does: 'record' as const,
      record,
      pathway: 'child-protection',
      step,
      episode: opens ? null : 2,
      values: { ...values },
    }))
    const hand = { author: staff.manager, now: moment('2026-11-16T16:00:00.000Z'), act: randomUUID() }
    const result = await web.services.recorder.record(parts, hand)
    if (!result.ok) throw new Error(JSON.stringify(result))
  }
  const conference = { ...usual.conference, outcome: 'plan', category: 'EMO' }
  await act('transferIn', { notified: '2026-11-09', council: 'Wexcombe', category: 'EMO' }, true)
  await act('initialConference', { ...conference, kind: 'transferIn', held: '2026-11-16' })
  await act('allocation', { from: '2026-11-16', team: 1, worker: staff.social, role: 'lead' })
}

/** Hands on a keyboard: counts what a person’s would take. */
class Hands {
  readonly #page: Page
  millis = 0
  keys = 0

  constructor(page: Page) {
    this.#page = page
  }
  async press(key: string): Promise<void> {
    await this.#page.keyboard.press(key)
    this.millis += pace.moved
    this.keys += 1
  }
  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words)
    this.millis += pace.typed * words.length
    this.keys += words.length
  }
  /** What has the focus, in the words that are read out. */
  focused(): Promise<string> {
    return this.#page.evaluate(() => {
      const one = document.activeElement
      const label = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : undefined
      return (label ?? one?.textContent ?? '').replace(/\s+/g, ' ').trim()
    })
  }
  /** Tabs until this has the focus. */
  async tabTo(words: RegExp): Promise<void> {
    for (let times = 0; times < 40; times++) {
      await this.press('Tab')
      if (words.test(await this.focused())) return
    }
    throw new Error(`Nothing that reads ${words} was reached by Tab; now at “${await this.focused()}”`)
  }
  /** The page that this key leads to; a person waits for it. */
  async leave(key: string): Promise<void> {
    await follow(this.#page, () => this.press(key))
  }
}

test('a visit to three brothers and sisters is recorded in under 60 seconds by keyboard alone', async () => {
  const page = await site.signedIn(staff.social)
  const hands = new Hands(page)
  const began = performance.now()

  // From “My children this week”: past the head of the page by the skip link, to the family’s row.
  await hands.press('Tab')
  expect(await hands.focused()).toBe('Skip to main content')
  await hands.press('Enter')
  await hands.tabTo(/^Visit to all/)
  await hands.leave('Enter')
  expect(await shownIn(page.locator('h1'))).toBe('Visit')

  // All three are ticked already. The date; then, of each child: seen, alone, bedroom.
  await hands.press('Tab')
  await hands.press('Enter')
  await hands.tabTo(/^Day$/)
  await hands.type('23')
  await hands.press('Tab')
  await hands.type('11')
  await hands.press('Tab')
  await hands.type('2026')
  await hands.tabTo(/^At home$/)
  await hands.press('Space')
  await hands.press('Tab')
  await hands.type('All three at home, calm. Wren showed me her room.')
  for (const { name } of family.all) {
    for (const question of ['Was the child seen?', 'Was the child seen alone?', 'Was the child’s bedroom seen?']) {
      await hands.press('Tab')
      const of = await page.evaluate(() => {
        const groups: string[] = []
        for (let at = document.activeElement; at; at = at.parentElement)
          if (at instanceof HTMLFieldSetElement) groups.push(at.querySelector('legend')?.textContent.trim() ?? '')
        return groups
      })
      expect(of).toEqual(expect.arrayContaining([question, name]))
      await hands.press('Space')
    }
  }
  await hands.tabTo(/^Record$/)
  await hands.leave('Enter')

  const machineMillis = performance.now() - began
  const taken = hands.millis + machineMillis
  console.info(
    `${hands.keys} keys; ${(taken / 1000).toFixed(1)} s with ${(machineMillis / 1000).toFixed(1)} of machine`,
  )
  expect(taken).toBeLessThan(limitMillis)

  expect(await shownIn(page.locator('main'))).toContain('Visit recorded for Wren Ashdown, Ellis Ashdown, Rowan Ashdown')
  const { rows } = await web.services.pool.query(
    `select e.record, c.body from entry e join content c using (record, position) where e.step = 'visit' order by 1`,
  )
  expect(rows.map((row) => row.record)).toEqual(family.all.map((child) => child.record))
  for (const { body } of rows)
    expect(body).toMatchObject({ visited: '2026-11-23', seen: 'yes', alone: 'yes', bedroom: 'yes', where: 'home' })
  const due = await web.services.pool.query(
    "select due from task where name = 'visit' and pathway = 'child-protection'",
  )
  expect(due.rows.map((row) => row.due)).toEqual(['2026-12-07', '2026-12-07', '2026-12-07'])
})
