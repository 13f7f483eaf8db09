/**
 * `bin/heartwood verify`: are the record and the log of who read it as they were written? Beside a running Heartwood
 * or without it; on the database of DATABASE_URL, or the embedded one. Exit code 0 where all agrees, 1 where anything does
 * not, 2 where it could not look.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type VerifiedAccess, verifyAccess } from '../core/access/audit/verify.ts'
import { openSealLog } from '../core/record/seal-log.ts'
import { type Verified, verifyAll } from '../core/record/verify.ts'
import { openDatabase } from './open-record.ts'
import { ownData } from './start-command.ts'

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' }, seals: { type: 'string' } } })
  const data = values.data ?? ownData
  const database = await openDatabase(data)
  if (!database.ok) return say(process.stderr, [database.says], 2)
  try {
    const { pool } = database.value
    const seals = values.seals ?? join(data, '..', 'seals')
    const [record, recordSeconds] = await timed(() => verifyAll(pool, openSealLog(seals)))
    const [access, accessSeconds] = await timed(() => verifyAccess(pool, openSealLog(seals, 'access-seals')))
    const lines = [...report(record, recordSeconds), ...accessReport(access, accessSeconds)]
    return say(process.stdout, lines, record.problems.length + access.problems.length === 0 ? 0 : 1)
  } finally {
    await database.value.close()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [found: T, seconds: number]> {
  const began = performance.now()
  return [await work(), (performance.now() - began) / 1000]
}

const whole = (value: number): string => value.toLocaleString('en-GB')

/** Exported for its test. */
export function report({ records, entries, disposed, seals, unlogged, problems }: Verified, seconds: number): string[] {
  const counted = `${whole(entries)} entries on ${whole(records)} records, ${whole(seals)} seals, in ${seconds.toFixed(1)} s`
  const asides = [
    disposed > 0 ? `${whole(disposed)} contents were disposed of; their entries stand.` : undefined,
    unlogged > 0 ? `${whole(unlogged)} of the last seals have not reached the log yet.` : undefined,
  ].filter((line) => line !== undefined)
  if (problems.length === 0) return [`All agrees: ${counted}.`, ...asides]
  return [
    `${whole(problems.length)} things do not agree, of ${counted}:`,
    ...problems.map((one) => one.says),
    ...asides,
  ]
}

/** Exported for its test. */
export function accessReport(found: VerifiedAccess, seconds: number): string[] {
  const { rows, unsealed, seals, unlogged, problems } = found
  const rate = whole(Math.round(rows / Math.max(seconds, 0.001)))
  const counted = `${whole(rows)} rows of the access log, ${whole(seals)} seals, in ${seconds.toFixed(1)} s (${rate} rows a second)`
  const asides = [
    unsealed > 0
      ? `${whole(unsealed)} of the last rows are not sealed yet: a change to these would not be found.`
      : undefined,
    unlogged > 0
      ? `${whole(unlogged)} of the last seals of the access log have not reached the log outside yet.`
      : undefined,
  ].filter((line) => line !== undefined)
  if (problems.length === 0) return [`All agrees: ${counted}.`, ...asides]
  const many = problems.length === 1 ? '1 thing does' : `${whole(problems.length)} things do`
  return [`${many} not agree, of ${counted}:`, ...problems.map((one) => one.says), ...asides]
}

function say(stream: NodeJS.WriteStream, lines: readonly string[], code: number): number {
  stream.write(`${lines.join('\n')}\n`)
  return code
}
