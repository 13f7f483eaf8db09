import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, moment } from '../../src/core/calendar/index.ts'
import { openSettings } from '../../src/core/work/settings.ts'
import { targetsImporter } from '../../src/insight/targets/index.ts'
import { measures } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())

let minute = 10
const load = (text: string) =>
  targetsImporter(measures)([{ name: 'targets.csv', bytes: new TextEncoder().encode(text) }], {
    pool: database.pool,
    now: moment(`2026-11-23T09:${minute++}:00.000Z`),
    progress: () => {},
  })
const targetOn = async (on: string): Promise<number | undefined> =>
  (await openSettings(database.pool)).number('target.re-referrals-12-months', day(on))
const titleOf = (id: string): string => measures.find((measure) => measure.id === id)?.title ?? ''

test('a target is found by id or title and holds from 1 April of its year', async () => {
  const text = `Targets\n\nMeasure,Financial year,Target\nRe-Referrals-12-months,2021-22,22%\n${titleOf('re-referrals-12-months')},2022/23,24\n`
  expect(await load(text)).toMatchObject({
    ok: true,
    value: { loaded: 2, says: 'targets.csv: 2 targets set, 0 as before.' },
  })
  expect([await targetOn('2021-03-31'), await targetOn('2022-03-31'), await targetOn('2022-04-01')]).toEqual([
    undefined,
    22,
    24,
  ])
  expect(await load(text)).toMatchObject({ ok: true, value: { loaded: 0 } })
})

test('a changed target takes the place of the earlier one; the older file given again does not bring that back', async () => {
  const text = (target: string): string => `measure,financial year,target\nre-referrals-12-months,202324,${target}\n`
  await load(text('20'))
  expect(await load(text('19.5'))).toMatchObject({ ok: true, value: { loaded: 1 } })
  expect(await load(text('20'))).toMatchObject({ ok: true, value: { loaded: 0 } })
  expect(await targetOn('2023-04-01')).toBe(19.5)
})

test('what is not sound comes back with row, column and reason', async () => {
  const text =
    'measure,financial year,target\nre-referrals-12-months,2024-25,18\nno such measure,2024-25,5\nre-referrals-12-months,2024,5\n' +
    're-referrals-12-months,2025-26,101\nre-referrals-12-months,2024-25,17\n'
  const loaded = await load(text)
  if (!loaded.ok) throw new Error(loaded.says)
  expect(loaded.value.toMend[0]?.refused.map(({ row, column }) => [row, column])).toEqual([
    [3, 'measure'],
    [4, 'financial year'],
    [5, 'target'],
    [6, 'target'],
  ])
  expect(await targetOn('2024-04-01')).toBe(18)
})

test('a file without the columns is refused in one sentence', async () => {
  expect(await load('measure,year,target\na,b,c\n')).toMatchObject({
    ok: false,
    says: 'Nothing of targets.csv was loaded: it has no header with the columns measure, financial year, target.',
  })
})
