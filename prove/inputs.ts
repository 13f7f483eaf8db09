/**
 * Hostile input: sound files mutated by seed, and files made to do harm, given to every reader that takes files. Each
 * reader must answer with a value, within 5 seconds and 512 MB, without a connection out or a written file. Readers run
 * in processes of their own, because what is proved is that they neither die nor hang.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { corpus } from './inputs/corpus.ts'
import type { Order, Report } from './inputs/worker.ts'
import { type Proof, type Proved, runProof, type Trial } from './support/proof.ts'

const worker = fileURLToPath(new URL('./inputs/worker.ts', import.meta.url))
const processes = 2
/** Six readers of five seconds each is the longest that one input may take; then its process is ended. */
const silenceMsMax = 30_000
const memoryBytesMax = 512 * 1024 * 1024
const perOrder = 2_000

export async function proveInputs({ seed, tries, say }: Trial): Promise<Proved> {
  const orders = [
    // Each trap alone, so that the memory it takes is known to be its own.
    ...corpus.map((_, i): Order => ({ seed, from: -i - 1, to: -i })),
    ...Array.from({ length: Math.ceil(tries / perOrder) }, (_, i): Order => {
      const from = i * perOrder
      return { seed, from, to: Math.min(tries, from + perOrder) }
    }),
  ]
  const failures: string[] = []
  let largest = 0
  let slowest = 0
  let fulfilled = 0
  const works = Array.from({ length: processes }, async () => {
    for (let order = orders.shift(); order !== undefined; order = orders.shift()) {
      const { rssBytes, slowestMs, rest } = await fulfil(order, failures)
      largest = Math.max(largest, rssBytes)
      slowest = Math.max(slowest, slowestMs)
      if (rest !== undefined) orders.push(rest)
      if (++fulfilled % 10 === 0) say(`  ${orders.length} orders left, ${failures.length} failed`)
    }
  })
  await Promise.all(works)
  const counted = `${corpus.length} traps, at most ${Math.round(largest / 1024 / 1024)} MB and ${Math.round(slowest)} ms`
  return { tries: tries + corpus.length, failures, counted }
}

interface Fulfilled {
  readonly rssBytes: number
  readonly slowestMs: number
  /** What is left of an order whose process died. */
  readonly rest?: Order
}

function fulfil(order: Order, failures: string[]): Promise<Fulfilled> {
  const child: ChildProcess = fork(worker, [], {
    execArgv: ['--max-old-space-size=384'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let at = order.from
  let silence: NodeJS.Timeout | undefined
  const named = (input: number): string =>
    input < 0 ? `trap “${corpus[-input - 1]?.title}”` : `input ${input} of seed ${order.seed}`
  return new Promise((resolve) => {
    let result: Fulfilled | undefined
    const watch = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => child.kill('SIGKILL'), silenceMsMax)
    }
    child.on('message', (report: Report) => {
      watch()
      if (report.is === 'begins') at = report.input
      else if (report.is === 'failed') failures.push(`${named(report.input)}: ${report.says}`)
      else {
        result = report
        if (report.rssBytes > memoryBytesMax)
          failures.push(`${named(order.from)}: took ${Math.round(report.rssBytes / 1024 / 1024)} MB`)
        child.kill()
      }
    })
    child.on('exit', (_, signal) => {
      clearTimeout(silence)
      if (result === undefined)
        failures.push(`${named(at)}: its process ended (${signal ?? 'out of memory or a crash'})`)
      const rest = at + 1 < order.to ? { ...order, from: at + 1 } : undefined
      resolve(result ?? { rssBytes: 0, slowestMs: silenceMsMax, ...(rest && { rest }) })
    })
    watch()
    child.send(order)
  })
}

export const inputsProof: Proof = {
  name: 'inputs',
  claim:
    'Whatever file is given, every reader answers in 5 seconds and 512 MB, connects to nothing and writes nothing.',
  tries: 100_000,
  work: proveInputs,
}

export const run = (args: readonly string[]): Promise<number> => runProof(inputsProof, args)
