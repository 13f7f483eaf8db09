/**
 * `npm start`, step by step. What each step does belongs to other rooms and comes in as `StartParts`; this file knows the
 * order, what is said on the screen, and how everything is stopped again.
 */
import { createServer as createProbe } from 'node:net'
import type pg from 'pg'
import { connect, type Database } from '../core/database/connect.ts'
import { type EmbeddedServer, startEmbedded } from '../core/database/embedded.ts'
import type { SocketConnection } from '../core/database/postmaster.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import type { Counted, Progress } from './progress.ts'

/** What a database holds: nothing, the invented city, or anything the city did not make. */
export type Contents = 'nothing' | 'demo' | 'record'

export interface DemoPerson {
  readonly role: string
  readonly name: string
}

export interface WebServer {
  /** Rejects with `EADDRINUSE` when the port is taken. */
  listen(host: string, port: number): Promise<void>
  close(): Promise<void>
}

/** The pieces of other rooms that a start puts together. */
export interface StartParts {
  readonly migrate: (pool: pg.Pool) => Promise<Outcome<unknown>>
  readonly contents: (pool: pg.Pool) => Promise<Contents>
  /** Makes the city in a database that holds nothing. */
  readonly loadCity: (pool: pg.Pool, count: (counted: Counted) => void) => Promise<Outcome<unknown>>
  readonly demoPeople: (pool: pg.Pool) => Promise<readonly DemoPerson[]>
  /** The path of a link that works once and makes the first administrator; undefined where there is staff already. */
  readonly administratorPath: (pool: pg.Pool) => Promise<string | undefined>
  readonly createServer: (pool: pg.Pool, options: { readonly demo: boolean }) => Promise<WebServer>
}

export interface StartOptions {
  /** The council's own PostgreSQL. Without it, the embedded one. */
  readonly databaseUrl?: string
  /** Load the demo city into the council's PostgreSQL too, when it holds nothing. */
  readonly demo: boolean
  readonly dataDir: string
  /** Folder of other PostgreSQL programs for the embedded server. */
  readonly binaries?: string
  readonly port: number
  /** Where to listen; a demo listens on loopback whatever is said here. */
  readonly host: string
}

export interface StartIo {
  readonly progress: Progress
  /** Aborted by Ctrl-C. */
  readonly stopping: AbortSignal
}

/** Serves until it is stopped. The outcome is a problem when it could not come so far. */
export async function start(options: StartOptions, parts: StartParts, io: StartIo): Promise<Outcome<void>> {
  const toClose: (() => Promise<unknown>)[] = []
  const stopped = new Promise<Outcome<void>>((resolve) => {
    io.stopping.addEventListener('abort', () => resolve(done(undefined)), { once: true })
  })
  // Ctrl-C during the load: what fails because its database is closed under it is no news to anybody.
  const serving = serve(options, parts, io, toClose).catch((error): Outcome<void> => {
    if (io.stopping.aborted) return done(undefined)
    throw error
  })
  try {
    const started = await Promise.race([serving, stopped])
    return started.ok ? await stopped : started
  } finally {
    for (const close of toClose.reverse()) await close()
  }
}

const loopback = '127.0.0.1'

async function serve(
  options: StartOptions,
  parts: StartParts,
  { progress }: StartIo,
  toClose: (() => Promise<unknown>)[],
): Promise<Outcome<void>> {
  const opened =
    options.databaseUrl === undefined
      ? await openEmbedded(options, parts, progress, toClose)
      : await openCouncils(options.databaseUrl, options, parts, progress, toClose)
  if (!opened.ok) return opened
  const { pool, embedded } = opened.value
  const contents = await parts.contents(pool)
  const demo = contents === 'demo'
  const host = demo ? loopback : options.host
  const server = await parts.createServer(pool, { demo })
  toClose.push(() => server.close())
  try {
    await server.listen(host, options.port)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return portInUse(options.port)
    throw error
  }
  const address = `http://${host === loopback ? 'localhost' : host}:${options.port}`
  embedded?.announce(address)
  progress.say(`\nHeartwood is at ${address}`)
  if (demo) for (const line of inColumns(await parts.demoPeople(pool))) progress.say(line)
  // A record that files were loaded into has children before it has staff.
  const administrator = demo ? undefined : await parts.administratorPath(pool)
  if (administrator !== undefined)
    progress.say(`Open this link once to become the first administrator: ${address}${administrator}`)
  progress.say('Ctrl-C stops it.')
  return done(undefined)
}

interface Opened {
  readonly pool: pg.Pool
  readonly embedded?: EmbeddedServer
}

async function openEmbedded(
  options: StartOptions,
  parts: StartParts,
  progress: Progress,
  toClose: (() => Promise<unknown>)[],
): Promise<Outcome<Opened>> {
  const free = await portIsFree(options.port)
  const starting = progress.step('Starting the database', () =>
    startEmbedded({
      dataDir: options.dataDir,
      log: progress.say,
      whenNew: 'loading',
      ...(options.binaries === undefined ? {} : { binaries: options.binaries }),
    }),
  )
  // Ctrl-C may come before it is up: then it is stopped as soon as it is.
  toClose.push(async () => {
    const outcome = await starting
    if (outcome.ok) await outcome.value.stop()
  })
  const started = await starting
  if (!started.ok) return started
  // Not asked first: a second start is told "already running" and where, which helps more than a port in use.
  if (!free) return portInUse(options.port)
  const embedded = started.value
  if (embedded.adopted) progress.say('It was still running from a start that was killed.')
  if (embedded.durability === 'loading') {
    const loaded = await loadNew(embedded, parts, progress)
    if (!loaded.ok) return loaded
  }
  const database = await openPool(embedded.connection, toClose)
  if (!database.ok) return database
  const migrated = await parts.migrate(database.value.pool)
  return migrated.ok ? done({ pool: database.value.pool, embedded }) : migrated
}

/** Fills a new database fast, then makes it durable. Killed before the end, the next start begins anew. */
async function loadNew(embedded: EmbeddedServer, parts: StartParts, progress: Progress): Promise<Outcome<void>> {
  const database = await connect({ embedded: embedded.connection })
  if (!database.ok) return database
  const { pool, close } = database.value
  try {
    const migrated = await parts.migrate(pool)
    if (!migrated.ok) return migrated
    const loaded = await progress.step('Making the demo city', (count) => parts.loadCity(pool, count))
    if (!loaded.ok) return loaded
  } finally {
    await close()
  }
  return progress.step('Writing it safely to disk', () => embedded.setDurability('durable'))
}

async function openPool(connection: SocketConnection, toClose: (() => Promise<unknown>)[]): Promise<Outcome<Database>> {
  const database = await connect({ embedded: connection })
  if (database.ok) toClose.push(database.value.close)
  return database
}

async function openCouncils(
  url: string,
  options: StartOptions,
  parts: StartParts,
  progress: Progress,
  toClose: (() => Promise<unknown>)[],
): Promise<Outcome<Opened>> {
  if (!(await portIsFree(options.port))) return portInUse(options.port)
  const database = await progress.step('Connecting to the database', () => connect({ url }))
  if (!database.ok) return database
  toClose.push(database.value.close)
  const { pool } = database.value
  const migrated = await parts.migrate(pool)
  if (!migrated.ok) return migrated
  if (options.demo) {
    const contents = await parts.contents(pool)
    if (contents === 'record') return problem('start.not-a-demo')
    if (contents === 'nothing') {
      const loaded = await progress.step('Making the demo city', (count) => parts.loadCity(pool, count))
      if (!loaded.ok) return loaded
    }
  }
  return done({ pool })
}

const portInUse = (port: number) => problem('start.port-in-use', { port, other: port + 1 })

/** Asked before a load of a minute, not after it. */
async function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createProbe()
    probe.once('error', () => resolve(false))
    probe.listen(port, loopback, () => probe.close(() => resolve(true)))
  })
}

function inColumns(people: readonly DemoPerson[]): string[] {
  const width = Math.max(0, ...people.map(({ role }) => role.length))
  return [
    'Sign in as one of the people of the demo city:',
    ...people.map(({ role, name }) => `  ${role.padEnd(width)}  ${name}`),
  ]
}
