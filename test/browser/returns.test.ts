import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { write903 } from '../../bench/returns/files.ts'
import { returnsPageFiles } from '../../src/returns/browser/files.ts'

let server: Server
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'returns-page-'))

beforeAll(async () => {
  const files = await returnsPageFiles()
  server = createServer((request, response) => {
    const file = files.get((request.url ?? '').replace('/returns/', '').replace(/\?.*/, '') || 'index.html')
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': file?.type ?? 'text/plain' })
    response.end(file?.body)
  }).listen(0, '127.0.0.1')
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the page on which a return is checked', () => {
  test('1,000 children: findings at once, by rule and by child, downloads, and all of it without a network', async () => {
    const { files, previous } = write903(folder, 1000, 7)
    const paths = (of: string) => readdirSync(of).map((name) => join(of, name))
    const context = await browser.newContext({ acceptDownloads: true })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/returns/`)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.getByLabel('Year in which the period ends').selectOption('2027')

    // Nobody finds their files within two seconds of opening a page: by then the worker has warmed up.
    await page.waitForTimeout(2000)

    await page.getByLabel('Files of this return').setInputFiles(paths(files))
    await page.getByRole('heading', { name: /SSDA903 2027: [\d,]+ errors/ }).waitFor()
    const took = await page.evaluate(() => {
      const [dropped] = performance.getEntriesByName('dropped')
      const [found] = performance.getEntriesByName('first-finding')
      return (found?.startTime ?? Number.POSITIVE_INFINITY) - (dropped?.startTime ?? 0)
    })
    const measured = await page.locator('#measure').textContent()
    process.stdout.write(`first finding after ${Math.round(took)} ms; ${measured}\n`)
    // 300 ms on the bench machine; the suite runs on machines that do other things too.
    expect(took).toBeLessThan(3000)

    await page.getByText('Last year’s files, homes and postcodes').click()
    await page.getByLabel('Last year’s files').setInputFiles(paths(previous))
    await page.getByRole('combobox', { name: 'Rule' }).selectOption('502')
    await page.getByText(/^1 to 100 of/).waitFor()
    expect(await page.locator('.child li strong').allTextContents()).toEqual(Array(100).fill('502'))
    const [child = ''] = await page.locator('.child h3').allTextContents()
    await page.getByRole('searchbox').fill(child.replace('Child ', ''))
    await expect.poll(() => page.locator('.child h3').allTextContents()).toEqual([child])

    for (const [button, name] of [
      ['Download the findings (CSV)', 'ssda903-2027-findings.csv'],
      ['Download a workbook to mend', 'ssda903-2027-findings.xlsx'],
    ] as const) {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: button }).click()
      expect((await download).suggestedFilename()).toBe(name)
    }

    await context.setOffline(true)
    await page.reload()
    await page.getByLabel('Year in which the period ends').selectOption('2027')
    await page.getByLabel('Files of this return').setInputFiles(paths(files))
    await page.getByRole('heading', { name: /SSDA903 2027: [\d,]+ errors/ }).waitFor()
    await context.close()
  })
})
