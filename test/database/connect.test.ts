import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../src/core/database/connect.ts'
import { migrate } from '../../src/core/database/migrate.ts'
import { inTransaction, query, statement } from '../../src/core/database/statement.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

describe('values', () => {
  test('days stay text, moments are UTC with milliseconds, whole numbers are numbers, arrays hold the same', async () => {
    const everything = statement<Record<string, unknown>>(
      'test.values',
      `select date '2022-02-28' as day, timestamptz '2022-07-01 09:30:00.123456+01' as moment,
              timestamptz '2022-07-01 00:00:00+00' as midnight, 9007199254740991::int8 as large, 12.5::numeric as share,
              array[date '2022-02-28', null] as days, array[1::int8, 2] as counts, null::date as none`,
    )
    expect(await query(database.pool, everything)).toEqual([
      {
        day: '2022-02-28',
        moment: '2022-07-01T08:30:00.123Z',
        midnight: '2022-07-01T00:00:00.000Z',
        large: 9007199254740991,
        share: 12.5,
        days: ['2022-02-28', null],
        counts: [1, 2],
        none: null,
      },
    ])
  })

  test('a session in another time zone gives the same moment', async () => {
    const client = await database.pool.connect()
    try {
      await client.query(`set timezone = 'Asia/Kolkata'`)
      const { rows } = await client.query(`select timestamptz '2022-07-01 08:30:00.5Z' as moment`)
      expect(rows).toEqual([{ moment: '2022-07-01T08:30:00.500Z' }])
    } finally {
      client.release(true)
    }
  })

  test('a whole number that would lose digits is refused', async () => {
    const large = statement<{ large: number }>('test.too-large', 'select 9007199254740993::int8 as large')
    await expect(query(database.pool, large)).rejects.toThrow('beyond a safe whole number')
  })
})

describe('statements', () => {
  test('are prepared once a connection under their name', async () => {
    const twice = statement<{ sum: number }>('test.sum', 'select $1::int4 + $2::int4 as sum')
    const client = await database.pool.connect()
    try {
      expect(await query(client, twice, [1, 2])).toEqual([{ sum: 3 }])
      expect(await query(client, twice, [3, 4])).toEqual([{ sum: 7 }])
      const { rows } = await client.query(
        `select count(*)::int4 as held from pg_prepared_statements where name = 'test.sum'`,
      )
      expect(rows).toEqual([{ held: 1 }])
    } finally {
      client.release()
    }
  })

  test('of one name and two texts are a defect', () => {
    statement('test.one', 'select 1')
    expect(() => statement('test.one', 'select 2')).toThrow('both named test.one')
  })

  test('a transaction that throws leaves nothing', async () => {
    await database.pool.query('create table kept (id int4)')
    await inTransaction(database.pool, (on) => on.query('insert into kept values (1)'))
    const failing = inTransaction(database.pool, async (on) => {
      await on.query('insert into kept values (2)')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await database.pool.query('select id from kept')).rows).toEqual([{ id: 1 }])
  })
})

describe('connecting', () => {
  test('to nothing gives a sentence without the password', async () => {
    const nowhere = await connect({ url: 'postgres://someone:secret@127.0.0.1:1/heartwood' })
    expect(nowhere).toMatchObject({ ok: false, code: 'database.not-reached' })
    expect(nowhere.ok ? '' : nowhere.says).toContain('127.0.0.1:1/heartwood')
    expect(nowhere.ok ? '' : nowhere.says).not.toContain('secret')
  })
})

describe('migrations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hw-migrations-'))
  const at = pathToFileURL(`${folder}/`)
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
  let empty: TestDatabase
  beforeAll(async () => {
    empty = await freshDatabase({ empty: true })
  })
  afterAll(async () => {
    await empty.drop()
    rmSync(folder, { recursive: true })
  })

  test('run once, in order, whoever starts at the same moment', async () => {
    put('0001-first.sql', 'create table one (id int4); insert into one values (1);')
    put('0002-second.sql', 'alter table one add note text;')
    const both = await Promise.all([migrate(empty.pool, at), migrate(empty.pool, at)])
    expect(both.flatMap((each) => (each.ok ? each.value.applied : [each.says])).sort()).toEqual([
      '0001-first',
      '0002-second',
    ])
    expect((await empty.pool.query('select * from one')).rows).toEqual([{ id: 1, note: null }])
    expect(await migrate(empty.pool, at)).toEqual({ ok: true, value: { applied: [] } })
  })

  test('one that fails leaves nothing of itself, and the ones before it stay', async () => {
    put('0003-third.sql', 'create table three (id int4);')
    put('0004-fourth.sql', 'create table four (id int4); select 1/0;')
    expect(await migrate(empty.pool, at)).toMatchObject({
      code: 'database.migration-failed',
      says: expect.stringContaining('0004-fourth'),
    })
    const { rows } = await empty.pool.query(
      `select to_regclass('three') is not null as three, to_regclass('four') is null as four`,
    )
    expect(rows).toEqual([{ three: true, four: true }])
    rmSync(join(folder, '0004-fourth.sql'))
  })

  test('one that was changed afterwards is named, and nothing runs', async () => {
    put('0002-second.sql', 'alter table one add note varchar;')
    put('0005-fifth.sql', 'create table five (id int4);')
    expect(await migrate(empty.pool, at)).toMatchObject({
      code: 'database.migration-changed',
      says: expect.stringContaining('0002-second'),
    })
    expect((await empty.pool.query(`select to_regclass('five') as five`)).rows).toEqual([{ five: null }])
    put('0002-second.sql', 'alter table one add note text;')
  })

  test('a database made by a newer version is not touched', async () => {
    rmSync(join(folder, '0003-third.sql'))
    expect(await migrate(empty.pool, at)).toMatchObject({ code: 'database.newer' })
  })
})
