/**
 * `bin/heartwood backup`: a base backup of Heartwood's own database, beside a running Heartwood or without it. From the first
 * on, a running Heartwood takes every change to the same folder within a minute.
 */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type BackedUp, backUp } from '../core/database/backup.ts'
import { type Recipient, recipientFrom, recipientUnder } from '../core/database/backup-envelope.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { openSealLog } from '../core/record/seal-log.ts'
import { openDatabase } from './open-record.ts'
import { progressOn } from './progress.ts'
import { ownData } from './start-command.ts'

const basesKept = 7
export const passphraseVariable = 'HEARTWOOD_BACKUP_PASSPHRASE'

interface Asked {
  readonly data: string
  readonly to: string | undefined
  readonly keep: number
  readonly recipient: (() => Recipient) | undefined
}

export async function run(args: readonly string[]): Promise<number> {
  if (process.env.DATABASE_URL) return complain(problem('backup.councils').says)
  const asked = await read(args)
  if (!asked.ok) return complain(asked.says)
  const { data, to, keep, recipient } = asked.value
  const database = await openDatabase(data)
  if (!database.ok) return complain(database.says)
  const progress = progressOn({
    write: (text) => process.stderr.write(text),
    inPlace: process.stderr.isTTY === true,
    now: () => performance.now(),
  })
  const seals = join(dirname(data), 'seals')
  try {
    const made = await progress.step('Backing up', (count) =>
      backUp({
        dataDir: data,
        seals: { folder: seals, publicKey: openSealLog(seals).publicKey },
        keep,
        progress: (bytes, of) => count({ what: 'MB', done: inMb(bytes), of: inMb(of) }),
        ...(to === undefined ? {} : { to }),
        ...(recipient === undefined ? {} : { recipient }),
      }),
    )
    if (!made.ok) return complain(made.says)
    process.stdout.write(`${report(made.value).join('\n')}\n`)
    return 0
  } finally {
    await database.value.close()
  }
}

const inMb = (bytes: number): number => Math.ceil(bytes / 1e6)

export function report({ folder, at, files, bytes, encrypted }: BackedUp): string[] {
  return [
    `Backed up ${files.toLocaleString('en-GB')} files (${inMb(bytes).toLocaleString('en-GB')} MB) to ${folder}`,
    `From ${at} on, the record can be restored as it stood at any second, to within a minute of now while Heartwood runs.`,
    encrypted
      ? 'It is encrypted: nothing in it can be read without the passphrase or the private key.'
      : `It is not encrypted. Set ${passphraseVariable} or give --recipient, with an empty folder, to encrypt it.`,
  ]
}

async function read(args: readonly string[]): Promise<Outcome<Asked>> {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args: [...args],
      options: { to: text, data: text, recipient: text, keep: text },
    })
    const keep = Number(values.keep ?? basesKept)
    if (!Number.isInteger(keep) || keep < 1) return problem('backup.usage', { reason: '--keep is a number from 1' })
    const recipient = await recipientAsked(values.recipient, process.env[passphraseVariable])
    if (!recipient.ok) return recipient
    return done({ data: values.data ?? ownData, to: values.to, keep, recipient: recipient.value })
  } catch (error) {
    return problem('backup.usage', { reason: error instanceof Error ? error.message.split('.')[0]! : String(error) })
  }
}

async function recipientAsked(
  file: string | undefined,
  passphrase: string | undefined,
): Promise<Outcome<(() => Recipient) | undefined>> {
  if (file !== undefined) {
    const recipient = recipientFrom(await readFile(file, 'utf8'))
    return recipient.ok ? done(() => recipient.value) : recipient
  }
  return done(passphrase ? () => recipientUnder(passphrase) : undefined)
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
