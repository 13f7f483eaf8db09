/**
 * `npm run bench -- web`: what Node spends on one child's page. A: a bare `node:http` server that sends the same bytes
 * from memory. B: Heartwood, from PostgreSQL, with the access policy and the row in the access log. C: an Express 5
 * page of the same content. Each is a process of its own on one PostgreSQL; a fourth asks for many children's pages in
 * turn. docs/benchmarks.md says what was measured.
 */
import { parseArgs } from 'node:util'
import { askAt, signInBy } from '../test/support/sign-in.ts'
import { type BenchCity, openCity } from './support/city.ts'
import { Budgets, figure, median, medianRatio, roundsDefault, sayMachine, sayTable } from './support/measure.ts'
import { type Part, startPart } from './support/processes.ts'
import { firstDifference, visibleIn, withoutNonce } from './web/compare.ts'
import type { Load, Loaded } from './web/load.ts'
import { runPart, type SentPage } from './web/parts.ts'

/** At most so many times the bare server's CPU, and at most this share of the peer's. */
const budget = { bare: 12, peer: 0.4 }
const childrenAsked = 40
const connections = 16
const requests = { warmUp: 8_000, bare: 12_000, page: 1_500 }

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      as: { type: 'string' },
      size: { type: 'string', default: '0.2' },
      rounds: { type: 'string', default: String(roundsDefault) },
      /** Folder for a profile of Heartwood's server. */
      profile: { type: 'string', default: '' },
    },
  })
  if (values.as !== undefined) return runPart(values.as)
  sayMachine()
  const city = await openCity(Number(values.size))
  const parts: Part[] = []
  try {
    for (const name of ['bare', 'heartwood', 'peer', 'client'])
      parts.push(await startPart('web', name, { profileIn: name === 'heartwood' ? values.profile : '' }))
    const [bare, heartwood, peer, client] = parts
    return await compareServers(
      city,
      { bare: bare!, heartwood: heartwood!, peer: peer! },
      client!,
      Number(values.rounds),
    )
  } finally {
    for (const part of parts) await part.end()
    await city.close()
  }
}

const serverNames = ['bare', 'heartwood', 'peer'] as const
type ByServer<T> = Record<(typeof serverNames)[number], T>

async function compareServers(city: BenchCity, servers: ByServer<Part>, client: Part, rounds: number): Promise<number> {
  const { worker, paths } = await whoAndWhat(city)
  const listen = { listen: city.connection, worker }
  const heartwood = await servers.heartwood.ask<number>(listen)
  const peer = await servers.peer.ask<number>(listen)
  const { cookie } = await signInBy(askAt(`http://127.0.0.1:${heartwood}`), `worker=${worker}`)
  const pages: SentPage[] = []
  for (const path of paths) pages.push(await comparedPage(heartwood, peer, path, cookie))
  const bare = await servers.bare.ask<number>({ pages })
  for (const page of pages) await compareBytes(bare, heartwood, page.path, cookie)
  const bytes = pages.map(({ body }) => Buffer.byteLength(body, 'base64'))
  console.log(
    `The pages of ${paths.length} children, ${figure(Math.min(...bytes))} to ${figure(Math.max(...bytes))} bytes: bare and Heartwood equal byte for byte but for the nonce, Heartwood and peer in visible text and links\n`,
  )
  const ports = { bare, heartwood, peer }
  const cpu: ByServer<number[]> = { bare: [], heartwood: [], peer: [] }
  const systemCpu: ByServer<number[]> = { bare: [], heartwood: [], peer: [] }
  const perSecond: ByServer<number[]> = { bare: [], heartwood: [], peer: [] }
  const ask = (name: keyof ByServer<Part>, count: number) => {
    const load: Load = { port: ports[name], cookie, paths, requests: count, connections }
    return client.ask<Loaded>({ load })
  }
  for (const name of serverNames) await ask(name, requests.warmUp)
  for (let round = 0; round < rounds; round++) {
    for (const name of serverNames) {
      const count = name === 'bare' ? requests.bare : requests.page
      const before = await servers[name].ask<NodeJS.CpuUsage>({ cpu: true })
      const { seconds } = await ask(name, count)
      const after = await servers[name].ask<NodeJS.CpuUsage>({ cpu: true })
      const [user, system] = [after.user - before.user, after.system - before.system]
      cpu[name].push((user + system) / count)
      systemCpu[name].push(system / count)
      perSecond[name].push(count / seconds)
    }
  }
  return report(cpu, systemCpu, perSecond, rounds)
}

function report(
  cpu: ByServer<number[]>,
  systemCpu: ByServer<number[]>,
  perSecond: ByServer<number[]>,
  rounds: number,
): number {
  const titles = { bare: 'A  bare node:http', heartwood: 'B  Heartwood', peer: 'C  Express 5, Nunjucks, pg' }
  sayTable(
    ['CPU of Node alone, user and system', 'µs a request', 'of it system', 'least', 'most', 'requests a second'],
    serverNames.map((name) => [
      titles[name],
      ...[
        median(cpu[name]),
        median(systemCpu[name]),
        Math.min(...cpu[name]),
        Math.max(...cpu[name]),
        median(perSecond[name]),
      ].map(figure),
    ]),
  )
  console.log(`\nMedians of ${rounds} rounds A-B-C over ${connections} connections\n`)
  const budgets = new Budgets()
  budgets.judge('B / A, CPU', medianRatio(cpu.heartwood, cpu.bare), budget.bare)
  budgets.judge('B / C, CPU', medianRatio(cpu.heartwood, cpu.peer), budget.peer)
  return budgets.exitCode
}

/** Someone to sign in as, and children with whom a service works now, spread over the city. */
async function whoAndWhat({ pool }: BenchCity): Promise<{ worker: number; paths: string[] }> {
  const workers = await pool.query<{ id: number }>(
    `select min(id) as id from worker where demo and role = 'social worker'`,
  )
  const children = await pool.query<{ child_id: string }>(
    `select child_id from person p where not adult
       and exists (select from episode e where e.record = p.record and e.closed is null)
     order by md5(child_id) limit $1`,
    [childrenAsked],
  )
  return { worker: workers.rows[0]!.id, paths: children.rows.map((row) => `/children/${row.child_id}`) }
}

interface Fetched {
  readonly headers: readonly string[]
  readonly body: string
}

async function fetchPage(port: number, path: string, cookie: string): Promise<Fetched> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie }, redirect: 'manual' })
  if (answer.status !== 200) throw new Error(`${path} was answered with ${answer.status}`)
  const perConnection = new Set(['date', 'connection', 'keep-alive'])
  const headers = [...answer.headers].filter(([name]) => !perConnection.has(name)).flat()
  return { headers, body: await answer.text() }
}

async function comparedPage(heartwood: number, peer: number, path: string, cookie: string): Promise<SentPage> {
  const ours = await fetchPage(heartwood, path, cookie)
  const theirs = await fetchPage(peer, path, cookie)
  const [a, b] = [visibleIn(ours.body), visibleIn(theirs.body)]
  const different = firstDifference(a.text, b.text) ?? firstDifference(a.links.join('\n'), b.links.join('\n'))
  if (different) throw new Error(`Heartwood's and the peer's ${path} differ ${different}`)
  return { path, headers: ours.headers, body: Buffer.from(ours.body).toString('base64') }
}

async function compareBytes(bare: number, heartwood: number, path: string, cookie: string): Promise<void> {
  const wholes = [await fetchPage(bare, path, cookie), await fetchPage(heartwood, path, cookie)].map(
    ({ headers, body }) => withoutNonce(`${headers.join('\n')}\n${body}`),
  )
  const different = firstDifference(wholes[0]!, wholes[1]!)
  if (different) throw new Error(`The bare server's and Heartwood's ${path} differ ${different}`)
}
