/** The main thread's end of a load by several: it starts the threads and carries to the database what they send. */
import { Worker } from 'node:worker_threads'
import type { BulkProgress } from './bulk-writer.ts'
import type { Carry, CopyPart } from './gatherer.ts'

export interface BulkThreads {
  /** The module that each thread runs; it calls `bulkThread`. */
  readonly entry: URL
  /** What each thread is given as its `workerData`: plain values. There are as many threads as shares. */
  readonly shares: readonly object[]
}

/** What a thread says: a part to be carried, whose bytes it gives away, or how far it has come. */
export type Message =
  | { readonly part: Omit<CopyPart, 'bytes'> & { readonly bytes: Uint8Array<ArrayBuffer> } }
  | { readonly progress: BulkProgress }

/**
 * Resolves when every thread has ended and all it sent has arrived. Rejects with what the first of them threw, and
 * with the connection; no thread is left then either.
 */
export async function carryFromThreads(
  carry: Carry,
  lost: Promise<never>,
  { entry, shares }: BulkThreads,
  onProgress: (progress: BulkProgress) => void,
): Promise<BulkProgress> {
  const told: BulkProgress[] = shares.map(() => ({ records: 0, entries: 0 }))
  const all = (): BulkProgress => ({ records: sum(told, 'records'), entries: sum(told, 'entries') })
  const workers = shares.map((workerData) => new Worker(entry, { workerData }))
  try {
    const ends = workers.map((worker, at) =>
      untilEnd(worker, carry, (progress) => {
        told[at] = progress
        onProgress(all())
      }),
    )
    await Promise.race([Promise.all(ends), lost])
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return all()
}

function untilEnd(worker: Worker, carry: Carry, onProgress: (progress: BulkProgress) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('progress' in message) return onProgress(message.progress)
      const { bytes, ...part } = message.part
      // The empty buffer goes back: it tells the thread that the part has arrived, and is filled again.
      carry({ ...part, bytes: Buffer.from(bytes.buffer) }).then(() => worker.postMessage(bytes, [bytes.buffer]), reject)
    })
    worker.once('error', reject)
    worker.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A thread of the load ended with ${code}`)),
    )
  })
}

const sum = (told: readonly BulkProgress[], what: keyof BulkProgress): number =>
  told.reduce((total, one) => total + one[what], 0)
