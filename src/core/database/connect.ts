/** Connecting to PostgreSQL: the embedded server's socket, or the council's own server by its URL. */
import pg from 'pg'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import type { SocketConnection } from './postmaster.ts'
import { valueTypes } from './values.ts'

/** The SQL of Heartwood is written for PostgreSQL 15, the oldest in common support. */
const oldestVersionNumber = 150_000

export type Address = { readonly url: string } | { readonly embedded: SocketConnection }

export interface ConnectOptions {
  /** Connections at most; a web request holds one for single statements only. */
  readonly max?: number
}

export interface Database {
  readonly pool: pg.Pool
  /** Server version as a number, for example 150014 or 180004. */
  readonly version: number
  close(): Promise<void>
}

/** Opens a pool and checks that the server answers and is new enough. */
export async function connect(address: Address, { max = 10 }: ConnectOptions = {}): Promise<Outcome<Database>> {
  const where = 'url' in address ? { connectionString: address.url } : address.embedded
  let pool: pg.Pool
  try {
    pool = new pg.Pool({
      ...where,
      max,
      types: valueTypes,
      application_name: 'heartwood',
      connectionTimeoutMillis: 10_000,
    })
  } catch (error) {
    return notReached(address, error)
  }
  // An idle connection that is cut (a restart of the server) is replaced at the next statement.
  pool.on('error', () => {})
  try {
    const { rows } = await pool.query<{ number: string; version: string }>(
      `select current_setting('server_version_num') as number, current_setting('server_version') as version`,
    )
    const version = Number(rows[0]?.number)
    if (version >= oldestVersionNumber) return done({ pool, version, close: () => pool.end() })
    await pool.end()
    return problem('database.too-old', { given: `PostgreSQL ${rows[0]?.version}` })
  } catch (error) {
    await pool.end()
    return notReached(address, error)
  }
}

function notReached(address: Address, error: unknown): Problem {
  const reason = error instanceof Error ? error.message || 'no answer' : String(error)
  return problem('database.not-reached', { address: withoutPassword(address), reason })
}

function withoutPassword(address: Address): string {
  if ('embedded' in address) return address.embedded.host
  if (!URL.canParse(address.url)) return 'DATABASE_URL (which is not an address)'
  const { hostname, port, pathname } = new URL(address.url)
  return `${hostname}${port ? `:${port}` : ''}${pathname}`
}
