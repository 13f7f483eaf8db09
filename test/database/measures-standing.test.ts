/** How a measure stands on a day, read from the database: sums, target in force, what was published by that day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readerFor } from '../../src/core/access/access.ts'
import { type Day, day, moment } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/index.ts'
import { openSettings, putSetting } from '../../src/core/work/settings.ts'
import { importComparators } from '../../src/insight/published/index.ts'
import { standingOf, standingsOf } from '../../src/insight/standing/index.ts'
import { measures } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const asAt = day('2022-07-21')
const now = moment('2022-07-21T09:00:00.000Z')
const measure = (id: string): Measure => measures.find((one) => one.id === id)!

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  let key = 0
  const put = async (id: string, on: string, numerator: number, denominator: number, times: number): Promise<void> => {
    const keys = Array.from({ length: times }, () => ++key)
    await database.pool.query(
      `insert into contribution (measure, record, key, day, denominator, numerator, team)
       select $1, 1, key, $2, $3, $4, null from unnest($5::integer[]) key`,
      [id, on, denominator, numerator, keys],
    )
  }
  // The last day of the year before, the first and the last day of this one, and one day too late.
  await put('re-referrals-12-months', '2022-03-31', 1, 1, 2)
  await put('re-referrals-12-months', '2022-04-01', 1, 1, 3)
  await put('re-referrals-12-months', '2022-07-21', 0, 1, 7)
  await put('re-referrals-12-months', '2022-07-22', 1, 1, 100)
  await put('re-referrals-12-months', '2021-06-30', 1, 1, 4)
  await put('re-referrals-12-months', '2020-07-01', 0, 1, 4)
  await put('re-referrals-12-months', '2020-06-30', 1, 1, 50)
  await put('children-on-plans', '2010-01-01', 1, 1, 20)
  await put('children-on-plans', '2022-07-01', 1, 1, 4)
  await put('children-on-plans', '2022-07-22', -1, -1, 4)
  await put('plans-two-years-open', '2012-01-01', 1, 0, 6)
  const settings = [
    ['target.re-referrals-12-months', '2021-04-01', '25'],
    ['target.re-referrals-12-months', '2022-04-01', '22'],
    ['target.re-referrals-12-months', '2023-04-01', '10'],
  ] as const
  for (const [name, since, value] of settings)
    await putSetting(database.pool, { key: name, since: day(since), value, setBy: 1, at: now })
})
afterAll(() => database?.drop())

const standing = async (id: string, on: Day = asAt, authority: string | null = '331') => {
  const given = { settings: await openSettings(database.pool), authority, pool: database.pool }
  const read = await standingOf(
    readerFor(database.pool, { worker: 1, role: 'analyst', team: null }),
    measure(id),
    on,
    given,
  )
  if (!read.ok) throw new Error(read.says)
  return read.value
}

test('year to date, twelve whole months and those before them, each to its last day and no further', async () => {
  expect(await standing('re-referrals-12-months')).toMatchObject({
    yearToDate: { numerator: 3, denominator: 10, value: 30, printed: '30.0%' },
    rolling: { numerator: 5, denominator: 5, value: 100 },
    lastYear: { numerator: 4, denominator: 8, value: 50 },
    target: 22,
    sentence: 'Worse than the target; worse than last year.',
  })
})

test('at a date: everything up to it, a share of what the whole counts, twelve month ends and a year before', async () => {
  expect(await standing('children-on-plans')).toMatchObject({
    yearToDate: { value: 24, denominator: null, printed: '24' },
    rolling: { value: 20 },
    lastYear: { value: 20 },
    sentence: 'Higher than last year.',
  })
  expect(await standing('plans-two-years-open')).toMatchObject({
    yearToDate: { numerator: 6, denominator: 24, value: 25 },
    lastYear: { numerator: 6, denominator: 20, value: 30 },
  })
  expect(await standing('children-on-plans-rate')).toMatchObject({
    yearToDate: { numerator: 24, denominator: null, value: null, printed: 'population not loaded' },
  })
})

test('what is published: none, not loaded, and the last that was out on the day', async () => {
  expect(await standing('repeat-plans-2-years')).toMatchObject({ comparison: null, noComparator: 'none published' })
  expect(await standing('re-referrals-12-months')).toMatchObject({ comparison: null, noComparator: 'not loaded' })
  const rows = ['measure,period,area_code,area_name,value,marker']
  for (const [period, own, england] of [
    [2020, 21, 22.6],
    [2021, 25.2, 22.7],
    [2022, 24.1, 21.5],
  ] as const)
    rows.push(`ReReferral,${period},331,Coventry,${own},`, `ReReferral,${period},970,England,${england},`)
  const bytes = new TextEncoder().encode(`${rows.join('\n')}\n`)
  const loaded = await importComparators([{ name: 'lait.csv', bytes }], {
    pool: database.pool,
    now,
    progress: () => {},
  })
  expect(loaded).toMatchObject({ ok: true })
  expect(await standing('re-referrals-12-months')).toMatchObject({
    comparison: { series: 'ReReferral', period: '2021', value: 25.2, england: { value: 22.7 } },
    noComparator: null,
  })
  expect(await standing('re-referrals-12-months', day('2022-12-01'))).toMatchObject({ comparison: { period: '2022' } })
  expect(await standing('re-referrals-12-months', asAt, null)).toMatchObject({ noComparator: 'not loaded' })
})

test('of every measure at once, the same as of each', async () => {
  const given = { settings: await openSettings(database.pool), authority: '331', pool: database.pool }
  const reader = readerFor(database.pool, { worker: 1, role: 'analyst', team: null })
  const all = await standingsOf(reader, measures, asAt, given)
  if (!all.ok) throw new Error(all.says)
  expect(all.value).toHaveLength(measures.length)
  for (const one of all.value.filter(({ yearToDate }) => yearToDate.numerator > 0))
    expect(one).toEqual(await standing(one.measure.id))
  const { rows } = await database.pool.query(
    "select count(*)::int as n from access_log where what = 'measure-standings' and detail = 'several'",
  )
  expect(rows).toEqual([{ n: 1 }])
})
