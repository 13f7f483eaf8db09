/**
 * `bin/heartwood verify`: is the record as it was written? Beside a running Heartwood or without it; on the database of
 * DATABASE_URL, or the embedded one. Exit code 0 where all agrees, 1 where anything does not, 2 where it could not look.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { connect, type Database } from '../core/database/connect.ts'
import { connectionIn, startEmbedded } from '../core/database/embedded.ts'
import { done, type Outcome } from '../core/outcomes.ts'
import { openSealLog } from '../core/record/seal-log.ts'
import { type Verified, verifyAll } from '../core/record/verify.ts'
import { ownData } from './start-command.ts'

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' }, seals: { type: 'string' } } })
  const data = values.data ?? ownData
  const toClose: (() => Promise<unknown>)[] = []
  try {
    const database = await openDatabase(process.env.DATABASE_URL, data, toClose)
    if (!database.ok) return say(process.stderr, [database.says], 2)
    const began = performance.now()
    const found = await verifyAll(database.value.pool, openSealLog(values.seals ?? join(data, '..', 'seals')))
    return say(process.stdout, report(found, (performance.now() - began) / 1000), found.problems.length === 0 ? 0 : 1)
  } finally {
    for (const close of toClose.reverse()) await close()
  }
}

async function openDatabase(
  url: string | undefined,
  data: string,
  toClose: (() => Promise<unknown>)[],
): Promise<Outcome<Database>> {
  const address = url ? done({ url }) : await embeddedIn(data, toClose)
  if (!address.ok) return address
  const database = await connect(address.value)
  if (database.ok) toClose.push(database.value.close)
  return database
}

/** The server of a running Heartwood, or one that is started for as long as this takes. */
async function embeddedIn(data: string, toClose: (() => Promise<unknown>)[]) {
  const started = await startEmbedded({ dataDir: data, log: () => {} })
  if (started.ok) {
    toClose.push(() => started.value.stop())
    return done({ embedded: started.value.connection })
  }
  return started.code === 'database.already-running' ? done({ embedded: await connectionIn(data) }) : started
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
