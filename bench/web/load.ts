/** A small HTTP client on kept connections: each sends its next request when the answer to the last is whole. */
import { connect } from 'node:net'

export interface Load {
  readonly port: number
  readonly cookie: string
  /** Asked for in turn. */
  readonly paths: readonly string[]
  readonly requests: number
  readonly connections: number
}

export interface Loaded {
  readonly seconds: number
  readonly bodyBytes: number
}

/** Throws at the first answer that is not 200 with a length. */
export async function runLoad(load: Load): Promise<Loaded> {
  const requests = load.paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${load.port}\r\nCookie: ${load.cookie}\r\n\r\n`),
  )
  let [sent, bodyBytes] = [0, 0]
  const next = (): Buffer | undefined => (sent < load.requests ? requests[sent++ % requests.length] : undefined)
  const began = performance.now()
  const connections = Array.from({ length: load.connections }, () => converse(load.port, next))
  for (const bytes of await Promise.all(connections)) bodyBytes += bytes
  return { seconds: (performance.now() - began) / 1000, bodyBytes }
}

function converse(port: number, next: () => Buffer | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let [awaited, bodyBytes] = [0, 0]
    const send = (): void => {
      const request = next()
      if (request === undefined) socket.end(() => resolve(bodyBytes))
      else socket.write(request)
    }
    socket.on('connect', send)
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      let received = chunk.length
      if (awaited === 0) {
        const head = readHead(chunk)
        if (head === undefined) {
          reject(new Error(`Not a page: ${chunk.toString('latin1', 0, 200)}`))
          socket.destroy()
          return
        }
        awaited = head.bodyBytes
        bodyBytes += head.bodyBytes
        received -= head.headBytes
      }
      awaited -= received
      if (awaited === 0) send()
    })
  })
}

/** The head comes whole in the first packet: it is small, and nothing is sent before it. */
function readHead(chunk: Buffer): { headBytes: number; bodyBytes: number } | undefined {
  const end = chunk.indexOf('\r\n\r\n')
  const head = chunk.toString('latin1', 0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)
  if (end < 0 || length === null || !head.startsWith('HTTP/1.1 200 ')) return undefined
  return { headBytes: end + 4, bodyBytes: Number(length[1]) }
}
