/** Pages of measures: what staff see, what a councillor sees, what leaves in a file. */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readerFor } from '../../src/core/access/access.ts'
import { day } from '../../src/core/calendar/index.ts'
import { dimensions, groupsOf } from '../../src/insight/explore/index.ts'
import { byBounds, type Printed } from '../support/attack.ts'
import { staffIn, startCityWeb } from '../support/city-web.ts'
import { signIn, type TestWeb } from '../support/web.ts'

let web: TestWeb
let analyst: Awaited<ReturnType<typeof signIn>>
let councillor: Awaited<ReturnType<typeof signIn>>
beforeAll(async () => {
  web = await startCityWeb()
  analyst = await signIn(web, staffIn(web, 'performance analyst'))
  const worker = staffIn(web, 'family group conference coordinator')
  await web.services.pool.query(`update worker set role = 'councillor' where id = $1`, [worker])
  await web.services.directory.refresh()
  councillor = await signIn(web, worker)
})
afterAll(() => web?.close())

const textOf = (html: string): string =>
  html
    .replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

/** The cells of each row of a table. */
function rowsOf(html: string, label: string): string[][] {
  const [, table = ''] = new RegExp(`<table[^>]*aria-label="${label}"[^>]*>([\\s\\S]*?)</table>`).exec(html) ?? []
  const body = table.split('<tbody')[1] ?? ''
  return [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => textOf(cell ?? '').trim()),
  )
}

const numberIn = (text: string | undefined): number => Number(text?.replaceAll(',', ''))
const rolling = { from: day('2025-11-01'), to: day('2026-10-31') }

/** Everything that a reader of the file knows: what is printed, what adds up to what, and that nobody prints the rest. */
function knownFrom(csv: string, isPeriod: boolean): Printed {
  const numbers = new Map<string, number>()
  const withheld: string[] = []
  const unprinted: string[] = []
  const sums: { whole: string; parts: string[] }[] = []
  const percentages: { part: string; whole: string; value: number }[] = []
  const months: string[] = []
  const groups: string[] = []
  for (const line of csv.trim().split('\r\n').slice(1)) {
    const [part = '', group = '', counted = '', of = '', value = ''] = line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    const id = `${part}/${group}`
    if (part === 'By month') months.push(id)
    else if (group !== 'All') groups.push(id)
    const note = (half: string, cell: string): void => {
      if (cell === 'c') withheld.push(`${id}/${half}`)
      else numbers.set(`${id}/${half}`, Number(cell))
    }
    note('counted', counted)
    if (of === '') continue
    note('of', of)
    unprinted.push(`${id}/left`)
    sums.push({ whole: `${id}/of`, parts: [`${id}/counted`, `${id}/left`] })
    if (/^[\d.]+$/.test(value) && Number(of) > 0)
      percentages.push({ part: `${id}/counted`, whole: `${id}/of`, value: Number(value) })
  }
  const whole = groups.length === 0 ? undefined : `${groups[0]!.split('/')[0]}/All`
  const halves = unprinted.length === 0 ? ['counted'] : ['counted', 'of', 'left']
  for (const parts of whole === undefined ? [] : isPeriod ? [groups, months.slice(12)] : [groups])
    for (const half of halves) sums.push({ whole: `${whole}/${half}`, parts: parts.map((one) => `${one}/${half}`) })
  return { numbers, withheld, unprinted, sums, percentages }
}

describe('the list of measures', () => {
  test('has every measure once, by service, with its target in words', async () => {
    const page = (await analyst.get('/measures')).body
    for (const { id } of web.services.definitions.measures)
      expect(page.split(`href="/measures/${id}"`), id).toHaveLength(2)
    expect(textOf(page)).toMatch(/(Better than|Worse than|On) target \(24\.0%\)/)
  })
})

describe('the page of a measure', () => {
  test('breaks it down by everything, and the parts make the whole', async () => {
    for (const { id, title } of dimensions) {
      const { body, statusCode } = await analyst.get(`/measures/re-referrals-12-months?by=${id}`)
      expect(statusCode, id).toBe(200)
      const rows = rowsOf(body, title)
      const all = rows.pop()
      expect(rows.length, id).toBeGreaterThan(1)
      expect(
        rows.reduce((sum, row) => sum + numberIn(row[2]), 0),
        id,
      ).toBe(numberIn(all?.[2]))
    }
  })

  test('stands beside published figures, with its rank among neighbours and the licence', async () => {
    const text = textOf((await analyst.get('/measures/re-referrals-12-months')).body)
    expect(text).toMatch(/\d+(st|nd|rd|th) of \d+ among this council and its statistical neighbours/)
    expect(text).toContain('England')
    expect(text).toContain('Open Government Licence')
    expect(textOf((await analyst.get('/measures/enquiries-15')).body)).toContain('Nothing is published')
  })

  test('leads to the children, by group', async () => {
    const { body } = await analyst.get('/measures/referrals?by=need')
    const [, link = ''] = /href="(\/measures\/referrals\?by=need&amp;only=[^"]+)"/.exec(body) ?? []
    const group = (await analyst.get(link.replaceAll('&amp;', '&'))).body
    const [, children = ''] = /href="(\/measures\/referrals\/children[^"]+)"/.exec(group) ?? []
    const list = await analyst.get(children.replaceAll('&amp;', '&'))
    expect(list.statusCode).toBe(200)
    expect(list.body.match(/href="\/children\/HW/g)?.length).toBeGreaterThan(0)
  })

  test('of a group that is not there is not found', async () => {
    for (const path of ['/measures/nothing', '/measures/referrals?by=sex&only=nobody', '/measures/nothing/download'])
      expect((await analyst.get(path)).statusCode, path).toBe(404)
  })
})

describe('a councillor', () => {
  test('sees no child and no small number, on any page of any measure', async () => {
    const { measures } = web.services.definitions
    let withheld = 0
    for (const measure of measures.filter((one) => one.family === undefined)) {
      for (const { id, title } of dimensions.filter((one) => one.id === 'ethnicity' || one.id === 'need')) {
        const { body } = await councillor.get(`/measures/${measure.id}?by=${id}`)
        expect(body, measure.id).not.toMatch(/href="\/children\/HW|\/measures\/[^"]*\/children|only=/)
        for (const row of rowsOf(body, title)) {
          const counts = row.slice(1, measure.from.denominator === null ? 2 : 3)
          for (const count of counts)
            expect(['1', '2', '3', '4'], `${measure.id} ${row.join(' ')}`).not.toContain(count)
          withheld += counts.filter((count) => count === 'c').length
          if (counts.length === 2 && !counts.includes('c')) {
            const left = numberIn(counts[1]) - numberIn(counts[0])
            expect([1, 2, 3, 4], `${measure.id} ${row.join(' ')}`).not.toContain(left)
          }
        }
      }
    }
    expect(withheld).toBeGreaterThan(50)
  }, 120_000)

  test('never has exactly one number withheld in a table, from which the rest would give it back', async () => {
    let tables = 0
    for (const { id, title } of dimensions) {
      const rows = rowsOf((await councillor.get(`/measures/referrals?by=${id}`)).body, title)
      const hidden = rows.filter((row) => row[1] === 'c').length
      expect(hidden, id).not.toBe(1)
      if (hidden > 0) tables++
    }
    expect(tables).toBeGreaterThan(0)
  })

  test('sees figures to the end of the last month, so that no two days can be set beside each other', async () => {
    const text = textOf((await councillor.get('/measures/contacts')).body)
    expect(text).toContain('Year to date')
    const now = textOf((await councillor.get('/measures/children-in-need')).body)
    expect(now).toContain('31 October 2026')
    expect(now).not.toContain('23 November 2026.')
  })

  test('is refused the children', async () => {
    for (const path of ['/measures/referrals/children', '/measures/children-on-plans/children?by=sex&only=F'])
      expect((await councillor.get(path)).statusCode, path).toBe(403)
  })
})

describe('a file of a measure', () => {
  test('withholds small numbers from everyone, and shows the others as they are', async () => {
    const { pool, definitions, explore } = web.services
    const reader = readerFor(pool, { worker: 1, role: 'performance analyst', team: null })
    const explored = await explore.now(reader, 'test')
    if (!explored.ok) throw new Error(explored.says)
    const measure = definitions.measures.find((one) => one.id === 'referrals')!
    const groups = groupsOf(explored.value.columns, measure, rolling, 'need')
    const file = await analyst.get('/measures/referrals/download?by=need&format=csv')
    const lines = file.body
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    const needs = lines.filter(([part]) => part === 'By need')
    expect(needs).toHaveLength(groups.length + 1)
    expect(lines.filter(([part]) => part === 'By month')).toHaveLength(24)
    for (const [, group, counted] of lines.slice(1)) expect(['1', '2', '3', '4'], group).not.toContain(counted)
    const shown = needs.slice(0, -1).filter((row) => row[2] !== 'c')
    const counts = groups.map((one) => String(one.numerator))
    for (const row of shown) expect(counts).toContain(row[2])
  })

  test('gives back no small number to a reader who adds and subtracts everything in it', async () => {
    const { measures } = web.services.definitions
    let withheld = 0
    for (const measure of measures.filter((one) => one.family === undefined)) {
      for (const by of ['age', 'need']) {
        const file = await analyst.get(`/measures/${measure.id}/download?by=${by}&format=csv`)
        const known = knownFrom(file.body, measure.over === 'period')
        withheld += known.withheld.length
        for (const [id, { least, most }] of byBounds(known, 1_000)) {
          // That it is one of 1 to 4 is what `c` says; nobody may learn more of a small number.
          const isExposed = most - least < 3 && least > 0 && least < 5
          expect(isExposed, `${measure.id} by ${by}, ${id} is ${least} to ${most}`).toBe(false)
        }
      }
    }
    expect(withheld).toBeGreaterThan(500)
  })

  test('as a workbook holds numbers as numbers and says what it is', async () => {
    const file = await analyst.get('/measures/contacts-decided-in-time/download?by=sex&format=xlsx')
    const parts = unzipSync(file.rawPayload)
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(sheet).toMatch(/<c><v>\d+<\/v><\/c>/)
    expect(strFromU8(parts['xl/workbook.xml']!)).toContain('name="By sex"')
    expect(strFromU8(parts['xl/worksheets/sheet3.xml']!)).toContain('Contacts decided in time')
  })

  test('never runs: a team called like a formula is text in CSV and in the workbook', async () => {
    const { pool, directory } = web.services
    await pool.query(`update team set name = '=HYPERLINK("http://x","y")' where id = (select team from contribution
      where measure = 'referrals' and day between '2025-11-01' and '2026-10-31' group by team order by count(*) desc limit 1)`)
    await directory.refresh()
    const csv = (await analyst.get('/measures/referrals/download?by=team&format=csv')).body
    expect(csv).toContain(`"'=HYPERLINK`)
    expect(csv).not.toMatch(/(^|,|\n)"?=/)
    const workbook = await analyst.get('/measures/referrals/download?by=team&format=xlsx')
    const sheet = strFromU8(unzipSync(workbook.rawPayload)['xl/worksheets/sheet2.xml']!)
    expect(sheet).toContain('<is><t xml:space="preserve">=HYPERLINK')
    expect(sheet).not.toContain('<f>')
  })
})
