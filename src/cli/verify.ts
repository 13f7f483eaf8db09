/**
 * `bin/heartwood verify`: is the record as it was written? Beside a running Heartwood or without it; on the database of
 * DATABASE_URL, or the embedded one. Exit code 0 where all agrees, 1 where anything does not, 2 where it could not look.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
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
    const began = performance.now()
    const found = await verifyAll(database.value.pool, openSealLog(values.seals ?? join(data, '..', 'seals')))
    return say(process.stdout, report(found, (performance.now() - began) / 1000), found.problems.length === 0 ? 0 : 1)
  } finally {
    await database.value.close()
  }
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

function say(stream: NodeJS.WriteStream, lines: readonly string[], code: number): number {
  stream.write(`${lines.join('\n')}\n`)
  return code
}
