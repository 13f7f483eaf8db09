/** The second wall, and the dated rows that access turns on. The proof walks the cells; this looks at the wall itself. */
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  putCompartment,
  putConflict,
  putCover,
  putGrant,
  putOpening,
  putStanding,
  reviewOpening,
} from '../../src/core/access/policy/put.ts'
import {
  type AskingNow,
  askAsViewer,
  installRowLevelSecurity,
} from '../../src/core/access/policy/row-level-security.ts'
import { standingOf } from '../../src/core/access/policy/standing.ts'
import { addMillis, day, moment } from '../../src/core/calendar/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const now = moment('2026-11-23T10:00:00.000Z')
const today = day('2026-11-23')
const put = { by: 9, at: now, since: today }
const social: AskingNow = {
  worker: 1,
  team: 1,
  role: 'social worker',
  resource: 'chronology',
  action: 'read',
  today,
  now,
}

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query(`
    insert into person (record, child_id, forename, surname, sex, ethnicity, adult, latest)
      select n, 'C' || n, 'A', 'B', 'U', 'NOBT', false, '[]' from generate_series(1, 50) n;
    insert into allocation (record, episode, n, pathway, role, team, worker, since)
      values (1, 1, 1, 'children-in-need', 'lead', 2, 1, '2026-01-01'), (2, 1, 1, 'children-in-need', 'lead', 2, 3, '2026-01-01');
    insert into contribution (measure, record, key, day, denominator, numerator)
      select 'referrals', n, 1, '2026-11-01', 1, 1 from generate_series(1, 50) n;
    create schema analysis;
    create view analysis.people as select record from person;`)
  await installRowLevelSecurity(database.pool)
  await database.pool.query(
    'grant usage on schema analysis to heartwood_app; grant select on analysis.people to heartwood_app',
  )
})
afterAll(() => database?.drop())

async function asApp<Result>(
  asking: AskingNow | undefined,
  work: (on: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role heartwood_app')
    if (asking) await askAsViewer(client, asking)
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
const seen = (asking: AskingNow | undefined, from = 'person') =>
  asApp(asking, async (on) =>
    (await on.query<{ record: number }>(`select record from ${from} order by record`)).rows.map(({ record }) => record),
  )

describe('the wall', () => {
  test('only one’s own are there, and none for who says nothing of who asks', async () => {
    expect(await seen(social)).toEqual([1])
    expect(await seen(undefined)).toEqual([])
    expect(await seen({ ...social, role: undefined })).toEqual([])
  })

  test('a view gives no more than its table: it reads as who asks', async () => {
    expect(await seen(social, 'analysis.people')).toEqual([1])
    await database.pool.query('alter view analysis.people set (security_invoker = false)')
    expect(await seen(social, 'analysis.people')).toHaveLength(50)
    await installRowLevelSecurity(database.pool)
    expect(await seen(social, 'analysis.people')).toEqual([1])
  })

  test('what was said of who asks ends with the transaction, so that the next on the connection is nobody', async () => {
    const client = await database.pool.connect()
    try {
      await client.query('begin')
      await askAsViewer(client, social)
      await client.query('commit')
      await client.query('begin')
      await client.query('set local role heartwood_app')
      expect((await client.query('select from person')).rowCount).toBe(0)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('nothing is written about a record that may not be written about, and the log is not read', async () => {
    const add = (record: number) => (on: pg.PoolClient) =>
      on.query(`insert into content (record, position, body) values (${record}, 1, '{}')`)
    const noting: AskingNow = { ...social, resource: 'case note', action: 'create' }
    expect((await asApp(noting, add(1))).rowCount).toBe(1)
    await expect(asApp(noting, add(2))).rejects.toThrow('row-level security')
    await expect(asApp({ ...noting, action: 'approve' }, add(1))).rejects.toThrow('row-level security')
    await expect(asApp(social, (on) => on.query('select from access_log'))).rejects.toThrow('permission denied')
    await expect(asApp(social, (on) => on.query('select from compartment'))).rejects.toThrow('permission denied')
    await expect(asApp(social, (on) => on.query('delete from person'))).rejects.toThrow('permission denied')
  })

  test('figures count everyone and name nobody', async () => {
    const analyst: AskingNow = { ...social, role: 'performance analyst', resource: 'figure' }
    expect(await seen(analyst, 'contribution')).toHaveLength(50)
    expect(await seen(analyst)).toEqual([])
    expect(await seen(social, 'contribution')).toEqual([1])
  })

  test('the sets are made once a statement, not once a row', async () => {
    const plan = await asApp(social, (on) => on.query<{ 'QUERY PLAN': string }>('explain select from person'))
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(text.match(/\(hashed SubPlan/g)!.length).toBeGreaterThan(1)
    // Without “hashed” it would be run again for every row.
    expect(text).not.toMatch(/\(SubPlan/)
  })
})

describe('the dated rows', () => {
  const viewer = { worker: 1, team: null, today, now }
  const on = (record: number, at = viewer) => standingOf(database.pool, at, record)
  const later = { ...viewer, today: day('2026-12-01') }

  test('hold from their first day until the day they end, and say who ended them', async () => {
    const { pool } = database
    const ended = { by: 8, at: now, since: today, until: day('2026-12-01') }
    await putCompartment(pool, { record: 10, name: 'adoption', custodian: 9 }, put)
    await putGrant(pool, { record: 10, name: 'adoption', worker: 1 }, put)
    await putConflict(pool, { record: 10, worker: 1, kind: 'friend' }, put)
    await putStanding(pool, { record: 10, worker: 1, kind: 'network' }, put)
    const all = { relations: ['network'], compartments: ['adoption'], grants: ['adoption'], inConflict: true }
    expect(await on(10)).toEqual(all)
    expect(await on(10, { ...viewer, today: day('2026-11-22') })).toEqual({
      relations: [],
      compartments: [],
      grants: [],
      inConflict: false,
    })
    expect(await on(10, later)).toEqual(all)
    await putCompartment(pool, { record: 10, name: 'adoption', custodian: 9 }, ended)
    await putGrant(pool, { record: 10, name: 'adoption', worker: 1 }, ended)
    await putConflict(pool, { record: 10, worker: 1, kind: 'friend' }, ended)
    await putStanding(pool, { record: 10, worker: 1, kind: 'network' }, ended)
    expect(await on(10)).toEqual(all)
    expect(await on(10, later)).toEqual({ relations: [], compartments: [], grants: [], inConflict: false })
    const { rows } = await pool.query('select set_by, ended_by from compartment where record = 10')
    expect(rows).toEqual([{ set_by: 9, ended_by: 8 }])
  })

  test('a caseload is covered until it is taken back', async () => {
    expect((await on(2)).relations).toEqual([])
    await putCover(database.pool, { standIn: 1, worker: 3 }, put)
    expect((await on(2)).relations).toEqual(['stand-in'])
    await putCover(database.pool, { standIn: 1, worker: 3 }, { ...put, until: day('2026-11-24') })
    expect((await on(2, later)).relations).toEqual([])
  })

  test('an emergency is told in words, lasts an hour, and is reviewed by somebody else', async () => {
    const { pool } = database
    const opening = {
      worker: 1,
      record: 20,
      kind: 'break-glass',
      purpose: 'safeguarding',
      at: now,
      reviewDue: day('2026-11-24'),
    } as const
    expect(await putOpening(pool, { ...opening, words: 'urgent' })).toMatchObject({
      ok: false,
      code: 'field.too-short',
    })
    const { reviewDue: _, ...unreviewed } = opening
    expect(await putOpening(pool, { ...unreviewed, words: 'Found at the station alone' })).toMatchObject({
      code: 'field.missing',
    })
    const opened = await putOpening(pool, { ...opening, words: 'Found at the station alone' })
    if (!opened.ok) throw new Error(opened.says)
    expect(opened.value.until).toBe('2026-11-23T11:00:00.000Z')
    expect((await on(20)).relations).toEqual(['break-glass'])
    expect((await on(20, { ...viewer, now: addMillis(now, 3_600_000) })).relations).toEqual([])
    expect(await reviewOpening(pool, opened.value.id, 1, now)).toBe(false)
    expect(await reviewOpening(pool, opened.value.id, 2, now)).toBe(true)
    expect(await reviewOpening(pool, opened.value.id, 2, now)).toBe(false)
  })

  test('a session out of hours is of every record, and of one worker', async () => {
    const session = {
      worker: 5,
      record: null,
      kind: 'out of hours',
      purpose: 'safeguarding',
      at: now,
      reviewDue: day('2026-11-24'),
    } as const
    expect(await putOpening(database.pool, session)).toMatchObject({ ok: true })
    expect((await on(33, { ...viewer, worker: 5 })).relations).toEqual(['out of hours'])
    expect((await on(33, { ...viewer, worker: 6 })).relations).toEqual([])
  })
})
