/**
 * The log of changes on its way to the backups. PostgreSQL puts each finished piece of it (16 MB, at most a minute old)
 * into the outbox, a folder beside the cluster that exists from the first backup on; the launcher compresses, encrypts and
 * takes it to the folder of the backups. While that folder is away pieces wait in the outbox, and nothing is lost.
 */
import { createReadStream, existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { keep, syncFolder } from './backup-store.ts'
import type { Unprivileged } from './binaries.ts'
import type { Layout } from './postmaster.ts'

const destinationShape = z.object({
  to: z.string(),
  /** Of the recipient; without one the backups are not encrypted. */
  publicKey: z.string().optional(),
  /** The folder of the sealed logs. */
  seals: z.string(),
})
export type Destination = z.infer<typeof destinationShape>

export const outboxIn = (root: string): string => join(root, 'outbox')
const destinationFile = (layout: Layout): string => join(layout.root, 'backup-to.json')

/** Where the backups of this data go; `undefined` before the first. */
export async function destinationOf(layout: Layout): Promise<Destination | undefined> {
  const text = await readFile(destinationFile(layout), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : destinationShape.parse(JSON.parse(text))
}

/** From now on PostgreSQL keeps every change, and `ship` takes it there. */
export async function setDestination(
  layout: Layout,
  destination: Destination,
  as: Unprivileged | undefined,
): Promise<void> {
  await writeFile(destinationFile(layout), JSON.stringify(destination), { mode: 0o600, flush: true })
  const outbox = outboxIn(layout.root)
  await mkdir(outbox, { recursive: true, mode: 0o700 })
  if (as !== undefined) await chown(outbox, as.uid, as.gid)
  await syncFolder(layout.root)
}

/** A piece of the log, a backup's label, or the history of a timeline. Others in the outbox are on their way into it. */
const isPiece = (name: string): boolean => /^[0-9A-F]{8}([0-9A-F]{16}(\.[0-9A-F]{8}\.backup)?|\.history)$/.test(name)

/** Takes what is in the outbox to the backups; answers how many pieces. Twice at once does no harm. */
export async function ship(layout: Layout): Promise<number> {
  const outbox = outboxIn(layout.root)
  if (!existsSync(outbox)) return 0
  const destination = await destinationOf(layout)
  if (destination === undefined) return 0
  const pieces = (await readdir(outbox)).filter(isPiece).sort()
  for (const name of pieces) {
    try {
      await keep(join(outbox, name), join(destination.to, 'wal', name), destination.publicKey)
    } catch (error) {
      // Another one took it a moment ago.
      if (!existsSync(join(outbox, name))) continue
      throw error
    }
    await syncFolder(join(destination.to, 'wal'))
    await rm(join(outbox, name), { force: true })
  }
  return pieces.length
}

/** The logs of what was sealed, outside the database. */
export const sealLogs = ['seals.log', 'access-seals.log'] as const

/** New pieces of the sealed logs, named by their first and last byte, so that no line is kept twice. */
export async function shipSeals({ to, publicKey, seals }: Destination): Promise<void> {
  for (const log of sealLogs) {
    const file = join(seals, log)
    if (!existsSync(file)) continue
    const { size } = await stat(file)
    const from = Math.max(0, ...(await sealPieces(to, log)).map((piece) => piece.until))
    if (size <= from) continue
    const piece = join(to, 'seals', `${log}-${padded(from)}-${padded(size)}`)
    await keep(createReadStream(file, { start: from, end: size - 1 }), piece, publicKey)
  }
}

const padded = (bytes: number): string => String(bytes).padStart(15, '0')

export interface SealPiece {
  readonly file: string
  readonly until: number
}

/** The pieces of a sealed log in order. */
export async function sealPieces(folder: string, log: (typeof sealLogs)[number]): Promise<readonly SealPiece[]> {
  const names = await readdir(join(folder, 'seals')).catch(() => [])
  return names
    .filter((name) => name.startsWith(`${log}-`) && /-\d{15}-\d{15}$/.test(name))
    .sort()
    .map((name) => ({ file: join(folder, 'seals', name), until: Number(name.slice(-15)) }))
}

export interface Shipping {
  /** Takes what is left. */
  stop(): Promise<void>
}

const everyMs = 2_000
/** They grow by a line a second at most. */
const sealsEveryMs = 600_000

/** While a server runs. A folder that is away is complained of once, and again when it was back meanwhile. */
export function startShipping(layout: Layout, log: (line: string) => void): Shipping {
  let complained = false
  let sealedAt = 0
  let current: Promise<void> = Promise.resolve()
  const round = async (): Promise<void> => {
    try {
      await ship(layout)
      if (performance.now() - sealedAt > sealsEveryMs) {
        const destination = await destinationOf(layout)
        if (destination !== undefined) await shipSeals(destination)
        sealedAt = performance.now()
      }
      complained = false
    } catch (error) {
      if (!complained) log(`Changes wait to be backed up: ${error instanceof Error ? error.message : String(error)}`)
      complained = true
    }
  }
  const timer = setInterval(() => {
    current = current.then(round)
  }, everyMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      sealedAt = -sealsEveryMs
      await current.then(round)
    },
  }
}
