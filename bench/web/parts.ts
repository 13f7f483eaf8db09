/** The three servers and the client, each a process of its own that answers questions on its channel. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dayOf } from '../../src/core/calendar/index.ts'
import { connect } from '../../src/core/database/connect.ts'
import type { SocketConnection } from '../../src/core/database/postmaster.ts'
import { openDirectory } from '../../src/core/work/directory.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { openWeb } from '../../src/web/open.ts'
import { cityNow, must } from '../support/city.ts'
import { answerQuestions } from '../support/processes.ts'
import { type Load, runLoad } from './load.ts'
import { createPeer } from './peer.ts'

/** A page as it was sent: its headers in order, name and value by turns, and its bytes in base64. */
export interface SentPage {
  readonly path: string
  readonly headers: readonly string[]
  readonly body: string
}

type Question =
  | { readonly listen: SocketConnection; readonly worker: number }
  | { readonly pages: readonly SentPage[] }
  | { readonly cpu: true }
  | { readonly load: Load }

export const council = { name: 'Aldermere City Council', colour: '#1f4e5f' }
const version = 'bench'

export function runPart(part: string): Promise<number> {
  return answerQuestions<Question>(async (question) => {
    if ('cpu' in question) return process.cpuUsage()
    if ('load' in question) return runLoad(question.load)
    if ('pages' in question) return serveBare(question.pages)
    return part === 'peer' ? servePeer(question.listen, question.worker) : serveHeartwood(question.listen)
  })
}

/** The least that Node's own server can do: the same bytes, headers too, from memory. */
function serveBare(pages: readonly SentPage[]): Promise<number> {
  const byPath = new Map(pages.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, 'base64') }]))
  const server = createServer((request, response) => {
    const page = byPath.get(request.url ?? '')
    if (page === undefined) response.writeHead(404).end()
    else response.writeHead(200, [...page.headers]).end(page.body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

async function serveHeartwood(connection: SocketConnection): Promise<number> {
  const { pool } = must(await connect({ embedded: connection }))
  // The clock stands, so that "2 hours left" is the same in every page that is compared.
  const options = { isDemo: true, version, now: () => cityNow, assemble: () => assembleHeartwood(), council }
  const { app } = must(await openWeb(pool, options))
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

async function servePeer(connection: SocketConnection, worker: number): Promise<number> {
  const { pool } = must(await connect({ embedded: connection }))
  const definitions = assembleHeartwood()
  const directory = await openDirectory(pool)
  const today = dayOf(cityNow)
  const app = createPeer({ pool, definitions, directory, council, version, today, now: cityNow, worker })
  return new Promise((resolve) => {
    const server = createServer(app).listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
