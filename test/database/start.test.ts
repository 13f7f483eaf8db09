import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createNetServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Progress, progressOn } from '../../src/cli/progress.ts'
import { type StartOptions, type StartParts, start } from '../../src/cli/start.ts'
import { readOptions } from '../../src/cli/start-command.ts'
import { done, type Outcome } from '../../src/core/outcomes.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'

/** Parts as small as they can be: the record is one table, the city three rows, the page one word. */
const parts: StartParts = {
  migrate: async (pool) => {
    await pool.query('create table if not exists thing (madeby text)')
    return done(undefined)
  },
  contents: async (pool) => {
    const { rows } = await pool.query<{ madeby: string }>('select distinct madeby from thing order by 1')
    if (rows.length === 0) return 'nothing'
    return rows.some(({ madeby }) => madeby !== 'city') ? 'record' : 'demo'
  },
  loadCity: async (pool, count) => {
    for (let made = 1; made <= 3; made++) {
      await pool.query(`insert into thing values ('city')`)
      count({ what: 'children', done: made, of: 3 })
    }
    return done(undefined)
  },
  demoPeople: async () => [
    { role: 'Social worker', name: 'Ada Example' },
    { role: 'Team manager', name: 'Ben Example' },
  ],
  administratorPath: async () => '/first-administrator/abc',
  createServer: async (pool, { demo }) => {
    const server: Server = createServer(async (_, response) => {
      const { rows } = await pool.query('select count(*)::int4 as n from thing')
      response.end(`${demo ? 'demo' : 'record'} ${rows[0].n}`)
    })
    return {
      listen: (host, port) =>
        new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve)),
      close: () =>
        new Promise((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        }),
    }
  },
}

interface Run {
  /** What was printed so far. */
  readonly printed: () => string
  readonly stop: () => void
  readonly ended: Promise<Outcome<void>>
  /** Resolves when this was printed. */
  readonly until: (text: string) => Promise<void>
}

function begin(options: StartOptions, with_: StartParts = parts): Run {
  let text = ''
  const waiting: { text: string; resolve: () => void }[] = []
  const write = (more: string) => {
    text += more
    for (const each of waiting) if (text.includes(each.text)) each.resolve()
  }
  const progress: Progress = progressOn({ write, inPlace: false, now: () => performance.now() })
  const stopping = new AbortController()
  const ended = start(options, with_, { progress, stopping: stopping.signal })
  const until = (wanted: string) =>
    Promise.race([
      new Promise<void>((resolve) => {
        waiting.push({ text: wanted, resolve })
        write('')
      }),
      ended.then((outcome) => {
        throw new Error(`It ended with ${JSON.stringify(outcome)} after printing: ${text}`)
      }),
    ])
  return { printed: () => text, stop: () => stopping.abort(), ended, until }
}

let folder: string
let options: StartOptions
let council: TestDatabase | undefined
const get = async () => (await fetch(`http://127.0.0.1:${options.port}/`)).text()

beforeEach(async () => {
  folder = temporaryFolder()
  const binaries = process.env.HEARTWOOD_TEST_POSTGRES
  const port = await freePort()
  options = { dataDir: join(folder, 'data'), demo: false, port, host: '127.0.0.1', ...(binaries ? { binaries } : {}) }
})
afterEach(async () => {
  await council?.drop()
  council = undefined
  rmSync(folder, { recursive: true, force: true })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createNetServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

describe('with its own database', () => {
  test('makes the city once, serves it, prints the address and the people, and keeps what was recorded', async () => {
    const first = begin(options)
    await first.until('Ctrl-C stops it.')
    expect(first.printed()).toContain(`Heartwood is at http://localhost:${options.port}`)
    expect(first.printed()).toMatch(/Making the demo city\n {2}3 children \([\d,]+ a second\), \d+\.\d s\n/)
    expect(first.printed()).toContain('  Social worker  Ada Example\n  Team manager   Ben Example\n')
    expect(await get()).toBe('demo 3')

    const second = begin({ ...options, port: await freePort() })
    expect(await second.ended).toMatchObject({
      code: 'database.already-running',
      says: `Heartwood is already running: http://localhost:${options.port}.`,
    })

    first.stop()
    expect(await first.ended).toEqual({ ok: true, value: undefined })
    const later = begin(options)
    await later.until('Ctrl-C stops it.')
    expect(later.printed()).not.toContain('Making the demo city')
    expect(await get()).toBe('demo 3')
    later.stop()
    await later.ended
  })

  test('stopped in the middle of the load, begins anew at the next start', async () => {
    const first = begin(options, {
      ...parts,
      loadCity: async (pool, count) => {
        await parts.loadCity(pool, count)
        first.stop()
        await pool.query('select pg_sleep(60)')
        return done(undefined)
      },
    })
    expect(await first.ended).toEqual({ ok: true, value: undefined })
    const again = begin(options)
    await again.until('Ctrl-C stops it.')
    expect(again.printed()).toContain('so it begins again on a new database')
    expect(await get()).toBe('demo 3')
    again.stop()
    await again.ended
  })

  test('says before any load that the port is in use', async () => {
    const other = createNetServer().listen(options.port, '127.0.0.1')
    const run = begin(options)
    expect(await run.ended).toMatchObject({
      code: 'start.port-in-use',
      says: `Port ${options.port} is in use by another program. Choose another, for example: PORT=${options.port + 1} npm start`,
    })
    expect(run.printed()).not.toContain('Making the demo city')
    other.close()
  })
})

describe("with the council's database", () => {
  async function councils(): Promise<StartOptions> {
    council = await freshDatabase({ empty: true })
    const { host, user, database } = council.connection
    expect(inject('template').host).toBe(host)
    return { ...options, databaseUrl: `postgres://${user}@${encodeURIComponent(host)}/${database}` }
  }

  test('invents nothing: an empty one gets the schema and one link for the first administrator', async () => {
    const run = begin(await councils())
    await run.until('Ctrl-C stops it.')
    expect(run.printed()).toContain(`administrator: http://localhost:${options.port}/first-administrator/abc`)
    expect(run.printed()).not.toContain('Making the demo city')
    expect(run.printed()).not.toContain('Ada Example')
    expect(await get()).toBe('record 0')
    run.stop()
    await run.ended
  })

  test('loads the demo when asked, into an empty one only', async () => {
    const asked = { ...(await councils()), demo: true }
    const run = begin({ ...asked, host: '0.0.0.0' })
    await run.until('Ctrl-C stops it.')
    // Though asked to listen everywhere: a demo is on loopback.
    expect(run.printed()).toContain(`Heartwood is at http://localhost:${options.port}`)
    expect(await get()).toBe('demo 3')
    run.stop()
    await run.ended
    await council?.pool.query(`insert into thing values ('a person')`)
    expect(await begin(asked).ended).toMatchObject({ code: 'start.not-a-demo' })
  })

  test('that does not answer is named without its password', async () => {
    const outcome = await begin({ ...options, databaseUrl: 'postgres://me:secret@127.0.0.1:1/city' }).ended
    expect(outcome).toMatchObject({ code: 'database.not-reached' })
    expect(JSON.stringify(outcome)).not.toContain('secret')
  })
})

describe('the arguments', () => {
  test('and the environment are read, with a sentence for what is not understood', () => {
    expect(readOptions(['--data', 'here', '--demo'], { PORT: '8080', DATABASE_URL: 'postgres://x/y' })).toEqual(
      done({ dataDir: 'here', demo: true, port: 8080, host: '127.0.0.1', databaseUrl: 'postgres://x/y' }),
    )
    const own = fileURLToPath(new URL('../../.heartwood/data', import.meta.url))
    expect(readOptions([], {})).toEqual(done({ dataDir: own, demo: false, port: 3000, host: '127.0.0.1' }))
    expect(readOptions(['--dta'], {})).toMatchObject({ code: 'start.option' })
    expect(readOptions([], { PORT: 'eighty' })).toMatchObject({ says: expect.stringContaining('PORT=eighty') })
  })
})
