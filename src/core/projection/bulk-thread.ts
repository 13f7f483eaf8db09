/** A thread's end of a load by several: what it decides it sends to the main thread, which has the connection. */
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Message } from './bulk-threads.ts'
import { type BulkWork, carryActs } from './bulk-writer.ts'
import type { Carry } from './gatherer.ts'
import type { Definitions } from './rows.ts'

/** Runs in a thread that `bulkLoadFromThreads` started. What `work` throws ends the load. */
export async function bulkThread(definitions: Definitions, work: BulkWork): Promise<void> {
  if (parentPort === null) throw new Error('A thread of a load is started by bulkLoadFromThreads')
  const port = parentPort
  await carryActs(carryOver(port), definitions, work, (progress) => port.postMessage({ progress } satisfies Message))
  // Nothing more is listened for, so the thread ends.
  port.close()
}

/** Parts come back empty in the order in which they were sent. */
function carryOver(port: MessagePort): Carry {
  const waiting: ((emptied: Buffer<ArrayBuffer>) => void)[] = []
  port.on('message', ({ buffer }: Uint8Array<ArrayBuffer>) => waiting.shift()?.(Buffer.from(buffer)))
  return ({ bytes, ...part }) =>
    new Promise((resolve) => {
      waiting.push(resolve)
      const given = new Uint8Array(bytes.buffer)
      port.postMessage({ part: { ...part, bytes: given } } satisfies Message, [given.buffer])
    })
}
