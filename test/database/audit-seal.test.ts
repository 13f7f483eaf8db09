/** The access log as evidence: rows that are only added, sealed in order of commit, and checked against what is outside. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { logAllowed, logRefused } from '../../src/core/access/audit/log.ts'
import { sealAccess } from '../../src/core/access/audit/seal.ts'
import { verifyAccess } from '../../src/core/access/audit/verify.ts'
import { moment } from '../../src/core/calendar/index.ts'
import { openSealLog, type SealLog } from '../../src/core/record/seal-log.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'

let database: TestDatabase
let log: SealLog
let folder: string
const at = moment('2026-11-23T10:00:00.000Z')

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await meddle('truncate access_log, access_seal')
  folder = temporaryFolder()
  log = openSealLog(folder, 'access-seals')
})

/** As whoever owns the database can: with its triggers off. */
async function meddle(sql: string): Promise<void> {
  const client = await database.pool.connect()
  try {
    await client.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`)
  } finally {
    client.release()
  }
}

async function seal() {
  const outcome = await sealAccess(database.pool, log, at)
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}

async function read(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1)
    await logAllowed(
      database.pool,
      { worker: 1, rule: 'own' },
      { what: 'child-page', record: n, detail: `"a",(b\\ ${n}` },
    )
}

const says = async () => (await verifyAccess(database.pool, log)).problems.map((one) => one.says)

test('nothing in it can be changed, deleted or emptied, and nothing of its seals', async () => {
  await read(1)
  await seal()
  for (const table of ['access_log', 'access_seal'])
    for (const sql of [`update ${table} set at = now()`, `delete from ${table}`, `truncate ${table}`])
      await expect(database.pool.query(sql)).rejects.toThrow(`${table} is only added to`)
})

test('a refusal is kept with the rule that refused', async () => {
  const session = '0d8f5f6e-0f4e-4a2c-9a53-6f9b6a1d7a11'
  await logRefused(
    database.pool,
    { worker: null, session, rule: 'a "rule\\", of (one)', purpose: 'special needs' },
    { what: 'child-page', detail: 'nobody' },
  )
  const { rows } = await database.pool.query(
    'select worker, session, rule, purpose, what, record, detail, outcome from access_log',
  )
  expect(rows).toEqual([
    {
      worker: null,
      session,
      rule: 'a "rule\\", of (one)',
      purpose: 'special needs',
      what: 'child-page',
      record: null,
      detail: 'nobody',
      outcome: 'refused',
    },
  ])
})

describe('seals', () => {
  test('each covers the rows since the one before; without a new row there is none', async () => {
    await read(3)
    expect(await seal()).toMatchObject({ number: 1, covers: 3 })
    expect(await seal()).toBeUndefined()
    await read(2)
    expect(await seal()).toMatchObject({ number: 2, covers: 2 })
    await read(1)
    expect(await verifyAccess(database.pool, log)).toEqual({
      rows: 6,
      unsealed: 1,
      seals: 2,
      unlogged: 0,
      problems: [],
    })
  })

  test('a row that commits late is sealed later and not lost', async () => {
    const slow = await database.pool.connect()
    await slow.query('begin')
    await logAllowed(slow, { worker: 2 }, { what: 'slow' })
    await read(2)
    expect(await seal()).toBeUndefined()
    await slow.query('commit')
    slow.release()
    expect(await seal()).toMatchObject({ covers: 3 })
    expect(await says()).toEqual([])
  })

  test('a change is found under its seal, whoever owns the database', async () => {
    await read(3)
    await seal()
    await read(3)
    await seal()
    await meddle(`update access_log set worker = 9 where record = 1 and id = (select min(id) + 1 from access_log)`)
    expect(await says()).toEqual([
      'The access log does not agree with its seal 1: a row was changed, or they are in another order.',
    ])
  })

  test('rows and their seals cut off together are found by the log outside', async () => {
    await read(3)
    await seal()
    await read(3)
    await seal()
    await meddle(
      'delete from access_log where id > (select min(id) + 2 from access_log); delete from access_seal where number = 2',
    )
    expect(await says()).toEqual([
      'The access log does not agree with its seal 2: the log has it and the database has not.',
    ])
    expect(await sealAccess(database.pool, log, at)).toMatchObject({ ok: false, code: 'access-log.tampered' })
  })

  test('a log outside that another key signed is not believed', async () => {
    await read(1)
    await seal()
    rmSync(`${folder}/seal-key.pem`)
    log = openSealLog(folder, 'access-seals')
    expect(await says()).toEqual([
      'The access log does not agree with its seal 1: its line in the log was not signed with our key.',
    ])
  })
})
