/** One PostgreSQL server process: starting it, waiting until it answers, stopping it, and finding one left behind. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { outboxIn } from './backup-archive.ts'
import type { Binaries, Unprivileged } from './binaries.ts'
import { type Durability, serverSettings } from './settings.ts'

/** Where everything of one embedded server is. */
export interface Layout {
  /** The data directory as it really is (it can differ from the one asked for, see `directory.ts`). */
  readonly root: string
  readonly cluster: string
  readonly socketFolder: string
  readonly log: string
  readonly marker: string
  readonly claim: string
}

/** What `pg` needs to connect: always a Unix socket, whose folder only its owner may enter. */
export interface SocketConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

export interface Postmaster {
  /** Fast shutdown: transactions under way are rolled back, everything committed is kept. */
  stop(): Promise<void>
  alive(): boolean
}

/** The port is only a part of the socket's name. */
const socketPort = 5432
export const superuser = 'heartwood'
export const productDatabase = 'heartwood'

export const connectionTo = (layout: Layout, database: string): SocketConnection => ({
  host: layout.socketFolder,
  port: socketPort,
  user: superuser,
  database,
})

export function startPostmaster(
  layout: Layout,
  binaries: Binaries,
  as: Unprivileged | undefined,
  durability: Durability,
  particularly: Readonly<Record<string, string>> = {},
): Postmaster {
  const log = openSync(layout.log, 'a', 0o600)
  const folders = { socket: layout.socketFolder, outbox: outboxIn(layout.root) }
  const settings = serverSettings(durability, folders, particularly)
  // `detached` gives it a session of its own, so that Ctrl-C reaches the launcher alone and the launcher stops
  // things in order. It stays a direct child.
  const child = spawn(join(binaries.folder, 'postgres'), ['-D', layout.cluster, ...settings], {
    stdio: ['ignore', log, log],
    detached: true,
    cwd: layout.root,
    ...as,
  })
  closeSync(log)
  // A program that cannot be started at all shows as not alive; the caller then reads the log.
  child.on('error', () => {})
  return { alive: () => running(child), stop: () => stopChild(child) }
}

const running = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null

async function stopChild(child: ChildProcess): Promise<void> {
  if (!running(child)) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), shutdownMs)
  await ended
  clearTimeout(impatient)
}

/** A checkpoint of everything in memory can take a while on a slow disk; after this we take the crash road instead. */
const shutdownMs = 60_000

/**
 * The server left running by a launcher that was killed, if there is one. Where the pid file names a process that is not
 * our server (it ended, and nobody collected it or its number was given away), PostgreSQL would refuse to start.
 */
export async function findOrphan(layout: Layout): Promise<Postmaster | undefined> {
  const text = await readFile(pidFileOf(layout), 'utf8').catch(() => undefined)
  if (text !== undefined) {
    const pid = Number.parseInt(text, 10)
    const alive = () => commandLine(pid).includes(layout.cluster)
    if (alive()) return { alive, stop: () => stopOrphan(pid, layout) }
    // PostgreSQL passes over its own parent's number. The rest of the file stays: by it PostgreSQL finds workers of the
    // dead server that are still at the data, and waits.
    await writeFile(pidFileOf(layout), text.replace(/^.*/, String(process.pid)))
  }
  await rm(join(layout.socketFolder, `.s.PGSQL.${socketPort}.lock`), { force: true })
  return undefined
}

const pidFileOf = (layout: Layout): string => join(layout.cluster, 'postmaster.pid')

/** Nobody may be there to collect an orphan that ended, so we look at its command line (a zombie has none). */
async function stopOrphan(pid: number, layout: Layout): Promise<void> {
  process.kill(pid, 'SIGINT')
  for (let waited = 0; commandLine(pid).includes(layout.cluster); waited += 20) {
    if (waited === shutdownMs) process.kill(pid, 'SIGQUIT')
    await sleep(20)
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Connects as soon as the server answers; `undefined` when it ended instead. Recovery after a crash can take long. */
export async function connectWhenReady(layout: Layout, server: Postmaster): Promise<pg.Client | undefined> {
  while (server.alive()) {
    const client = new pg.Client(connectionTo(layout, 'postgres'))
    try {
      await client.connect()
      return client
    } catch (error) {
      if (!isStarting(error)) throw error
      await sleep(10)
    }
  }
  return undefined
}

/** No socket so far, nobody listening on it, or PostgreSQL's own "cannot connect now" (57P03). */
const isStarting = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(error.code)

/** The last complaint in the server's log since byte `from`, for the sentence a person reads. */
export function complaintIn(log: string, from: number): string {
  const text = readFileSync(log).subarray(from).toString('utf8')
  const complaints = text.split('\n').filter((line) => /FATAL|PANIC|ERROR|error while loading/.test(line))
  return complaints.at(-1)?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '') ?? 'it gave no reason'
}

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
