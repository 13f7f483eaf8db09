/**
 * The supervisor of Heartwood's own PostgreSQL: real PostgreSQL from npm, a direct child of the launcher, reached by a
 * Unix socket alone. It makes the cluster, recovers it after kill -9, adopts a server left running, refuses to start
 * twice on one directory, and fills a new database fast without ever leaving one that a power cut could harm.
 */
import { chown, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import { startShipping } from './backup-archive.ts'
import { type Binaries, findBinaries, type Unprivileged, unprivileged } from './binaries.ts'
import { addressOfHolder, type Claim, claim } from './claim.ts'
import { createCluster, isMarked, majorOf, mark, syncCluster, unmark } from './cluster.ts'
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
} from './postmaster.ts'
import type { Durability } from './settings.ts'

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

/** What one launcher holds for as long as it lives. */
interface Hold {
  readonly layout: Layout
  readonly binaries: Binaries
  readonly as: Unprivileged | undefined
  readonly claim: Claim
  readonly log: (line: string) => void
  durability: Durability
}

/** A hold on a server that is up; what is in it changes when the server is restarted. */
interface Held extends Hold {
  post: Postmaster
  lock: pg.Client
}

/** Where the server of a data directory is, for a program beside the product that runs it. */
export async function connectionIn(dataDir: string): Promise<SocketConnection> {
  return connectionTo(await makeDirectory(dataDir, unprivileged()), productDatabase)
}

export async function startEmbedded(options: EmbeddedOptions): Promise<Outcome<EmbeddedServer>> {
  const as = unprivileged()
  const layout = await makeDirectory(options.dataDir, as)
  const binaries = await findBinaries(options.binaries, join(layout.root, 'postgresql'))
  if (!binaries.ok) return binaries
  const mine = claim(layout.claim)
  if (mine === undefined) return alreadyRunning(layout)
  const durability = 'durable'
  const started = await startClaimed(options, {
    layout,
    binaries: binaries.value,
    as,
    claim: mine,
    log: options.log,
    durability,
  })
  if (!started.ok) mine.release()
  return started
}

async function startClaimed(options: EmbeddedOptions, want: Hold): Promise<Outcome<EmbeddedServer>> {
  const { layout, binaries, as } = want
  const unfinished = await isMarked(layout)
  const orphan = await findOrphan(layout)
  if (orphan !== undefined) {
    const adopted = await hold(want, orphan)
    if (!adopted.ok) return adopted
    if (!unfinished) return done(serverOf(adopted.value, { isNew: false, adopted: true }))
    await stopServer(adopted.value)
  }
  if (unfinished) {
    options.log('The last load was interrupted, so it begins again on a new database')
    await rm(layout.cluster, { recursive: true, force: true })
  }
  const made = await majorOf(layout)
  if (made !== undefined && made !== binaries.major)
    return problem('database.other-version', { directory: layout.root, made, found: binaries.major })
  const isNew = made === undefined
  if (isNew) {
    want.durability = options.whenNew ?? 'durable'
    // Written before the cluster exists, so that there is no moment at which a loading cluster looks like a safe one.
    if (want.durability === 'loading') await mark(layout)
    const created = await createCluster(layout, binaries, as, want.durability)
    if (!created.ok) return created
    if (want.durability === 'durable') await unmark(layout)
  }
  const held = await startAndHold(want)
  return held.ok ? done(serverOf(held.value, { isNew, adopted: false })) : held
}

function serverOf(held: Held, { isNew, adopted }: { isNew: boolean; adopted: boolean }): EmbeddedServer {
  // One restart at a time, and a stop that comes in the middle of one waits for it, so that no server is left behind.
  let restarting: Promise<unknown> = Promise.resolve()
  let intended = false
  const watch = () => {
    const { lock } = held
    lock.once('end', () => {
      if (intended || held.lock !== lock) return
      restarting = recover(held).then(watch)
    })
  }
  watch()
  const shipping = startShipping(held.layout, held.log)
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
      await restarting
      if (durability === held.durability) return done(undefined)
      if (durability === 'loading' && !isNew) return problem('database.not-empty')
      intended = true
      const restart = switchDurability(held, durability).then((outcome) => {
        intended = false
        watch()
        return outcome
      })
      restarting = restart
      return restart
    },
    stop: async () => {
      await restarting
      intended = true
      await stopServer(held)
      // A server that stops hands on the last piece of its log.
      await shipping.stop()
      held.claim.release()
    },
  }
}

/** A server that ended by itself, killed or out of memory, is brought back; pools connect to it again by themselves. */
async function recover(held: Held): Promise<void> {
  held.log('The database ended unexpectedly and is started again')
  const kept = held.post.alive() ? await hold(held, held.post) : undefined
  if (kept?.ok !== true) await findOrphan(held.layout)
  const again = kept?.ok ? kept : await startAndHold(held)
  if (again.ok) Object.assign(held, again.value)
  else held.log(again.says)
}

async function stopServer({ lock, post }: Held): Promise<void> {
  await lock.end()
  await post.stop()
}

async function switchDurability(held: Held, durability: Durability): Promise<Outcome<void>> {
  const { layout, binaries, as } = held
  if (durability === 'loading') await mark(layout)
  await held.lock.query('checkpoint')
  await stopServer(held)
  if (durability === 'durable') await syncCluster(layout, binaries, as)
  held.durability = durability
  const again = await startAndHold(held)
  if (!again.ok) return again
  Object.assign(held, again.value)
  if (durability === 'durable') await unmark(layout)
  return done(undefined)
}

/** Starts the server and takes the lock. One that was killed may leave workers for a moment; PostgreSQL says so and we wait. */
async function startAndHold(want: Hold): Promise<Outcome<Held>> {
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

async function hold(want: Hold, post: Postmaster): Promise<Outcome<Held>> {
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
