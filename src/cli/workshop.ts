/** The commands of `bin/heartwood-dev`, for those who build Heartwood: the tests, the benchmarks, the proofs. */
import { readdirSync } from 'node:fs'
import { problem } from '../core/outcomes.ts'
import type { CommandModule } from './main.ts'

const root = new URL('../../', import.meta.url)

export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  switch (name) {
    case 'test':
      return (await import('./workshop/test.ts')).run(rest)
    case 'bench':
      return runProgram('bench', rest, (file): Promise<CommandModule> => import(`../../bench/${file}.ts`))
    case 'prove':
      return runProgram('prove', rest, (file): Promise<CommandModule> => import(`../../prove/${file}.ts`))
    default:
      process.stderr.write('Usage: bin/heartwood-dev test [--postgres DIR] | bench NAME | prove NAME\n')
      return 2
  }
}

/** Runs `bench/NAME.ts` or `prove/NAME.ts`, which exports `run(args)` like every command. */
async function runProgram(
  folder: 'bench' | 'prove',
  [name, ...args]: readonly string[],
  load: (file: string) => Promise<CommandModule>,
): Promise<number> {
  const known = readdirSync(new URL(`${folder}/`, root))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
  if (name !== undefined && known.includes(name)) return (await load(name)).run(args)
  const usage = `npm run ${folder} -- NAME, where NAME is one of: ${known.join(', ')}.`
  const says = name === undefined ? usage : problem('start.option', { given: name, usage }).says
  process.stderr.write(`${says}\n`)
  return 2
}
