/**
 * The supervisor of Heartwood's own PostgreSQL: real PostgreSQL from npm, a direct child of the launcher, reached by a
 * Unix socket alone. It makes the cluster, recovers it after kill -9, adopts a server left running, refuses to start
 * twice on one directory, and fills a new database fast without ever leaving one that a power cut could harm.
 */
import { execFile } from 'node:child_process'
import { chmod, chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import { type Binaries, findBinaries, type Unprivileged, unprivileged } from './binaries.ts'
import { addressOfHolder, type Claim, claim } from './claim.ts'
import { makeDirectory } from './directory.ts'
import {
  complaintIn,
  connectionTo,
  connectWhenReady,
  findOrphan,
  type Layout,
  type Postmaster,
  productDatabase,
  type SocketConnection,
  sizeOf,
  startPostmaster,
  superuser,
} from './postmaster.ts'
import type { Durability } from './settings.ts'

const run = promisify(execFile)

/** Held for as long as a launcher lives, on a connection of its own. The number is arbitrary and permanent. */
const launcherLock = 7_274_001

export interface EmbeddedOptions {
  /** Made when missing. Moved under /var/lib when root's server could not reach it; `directory` below says where it is. */
  readonly dataDir: string
  /** Told, in plain words, what takes time. */
  readonly log: (line: string) => void
  /** Folder of other PostgreSQL programs (15 or newer) to use instead of those from npm. */
  readonly binaries?: string
  /** How a cluster that this start makes is run until `setDurability`; `durable` when left out. */
  readonly whenNew?: Durability
}

export interface EmbeddedServer {
  /** For `pg`: the product's database, on the socket. */
  readonly connection: SocketConnection
  readonly directory: string
  readonly durability: Durability
  /** True when this start made the cluster, so that it is empty. */
  readonly isNew: boolean
  /** True when the server had been left running by a launcher that was killed. */
  readonly adopted: boolean
  /** Remembers the address for the sentence that a second start prints. */
  announce(address: string): void
  /** Restarts the server under other settings; every connection is dropped. Back to `loading` only while `isNew`. */
  setDurability(durability: Durability): Promise<Outcome<void>>
  stop(): Promise<void>
}

/** One launcher's hold on one server; `post` and `lock` change when the server is restarted. */
interface Held {
  readonly layout: Layout
  readonly binaries: Binaries
  readonly as: Unprivileged | undefined
  readonly claim: Claim
  post: Postmaster
  lock: pg.Client
  durability: Durability
}

export async function startEmbedded(options: EmbeddedOptions): Promise<Outcome<EmbeddedServer>> {
  const as = unprivileged()
  const layout = await makeDirectory(options.dataDir, as)
  const binaries = await findBinaries(options.binaries, join(layout.root, 'postgresql'))
  if (!binaries.ok) return binaries
  const mine = claim(layout.claim)
  if (mine === undefined) return alreadyRunning(layout)
  const started = await startClaimed(options, layout, binaries.value, as, mine)
  if (!started.ok) mine.release()
  return started
}

async function startClaimed(
  options: EmbeddedOptions,
  layout: Layout,
  binaries: Binaries,
  as: Unprivileged | undefined,
  mine: Claim,
): Promise<Outcome<EmbeddedServer>> {
  const orphan = await findOrphan(layout)
  const unfinished = await exists(layout.marker)
  if (orphan !== undefined && !unfinished) {
    const adopted = await hold({ layout, binaries, as, claim: mine, durability: 'durable' }, orphan)
    return adopted.ok ? done(serverOf(adopted.value, { isNew: false, adopted: true })) : adopted
  }
  if (unfinished) {
    options.log('The last load was interrupted, so it begins again on a new database')
    await orphan?.stop()
    await rm(layout.cluster, { recursive: true, force: true })
  }
  const made = await majorOf(layout)
  if (made !== undefined && made !== binaries.major)
    return problem('database.other-version', { directory: layout.root, made, found: binaries.major })
  const isNew = made === undefined
  const durability = isNew ? (options.whenNew ?? 'durable') : 'durable'
  if (isNew) {
    // Written before the cluster exists, so that there is no moment at which a loading cluster looks like a safe one.
    if (durability === 'loading') await writeFile(layout.marker, '')
    else await rm(layout.marker, { force: true })
    const created = await createCluster(layout, binaries, as, durability)
    if (!created.ok) return created
  }
  const held = await startAndHold({ layout, binaries, as, claim: mine, durability })
  return held.ok ? done(serverOf(held.value, { isNew, adopted: false })) : held
}

function serverOf(held: Held, { isNew, adopted }: { isNew: boolean; adopted: boolean }): EmbeddedServer {
  // A stop that comes in the middle of a restart waits for it, so that no server is left behind.
  let restarting: Promise<unknown> = Promise.resolve()
  return {
    connection: connectionTo(held.layout, productDatabase),
    directory: held.layout.root,
    isNew,
    adopted,
    get durability() {
      return held.durability
    },
    announce: (address) => held.claim.announce(address),
    setDurability: async (durability) => {
      if (durability === held.durability) return done(undefined)
      if (durability === 'loading' && !isNew) return problem('database.not-empty')
      const restart = switchDurability(held, durability)
      restarting = restart
      return restart
    },
    stop: async () => {
      await restarting
      await stopServer(held)
      held.claim.release()
    },
  }
}

async function stopServer(held: Held): Promise<void> {
  await held.lock.end()
  await held.post.stop()
}

async function switchDurability(held: Held, durability: Durability): Promise<Outcome<void>> {
  const { layout, binaries, as } = held
  if (durability === 'loading') await writeFile(layout.marker, '')
  await held.lock.query('checkpoint')
  await stopServer(held)
  // With fsync off nothing was ever asked to reach the disk: this asks for every file of the cluster.
  if (durability === 'durable')
    await run(join(binaries.folder, 'initdb'), ['--sync-only', '-D', layout.cluster], { ...as })
  const again = await startAndHold({ layout, binaries, as, claim: held.claim, durability })
  if (!again.ok) return again
  Object.assign(held, again.value)
  if (durability === 'durable') await rm(layout.marker)
  return done(undefined)
}

/** Starts the server and takes the lock. One that was killed may leave workers for a moment; PostgreSQL says so and we wait. */
async function startAndHold(want: Omit<Held, 'post' | 'lock'>): Promise<Outcome<Held>> {
  const { layout, binaries, as, durability } = want
  for (let attempt = 1; ; attempt++) {
    const logged = sizeOf(layout.log)
    const post = startPostmaster(layout, binaries, as, durability)
    if (as !== undefined) await chown(layout.log, as.uid, as.gid)
    const held = await hold(want, post)
    if (held.ok || post.alive()) return held
    const reason = complaintIn(layout.log, logged)
    if (attempt < 10 && /still in use|pre-existing shared memory/.test(reason)) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      continue
    }
    return problem('database.did-not-start', { directory: layout.root, reason, file: layout.log })
  }
}

async function hold(want: Omit<Held, 'post' | 'lock'>, post: Postmaster): Promise<Outcome<Held>> {
  const { layout } = want
  const lock = await connectWhenReady(layout, post)
  if (lock === undefined)
    return problem('database.did-not-start', { directory: layout.root, reason: 'it ended', file: layout.log })
  // Losing this connection is not our end: the pool reports what it meets, and a restart takes the lock anew.
  lock.on('error', () => {})
  await lock.query(`set application_name = 'heartwood launcher'`)
  const taken = await lock.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [launcherLock])
  if (taken.rows[0]?.taken !== true) {
    await lock.end()
    return alreadyRunning(layout)
  }
  const known = await lock.query('select 1 from pg_database where datname = $1', [productDatabase])
  if (known.rowCount === 0) await lock.query(`create database ${productDatabase}`)
  return done({ ...want, post, lock })
}

function alreadyRunning(layout: Layout): Problem {
  const address = addressOfHolder(layout.claim)
  return problem('database.already-running', { where: address ? `: ${address}` : ` on ${layout.root}` })
}

const exists = async (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  )

async function majorOf(layout: Layout): Promise<number | undefined> {
  const text = await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : Number.parseInt(text, 10)
}

/** Made beside its place and renamed, so that a cluster half made is never taken for one. */
async function createCluster(
  layout: Layout,
  binaries: Binaries,
  as: Unprivileged | undefined,
  durability: Durability,
): Promise<Outcome<void>> {
  const unfinished = `${layout.cluster}.new`
  await rm(unfinished, { recursive: true, force: true })
  // Sorting by code point is the same on every machine and in every version; names are sorted by a collation we choose.
  // PostgreSQL 15 and 16 have no collations of their own, so there it is the C library's.
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--locale=C.UTF-8'] : ['--locale=C.UTF-8']
  // What is loaded next is synced as a whole at its end, and this with it.
  const sync = durability === 'loading' ? ['--no-sync'] : []
  const flags = [
    '-D',
    unfinished,
    '-U',
    superuser,
    '-E',
    'UTF8',
    '--auth-local=trust',
    '--auth-host=reject',
    ...locale,
    ...sync,
  ]
  try {
    await run(join(binaries.folder, 'initdb'), flags, { cwd: layout.root, ...as })
  } catch (error) {
    const said =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : undefined
    const reason = said ?? String(error)
    return problem('database.did-not-start', { directory: layout.root, reason, file: layout.log })
  }
  await rename(unfinished, layout.cluster)
  await chmod(layout.cluster, 0o700)
  return done(undefined)
}
