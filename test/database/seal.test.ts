import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Random, stream } from '../../src/city/random.ts'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import { addMillis, moment } from '../../src/core/calendar/index.ts'
import { fold } from '../../src/core/pathway/fold.ts'
import { tableNames } from '../../src/core/projection/tables.ts'
import { digestOf, linkOf, noLink } from '../../src/core/record/chain.ts'
import { readEntries } from '../../src/core/record/reading.ts'
import { noRoot, rootOf, type Seal, type SealedHead } from '../../src/core/record/root.ts'
import { sealColumns, sealOnce } from '../../src/core/record/seal.ts'
import { openSealLog, type SealLog } from '../../src/core/record/seal-log.ts'
import { verifyAll, verifyOn } from '../../src/core/record/verify.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { definitions } from '../support/plain-service.ts'
import { moves, play } from '../support/random-acts.ts'

let database: TestDatabase
let directory: string
let log: SealLog
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await database.pool.query(`truncate entry, content, seal, seal_head, ${tableNames.join(', ')}`)
  directory = mkdtempSync(join(tmpdir(), 'hw-seal-'))
  log = openSealLog(directory)
  return () => rmSync(directory, { recursive: true })
})

const noon = moment('2026-11-02T12:00:00.000Z')

/** A history of random acts, sealed after every few of them and at the end. */
async function sealedHistory(seed: number): Promise<void> {
  const recorder = createRecorder(database.pool, definitions)
  const [list] = fc.sample(
    moves(60).filter((some) => some.length > 35),
    { seed, numRuns: 1 },
  )
  let acts = 0
  await play(
    list!,
    async (record) => fold(definitions.house, record, (await readEntries(database.pool, [record])).get(record)!),
    async ({ parts, hand }) => {
      await recorder.record(parts, hand)
      acts += 1
      if (acts % 7 === 0) await seal(acts)
    },
  )
  await seal(acts + 1)
}

async function seal(n: number): Promise<Seal | undefined> {
  const outcome = await sealOnce(database.pool, log, addMillis(noon, n * 1000))
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}

type Tamper = (on: pg.PoolClient, random: Random) => Promise<void>

interface Named {
  record: number
  position: number
}
const someEntry = async (on: pg.PoolClient, random: Random): Promise<Named> =>
  random.pick((await on.query<Named>('select record, position from entry order by record, position')).rows)

const changeColumn =
  (column: string, value: string): Tamper =>
  async (on, random) => {
    const { record, position } = await someEntry(on, random)
    await on.query(`update entry set ${column} = ${value} where record = $1 and position = $2`, [record, position])
  }

/** Writes an entry's content and every digest and link after it anew, as an insider would who knows how. */
const rewriteChain: Tamper = async (on, random) => {
  const { record, position } = await someEntry(on, random)
  const body = { note: `forged ${random.uint32()}` }
  await on.query('update content set body = $3 where record = $1 and position = $2', [record, position, body])
  let link = noLink
  for (const entry of (await readEntries(on, [record])).get(record)!) {
    const digest = entry.position === position ? digestOf(body) : entry.digest
    link = linkOf(link, entry, digest)
    await on.query(
      `update entry set digest = decode($3, 'hex'), link = decode($4, 'hex') where record = $1 and position = $2`,
      [record, entry.position, digest, link],
    )
  }
}

/** … and every head and root with it, so that only the log outside the database tells. */
const rewriteEverything: Tamper = async (on, random) => {
  await rewriteChain(on, random)
  await on.query(
    'update seal_head h set link = e.link from entry e where e.record = h.record and e.position = h.position',
  )
  await rewriteRoots(on)
}

async function rewriteRoots(on: pg.PoolClient): Promise<void> {
  let before = noRoot
  for (const seal of (await on.query<Seal>(`select ${sealColumns} from seal order by number`)).rows) {
    const { rows: heads } = await on.query<SealedHead>(
      `select record, position, encode(link, 'hex') as link from seal_head where seal = $1 order by record`,
      [seal.number],
    )
    const sum = rootOf(before, { ...seal, covers: heads.length })
    for (const head of heads) sum.add(head)
    before = sum.root()
    await on.query(`update seal set root = decode($2, 'hex'), heads = $3 where number = $1`, [
      seal.number,
      before,
      heads.length,
    ])
  }
}

const tampers: Readonly<Record<string, Tamper>> = {
  'an act': changeColumn('act', `'${randomUUID()}'`),
  'a part': changeColumn('part', 'part + 7'),
  'a kind': changeColumn('kind', `case kind when 'record' then 'withdraw' else 'record' end`),
  'a pathway': changeColumn('pathway', `pathway || 'x'`),
  'a step': changeColumn('step', `step || 'x'`),
  'a version': changeColumn('version', 'version + 1'),
  'an episode': changeColumn('episode', 'episode + 1'),
  'an origin': changeColumn('origin', 'coalesce(origin, 0) + 1'),
  'a target': changeColumn('target', 'coalesce(target, 0) + 1'),
  'a day': changeColumn('day', `coalesce(day, date '2026-01-01') - 1`),
  'an end': changeColumn('until', `coalesce(until, date '2026-01-01') - 1`),
  'a moment': changeColumn('recorded', `recorded - interval '1 millisecond'`),
  'an author': changeColumn('author', 'author + 1'),
  'a digest': changeColumn('digest', 'sha256(digest)'),
  'a link': changeColumn('link', 'sha256(link)'),
  'a content': async (on, random) => {
    const { record, position } = await someEntry(on, random)
    await on.query(`update content set body = body || '{"extra": "x"}' where record = $1 and position = $2`, [
      record,
      position,
    ])
  },
  'two contents exchanged': async (on, random) => {
    const { record } = await someEntry(on, random)
    await on.query(
      `update content set body = (select body from content where record = $1 and position = 1)
       where record = $1 and position = 2`,
      [record],
    )
  },
  'an entry deleted': async (on, random) => {
    const { record, position } = await someEntry(on, random)
    await on.query('delete from content where record = $1 and position = $2', [record, position])
    await on.query('delete from entry where record = $1 and position = $2', [record, position])
  },
  'the end of a record cut off': async (on, random) => {
    const { record, position } = await someEntry(on, random)
    await on.query('delete from entry where record = $1 and position >= $2', [record, position])
  },
  'a whole record gone': async (on, random) => {
    await on.query('delete from entry where record = $1', [(await someEntry(on, random)).record])
  },
  'two entries exchanged': async (on, random) => {
    const { record, position } = await someEntry(on, random)
    const other = position === 1 ? 2 : 1
    for (const table of ['entry', 'content'])
      for (const [from, to] of [
        [position, 49_999],
        [other, position],
        [49_999, other],
      ])
        await on.query(`update ${table} set position = $3 where record = $1 and position = $2`, [record, from, to])
  },
  'an entry put in before the seal': async (on, random) => {
    const { record } = await someEntry(on, random)
    const entries = (await readEntries(on, [record])).get(record)!
    const last = entries.at(-1)!
    const forged = { ...last, position: last.position + 1, act: randomUUID() }
    await on.query(
      `insert into entry select record, $2, $3, part, kind, pathway, step, version, episode, origin, target, day, until,
         recorded, author, digest, decode($4, 'hex'), committed from entry where record = $1 and position = $2 - 1`,
      [record, forged.position, forged.act, linkOf(last.link, forged, last.digest)],
    )
    await on.query('insert into content select record, $2, body from content where record = $1 and position = $2 - 1', [
      record,
      forged.position,
    ])
  },
  'a chain written anew': rewriteChain,
  'a chain, its heads and every root written anew': rewriteEverything,
  'a root': async (on) => void (await on.query('update seal set root = sha256(root) where number = 1')),
  'when a seal was made': async (on) =>
    void (await on.query(`update seal set at = at - interval '1 day' where number = 2`)),
  'how far a seal reaches': async (on) =>
    void (await on.query(`update seal set upto = '1' where number = (select max(number) from seal)`)),
  'how many heads a seal has': async (on) =>
    void (await on.query('update seal set heads = heads + 1 where number = 1')),
  'a head': async (on) => void (await on.query('update seal_head set link = sha256(link) where seal = 1')),
  'a head deleted': async (on) =>
    void (await on.query('delete from seal_head where (seal, record) = (select seal, record from seal_head limit 1)')),
  'the last seal deleted': async (on) => {
    await on.query('delete from seal_head where seal = (select max(number) from seal)')
    await on.query('delete from seal where number = (select max(number) from seal)')
  },
  'all seals and the end of a record gone': async (on, random) => {
    await on.query('delete from seal_head')
    await on.query('delete from seal')
    await on.query('delete from entry where record = $1 and position > 1', [(await someEntry(on, random)).record])
  },
}

async function inRolledBack<T>(work: (on: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('the seal', () => {
  test('finds every one of 300 tamperings, and none where there was none', async () => {
    let tried = 0
    for (const seed of [1, 2, 3]) {
      await database.pool.query('truncate entry, content, seal, seal_head')
      writeFileSync(log.file, '')
      await sealedHistory(seed)
      const untouched = await verifyAll(database.pool, log)
      expect(untouched).toMatchObject({ problems: [], records: 3, unlogged: 0 })
      expect(untouched.seals).toBeGreaterThan(3)
      const random = stream(seed)
      const names = Object.keys(tampers)
      for (let n = 0; n < 100; n++) {
        const name = names[n % names.length]!
        const { changed, problems } = await inRolledBack(async (on) => {
          const before = await stateOf(on)
          await tampers[name]!(on, random)
          return { changed: before !== (await stateOf(on)), problems: (await verifyOn(on, log)).problems }
        })
        // Two contents that say the same can be exchanged without changing anything.
        if (!changed) continue
        tried += 1
        expect(problems, name).not.toEqual([])
      }
      expect((await verifyAll(database.pool, log)).problems).toEqual([])
    }
    expect(tried).toBeGreaterThan(290)
  })

  test('says which record and which entry', async () => {
    await sealedHistory(4)
    await database.pool.query(`update content set body = '{"forename": "Robin"}' where record = 102 and position = 1`)
    expect((await verifyAll(database.pool, log)).problems.map(({ says }) => says)).toEqual([
      'The record of 102 does not agree with its seal at entry 1: its content was changed.',
    ])
  })

  test('a content that was disposed of is no tampering', async () => {
    await sealedHistory(5)
    await database.pool.query('delete from content where record = 103 and position = 1')
    expect(await verifyAll(database.pool, log)).toMatchObject({ problems: [], disposed: 1 })
  })

  test('makes no seal when nothing grew, and none beside another node that is sealing', async () => {
    await sealedHistory(6)
    expect(await seal(1000)).toBeUndefined()
    const other = await database.pool.connect()
    await other.query('begin')
    await other.query('select pg_advisory_xact_lock(7274002)')
    await database.pool.query(
      `insert into entry select 999, 1, gen_random_uuid(), part, kind, pathway, step, version, episode, origin, target,
         day, until, recorded, author, digest, link from entry where record = 101 and position = 1`,
    )
    expect(await seal(1001)).toBeUndefined()
    await other.query('commit')
    other.release()
    expect(await seal(1002)).toMatchObject({ covers: 1 })
  })

  test('the key is readable by its owner alone; a line it did not sign is found', async () => {
    await sealedHistory(7)
    expect(statSync(join(directory, 'seal-key.pem')).mode & 0o777).toBe(0o600)
    const lines = readFileSync(log.file, 'utf8').split('\n')
    writeFileSync(log.file, [lines[0]!.replace(/^1\t2026/, '1\t2025'), ...lines.slice(1)].join('\n'))
    expect((await verifyAll(database.pool, log)).problems).toMatchObject([{ code: 'seal.tampered' }])
    writeFileSync(log.file, lines.slice(1).join('\n'))
    expect((await verifyAll(database.pool, log)).problems).toMatchObject([{ code: 'seal.tampered' }])
  })

  test('after a crash between commit and log the seal is logged again, half a line is dropped', async () => {
    await sealedHistory(8)
    const whole = readFileSync(log.file, 'utf8')
    const lines = whole.trimEnd().split('\n')
    writeFileSync(log.file, `${lines.slice(0, -1).join('\n')}\n`)
    expect(await verifyAll(database.pool, log)).toMatchObject({ problems: [], unlogged: 1 })
    appendFileSync(log.file, lines.at(-1)!.slice(0, 40))
    log = openSealLog(directory)
    await seal(2000)
    expect(readFileSync(log.file, 'utf8')).toBe(whole)
  })

  test('nothing is sealed on top of seals that are not ours', async () => {
    await sealedHistory(9)
    await inPlace('update seal set root = sha256(root)')
    await database.pool.query(
      `insert into entry select 999, 1, gen_random_uuid(), part, kind, pathway, step, version, episode, origin, target,
         day, until, recorded, author, digest, link from entry where record = 101 and position = 1`,
    )
    expect(await sealOnce(database.pool, log, noon)).toMatchObject({ ok: false, code: 'seal.tampered' })
  })
})

const inPlace = (sql: string) => database.pool.query(sql)

/** Everything that could have been tampered with, as one digest. */
async function stateOf(on: pg.PoolClient): Promise<string> {
  const { rows } = await on.query<{ state: string }>(`select md5(concat(
    (select string_agg(e::text, ',' order by record, position) from entry e),
    (select string_agg(c::text, ',' order by record, position) from content c),
    (select string_agg(s::text, ',' order by number) from seal s),
    (select string_agg(h::text, ',' order by seal, record) from seal_head h))) as state`)
  return rows[0]!.state
}
