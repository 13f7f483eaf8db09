/** What a command or another node writes of the council reaches the pages of a running server. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { day, moment } from '../../src/core/calendar/index.ts'
import { openDirectory } from '../../src/core/work/directory.ts'
import { openSettings, putSetting } from '../../src/core/work/settings.ts'
import { councilAt, followCouncil } from '../../src/web/follow-council.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await database?.drop()
})

test('a target that was imported and someone who has left are heard of, and what is kept of records goes', async () => {
  const { pool } = database
  await pool.query(
    `insert into worker (id, forename, surname, role, since) values (7, 'Iris', 'Marlow', 'team manager', '2020-01-01')`,
  )
  const since = await councilAt(pool)
  const [settings, directory] = [await openSettings(pool), await openDirectory(pool)]
  const forget = vi.fn()
  const services = { pool, directory, settings, recorder: { forget }, reload: () => settings.refresh() }
  const stop = followCouncil(services, since, 20)
  await putSetting(pool, {
    key: 'target.re-referrals',
    since: day('2026-04-01'),
    value: '21',
    setBy: 7,
    at: moment('2026-11-23T09:00:00.000Z'),
  })
  await pool.query(`update worker set until = '2026-11-22' where id = 7`)
  await vi.waitFor(() => {
    expect(settings.number('target.re-referrals', day('2026-11-23'))).toBe(21)
    expect(directory.worker(7)?.until).toBe('2026-11-22')
  })
  expect(forget).toHaveBeenCalled()
  stop()
})
