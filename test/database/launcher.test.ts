import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startEmbedded } from '../../src/core/database/embedded.ts'
import type { SocketConnection } from '../../src/core/database/postmaster.ts'
import { temporaryFolder } from '../support/folder.ts'

const program = fileURLToPath(new URL('../support/hold-server.ts', import.meta.url))
const root = process.getuid?.() === 0

interface Said {
  readonly connection: SocketConnection
  readonly isNew: boolean
  readonly adopted: boolean
  readonly directory: string
  readonly durability: string
  readonly code?: string
  readonly says?: string
}

let folder: string
let data: string
const launchers: ChildProcess[] = []

beforeEach(() => {
  folder = temporaryFolder()
  data = join(folder, 'data')
})
afterEach(async () => {
  for (const launcher of launchers.splice(0)) launcher.kill('SIGKILL')
  killServer()
  await sleep(50)
  rmSync(folder, { recursive: true, force: true })
})

/** Starts a launcher and waits for the line it says when its server answers. */
function launch(
  whenNew: 'loading' | 'durable' = 'durable',
  at = data,
): Promise<{ launcher: ChildProcess; said: Said }> {
  const launcher = spawn(process.execPath, [program, at, whenNew], { stdio: ['ignore', 'pipe', 'inherit'] })
  launchers.push(launcher)
  return new Promise((resolve, reject) => {
    let text = ''
    launcher.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (text.endsWith('\n')) resolve({ launcher, said: JSON.parse(text) })
    })
    launcher.once('exit', (code) => reject(new Error(`the launcher ended with ${code} and said: ${text}`)))
  })
}

const pidFile = () => join(data, 'cluster', 'postmaster.pid')
const serverPid = () => Number.parseInt(readFileSync(pidFile(), 'utf8'), 10)

function killServer(): void {
  if (existsSync(pidFile())) {
    try {
      process.kill(serverPid(), 'SIGKILL')
    } catch {
      // It had ended already.
    }
  }
}

async function kill(launcher: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  launcher.removeAllListeners('exit')
  const ended = new Promise<number | null>((resolve) => launcher.once('exit', resolve))
  launcher.kill(signal)
  return ended
}

async function ask<Row extends pg.QueryResultRow>(connection: SocketConnection, sql: string): Promise<Row[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<Row>(sql)
  await client.end()
  return rows
}

/** Inserts 1, 2, 3... one commit each until the connection is lost; answers the last one that was acknowledged. */
async function insertUntilLost(connection: SocketConnection): Promise<number> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  await client.query('create table written (n int primary key)')
  for (let n = 1; ; n++) {
    try {
      await client.query('insert into written values ($1)', [n])
    } catch {
      return n - 1
    }
  }
}

describe('kill -9', () => {
  test('of the launcher leaves the server running, and the next start adopts it with all it holds', async () => {
    const first = await launch()
    expect(first.said).toMatchObject({ isNew: true, adopted: false, durability: 'durable' })
    await ask(first.said.connection, 'create table kept as select 1 as n')
    const pid = serverPid()
    await kill(first.launcher, 'SIGKILL')
    const second = await launch()
    expect(second.said).toMatchObject({ isNew: false, adopted: true, durability: 'durable' })
    expect(serverPid()).toBe(pid)
    expect(await ask(second.said.connection, 'select n from kept')).toEqual([{ n: 1 }])
  })

  test('of launcher and server in mid-write loses nothing that was acknowledged', async () => {
    const first = await launch()
    const writing = insertUntilLost(first.said.connection)
    await sleep(400)
    const pid = serverPid()
    await kill(first.launcher, 'SIGKILL')
    process.kill(pid, 'SIGKILL')
    const acknowledged = await writing
    expect(acknowledged).toBeGreaterThan(0)
    const second = await launch()
    expect(second.said).toMatchObject({ isNew: false, adopted: false })
    const [found] = await ask<{ n: number }>(second.said.connection, 'select max(n) as n from written')
    expect(found?.n).toBeGreaterThanOrEqual(acknowledged)
  })

  test('of the server alone: the launcher starts it again, with all it holds', async () => {
    const { said } = await launch()
    await ask(said.connection, 'create table kept as select 1 as n')
    const pid = serverPid()
    process.kill(pid, 'SIGKILL')
    await expect
      .poll(() => ask(said.connection, 'select n from kept').catch(() => 'away'), { timeout: 20_000 })
      .toEqual([{ n: 1 }])
    expect(serverPid()).not.toBe(pid)
  })

  test.each(['launcher', 'launcher and server'])(
    'of the %s during a load: the next start begins anew',
    async (what) => {
      const first = await launch('loading')
      expect(first.said).toMatchObject({ isNew: true, durability: 'loading' })
      await ask(first.said.connection, 'create table half as select generate_series(1, 1000) as n')
      const pid = serverPid()
      await kill(first.launcher, 'SIGKILL')
      if (what !== 'launcher') process.kill(pid, 'SIGKILL')
      const second = await launch('loading')
      expect(second.said).toMatchObject({ isNew: true, adopted: false, durability: 'loading' })
      expect(await ask(second.said.connection, `select to_regclass('half') as half`)).toEqual([{ half: null }])
    },
  )
})

describe('stopping and starting', () => {
  test('Ctrl-C stops launcher and server, and leaves nothing behind but the data', async () => {
    const { launcher, said } = await launch()
    const pid = serverPid()
    expect(await kill(launcher, 'SIGINT')).toBe(0)
    expect(existsSync(pidFile())).toBe(false)
    expect(existsSync(join(said.directory, 'launcher.json'))).toBe(false)
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    expect((await launch()).said).toMatchObject({ isNew: false, adopted: false })
  })

  test('a second start says "already running" and where, and does the first no harm', async () => {
    const first = await launch()
    const { says } = (await launch()).said
    expect(says).toBe('Heartwood is already running: http://localhost:4321.')
    expect(await ask(first.said.connection, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  test('Ctrl-C just after the server was killed leaves nothing running', async () => {
    const { launcher } = await launch()
    process.kill(serverPid(), 'SIGKILL')
    expect(await kill(launcher, 'SIGINT')).toBe(0)
    // Where Ctrl-C came first there is nothing to clean up, and the pid file names the dead.
    if (existsSync(pidFile())) expect(() => process.kill(serverPid(), 0)).toThrow('ESRCH')
    expect((await launch()).said).toMatchObject({ isNew: false, adopted: false })
  })

  test('a pid file that names a stranger does not keep it from starting', async () => {
    const { launcher } = await launch()
    await kill(launcher, 'SIGINT')
    writeFileSync(pidFile(), `${process.pid}\n${join(data, 'cluster')}\n`)
    expect((await launch()).said).toMatchObject({ isNew: false, adopted: false })
  })

  test('a claim whose process number has been given to another program does not count', async () => {
    const { launcher } = await launch()
    await kill(launcher, 'SIGINT')
    writeFileSync(join(data, 'launcher.json'), JSON.stringify({ pid: process.pid, identity: 'an earlier life' }))
    expect((await launch()).said).toMatchObject({ isNew: false })
  })

  test('data of another PostgreSQL is named and left alone', async () => {
    const { launcher } = await launch()
    await kill(launcher, 'SIGINT')
    writeFileSync(join(data, 'cluster', 'PG_VERSION'), '14\n')
    expect((await launch()).said).toMatchObject({ code: 'database.other-version' })
    expect(readFileSync(join(data, 'cluster', 'PG_VERSION'), 'utf8')).toBe('14\n')
  })
})

describe('the server', () => {
  test('is on a private Unix socket alone, in UTF-8, sorting by code point', async () => {
    const { said } = await launch()
    expect(statSync(said.connection.host).mode & 0o777).toBe(0o700)
    const [settings] = await ask<Record<string, string>>(
      said.connection,
      `select current_setting('listen_addresses') as listens, current_setting('server_encoding') as encoding,
              current_setting('fsync') as fsync, current_setting('timezone') as zone, 'Z' < 'a' as by_code_point`,
    )
    expect(settings).toEqual({ listens: '', encoding: 'UTF8', fsync: 'on', zone: 'UTC', by_code_point: true })
  })

  test('is switched to durable after a load, with what was loaded, and never back', async () => {
    const options = { dataDir: data, log: () => {}, whenNew: 'loading' as const, ...binariesUnderTest() }
    const started = await startEmbedded(options)
    if (!started.ok) throw new Error(started.says)
    const server = started.value
    expect(await ask(server.connection, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'off' }])
    await ask(server.connection, 'create table loaded as select generate_series(1, 1000) as n')
    expect(await server.setDurability('durable')).toEqual({ ok: true, value: undefined })
    expect(existsSync(join(data, 'loading.marker'))).toBe(false)
    expect(
      await ask(server.connection, `select current_setting('fsync') as fsync, count(*)::int as n from loaded`),
    ).toEqual([{ fsync: 'on', n: 1000 }])
    await server.stop()
    const again = await startEmbedded(options)
    if (!again.ok) throw new Error(again.says)
    expect(again.value.durability).toBe('durable')
    expect(await again.value.setDurability('loading')).toMatchObject({ code: 'database.not-empty' })
    await again.value.stop()
  })

  test('has a socket of legal length however deep its directory is', async () => {
    data = join(folder, 'a-long-name-of-a-folder'.repeat(4), 'data')
    const { said } = await launch()
    expect(Buffer.byteLength(said.connection.host)).toBeLessThan(90)
    expect(await ask(said.connection, 'select 1 as n')).toEqual([{ n: 1 }])
    rmSync(said.connection.host, { recursive: true })
  })

  // Only root hands the server to another user, who then has to be able to reach the files.
  if (root)
    test('of root runs as nobody, and its data moves out of a folder that nobody may enter', async () => {
      chmodSync(folder, 0o700)
      const { launcher, said } = await launch()
      expect(said.directory).toMatch(/^\/var\/lib\/heartwood\/[0-9a-f]{12}$/)
      expect(statSync(join(said.directory, 'cluster')).uid).toBe(65534)
      expect(await ask(said.connection, 'select 1 as n')).toEqual([{ n: 1 }])
      await kill(launcher, 'SIGINT')
      rmSync(said.directory, { recursive: true })
    })
})

function binariesUnderTest(): { binaries?: string } {
  const binaries = process.env.HEARTWOOD_TEST_POSTGRES
  return binaries ? { binaries } : {}
}
