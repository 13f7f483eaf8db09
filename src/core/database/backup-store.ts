/**
 * The folder that backups are in: what stands in it, and writing and reading its files, compressed and encrypted.
 *
 * ```
 * backup.json             of which server, and for whom it is encrypted
 * base-MOMENT/            one base backup, complete at that moment: `manifest` and `files/`
 * wal/                    the log of every change since the oldest of them
 * seals/                  the signed logs of seals in pieces, and the public half of their key
 * ```
 */
import { createHash, type KeyObject } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { z } from 'zod'
import { opening, recipientShape, sealing } from './backup-envelope.ts'

const aboutShape = z.object({
  /** PostgreSQL's own number of the cluster. */
  system: z.string(),
  /** The data directory it was made from. */
  root: z.string(),
  recipient: recipientShape.optional(),
})
export type About = z.infer<typeof aboutShape>

/** What the folder says of itself; `undefined` where there is no backup. */
export async function readAbout(folder: string): Promise<About | undefined> {
  const text = await readFile(join(folder, 'backup.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : aboutShape.parse(JSON.parse(text))
}

export async function writeAbout(folder: string, about: About): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'backup.json'), `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600, flush: true })
}

export interface Kept {
  readonly bytes: number
  /** Of what was read, in hex. */
  readonly sha256: string
}

/** Writes a file of a backup: whole and on disk under its name, or not at all. */
export async function keep(from: string | Readable, to: string, publicKey: string | undefined): Promise<Kept> {
  const unfinished = `${to}.${process.pid}.part`
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  let bytes = 0
  const counting = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      hash.update(chunk)
      bytes += chunk.length
      next(null, chunk)
    },
  })
  const written = createWriteStream(unfinished, { mode: 0o600, flush: true })
  const source = typeof from === 'string' ? createReadStream(from) : from
  try {
    if (publicKey === undefined) await pipeline(source, counting, createZstdCompress(), written)
    else await pipeline(source, counting, createZstdCompress(), sealing(publicKey), written)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await rename(unfinished, to)
  return { bytes, sha256: hash.digest('hex') }
}

export const keepText = (text: string, to: string, publicKey: string | undefined): Promise<Kept> =>
  keep(Readable.from([Buffer.from(text)]), to, publicKey)

/** Streams a file of a backup as it was before `keep`. Throws where it is damaged or cut short. */
export async function bringBack(from: string, key: KeyObject | undefined, to: NodeJS.WritableStream): Promise<string> {
  const hash = createHash('sha256')
  const counting = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  const source = createReadStream(from)
  if (key === undefined) await pipeline(source, createZstdDecompress(), counting, to)
  else await pipeline(source, opening(key), createZstdDecompress(), counting, to)
  return hash.digest('hex')
}

export async function bringBackWhole(from: string, key: KeyObject | undefined): Promise<Buffer> {
  const chunks: Buffer[] = []
  const gathering = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      chunks.push(chunk)
      next()
    },
  })
  await bringBack(from, key, gathering)
  return Buffer.concat(chunks)
}

/** A base backup's folder is named after the moment it was complete, in a form that any file system takes. */
export const baseName = (at: string): string => `base-${at.replaceAll(':', '-')}`
export const momentOfBase = (name: string): string => name.slice(5).replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')

/** The complete base backups, oldest first. */
export async function basesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /^base-[-\dT.]+Z$/.test(name)).sort()
}

const atOnce = 8

/** Many small files wait for the disk more than for us, so several are under way at a time. */
export async function forEachFile<T>(files: readonly T[], work: (file: T) => Promise<void>): Promise<void> {
  const left = files.values()
  const worker = async (): Promise<void> => {
    for (const file of left) await work(file)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Makes what was renamed or removed in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
