/**
 * A base backup of the embedded server, over SQL while everyone works: PostgreSQL is told that it begins, the files of the
 * cluster are copied as they are, and what changed meanwhile comes with the log of changes. With the log that follows, the
 * database can be had again as it stood at any second since.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { type Moment, momentFromMillis } from '../calendar/moment.ts'
import { done, type Outcome, problem } from '../outcomes.ts'
import { setDestination, ship, shipSeals } from './backup-archive.ts'
import type { Recipient } from './backup-envelope.ts'
import {
  type About,
  baseName,
  basesIn,
  forEachFile,
  type Kept,
  keep,
  keepText,
  readAbout,
  syncFolder,
  writeAbout,
} from './backup-store.ts'
import { unprivileged } from './binaries.ts'
import { makeDirectory } from './directory.ts'
import { connectionTo, type Layout } from './postmaster.ts'

const keptShape = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })
export const manifestShape = z.object({
  /** Of PostgreSQL. */
  major: z.number(),
  /** The first piece of the log that is needed. */
  firstPiece: z.string(),
  label: z.string(),
  folders: z.array(z.string()),
  files: z.array(keptShape),
})
export type Manifest = z.infer<typeof manifestShape>

export interface BackupOptions {
  readonly dataDir: string
  /** Beside the data where nobody says. */
  readonly to?: string
  /** The folder of the sealed logs, and the public half of their key. */
  readonly seals: { readonly folder: string; readonly publicKey: string }
  /** For whom a folder's first backup is encrypted; later ones are for the same. */
  readonly recipient?: () => Recipient
  /** How many base backups stay, this one included. */
  readonly keep: number
  readonly progress?: (bytes: number, of: number) => void
}

export interface BackedUp {
  readonly folder: string
  /** From when on the database can be restored from this base. */
  readonly at: Moment
  readonly files: number
  readonly bytes: number
  readonly encrypted: boolean
}

/** The server must be running. Problems: `backup.not-archiving`, `backup.of-other`. */
export async function backUp(options: BackupOptions): Promise<Outcome<BackedUp>> {
  const as = unprivileged()
  const layout = await makeDirectory(options.dataDir, as)
  const to = options.to ?? `${layout.root}-backups`
  // A connection for the whole of it: a backup belongs to the session that began it.
  const on = new pg.Client(connectionTo(layout, 'postgres'))
  await on.connect()
  try {
    if ((await told(on, 'select current_setting($1)', ['archive_mode'])) !== 'on')
      return problem('backup.not-archiving')
    const system = await told(on, 'select system_identifier::text from pg_control_system()')
    const about = await claimFolder(to, { system, root: layout.root }, options.recipient)
    if (!about.ok) return about
    const publicKey = about.value.recipient?.publicKey
    const key = publicKey === undefined ? {} : { publicKey }
    await keepText(options.seals.publicKey, join(to, 'seals', 'seal-key.pub.pem'), publicKey)
    await setDestination(layout, { to, seals: options.seals.folder, ...key }, as)
    const base = await copyCluster(on, layout, { ...options, to, ...key })
    await shipSeals({ to, seals: options.seals.folder, ...key })
    await dropOlder(to, options.keep)
    return done({ ...base, folder: to, encrypted: publicKey !== undefined })
  } finally {
    await on.end()
  }
}

async function told(on: pg.ClientBase, sql: string, values: readonly string[] = []): Promise<string> {
  const { rows } = await on.query<string[]>({ text: sql, values: [...values], rowMode: 'array' })
  return String(rows[0]?.[0])
}

/** A folder is of one data directory: two that write into it would overwrite each other's log. */
async function claimFolder(
  to: string,
  mine: Pick<About, 'system' | 'root'>,
  recipient: (() => Recipient) | undefined,
): Promise<Outcome<About>> {
  const found = await readAbout(to)
  if (found !== undefined) {
    if (found.system === mine.system && found.root === mine.root) return done(found)
    return problem('backup.of-other', { directory: to, other: found.root })
  }
  const about = { ...mine, ...(recipient === undefined ? {} : { recipient: recipient() }) }
  await writeAbout(to, about)
  return done(about)
}

/** What is begun anew at every start, or belongs to the running server alone (PostgreSQL's manual, “Making a Base Backup”). */
const emptied = new Set([
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut = /^(postmaster\.(pid|opts)|.*\/pgsql_tmp.*|pg_internal\.init.*|.*\/pg_internal\.init.*)$/

interface Copying {
  readonly to: string
  readonly publicKey?: string
  readonly progress?: BackupOptions['progress']
}

async function copyCluster(
  on: pg.ClientBase,
  layout: Layout,
  { to, publicKey, progress }: Copying,
): Promise<Pick<BackedUp, 'at' | 'files' | 'bytes'>> {
  const firstPiece = await told(on, `select pg_walfile_name(pg_backup_start('heartwood', fast => true))`)
  const unfinished = join(to, `unfinished-${process.pid}`)
  try {
    const { folders, files } = await listed(layout.cluster)
    const of = files.reduce((sum, { size }) => sum + size, 0)
    const kept: (Kept & { path: string })[] = []
    let bytes = 0
    await forEachFile(files, async ({ path }) => {
      // One that was dropped meanwhile is in no later state of the database either.
      const one = await keep(join(layout.cluster, path), join(unfinished, 'files', path), publicKey).catch(whenGone)
      if (one === undefined) return
      kept.push({ path, ...one })
      bytes += one.bytes
      progress?.(bytes, of)
    })
    // Waits until the last piece of the log that this backup needs is in the outbox.
    const { rows } = await on.query<{ labelfile: string; at: string }>(
      `select labelfile, (extract(epoch from clock_timestamp()) * 1000)::bigint::text as at from pg_backup_stop()`,
    )
    const { labelfile = '', at = '0' } = rows[0] ?? {}
    await ship(layout)
    const major = Number.parseInt(await readFile(join(layout.cluster, 'PG_VERSION'), 'utf8'), 10)
    const manifest: Manifest = { major, firstPiece, label: labelfile, folders, files: kept }
    await keepText(JSON.stringify(manifest), join(unfinished, 'manifest'), publicKey)
    // Not a secret, and needed to know which pieces may go without the key that opens the manifest.
    await writeFile(join(unfinished, 'first-piece'), firstPiece, { mode: 0o600, flush: true })
    const moment = momentFromMillis(Number(at))
    await rename(unfinished, join(to, baseName(moment)))
    await syncFolder(to)
    return { at: moment, files: kept.length, bytes }
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}

function whenGone(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

interface Listed {
  readonly folders: string[]
  readonly files: { readonly path: string; readonly size: number }[]
}

async function listed(cluster: string): Promise<Listed> {
  const found: Listed = { folders: [], files: [] }
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = relative(cluster, join(folder, entry.name))
      if (leftOut.test(path)) continue
      if (entry.isDirectory()) {
        found.folders.push(path)
        if (emptied.has(path)) continue
        await walk(join(folder, entry.name))
      } else if (entry.isFile()) {
        const size = (await stat(join(folder, entry.name)).catch(whenGone))?.size ?? 0
        found.files.push({ path, size })
      }
    }
  }
  await walk(cluster)
  // PostgreSQL looks for these two below the log, and the second is nowhere else.
  found.folders.push('pg_wal/archive_status', 'pg_wal/summaries')
  return found
}

/** Base backups beyond so many, and the pieces of the log that only they needed. */
async function dropOlder(folder: string, count: number): Promise<void> {
  const bases = await basesIn(folder)
  const going = bases.slice(0, Math.max(0, bases.length - count))
  for (const base of going) await rm(join(folder, base), { recursive: true, force: true })
  const oldest = bases[going.length]
  if (going.length === 0 || oldest === undefined) return
  const first = await readFile(join(folder, oldest, 'first-piece'), 'utf8').catch(() => undefined)
  if (first === undefined || !existsSync(join(folder, 'wal'))) return
  // The first eight characters are the timeline; a history is small and stays.
  for (const piece of await readdir(join(folder, 'wal')))
    if (!piece.endsWith('.history') && piece.slice(8, 24) < first.trim().slice(8)) await rm(join(folder, 'wal', piece))
}
