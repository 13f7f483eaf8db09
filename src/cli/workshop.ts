/** The commands of `bin/heartwood-dev`, for those who build Heartwood: the tests, the benchmarks, the proofs, files to try. */
import { readdirSync } from 'node:fs'
import { problem } from '../core/outcomes.ts'
import type { CommandModule } from './main.ts'

const root = new URL('../../', import.meta.url)

/** @param built the folder of the build, in which each program of `bench/` and `prove/` is a file of its own */
export async function main([name, ...rest]: readonly string[], built: URL): Promise<number> {
  switch (name) {
    case 'test':
      return (await import('./workshop/test.ts')).run(rest)
    case 'paper':
      return (await import('../../test/support/paper/write.ts')).run(rest)
    case 'bench':
    case 'prove':
      return runProgram(name, rest, built)
    default:
      process.stderr.write('Usage: bin/heartwood-dev test [--postgres DIR] | bench NAME | prove NAME | paper FOLDER\n')
      return 2
  }
}

/** Runs `bench/NAME.ts` or `prove/NAME.ts`, which exports `run(args)` like every command. */
async function runProgram(folder: 'bench' | 'prove', [name, ...args]: readonly string[], built: URL): Promise<number> {
  const known = readdirSync(new URL(`${folder}/`, root))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
  if (name !== undefined && known.includes(name)) {
    const program: CommandModule = await import(new URL(`${folder}/${name}.js`, built).href)
    return program.run(args)
  }
  const usage = `npm run ${folder} -- NAME, where NAME is one of: ${known.join(', ')}.`
  const says = name === undefined ? usage : problem('start.option', { given: name, usage }).says
  process.stderr.write(`${says}\n`)
  return 2
}
