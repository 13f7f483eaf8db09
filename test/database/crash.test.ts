/**
 * The power goes while people are writing. On servers of this test's own: the writer is another process, the server is
 * killed with -9, and what was acknowledged is compared with what is there after the restart.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Database } from '../../src/core/database/connect.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/core/database/embedded.ts'
import { migrate } from '../../src/core/database/migrate.ts'
import type { Outcome } from '../../src/core/outcomes.ts'
import { foldWithClocks } from '../../src/core/pathway/folded.ts'
import { rowsOf } from '../../src/core/projection/rows.ts'
import { tableNames, tables } from '../../src/core/projection/tables.ts'
import { verifyRecord } from '../../src/core/record/chain.ts'
import { readEntries } from '../../src/core/record/reading.ts'
import { definitions } from '../support/plain-service.ts'

const writerProgram = fileURLToPath(new URL('../support/crash-writer.ts', import.meta.url))
/** As in the writer: each act has a part for every one of these. */
const records = [1, 2, 3]

let folder: string
let server: EmbeddedServer | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hw-crash-'))
  await chmod(folder, 0o711)
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}

const start = async () => must(await startEmbedded({ dataDir: join(folder, 'data'), log: () => {} }))

interface Writer {
  readonly child: ChildProcess
  /** The keys of acts that the recorder said were recorded. */
  readonly acknowledged: string[]
  readonly ended: Promise<unknown>
}

function startWriter(name: string): Writer {
  const acknowledged: string[] = []
  const child = fork(writerProgram, [JSON.stringify(server!.connection), name], { execArgv: [], silent: true })
  child.on('message', (key) => acknowledged.push(String(key)))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return { child, acknowledged, ended }
}

async function untilAcknowledged(writers: readonly Writer[], count: number): Promise<void> {
  const deadline = Date.now() + 60_000
  while (writers.some(({ acknowledged }) => acknowledged.length < count)) {
    if (Date.now() > deadline) throw new Error('The writers came to nothing')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function checkAll({ pool }: Database, acknowledged: readonly string[]): Promise<number> {
  const { rows: acts } = await pool.query<{ act: string; parts: number }>(
    'select act, count(*)::integer as parts from entry group by act',
  )
  const there = new Set(acts.map(({ act }) => act))
  expect(acknowledged.filter((key) => !there.has(key))).toEqual([])
  expect(acts.filter(({ parts }) => parts !== records.length)).toEqual([])
  const all = await readEntries(pool, records)
  for (const [record, entries] of all) expect(verifyRecord(record, entries, undefined)).toMatchObject({ ok: true })
  for (const name of tableNames) {
    const { rows } = await pool.query(`select * from ${name} order by ${tables[name].key.join(', ')}`)
    const expected = [...all].flatMap(([record, entries]) =>
      rowsOf(definitions, foldWithClocks(definitions.house, record, entries))[name].map((row) =>
        'latest' in row ? { ...row, latest: JSON.parse(String(row.latest)) } : row,
      ),
    )
    expect(rows, name).toHaveLength(expected.length)
    expect(rows, name).toEqual(expect.arrayContaining(expected))
  }
  return acts.length
}

describe('kill -9', () => {
  test('of the server while two are writing: what was acknowledged is there, nothing by halves', async () => {
    server = await start()
    const database = must(await connect({ embedded: server.connection }))
    must(await migrate(database.pool))
    await database.close()
    const acknowledged: string[] = []
    for (const round of [1, 2]) {
      const writers = [startWriter(`a${round}`), startWriter(`b${round}`)]
      await untilAcknowledged(writers, 12 * round)
      const postmaster = Number(
        (await readFile(join(server.directory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0],
      )
      process.kill(postmaster, 'SIGKILL')
      await Promise.all(writers.map(({ ended }) => ended))
      await server.stop().catch(() => {})
      server = await start()
      for (const writer of writers) acknowledged.push(...writer.acknowledged)
      const again = must(await connect({ embedded: server.connection }))
      expect(await checkAll(again, acknowledged)).toBeGreaterThan(24)
      await again.close()
    }
  })

  test('of a writer: each of its acts is there whole or not at all', async () => {
    const writer = startWriter('c')
    await untilAcknowledged([writer], 10)
    process.kill(writer.child.pid!, 'SIGKILL')
    await writer.ended
    const database = must(await connect({ embedded: server!.connection }))
    await checkAll(database, writer.acknowledged)
    await database.close()
  })
})
