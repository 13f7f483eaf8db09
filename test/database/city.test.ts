import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { loadCity, makeCity } from '../../src/city/index.ts'
import { createRecorder, type Part } from '../../src/core/acts/recorder.ts'
import { day } from '../../src/core/calendar/index.ts'
import type { Hand } from '../../src/core/pathway/decide.ts'
import { bulkLoad } from '../../src/core/projection/bulk.ts'
import { tableNames, tables } from '../../src/core/projection/tables.ts'
import { openSettings } from '../../src/core/work/settings.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const definitions = assembleHeartwood()
const plan = { seed: 1, asAt: day('2026-11-23'), size: 0.02 }

/** Everything a table holds but the number of the transaction that wrote it. */
async function rowsIn({ pool }: TestDatabase, table: string, key: readonly string[]): Promise<readonly object[]> {
  const { rows } = await pool.query(
    `select to_jsonb(t) - 'committed' as row from ${table} t order by ${key.join(', ')}`,
  )
  return rows
}
const place = ['record', 'position'] as const

/** The same for tables that hold the same. */
async function digestOf({ pool }: TestDatabase, table: string, key: readonly string[]): Promise<unknown> {
  const { rows } = await pool.query(
    `select count(*) as rows, md5(string_agg((to_jsonb(t) - 'committed')::text, ' ' order by ${key.join(', ')})) as digest
     from ${table} t`,
  )
  return rows[0]
}

describe('the demo city in the database', () => {
  let city: TestDatabase
  beforeAll(async () => {
    city = await freshDatabase()
    const loaded = await loadCity(city.pool, { ...plan, definitions })
    expect(loaded).toMatchObject({ ok: true })
  })
  afterAll(() => city?.drop())

  const one = async <T extends object>(sql: string): Promise<T> => (await city.pool.query<T>(sql)).rows[0]!

  test('says that it is a demo, which city and of which day', async () => {
    expect(await one('select demo, city, created from installation')).toEqual({
      demo: true,
      city: 'Aldermere, seed 1, 2026-11-23, size 0.02, version 3',
      created: '2026-11-23T09:15:00.000Z',
    })
  })

  test('names every worker, team and school that the record refers to', async () => {
    const unknown = (column: string, table: string) =>
      one<{ count: number }>(
        `select count(*) from entry e join content c using (record, position)
         where c.body ? '${column}' and not exists (select from ${table} t where t.id = (c.body->>'${column}')::integer)`,
      )
    expect(await one('select count(*) from entry e left join worker w on w.id = e.author where w.id is null')).toEqual({
      count: 0,
    })
    expect(await unknown('team', 'team')).toEqual({ count: 0 })
    expect(await unknown('school', 'organisation')).toEqual({ count: 0 })
    expect(
      await one('select count(*) from relationship r left join person p on p.record = r.other where p.record is null'),
    ).toEqual({ count: 0 })
    expect(await one('select count(*) from worker where demo')).toEqual({ count: 11 })
  })

  test('was done by people who were there on the day', async () => {
    const absent = await one(
      `select count(*) from entry e join worker w on w.id = e.author
       where e.recorded::date < w.since or e.recorded::date > w.until`,
    )
    expect(absent).toEqual({ count: 0 })
  })

  test('keeps the limits that were applied when it was made', async () => {
    const settings = await openSettings(city.pool)
    const { rows } = await city.pool.query<{ key: string }>("select key from setting where key <> 'council.authority'")
    expect(rows.length).toBeGreaterThan(10)
    for (const { key } of rows) expect(settings.duration(key, plan.asAt), key).toBeDefined()
  })

  test('leaves the next number of a record free', async () => {
    const { next } = await one<{ next: number }>(`select nextval('record_number') as next`)
    expect(await one(`select count(*) from entry where record >= ${next}`)).toEqual({ count: 0 })
  })

  test('is the same where two threads have told it', async () => {
    const told = await freshDatabase()
    const entry = new URL('../../src/city/thread.ts', import.meta.url)
    const progress: number[] = []
    const loaded = await loadCity(told.pool, {
      ...plan,
      definitions,
      threads: { count: 2, entry },
      progress: ({ entries }) => progress.push(entries),
    })
    expect(loaded).toMatchObject({ ok: true, value: await one('select count(*) as entries from entry') })
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    for (const [table, key] of [
      ['entry', place],
      ['content', place],
      ...tableNames.map((name) => [name, tables[name].key] as const),
      ['installation', ['id']],
    ] as const)
      expect(await digestOf(told, table, key), table).toEqual(await digestOf(city, table, key))
    expect(await digestOf(told, 'entry', place)).not.toEqual(await digestOf(told, 'content', place))
    await told.drop()
  })

  test('is not there at all where one of the threads fails, and the reason is told', async () => {
    const failing = await freshDatabase()
    const source = `import { workerData } from 'node:worker_threads'
      if (workerData.share.first === 1) throw new Error('The city told an act that the rules refuse')
      setInterval(() => {}, 1000)`
    const entry = new URL(`data:text/javascript,${encodeURIComponent(source)}`)
    const load = loadCity(failing.pool, { ...plan, definitions, threads: { count: 2, entry } })
    // The other, which would never end, is ended.
    await expect(load).rejects.toThrow('The city told an act that the rules refuse')
    expect((await failing.pool.query('select from entry')).rowCount).toBe(0)
    await failing.drop()
  })

  test('is given up, threads and all, where the connection is lost while they think', async () => {
    const failing = await freshDatabase()
    const entry = new URL('data:text/javascript,setInterval(() => {}, 1000)')
    const load = loadCity(failing.pool, { ...plan, definitions, threads: { count: 2, entry } })
    const outcome = expect(load).rejects.toThrow('terminating connection')
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and query like 'truncate%'`
    await vi.waitUntil(async () => (await failing.pool.query(cut)).rowCount === 1, { timeout: 20_000 })
    await outcome
    await failing.drop()
  })

  test('is not loaded twice', async () => {
    expect(await loadCity(city.pool, { ...plan, definitions })).toMatchObject({ ok: false, code: 'record.not-empty' })
  })
})

describe('acts of the city, recorded one by one as people record them', () => {
  let live: TestDatabase
  let bulk: TestDatabase
  beforeAll(async () => {
    live = await freshDatabase()
    bulk = await freshDatabase()
  })
  afterAll(async () => {
    await live?.drop()
    await bulk?.drop()
  })

  test('leave the same entries and the same projections as the load', async () => {
    const acts: { readonly parts: readonly Part[]; readonly hand: Hand }[] = []
    const loaded = await bulkLoad(bulk.pool, definitions, async (writer) => {
      for (const family of makeCity(plan).families()) {
        family.record((parts, hand) => {
          acts.push({ parts, hand })
          return writer.act(parts, hand)
        })
        await writer.finish(family.records)
        // The families of the demo social worker are among the first.
        if (acts.length > 1_500) break
      }
    })
    expect(loaded.ok).toBe(true)
    const recorder = createRecorder(live.pool, definitions)
    for (const { parts, hand } of acts) expect(await recorder.record(parts, hand)).toMatchObject({ ok: true })
    for (const table of ['entry', 'content'])
      expect(await rowsIn(live, table, place)).toEqual(await rowsIn(bulk, table, place))
    for (const name of tableNames) {
      const rows = await rowsIn(bulk, name, tables[name].key)
      expect(await rowsIn(live, name, tables[name].key), name).toEqual(rows)
      expect(rows.length, name).toBeGreaterThan(0)
    }
  })
})
