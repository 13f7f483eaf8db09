/**
 * `npm run bench -- start`: from `bin/heartwood start` to an answer of the sign-in page, on an empty folder with the whole
 * city to make, and again on the folder that this left. The packages are installed and the bundle is built before.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { temporaryFolder } from './support/city.ts'
import { Budgets, median, sayMachine } from './support/measure.ts'

/** Seconds at most. */
const budget = { first: 60, later: 3 }
const answersWithinMs = 600_000
/** Linux counts a process's time in hundredths of a second (`getconf CLK_TCK`). */
const tickSeconds = 0.01

const program = fileURLToPath(new URL('../bin/heartwood', import.meta.url))

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '1' },
      port: { type: 'string', default: '3917' },
      /** Later starts, of which the median counts. */
      rounds: { type: 'string', default: '5' },
    },
  })
  sayMachine()
  await ended(spawn(process.execPath, [program, 'due', '2022-05-23', '15 working days'], { stdio: 'ignore' }))
  const folder = temporaryFolder()
  const start = () => startOnce(join(folder, 'data'), values.size, Number(values.port))
  try {
    const cpuBefore = cpuOfEndedChildren()
    const first = await start()
    const cpu = cpuOfEndedChildren() - cpuBefore
    console.log(`The first start, of a city of size ${values.size}:`)
    for (const { after, line } of first.steps) console.log(`${after.toFixed(1).padStart(6)} s  ${line}`)
    if (cpu > 0)
      console.log(`${cpu.toFixed(1).padStart(6)} s  of CPU, Node, PostgreSQL and kernel together, with its stop`)
    const later = []
    for (let round = 0; round < Number(values.rounds); round++) later.push(await start())
    console.log('\nA later start:')
    for (const { after, line } of later.at(-1)?.steps ?? []) console.log(`${after.toFixed(1).padStart(6)} s  ${line}`)
    console.log('')
    const budgets = new Budgets()
    budgets.judge('Seconds from the first start to the sign-in page', first.seconds, budget.first)
    budgets.judge(
      `Seconds from a later start to the sign-in page, median of ${later.length}`,
      median(later.map(({ seconds }) => seconds)),
      budget.later,
    )
    return budgets.exitCode
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** User and system seconds of all that ran below this process and has ended; 0 where the kernel keeps no such books. */
function cpuOfEndedChildren(): number {
  const file = '/proc/self/stat'
  if (!existsSync(file)) return 0
  const stat = readFileSync(file, 'latin1')
  // After the name, which ends at the last bracket, comes field 3; cutime and cstime are 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) * tickSeconds
}

interface Started {
  readonly seconds: number
  /** What was printed, with the seconds after which it was. */
  readonly steps: readonly { readonly after: number; readonly line: string }[]
}

async function startOnce(dataDir: string, size: string, port: number): Promise<Started> {
  const { DATABASE_URL: _, ...environment } = process.env
  const began = performance.now()
  const since = () => (performance.now() - began) / 1000
  const child = spawn(process.execPath, [program, 'start', '--data', dataDir], {
    env: { ...environment, PORT: String(port), HEARTWOOD_CITY_SIZE: size },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const steps: { after: number; line: string }[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line.trim() !== '') steps.push({ after: since(), line })
    })
  }
  await answered(child, `http://127.0.0.1:${port}/sign-in`)
  const seconds = since()
  steps.push({ after: seconds, line: 'The sign-in page answers' })
  child.kill('SIGINT')
  await ended(child)
  return { seconds, steps: steps.filter(({ after }) => after <= seconds) }
}

async function answered(child: ChildProcess, url: string): Promise<void> {
  const until = performance.now() + answersWithinMs
  while (child.exitCode === null && performance.now() < until) {
    const status = await fetch(url).then(
      async (answer) => {
        await answer.text()
        return answer.status
      },
      () => undefined,
    )
    if (status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  child.kill('SIGINT')
  throw new Error(`${url} was not answered`)
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve()
