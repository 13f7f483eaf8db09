/**
 * The sealed log outside the database: a file with one signed line a seal, so that whoever can change every row of the
 * database still cannot change what was sealed. Keep a copy of it, and of the public key, where the database's
 * administrators have no access.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { isMoment, type Moment } from '../calendar/index.ts'
import type { Seal } from './root.ts'

export interface SealLog {
  readonly file: string
  /** Ed25519, as PEM: what someone needs to check the lines elsewhere. */
  readonly publicKey: string
  /** Every line in order, or the number (from 1) of the first that is not as it was signed. */
  read(): { readonly seals: readonly Seal[]; readonly wrongLine: number | undefined }
  /** The last line alone, however long the log has become; `undefined` also for one that was not signed with our key. */
  last(): Seal | undefined
  /** On disk when it returns. */
  append(seals: readonly Seal[]): void
}

/**
 * Opens the log in a directory outside the database; its key is made at first use and only its owner may read it.
 * `of`: what is sealed, each in a file of its own.
 */
export function openSealLog(directory: string, of: 'seals' | 'access-seals' = 'seals'): SealLog {
  const key = keyIn(join(directory, 'seal-key.pem'))
  const file = join(directory, `${of}.log`)
  const publicKey = createPublicKey(key)
  const keys = [publicKey, ...formerKeysIn(join(directory, 'former-keys.pem'))]
  dropTornLine(file)
  return {
    file,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    read() {
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
      const seals: Seal[] = []
      for (const [index, line] of lines.entries()) {
        const seal = sealIn(line, keys)
        if (seal === undefined) return { seals, wrongLine: index + 1 }
        seals.push(seal)
      }
      return { seals, wrongLine: undefined }
    },
    last: () => {
      const line = tailOf(file).trimEnd().split('\n').at(-1)
      return line ? sealIn(line, keys) : undefined
    },
    append(seals) {
      const open = openSync(file, 'a', 0o600)
      try {
        writeSync(open, seals.map((seal) => signedLine(seal, key)).join(''))
        fsyncSync(open)
      } finally {
        closeSync(open)
      }
    },
  }
}

function keyIn(file: string): KeyObject {
  if (existsSync(file)) return createPrivateKey(readFileSync(file))
  const { privateKey } = generateKeyPairSync('ed25519')
  // Exclusively: two starts at once must not each believe in a key of their own.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 })
  return privateKey
}

/** Public halves of keys that signed before a restore: their private halves are not in any backup. */
function formerKeysIn(file: string): KeyObject[] {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return [...text.matchAll(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g)].map(([pem]) =>
    createPublicKey(pem),
  )
}

/** More than one line, less than a page. */
const tailBytes = 2048

function tailOf(file: string): string {
  if (!existsSync(file)) return ''
  const open = openSync(file, 'r')
  try {
    const { size } = fstatSync(open)
    const bytes = Buffer.alloc(Math.min(size, tailBytes))
    readSync(open, bytes, 0, bytes.length, size - bytes.length)
    return bytes.toString('utf8')
  } finally {
    closeSync(open)
  }
}

/** A power cut may leave half a line; its seal stands in the database and is logged again. */
function dropTornLine(file: string): void {
  const tail = tailOf(file)
  const torn = tail.length - (tail.lastIndexOf('\n') + 1)
  if (torn > 0) truncateSync(file, statSync(file).size - torn)
}

const said = ({ number, at, upto, covers, root }: Seal): string => `${number}\t${at}\t${upto}\t${covers}\t${root}`

function signedLine(seal: Seal, key: KeyObject): string {
  const text = said(seal)
  return `${text}\t${sign(null, Buffer.from(text), key).toString('base64')}\n`
}

const lineShape = z.tuple([
  z.coerce.number().int().positive(),
  z.custom<Moment>((text) => typeof text === 'string' && isMoment(text)),
  z.string().regex(/^\d+$/),
  z.coerce.number().int().positive(),
  z.string().regex(/^[0-9a-f]{64}$/),
])

function sealIn(line: string, keys: readonly KeyObject[]): Seal | undefined {
  const at = line.lastIndexOf('\t')
  const text = line.slice(0, at)
  const read = lineShape.safeParse(text.split('\t'))
  const signature = Buffer.from(line.slice(at + 1), 'base64')
  if (!read.success || !keys.some((key) => verify(null, Buffer.from(text), key, signature))) return undefined
  const [number, moment, upto, covers, root] = read.data
  return { number, at: moment, upto, covers, root }
}
