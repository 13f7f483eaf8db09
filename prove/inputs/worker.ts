/**
 * Reads what it is told to and says of each input what it was before it begins, so that whoever watches knows which one
 * killed it. Every way out of the process is taken away: a connection or a written file is a failure like a throw.
 */
import dgram from 'node:dgram'
import dns from 'node:dns'
import fs from 'node:fs'
import net from 'node:net'
import { knowFile } from '../../src/core/documents/kinds.ts'
import { corpus } from './corpus.ts'
import { drawsFrom, mutated } from './mutate.ts'
import { type ReaderName, readers, readersOf } from './readers.ts'
import { samples } from './samples.ts'

export interface Order {
  readonly seed: number
  readonly from: number
  readonly to: number
}

export type Report =
  | { readonly is: 'begins'; readonly input: number }
  | { readonly is: 'failed'; readonly input: number; readonly says: string }
  | { readonly is: 'done'; readonly rssBytes: number; readonly slowestMs: number }

const attempts: string[] = []
const closed = (what: string) => (): never => {
  attempts.push(what)
  throw new Error(`${what} was tried`)
}
net.Socket.prototype.connect = closed('a connection')
dgram.createSocket = closed('a datagram')
Object.assign(dns, { lookup: closed('a look-up'), resolve: closed('a look-up') })
Object.assign(globalThis, { fetch: closed('a fetch') })
Object.assign(fs, {
  writeFileSync: closed('a write'),
  mkdirSync: closed('a write'),
  createWriteStream: closed('a write'),
})

const limitMs = 5_000

/** Below 0: the corpus. The same number of a seed is the same input. */
function inputOf(seed: number, input: number) {
  if (input < 0) {
    const trap = corpus[-input - 1]!
    const everyReader = Object.keys(readers).filter((name): name is ReaderName => name in readers)
    return { title: trap.title, file: trap.make(), by: everyReader, isRefused: trap.isRefused }
  }
  const draw = drawsFrom(seed * 1_000_003 + input)
  const sample = samples[draw(samples.length)]!
  return {
    title: sample.name,
    file: { name: sample.name, bytes: mutated(sample, draw) },
    by: readersOf[sample.kind],
    isRefused: undefined,
  }
}

function tryOne(seed: number, input: number, failed: (says: string) => void): number {
  const { title, file, by, isRefused } = inputOf(seed, input)
  let slowest = 0
  for (const name of by) {
    const began = performance.now()
    try {
      readers[name](file)
    } catch (thrown) {
      failed(
        `${title}: ${name} threw ${thrown instanceof Error ? thrown.stack?.split('\n').slice(0, 3).join(' ') : String(thrown)}`,
      )
    }
    const took = performance.now() - began
    slowest = Math.max(slowest, took)
    if (took > limitMs) failed(`${title}: ${name} took ${Math.round(took)} ms`)
  }
  if (isRefused && by.includes('upload') && !isRefusedAsUpload(file)) failed(`${title}: taken as an attachment`)
  for (const attempt of attempts.splice(0)) failed(`${title}: ${attempt} was tried`)
  return slowest
}

process.on('message', ({ seed, from, to }: Order) => {
  const send = (report: Report): void => {
    process.send?.(report)
  }
  let slowestMs = 0
  for (let input = from; input < to; input++) {
    send({ is: 'begins', input })
    slowestMs = Math.max(
      slowestMs,
      tryOne(seed, input, (says) => send({ is: 'failed', input, says })),
    )
  }
  send({ is: 'done', rssBytes: process.resourceUsage().maxRSS * 1024, slowestMs })
})

function isRefusedAsUpload(file: { readonly name: string; readonly bytes: Uint8Array }): boolean {
  return 'refused' in knowFile(file.bytes)
}
