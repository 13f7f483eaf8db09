/** The worker: files come in, findings go out, and nothing leaves the machine. */
import type { Answer, Request } from './protocol.ts'
import { Session } from './session.ts'

declare const self: DedicatedWorkerGlobalScope

const session = new Session(
  () => performance.now(),
  (answer) => self.postMessage(answer),
)
session.warmUp()

self.onmessage = ({ data }: MessageEvent<Request>) => {
  try {
    self.postMessage(session.answer(data) satisfies Answer)
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    self.postMessage({ type: 'failed', says: `The check could not be finished: ${reason}` } satisfies Answer)
  }
}
