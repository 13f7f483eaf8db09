/** The reports of the census over the city: each held against the measures, which reckon the same in another way. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readerFor } from '../../src/core/access/access.ts'
import { day, type Period } from '../../src/core/calendar/index.ts'
import {
  type CinReport,
  censusYear,
  censusYears,
  cinReports,
  type ReportTable,
  readCinYear,
} from '../../src/insight/explore/cin-reports/index.ts'
import { type Columns, figureOf } from '../../src/insight/explore/index.ts'
import { staffIn, startCityWeb } from '../support/city-web.ts'
import { signIn, type TestWeb } from '../support/web.ts'

let web: TestWeb
let columns: Columns
const today = day('2026-11-23')
beforeAll(async () => {
  web = await startCityWeb()
  const explored = await web.services.explore.now(reader(), 'test')
  if (!explored.ok) throw new Error(explored.says)
  columns = explored.value.columns
})
afterAll(() => web?.close())

const reader = () => readerFor(web.services.pool, { worker: 1, role: 'performance analyst', team: null })
const years = censusYears(today, 9)

async function tableOf(id: string, year: Period): Promise<ReportTable> {
  const report: CinReport | undefined = cinReports.find((one) => one.id === id)
  if (report === undefined) throw new Error(`There is no report ${id}`)
  const facts = await readCinYear(reader(), year, report.needs)
  if (!facts.ok) throw new Error(facts.says)
  const { definitions } = web.services
  return report.table(facts.value, { definitions, columns, workingDays: definitions.house.calendars.working })
}

function figure(id: string, year: Period) {
  const measure = web.services.definitions.measures.find((one) => one.id === id)
  if (measure === undefined) throw new Error(`There is no measure ${id}`)
  return figureOf(columns, measure, year)
}

/** The number in a column of the row that begins so. */
function cell({ rows }: ReportTable, first: string, column: number): number {
  const row = rows.find((one) => one[0] === first || one[1] === first)
  return Number(row?.[column])
}

describe('the reports of the census', () => {
  test('are eighteen, each with a name of its own', () => {
    expect(cinReports).toHaveLength(18)
    expect(new Set(cinReports.map((one) => one.id)).size).toBe(18)
    expect(new Set(cinReports.map((one) => one.title)).size).toBe(18)
  })

  test('in working days, say what the clocks say', async () => {
    let conferences = 0
    for (const year of years) {
      const icpc = await tableOf('icpc-working-days-summary', year)
      expect(cell(icpc, 'Within 15 working days', 1), year.title).toBe(figure('initial-conferences-15', year).numerator)
      conferences += cell(icpc, 'All', 1)
      const list = await tableOf('icpc-working-days-list', year)
      expect(list.rows.filter((row) => row[4] === 'Yes').length).toBe(figure('initial-conferences-15', year).numerator)
      expect(list.rows).toHaveLength(cell(icpc, 'All', 1))
      const assessments = await tableOf('assessment-working-days-summary', year)
      expect(cell(assessments, 'All', 1), year.title).toBe(figure('assessments', year).numerator)
      const inTime = figure('assessments-45-from-start', year)
      expect(cell(assessments, 'Within 45 working days', 1), year.title).toBe(inTime.numerator)
      expect((await tableOf('assessment-working-days-list', year)).rows).toHaveLength(cell(assessments, 'All', 1))
    }
    expect(conferences).toBeGreaterThan(20)
  })

  test('of plans, count what the measures count', async () => {
    let reviewed = 0
    for (const year of years) {
      const category = await tableOf('cpp-by-category', year)
      expect(cell(category, 'All', 1), year.title).toBe(figure('plans-started', year).numerator)
      expect(cell(category, 'All', 3), year.title).toBe(figure('children-on-plans', year).numerator)
      expect(cell(category, 'Neglect', 1), year.title).toBe(figure('plans-started-neglect', year).numerator)
      const judged = await tableOf('cpp-reviewed-in-timescale', year)
      const { numerator, denominator } = figure('plans-reviewed-in-time', year)
      expect(judged.rows, year.title).toHaveLength(denominator)
      expect(judged.rows.filter((row) => row[4] === 'Yes').length, year.title).toBe(numerator)
      reviewed += denominator
      const long = await tableOf('cpp-two-years-or-more', year)
      expect(long.rows.length, year.title).toBe(
        figure('plans-two-years-open', year).numerator + figure('plans-two-years-ended', year).numerator,
      )
      const more = await tableOf('more-than-one-cpp', year)
      expect(more.rows.length, year.title).toBe(figure('repeat-plans-ever', year).numerator)
    }
    expect(reviewed).toBeGreaterThan(10)
  })

  test('of sources, needs, factors, months and closings, add up to the measures', async () => {
    for (const year of years) {
      const referrals = figure('referrals', year).numerator
      expect(referrals, year.title).toBeGreaterThan(5)
      for (const id of ['referral-source', 'referral-need']) {
        const { rows } = await tableOf(id, year)
        expect(Number(rows.at(-1)?.[2]), `${id} ${year.title}`).toBe(referrals)
        expect(
          rows.slice(0, -1).reduce((sum, row) => sum + Number(row[2]), 0),
          `${id} ${year.title}`,
        ).toBe(referrals)
      }
      const needs = await tableOf('referral-need', year)
      expect(Number(needs.rows.at(-1)?.[4])).toBe(figure('re-referrals-12-months', year).numerator)
      const factors = await tableOf('factors', year)
      for (const code of ['3A', '4B', '16A'])
        expect(cell(factors, code, 2), `${code} ${year.title}`).toBe(
          figure(`factor-${code.toLowerCase()}`, year).numerator,
        )
      const { rows } = await tableOf('month-flows', year)
      const all = rows.at(-1)!
      for (let column = 1; column < all.length; column++)
        expect(rows.slice(0, -1).reduce((sum, row) => sum + Number(row[column]), 0)).toBe(all[column])
      expect(all.slice(1, 4)).toEqual([
        referrals,
        figure('assessments', year).numerator,
        figure('section-47-enquiries', year).numerator,
      ])
      expect(all.slice(5, 7)).toEqual([figure('plans-started', year).numerator, figure('plans-ended', year).numerator])
    }
  })

  test('continuity: what is open at the end of one year is open at the start of the next', async () => {
    const tables = await Promise.all(years.map((year) => tableOf('continuity', year)))
    for (const [i, table] of tables.entries()) {
      const [before, opened, all] = table.rows.map((row) => row.slice(1).map(Number))
      expect(all).toEqual(before!.map((value, at) => value + opened![at]!))
      const earlier = tables[i + 1]?.rows.at(-1)
      if (earlier !== undefined) expect(before![0], years[i]!.title).toBe(earlier[3])
    }
  })

  test('children in need at the end of the year are as many by need as by age, sex and ethnicity', async () => {
    const year = censusYear(day('2026-03-31'), today)
    const { rows } = await tableOf('children-in-need-at-the-end', year)
    const all = rows.filter((row) => row[1] === 'All').map((row) => row[2])
    expect(all).toEqual(Array(4).fill(figure('children-in-need', year).numerator))
    expect(all[0]).toBeGreaterThan(5)
  })
})

describe('the pages of the reports', () => {
  test('each opens, and gives the same lines as a file', async () => {
    const analyst = await signIn(web, staffIn(web, 'performance analyst'))
    for (const { id } of cinReports) {
      expect((await analyst.get(`/reports/${id}?year=2025-26`)).statusCode, id).toBe(200)
      const file = await analyst.get(`/reports/${id}/download?year=2025-26&format=csv`)
      expect(file.headers['content-type'], id).toContain('text/csv')
      const { rows } = await tableOf(id, censusYear(day('2026-03-31'), today))
      expect(file.body.trim().split('\r\n'), id).toHaveLength(rows.length + 1)
      const workbook = await analyst.get(`/reports/${id}/download?year=2025-26&format=xlsx`)
      expect(workbook.rawPayload.subarray(0, 2).toString(), id).toBe('PK')
    }
    expect((await analyst.get('/reports/nothing')).statusCode).toBe(404)
  })

  test('are closed to councillors', async () => {
    const worker = staffIn(web, 'family group conference coordinator')
    await web.services.pool.query(`update worker set role = 'councillor' where id = $1`, [worker])
    await web.services.directory.refresh()
    const councillor = await signIn(web, worker)
    for (const path of ['/reports', '/reports/factors', '/reports/factors/download', '/reports/more-than-one-cpp'])
      expect((await councillor.get(path)).statusCode, path).toBe(403)
  })
})
