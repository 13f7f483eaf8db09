/**
 * A database as it stood at a named second: the newest base backup that was complete by then, and the log of changes played
 * onto it up to that second, in a new data directory. Nothing is ever written over.
 */
import type { KeyObject } from 'node:crypto'
import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { type Moment, moment } from '../calendar/moment.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import { type Manifest, manifestShape } from './backup.ts'
import { sealLogs, sealPieces } from './backup-archive.ts'
import { type Opener, privateKeyOf } from './backup-envelope.ts'
import { basesIn, bringBack, bringBackWhole, forEachFile, momentOfBase, readAbout, syncFolder } from './backup-store.ts'
import { type Binaries, findBinaries, type Unprivileged, unprivileged } from './binaries.ts'
import { claim } from './claim.ts'
import { syncCluster } from './cluster.ts'
import { makeDirectory } from './directory.ts'
import {
  complaintIn,
  connectionTo,
  connectWhenReady,
  type Layout,
  productDatabase,
  sizeOf,
  startPostmaster,
} from './postmaster.ts'

export interface RestoreOptions {
  /** The folder of the backups. */
  readonly from: string
  /** Where the restored data goes: a folder that does not exist or is empty. */
  readonly dataDir: string
  /** The folder of the sealed logs of what is restored: must not exist either. */
  readonly seals: string
  /** The last moment whose work is wanted; all that is kept, where left out. */
  readonly to?: Moment
  readonly opener?: Opener
  readonly binaries?: string
  readonly log: (line: string) => void
  readonly progress?: (bytes: number, of: number) => void
}

export interface Restored {
  readonly base: Moment
  /** False when the log that was kept ends before the moment asked for: then everything kept is there. */
  readonly reached: boolean
  /** When the last work in it was committed, as PostgreSQL says; `undefined` where nothing came after the base. */
  readonly lastWork: string | undefined
  readonly files: number
  readonly pieces: number
}

/** Problems: `restore.not-empty`, `restore.none`, `restore.wrong-key`, `restore.damaged`, `restore.failed`. */
export async function restore(options: RestoreOptions): Promise<Outcome<Restored>> {
  const { from, dataDir, seals, to } = options
  const about = await readAbout(from)
  if (about === undefined) return problem('restore.none', { directory: from, before: '' })
  const key = about.recipient === undefined ? done(undefined) : privateKeyOf(about.recipient, options.opener)
  if (!key.ok) return key
  const base = (await basesIn(from)).filter((name) => to === undefined || momentOfBase(name) <= to).at(-1)
  if (base === undefined) return problem('restore.none', { directory: from, before: to ? ` from before ${to}` : '' })
  const as = unprivileged()
  const layout = await makeDirectory(dataDir, as)
  for (const [folder, isFree] of [
    [layout.root, await isUnused(layout)],
    [seals, !existsSync(seals)],
  ] as const)
    if (!isFree) return problem('restore.not-empty', { directory: folder })
  const binaries = await findBinaries(options.binaries, join(layout.root, 'postgresql'))
  if (!binaries.ok) return binaries
  const mine = claim(layout.claim)
  if (mine === undefined) return problem('restore.not-empty', { directory: layout.root })
  try {
    return await restoreInto({ ...options, as, binaries: binaries.value }, layout, base, key.value)
  } finally {
    mine.release()
  }
}

async function isUnused({ root }: Layout): Promise<boolean> {
  const found = await readdir(root)
  return found.every((name) => name === 'socket')
}

interface Restoring extends Omit<RestoreOptions, 'binaries'> {
  readonly as: Unprivileged | undefined
  readonly binaries: Binaries
}

async function restoreInto(
  options: Restoring,
  layout: Layout,
  base: string,
  key: KeyObject | undefined,
): Promise<Outcome<Restored>> {
  const { from, binaries, as } = options
  // Under its own name only when it is whole: a start must not take half a restore for a database.
  const unfinished: Layout = { ...layout, cluster: join(layout.root, 'cluster.restoring') }
  let reading = join(from, base, 'manifest')
  try {
    const manifest = manifestShape.parse(JSON.parse((await bringBackWhole(reading, key)).toString('utf8')))
    if (manifest.major !== binaries.major)
      return problem('database.other-version', { directory: from, made: manifest.major, found: binaries.major })
    await copyBack({ ...options, base, key, cluster: unfinished.cluster, reads: (file) => (reading = file) }, manifest)
    const wal = join(layout.root, 'wal')
    const pieces = await unpackLog({ from, key, wal, as, reads: (file) => (reading = file) }, manifest.firstPiece)
    const played = await playLog(options, unfinished, wal)
    if (!played.ok) return played
    await bringSealsBack(options, key, played.value.seals, (file) => (reading = file))
    await rm(wal, { recursive: true, force: true })
    await syncCluster(unfinished, binaries, as)
    await rename(unfinished.cluster, layout.cluster)
    await syncFolder(layout.root)
    const { reached, lastWork } = played.value
    return done({ base: moment(momentOfBase(base)), reached, lastWork, files: manifest.files.length, pieces })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return problem('restore.damaged', { file: reading, reason })
  }
}

interface CopyBack extends Pick<Restoring, 'from' | 'as' | 'progress'> {
  readonly base: string
  readonly key: KeyObject | undefined
  readonly cluster: string
  /** Told which file is read, so that a damaged one can be named. */
  readonly reads: (file: string) => void
}

async function copyBack(
  { from, base, key, cluster, as, progress, reads }: CopyBack,
  { files, folders, label }: Manifest,
): Promise<void> {
  const own = async (path: string): Promise<void> => {
    if (as !== undefined) await chown(path, as.uid, as.gid)
  }
  for (const folder of ['', ...folders]) {
    await mkdir(join(cluster, folder), { recursive: true, mode: 0o700 })
    await own(join(cluster, folder))
  }
  const of = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let bytes = 0
  await forEachFile(files, async (file) => {
    const kept = join(from, base, 'files', file.path)
    const put = join(cluster, file.path)
    const sha256 = await bringBack(kept, key, createWriteStream(put, { mode: 0o600 })).catch((error: unknown) => {
      reads(kept)
      throw error
    })
    if (sha256 !== file.sha256) {
      reads(kept)
      throw new Error('it is not what was backed up')
    }
    await own(put)
    bytes += file.bytes
    progress?.(bytes, of)
  })
  for (const [name, text] of [
    ['backup_label', label],
    ['recovery.signal', ''],
  ] as const) {
    await writeFile(join(cluster, name), text, { mode: 0o600 })
    await own(join(cluster, name))
  }
}

interface Unpacking {
  readonly from: string
  readonly key: KeyObject | undefined
  readonly wal: string
  readonly as: Unprivileged | undefined
  readonly reads: (file: string) => void
}

/** The pieces from the first that is needed; answers how many. */
async function unpackLog({ from, key, wal, as, reads }: Unpacking, first: string): Promise<number> {
  await mkdir(wal, { recursive: true, mode: 0o700 })
  if (as !== undefined) await chown(wal, as.uid, as.gid)
  const pieces = (await readdir(join(from, 'wal')))
    .filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first)
    .sort()
  for (const name of pieces) {
    reads(join(from, 'wal', name))
    const content = await bringBackWhole(join(from, 'wal', name), key)
    // A piece that was finished early ends in zeros, which need no room on the disk.
    let end = content.length
    while (end > 0 && content[end - 1] === 0) end--
    const file = await open(join(wal, name), 'w', 0o600)
    await file.write(content, 0, end)
    await file.truncate(content.length)
    await file.close()
    if (as !== undefined) await chown(join(wal, name), as.uid, as.gid)
  }
  return pieces.length
}

interface Played {
  readonly reached: boolean
  readonly lastWork: string | undefined
  /** How many seals the database holds, of each kind. */
  readonly seals: readonly number[]
}

/** Starts the server, which plays the log, and stops it when it has come to the moment and takes writes again. */
async function playLog(options: Restoring, layout: Layout, wal: string): Promise<Outcome<Played>> {
  const { to, binaries, as, log } = options
  const settings = {
    archive_mode: 'off',
    hot_standby: 'off',
    restore_command: `cp '${wal.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'/"%f" "%p"`,
    recovery_target_timeline: 'current',
    recovery_target_action: 'promote',
  }
  for (const target of to === undefined ? [undefined] : [to, undefined]) {
    const logged = sizeOf(layout.log)
    const aim: Record<string, string> = target === undefined ? {} : { recovery_target_time: asOffset(target) }
    const post = startPostmaster(layout, binaries, as, 'durable', { ...settings, ...aim })
    if (as !== undefined) await chown(layout.log, as.uid, as.gid)
    const ready = await connectWhenReady(layout, post)
    if (ready !== undefined) {
      await ready.end()
      const seals = await countSeals(layout)
      await post.stop()
      const said = readFileSync(layout.log).subarray(logged).toString('utf8')
      const lastWork = /last completed transaction was at log time (.+)/.exec(said)?.[1]
      return done({ reached: target === to, lastWork, seals })
    }
    const reason = complaintIn(layout.log, logged)
    if (target === undefined || !reason.includes('before configured recovery target'))
      return problem('restore.failed', { reason, file: layout.log })
    log('What was kept ends before that moment: all of it is restored')
  }
  return problem('restore.failed', { reason: 'it ended', file: layout.log })
}

/** PostgreSQL reads this setting before it knows the names of time zones, of which Z is one. */
const asOffset = (at: Moment): string => at.replace('Z', '+00')

async function countSeals(layout: Layout): Promise<readonly number[]> {
  const client = new pg.Client(connectionTo(layout, productDatabase))
  await client.connect()
  try {
    const counts: number[] = []
    for (const table of ['seal', 'access_seal']) {
      const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])
      if (rows[0]?.there !== true) counts.push(0)
      else counts.push(Number((await client.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n))
    }
    return counts
  } finally {
    await client.end()
  }
}

/**
 * The sealed logs up to what the database holds; the lines after it bear witness to work that the restore left out, and
 * stand beside them. The old key does not come back: its public half goes with the old lines, and a new one signs the next.
 */
async function bringSealsBack(
  { from, seals }: Pick<Restoring, 'from' | 'seals'>,
  key: KeyObject | undefined,
  counts: readonly number[],
  reads: (file: string) => void,
): Promise<void> {
  await mkdir(seals, { recursive: true, mode: 0o700 })
  const publicKey = join(from, 'seals', 'seal-key.pub.pem')
  reads(publicKey)
  await writeFile(join(seals, 'former-keys.pem'), await bringBackWhole(publicKey, key), { mode: 0o600 })
  for (const [at, log] of sealLogs.entries()) {
    const pieces: Buffer[] = []
    for (const { file } of await sealPieces(from, log)) {
      reads(file)
      pieces.push(await bringBackWhole(file, key))
    }
    const lines = Buffer.concat(pieces).toString('utf8').split('\n').filter(Boolean)
    const put = async (name: string, some: readonly string[]): Promise<void> => {
      if (some.length === 0) return
      await writeFile(join(seals, name), `${some.join('\n')}\n`, { mode: 0o600, flush: true })
    }
    await put(log, lines.slice(0, counts[at]))
    await put(`${log}-after-the-restore`, lines.slice(counts[at]))
  }
}
