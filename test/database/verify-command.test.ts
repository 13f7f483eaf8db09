/** `heartwood verify` as an administrator runs it: beside the product, on the database that it is told. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/verify.ts'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { sealOnce } from '../../src/core/record/seal.ts'
import { openSealLog } from '../../src/core/record/seal-log.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'
import { definitions } from '../support/plain-service.ts'

let database: TestDatabase
let seals: string
beforeAll(async () => {
  database = await freshDatabase()
  seals = temporaryFolder()
  const { host, user, database: name } = database.connection
  vi.stubEnv('DATABASE_URL', `postgres://${user}@/${name}?host=${encodeURIComponent(host)}`)
  const recorder = createRecorder(database.pool, definitions)
  const now = moment('2026-11-02T10:00:00.000Z')
  for (const record of [1, 2, 3]) {
    const values = { as: 'child', surname: 'Ashdown', born: '2018-05-03', sex: 'F', childId: mintChildId(record) }
    const part = { does: 'record', record, pathway: 'person', step: 'registered', episode: null, values } as const
    await recorder.record([part], { author: 1, now, act: randomUUID() })
  }
  await sealOnce(database.pool, openSealLog(seals), now)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await database?.drop()
})

async function verify(): Promise<{ code: number; said: string }> {
  let said = ''
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
  const code = await run(['--seals', seals])
  out.mockRestore()
  return { code, said }
}

test('says that all agrees, and how much that was', async () => {
  const { code, said } = await verify()
  expect(said).toMatch(/^All agrees: 3 entries on 3 records, 1 seals/)
  expect(code).toBe(0)
})

test('says which record does not agree, and where', async () => {
  await database.pool.query(`update content set body = body || '{"surname":"Elsewhere"}' where record = 2`)
  const { code, said } = await verify()
  expect(said).toContain('The record of 2 does not agree with its seal at entry 1: its content was changed.')
  expect(code).toBe(1)
})
