/** `bin/heartwood start`: reads the arguments and the environment, starts, and stops at Ctrl-C. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { done, type Outcome, problem } from '../core/outcomes.ts'
import { progressOn } from './progress.ts'
import { readSignIn } from './sign-in-settings.ts'
import { type StartOptions, type StartParts, start } from './start.ts'

const usage = 'Usage: bin/heartwood start [--data DIR] [--demo]'

/** In the folder of Heartwood, wherever it is started from. */
export const ownData = fileURLToPath(new URL('../../.heartwood/data', import.meta.url))

type Environment = Readonly<Record<string, string | undefined>>

export async function runStart(
  args: readonly string[],
  partsOf: (dataDirectory: string) => StartParts,
): Promise<number> {
  const options = readOptions(args, process.env)
  if (!options.ok) return complain(options.says)
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  // Signals are many where a terminal and the launcher both pass one on; stopping is asked for once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  const progress = progressOn({
    write: (text) => process.stdout.write(text),
    inPlace: process.stdout.isTTY === true,
    now: () => performance.now(),
  })
  const outcome = await start(options.value, partsOf(options.value.dataDir), { progress, stopping: stopping.signal })
  if (!outcome.ok) return complain(outcome.says)
  progress.say('Stopped.')
  return 0
}

/** Exported for its test. */
export function readOptions(args: readonly string[], environment: Environment): Outcome<StartOptions> {
  const given = readArguments(args)
  if (given === undefined) return problem('start.option', { given: args.join(' '), usage })
  const port = Number(environment.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return problem('start.option', { given: `PORT=${environment.PORT}`, usage: 'It is a number from 1 to 65535.' })
  const signIn = readSignIn(environment)
  if (!signIn.ok) return signIn
  const { DATABASE_URL: databaseUrl, HEARTWOOD_POSTGRES: binaries } = environment
  return done({
    dataDir: given.data ?? ownData,
    demo: given.demo ?? false,
    port,
    // In front of a council's service stands its own proxy with its certificate; listening wider is a choice.
    host: environment.HOST || '127.0.0.1',
    ...(databaseUrl ? { databaseUrl } : {}),
    ...(binaries ? { binaries } : {}),
  })
}

function readArguments(args: readonly string[]): { data?: string; demo?: boolean } | undefined {
  try {
    return parseArgs({ args: [...args], options: { data: { type: 'string' }, demo: { type: 'boolean' } } }).values
  } catch {
    return undefined
  }
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}
