import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { opening, privateKeyOf, recipientUnder, sealing } from './backup-envelope.ts'

const recipient = recipientUnder('seven grey herons')
const key = privateKeyOf(recipient, { passphrase: 'seven grey herons' })
if (!key.ok) throw new Error(key.says)

async function sealed(plain: Buffer): Promise<Buffer> {
  const chunks = Readable.from([plain.subarray(0, 5), plain.subarray(5)]).pipe(sealing(recipient.publicKey))
  return Buffer.concat(await chunks.toArray())
}
const opened = async (chunks: readonly Buffer[]): Promise<Buffer> => {
  const stream = opening(key.value)
  const result: Buffer[] = []
  stream.on('data', (chunk: Buffer) => result.push(chunk))
  const ended = new Promise<void>((resolve, reject) => stream.once('end', resolve).once('error', reject))
  for (const chunk of chunks) stream.write(chunk)
  stream.end()
  await ended
  return Buffer.concat(result)
}

describe('a file of a backup', () => {
  test.each([0, 1, 5, 16, 17, 100_000])('of %i bytes comes back, however it is cut into pieces', async (bytes) => {
    const plain = randomBytes(bytes)
    const file = await sealed(plain)
    expect(await opened([file])).toEqual(plain)
    const pieces = Array.from({ length: Math.ceil(file.length / 7_777) }, (_, n) =>
      file.subarray(n * 7_777, (n + 1) * 7_777),
    )
    expect(await opened(pieces)).toEqual(plain)
  })

  test('is never the same twice', async () => {
    const plain = Buffer.from('the same')
    expect((await sealed(plain)).equals(await sealed(plain))).toBe(false)
  })

  test('that was changed anywhere, or cut short, is not believed', async () => {
    const file = await sealed(Buffer.from('a child’s record'))
    for (let at = 0; at < file.length; at++) {
      const changed = Buffer.from(file)
      changed[at]! ^= 1
      await expect(opened([changed]), `byte ${at}`).rejects.toThrow()
      await expect(opened([file.subarray(0, at)]), `${at} bytes`).rejects.toThrow()
    }
  })
})

test('another passphrase, and none, open nothing', () => {
  expect(privateKeyOf(recipient, { passphrase: 'seven grey heron' })).toMatchObject({ code: 'restore.wrong-key' })
  expect(privateKeyOf(recipient, { privateKeyPem: 'no key' })).toMatchObject({ code: 'restore.wrong-key' })
  expect(privateKeyOf(recipient, undefined)).toMatchObject({ code: 'restore.wrong-key' })
})
