/**
 * What keeps a backup from whoever finds it. A file is encrypted to a public key (X25519, HKDF-SHA256, AES-256-GCM, a
 * fresh key for each file), so the machine that backs up holds nothing that could read a backup. The private key is the
 * council's own, or is kept beside the backups under a passphrase (scrypt).
 *
 * A file: `HWB1`, the 32 bytes of the key made for it, the ciphertext, the 16 bytes of its tag.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  type DecipherGCM,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto'
import { Transform } from 'node:stream'
import { z } from 'zod'
import { done, type Outcome, problem } from '../outcomes.ts'

const magic = Buffer.from('HWB1')
const keyBytes = 32
const tagBytes = 16
export const headerBytes = magic.length + keyBytes
/** Each file has a key of its own, used once, so that the nonce may be the same for all. */
const nonce = Buffer.alloc(12)

export const recipientShape = z.object({
  /** Raw X25519, base64url. */
  publicKey: z.string(),
  /** Under a passphrase; absent where the council keeps its private key itself. */
  sealedPrivateKey: z.object({ salt: z.string(), nonce: z.string(), sealed: z.string() }).optional(),
})
export type Recipient = z.infer<typeof recipientShape>

const publicOf = (raw: string): KeyObject =>
  createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'X25519', x: raw } })

/** A public key as its raw bytes, base64url. */
const rawOf = (key: KeyObject): string => String(key.export({ format: 'jwk' }).x)

/** Reads the PEM of an X25519 public key. Problem: `backup.usage`. */
export function recipientFrom(pem: string): Outcome<Recipient> {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'x25519') return done({ publicKey: rawOf(key) })
  } catch {
    // Said below.
  }
  return problem('backup.usage', { reason: 'The recipient’s file is not the PEM of an X25519 public key' })
}

/** A new pair, whose private half only the passphrase opens. */
export function recipientUnder(passphrase: string): Recipient {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  const salt = randomBytes(16)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', stretched(passphrase, salt), iv)
  const plain = privateKey.export({ type: 'pkcs8', format: 'der' })
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return {
    publicKey: rawOf(publicKey),
    sealedPrivateKey: {
      salt: salt.toString('base64'),
      nonce: iv.toString('base64'),
      sealed: sealed.toString('base64'),
    },
  }
}

/** 64 MB and a good fraction of a second for each guess. */
const stretched = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), salt, keyBytes, { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 })

export type Opener = { readonly passphrase: string } | { readonly privateKeyPem: string }

/** The private key of a recipient. Problem: `restore.wrong-key`. */
export function privateKeyOf(recipient: Recipient, opener: Opener | undefined): Outcome<KeyObject> {
  if (opener === undefined) return problem('restore.wrong-key', { reason: 'none was given' })
  try {
    const key =
      'privateKeyPem' in opener ? createPrivateKey(opener.privateKeyPem) : unsealed(recipient, opener.passphrase)
    if (key !== undefined && rawOf(createPublicKey(key)) === recipient.publicKey) return done(key)
  } catch {
    // A wrong passphrase fails the tag; a file that is no key fails to be read.
  }
  return problem('restore.wrong-key', { reason: 'this one does not open it' })
}

function unsealed({ sealedPrivateKey }: Recipient, passphrase: string): KeyObject | undefined {
  if (sealedPrivateKey === undefined) return undefined
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  const salt = bytes(sealedPrivateKey.salt)
  const iv = bytes(sealedPrivateKey.nonce)
  const sealed = bytes(sealedPrivateKey.sealed)
  const decipher = createDecipheriv('aes-256-gcm', stretched(passphrase, salt), iv)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()])
  return createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
}

/** The key of one file: of what two keys share, and both their public halves. */
function fileKey(shared: Buffer, once: string, recipient: string): Buffer {
  const salt = Buffer.concat([Buffer.from(once, 'base64url'), Buffer.from(recipient, 'base64url')])
  return Buffer.from(hkdfSync('sha256', shared, salt, 'heartwood backup', keyBytes))
}

/** Encrypts a stream to a recipient. */
export function sealing(recipient: string): Transform {
  const once = generateKeyPairSync('x25519')
  const shared = diffieHellman({ privateKey: once.privateKey, publicKey: publicOf(recipient) })
  const raw = rawOf(once.publicKey)
  const cipher = createCipheriv('aes-256-gcm', fileKey(shared, raw, recipient), nonce)
  let begun = false
  const header = (): Buffer[] => {
    if (begun) return []
    begun = true
    return [magic, Buffer.from(raw, 'base64url')]
  }
  return new Transform({
    transform: (chunk: Buffer, _encoding, next) => next(null, Buffer.concat([...header(), cipher.update(chunk)])),
    flush: (next) => next(null, Buffer.concat([...header(), cipher.final(), cipher.getAuthTag()])),
  })
}

/** Decrypts what `sealing` made. What it lets through is believed only when the stream has ended without an error. */
export function opening(privateKey: KeyObject): Transform {
  const recipient = rawOf(createPublicKey(privateKey))
  let held = Buffer.alloc(0)
  let decipher: DecipherGCM | undefined
  const begin = (): void => {
    if (!held.subarray(0, magic.length).equals(magic)) throw new Error('it is not a file of a backup')
    const once = held.subarray(magic.length, headerBytes).toString('base64url')
    const shared = diffieHellman({ privateKey, publicKey: publicOf(once) })
    decipher = createDecipheriv('aes-256-gcm', fileKey(shared, once, recipient), nonce)
    held = held.subarray(headerBytes)
  }
  /** All but the last bytes, which may be the tag. */
  const take = (chunk: Buffer): Buffer => {
    held = Buffer.concat([held, chunk])
    if (decipher === undefined && held.length >= headerBytes) begin()
    if (decipher === undefined || held.length <= tagBytes) return Buffer.alloc(0)
    const ready = held.subarray(0, -tagBytes)
    held = held.subarray(-tagBytes)
    return decipher.update(ready)
  }
  const end = (): Buffer => {
    if (decipher === undefined || held.length < tagBytes) throw new Error('it is cut short')
    return decipher.setAuthTag(held).final()
  }
  const passing = (work: () => Buffer, next: (error: Error | null, data?: Buffer) => void): void => {
    let result: Buffer
    try {
      result = work()
    } catch (error) {
      next(error instanceof Error ? error : new Error(String(error)))
      return
    }
    next(null, result)
  }
  return new Transform({
    transform: (chunk: Buffer, _encoding, next) => passing(() => take(chunk), next),
    flush: (next) => passing(end, next),
  })
}
