/** The web over a database of the proof's own, with a few invented staff and children. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { moment } from '../../src/core/calendar/index.ts'
import { connect } from '../../src/core/database/connect.ts'
import { startEmbedded } from '../../src/core/database/embedded.ts'
import { migrate } from '../../src/core/database/migrate.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { openWeb, type Web } from '../../src/web/open.ts'

/** Runs `work` on an embedded server that is thrown away afterwards. */
export async function withOwnDatabase<T>(name: string, work: (pool: pg.Pool) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `heartwood-prove-${name}-`))
  const started = await startEmbedded({ dataDir: join(folder, 'data'), log: () => {}, whenNew: 'loading' })
  if (!started.ok) throw new Error(started.says)
  try {
    const database = await connect({ embedded: started.value.connection })
    if (!database.ok) throw new Error(database.says)
    const migrated = await migrate(database.value.pool)
    if (!migrated.ok) throw new Error(migrated.says)
    const result = await work(database.value.pool)
    await database.value.close()
    return result
  } finally {
    await started.value.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const staff = `insert into team (id, name, service) values (1, 'North', 'children-in-need'), (2, 'Front door', 'mash');
insert into worker (id, forename, surname, role, team, demo, since) values
  (1, 'Tamsin', 'Orrell', 'social worker', 1, true, '2020-01-01'),
  (2, 'Idris', 'Calloway', 'team manager', 1, true, '2020-01-01'),
  (3, 'Maeve', 'Tarrant', 'MASH manager', 2, true, '2020-01-01'),
  (4, 'Bram', 'Hollis', 'conference chair', 1, true, '2020-01-01'),
  (5, 'Sunniva', 'Pryce', 'team manager', 1, true, '2020-01-01');
insert into installation (demo, city, created) values (true, 'test', '2026-01-01');
select setval('record_number', 100000);`

/** As the web of a demo opens; its clock stands at a quarter past ten on a Monday. */
export async function openOwnWeb(pool: pg.Pool): Promise<Web> {
  await pool.query(staff)
  const opened = await openWeb(pool, {
    isDemo: true,
    version: 'proof',
    now: () => moment('2026-11-23T10:15:00.000Z'),
    assemble: (settings) => assembleHeartwood({ setting: settings.duration }),
    council: { name: 'Aldermere City Council', colour: '#1f4e5f' },
  })
  if (!opened.ok) throw new Error(opened.says)
  return opened.value
}

/** An invented child on the register. Gives the child id. */
export async function register({ services }: Web, record: number, family = record): Promise<string> {
  const childId = mintChildId(record)
  const values = {
    as: 'child',
    forename: 'Wren',
    surname: 'Ashdown',
    born: '2018-05-03',
    sex: 'F',
    childId,
    family,
  } as const
  const part = { does: 'record', record, pathway: 'person', step: 'registered', episode: null, values } as const
  const hand = { author: 3, now: moment('2026-10-01T09:00:00.000Z'), act: randomUUID() }
  const result = await services.recorder.record([part], hand)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return childId
}

/** The same numbers in 0..1 for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
