/** What goes wrong when people record: wrong days, missing answers, two presses, two people, a session that ended. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { barriersOn } from '../support/accessible.ts'
import { follow, formOn, openSite, press, type Site, shownIn } from '../support/browser.ts'
import { staff, startWeb, type TestWeb } from '../support/web.ts'
import { type Family, registerFamily } from './family.ts'

let web: TestWeb
let site: Site
let family: Family
const open: Page[] = []
beforeAll(async () => {
  web = await startWeb()
  site = await openSite(web.app)
  family = await registerFamily(web)
  const referral = { received: '2026-11-19', source: '2A' }
  const decision = { decided: '2026-11-20', response: 'assess', need: 'N1', reason: 'Bruises', referrerTold: 'yes' }
  await record('referral', null, referral)
  await record('referralDecision', 2, decision)
})
afterAll(async () => {
  await site?.close()
  await web?.close()
})
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close()
})

async function record(step: string, episode: number | null, values: Record<string, string>): Promise<void> {
  const part = {
    does: 'record',
    record: family.wren.record,
    pathway: 'children-in-need',
    step,
    episode,
    values,
  } as const
  const hand = { author: staff.manager, now: moment('2026-11-20T16:00:00.000Z'), act: randomUUID() }
  const result = await web.services.recorder.record([part], hand)
  if (!result.ok) throw new Error(JSON.stringify(result))
}

async function as(worker: number, options = {}): Promise<Page> {
  const page = await site.signedIn(worker, options)
  open.push(page)
  return page
}

const note = () => `/children/${family.wren.childId}/record/children-in-need/caseNote?episode=2`
const started = () => `/children/${family.wren.childId}/record/children-in-need/assessmentStarted?episode=2`

async function times(step: string): Promise<number> {
  const { rows } = await web.services.pool.query('select count(*)::int as n from entry where step = $1', [step])
  return rows[0].n
}

describe('a day that cannot be', () => {
  test.each([
    ['30 February', '2026-02-30', 'not a real date'],
    ['next year', '2027-11-23', 'must be today or in the past'],
    ['before the birth', '2018-05-02', 'before the child was born'],
    ['a month of words', '2026-99-1', 'not a real date'],
  ])('%s: said beside the day and in the summary, and everything typed is kept', async (_, when, says) => {
    const page = await as(staff.social)
    await page.goto(note())
    await formOn(page).date('Date', when)
    await formOn(page).write('What is this about? (optional)', 'Call to school')
    await formOn(page).write('Note', 'Head teacher is worried.\nWill call again.')
    await press(page, 'Record')

    expect(await page.title()).toMatch(/^Error: /)
    const summary = page.locator('.govuk-error-summary')
    expect(await shownIn(summary)).toContain(says)
    expect(await shownIn(page.getByRole('group', { name: 'Date', exact: true }))).toContain(says)
    const [year, month, day] = when.split('-').map((part) => String(Number(part)))
    expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe(day)
    expect(await page.getByLabel('Month', { exact: true }).inputValue()).toBe(month)
    expect(await page.getByLabel('Year', { exact: true }).inputValue()).toBe(year)
    expect(await page.getByLabel('What is this about? (optional)').inputValue()).toBe('Call to school')
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe(
      'Head teacher is worried.\nWill call again.',
    )
    await summary.getByRole('link').first().click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('happened-day')
    expect(await barriersOn(page)).toEqual([])
  })
})

test('every answer that is missing is named, and each link goes to its question', async () => {
  const page = await as(staff.social)
  await page.goto(`/children/${family.wren.childId}/record/children-in-need/referral`)
  await press(page, 'Record')
  const links = page.locator('.govuk-error-summary').getByRole('link')
  expect(await links.allTextContents()).toEqual(['Enter the date received.', 'Answer “Who referred?”'])
  for (const link of await links.all()) {
    const target = (await link.getAttribute('href')) ?? ''
    await link.click()
    expect(`#${await page.evaluate(() => document.activeElement?.id)}`).toBe(target)
  }
})

test('what is missing of one child is said with that child’s name', async () => {
  const page = await as(staff.social)
  await page.goto(`/children/${family.wren.childId}/record/person/visit?with=all`)
  await formOn(page).date('Date of visit', '2026-11-23')
  await formOn(page).of(family.wren.name).choose('Was the child seen?', 'Yes')
  await press(page, 'Record')
  const said = await page.locator('.govuk-error-summary').getByRole('link').allTextContents()
  expect(said.some((one) => one.startsWith('Wren Ashdown: ') && one.includes('alone'))).toBe(true)
  expect(said.some((one) => one.startsWith('Ellis Ashdown: ') && one.includes('seen'))).toBe(true)
  for (const link of await page.locator('.govuk-error-summary').getByRole('link').all()) {
    await link.click()
    expect(`#${await page.evaluate(() => document.activeElement?.id)}`).toBe(await link.getAttribute('href'))
  }
})

describe('sent twice', () => {
  test('two presses on Record record once', async () => {
    const before = await times('caseNote')
    const page = await as(staff.social)
    await page.goto(note())
    await formOn(page).date('Date', '2026-11-23')
    await formOn(page).write('Note', 'Pressed twice')
    await follow(page, () => page.getByRole('button', { name: 'Record', exact: true }).dblclick())
    await page.getByText('Case note recorded for Wren Ashdown').waitFor()
    expect(await times('caseNote')).toBe(before + 1)
  })

  test('back, and sent again without a script, records once', async () => {
    const before = await times('caseNote')
    const page = await as(staff.social, { javaScriptEnabled: false })
    await page.goto(note())
    const key = await page.locator('input[name="key"]').getAttribute('value')
    const send = async () => {
      await formOn(page).date('Date', '2026-11-23')
      await formOn(page).write('Note', 'Sent, and sent again')
      await press(page, 'Record')
      expect(await shownIn(page.locator('main'))).toContain('Sent, and sent again')
    }
    await send()
    await page.goBack()
    // The server asks browsers to keep no page, so going back may fetch the form anew: the old key is put back.
    await page.locator('input[name="key"]').evaluate((input, old) => input.setAttribute('value', old ?? ''), key)
    await send()
    expect(await times('caseNote')).toBe(before + 1)
  })
})

test('two people record on one episode: the second sees what is new, and loses nothing', async () => {
  const [tamsin, idris] = [await as(staff.social), await as(staff.manager)]
  await tamsin.goto(started())
  await idris.goto(started())
  const write = async (page: Page, purpose: string) => {
    await formOn(page).date('Date started', '2026-11-20')
    await formOn(page).write('What it is to find out (optional)', purpose)
    await press(page, 'Record')
  }
  await write(idris, 'How the bruises came about')
  expect(await shownIn(idris.locator('main'))).toContain('Assessment started recorded for Wren Ashdown')
  await write(tamsin, 'Whether Wren is safe at home')
  expect(await shownIn(tamsin.locator('main'))).toContain('What is new since you opened this')
  expect(await shownIn(tamsin.locator('main'))).toContain('Assessment started')
  expect(await tamsin.getByLabel('What it is to find out (optional)').inputValue()).toBe('Whether Wren is safe at home')
  expect(await barriersOn(tamsin)).toEqual([])
  await press(tamsin, 'Record')
  expect(await shownIn(tamsin.locator('main'))).toContain('Whether Wren is safe at home')
  expect(await times('assessmentStarted')).toBe(2)
})

test.each([
  { scripts: 'with JavaScript', javaScriptEnabled: true },
  { scripts: 'without JavaScript', javaScriptEnabled: false },
])('a session that ended while somebody typed loses nothing, $scripts', async (options) => {
  const before = await times('caseNote')
  const page = await as(staff.social, options)
  await page.goto(note())
  await formOn(page).date('Date', '2026-11-23')
  await formOn(page).write('Note', 'A long note.\nWith “quotes” & <signs>.')
  await page.context().clearCookies()
  await press(page, 'Record')
  expect(await shownIn(page.locator('main'))).toContain('What you typed is not lost')
  if (options.javaScriptEnabled) expect(await barriersOn(page)).toEqual([])
  await press(page, 'Tamsin Orrell, social worker')
  expect(await shownIn(page.locator('main'))).toContain('What you typed is still here')
  if (options.javaScriptEnabled) expect(await barriersOn(page)).toEqual([])
  expect(await times('caseNote')).toBe(before)
  await press(page, 'Send what I typed')
  const shown = await shownIn(page.locator('main'))
  expect(shown).toContain('Case note recorded for Wren Ashdown')
  expect(shown).toContain('A long note. With “quotes” & <signs>.')
  expect(await times('caseNote')).toBe(before + 1)
})

test('a form with the token of another session is not recorded unasked, and is not lost', async () => {
  const before = await times('caseNote')
  // A script would ask for the session's own token before it sends.
  const page = await as(staff.social, { javaScriptEnabled: false })
  await page.goto(note())
  await page
    .locator('input[name="token"]')
    .last()
    .evaluate((input) => input.setAttribute('value', 'old'))
  await formOn(page).date('Date', '2026-11-23')
  await formOn(page).write('Note', 'Typed before the server was started again')
  await press(page, 'Record')
  expect(await times('caseNote')).toBe(before)
  await press(page, 'Send what I typed')
  expect(await shownIn(page.locator('main'))).toContain('Typed before the server was started again')
})

test('what is half done is kept as a draft as it was typed, wrong day and all, and can be gone on with', async () => {
  const page = await as(staff.social, { javaScriptEnabled: false })
  await page.goto(note())
  // Later than what other tests left half done, so that it is the first of the drafts.
  web.setNow('2026-11-23T10:15:00.000Z')
  await formOn(page).date('Date', '2026-02-31')
  await formOn(page).write('Note', 'Half a note\nand no more')
  await press(page, 'Save as a draft')
  expect(await shownIn(page.locator('main'))).toContain('Case note for Wren Ashdown is among your drafts')
  await page.goto('/')
  await press(page, /^Case note, Wren Ashdown/)
  expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('31')
  expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('Half a note\nand no more')
  await formOn(page).date('Date', '2026-11-23')
  await press(page, 'Record')
  expect(await shownIn(page.locator('main'))).toContain('Half a note and no more')
  const { rows } = await web.services.pool.query(`select id from draft where posted->>'note' like 'Half a note%'`)
  expect(rows).toEqual([])
})

test('a file that is attached comes back as it was, and only as a download', async () => {
  const page = await as(staff.social)
  await page.goto(`/children/${family.wren.childId}/record/children-in-need/attachment?episode=2`)
  await formOn(page).date('Date of the document', '2026-11-23')
  await formOn(page).write('Title', 'Drawing of the house')
  const buffer = Buffer.from('A house, and who is in it. <script>document.title = "run"</script>')
  await page.locator('input[type="file"]').setInputFiles({ name: 'drawing.txt', mimeType: 'text/html', buffer })
  await press(page, 'Record')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^(document|drawing\.txt)$/ }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  expect(Buffer.concat(chunks).equals(buffer)).toBe(true)
})

test.each(['/children/HW0000000', '/children/HW0000000/chronology', '/nowhere', '/children/%00'])(
  'there is nothing at %s, and it is said on a page like any other',
  async (address) => {
    const page = await as(staff.social)
    const response = await page.goto(address)
    expect([400, 404]).toContain(response?.status())
    const shown = await shownIn(page.locator('body'))
    expect(shown).toContain('Go to my children')
    expect(shown).not.toMatch(/\bat .*\.tsx?:\d+|Error:/)
    expect(await page.locator('h1').count()).toBe(1)
  },
)

test('on paper the child’s page has neither navigation nor buttons', async () => {
  const page = await as(staff.social)
  await page.goto(`/children/${family.wren.childId}`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('heading', { level: 1, name: family.wren.name }).isVisible()).toBe(true)
  for (const hidden of [
    '.govuk-service-navigation',
    '.moj-sub-navigation',
    '.govuk-button',
    '.heartwood-header__person',
  ])
    for (const one of await page.locator(hidden).all()) expect(await one.isVisible(), hidden).toBe(false)
})
