/** `bin/heartwood restore`: brings a backup back into a new data directory, as it stood at a named second. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { addMillis, type Moment, momentAt, momentFromMillis, parseDay } from '../core/calendar/index.ts'
import type { Opener } from '../core/database/backup-envelope.ts'
import { type Restored, restore } from '../core/database/backup-restore.ts'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { passphraseVariable } from './backup.ts'
import { progressOn } from './progress.ts'

interface Asked {
  readonly from: string
  readonly data: string
  readonly to: Moment | undefined
  readonly opener: Opener | undefined
}

export async function run(args: readonly string[]): Promise<number> {
  const asked = await read(args)
  if (!asked.ok) return complain(asked.says)
  const { from, data, to, opener } = asked.value
  const progress = progressOn({
    write: (text) => process.stderr.write(text),
    inPlace: process.stderr.isTTY === true,
    now: () => performance.now(),
  })
  const began = performance.now()
  const restored = await progress.step('Restoring', (count) =>
    restore({
      from,
      dataDir: data,
      seals: join(dirname(data), 'seals'),
      log: progress.say,
      progress: (bytes, of) => count({ what: 'MB', done: Math.ceil(bytes / 1e6), of: Math.ceil(of / 1e6) }),
      ...(to === undefined ? {} : { to }),
      ...(opener === undefined ? {} : { opener }),
    }),
  )
  if (!restored.ok) return complain(restored.says)
  process.stdout.write(
    `${report(restored.value, { data, to, seconds: (performance.now() - began) / 1000 }).join('\n')}\n`,
  )
  return 0
}

interface Told {
  readonly data: string
  readonly to: Moment | undefined
  readonly seconds: number
}

export function report({ base, reached, lastWork, files, pieces }: Restored, { data, to, seconds }: Told): string[] {
  return [
    `Restored ${to !== undefined && reached ? `as it stood at ${to}` : 'all that was kept'} into ${data}, in ${seconds.toFixed(1)} s:`,
    `${files.toLocaleString('en-GB')} files of the backup of ${base} and ${pieces.toLocaleString('en-GB')} pieces of the log.`,
    lastWork === undefined ? 'Nothing was written after that backup.' : `The last work in it was saved at ${lastWork}.`,
    `Check it with: bin/heartwood verify --data ${data}`,
  ]
}

async function read(args: readonly string[]): Promise<Outcome<Asked>> {
  const text = { type: 'string' } as const
  let values: { from?: string; data?: string; to?: string; key?: string }
  try {
    values = parseArgs({ args: [...args], options: { from: text, data: text, to: text, key: text } }).values
  } catch (error) {
    return problem('restore.usage', { reason: error instanceof Error ? error.message.split('.')[0]! : String(error) })
  }
  const { from, data, key } = values
  if (from === undefined || data === undefined)
    return problem('restore.usage', { reason: 'Say where the backups are and where the restored data goes' })
  const to = values.to === undefined ? done(undefined) : readSecond(values.to)
  if (!to.ok) return to
  if (key !== undefined && !existsSync(key)) return problem('restore.usage', { reason: `There is no file ${key}` })
  const passphrase = process.env[passphraseVariable]
  const opener =
    key !== undefined ? { privateKeyPem: await readFile(key, 'utf8') } : passphrase ? { passphrase } : undefined
  return done({ from: resolve(from), data: resolve(data), to: to.value, opener })
}

/** `2026-11-23 14:05:07` by the clock on the wall in London, or with a Z by universal time. */
export function readSecond(text: string): Outcome<Moment> {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,3})?)?(Z?)$/.exec(text.trim())
  const [, date = '', hour, minute, second = '0', fraction = '', universal] = parts ?? []
  const day = parseDay(date)
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  if (parts === null || !day.ok || !isTime)
    return problem('restore.usage', { reason: `“${text}” is not a moment: write it as 2026-11-23 14:05:00` })
  const millis = Math.round(Number(`${second}${fraction}`) * 1000)
  if (universal === 'Z') return done(momentFromMillis(Date.parse(`${date}T${hour}:${minute}:00Z`) + millis))
  return done(addMillis(momentAt(day.value, Number(hour), Number(minute)), millis))
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
