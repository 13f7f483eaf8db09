/** The product as a start puts it together: what is set on its pages reaches what it reckons by. */

import { randomUUID } from 'node:crypto'
import { createServer as createProbe } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startParts } from '../../src/cli/start-parts.ts'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'
import { askAt, signInBy } from '../support/sign-in.ts'
import { hidden } from '../support/web.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await database.pool.query(`insert into installation (demo, created) values (true, '2026-01-01');
    insert into worker (id, forename, surname, role, demo, since) values (1, 'Maeve', 'Tarrant', 'MASH manager', true, '2020-01-01')`)
})
afterAll(() => database?.drop())

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createProbe().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

test('a limit that is set on its page changes what is due', async () => {
  const now = moment('2026-11-23T10:00:00.000Z')
  const { pool } = database
  const recorder = createRecorder(pool, assembleHeartwood())
  const hand = () => ({ author: 1, now, act: randomUUID() })
  const person = { as: 'child', surname: 'Ashdown', born: '2018-05-03', sex: 'F', childId: mintChildId(7) }
  const contact = { received: now, kind: 'worry', source: '6', takenBy: 'hub', worry: 'Bruises', familyKnows: 'no' }
  const part = { does: 'record', record: 7, episode: null } as const
  await recorder.record([{ ...part, pathway: 'person', step: 'registered', values: person }], hand())
  await recorder.record([{ ...part, pathway: 'mash', step: 'contact', values: contact }], hand())
  const due = async () => (await pool.query(`select due from task where name = 'decision'`)).rows
  expect(await due()).toEqual([{ due: '2026-11-24' }])

  const server = await startParts({ dataDirectory: temporaryFolder(), built: undefined }, () => now).createServer(
    pool,
    { demo: true },
  )
  const port = await freePort()
  await server.listen('127.0.0.1', port)
  const site = `http://127.0.0.1:${port}`
  const form = { method: 'POST', redirect: 'manual' } as const
  const { cookie } = await signInBy(askAt(site), 'worker=1')
  const page = await (await fetch(`${site}/settings/mash.decision`, { headers: { cookie } })).text()
  const told = { value: '3 working days', 'since-day': '1', 'since-month': '11', 'since-year': '2026' }
  const body = new URLSearchParams([...hidden(page), ...Object.entries(told)])
  expect((await fetch(`${site}/settings/mash.decision`, { ...form, headers: { cookie }, body })).status).toBe(303)
  await vi.waitFor(async () => expect(await due()).toEqual([{ due: '2026-11-26' }]), { timeout: 10_000 })
  await server.close()
})
