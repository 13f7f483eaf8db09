/** A city of a stated size in an embedded PostgreSQL of its own, for one benchmark; gone when the benchmark ends. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { loadCity } from '../../src/city/index.ts'
import { type Day, day, type Moment, momentAt } from '../../src/core/calendar/index.ts'
import { connect } from '../../src/core/database/connect.ts'
import { startEmbedded } from '../../src/core/database/embedded.ts'
import { migrate } from '../../src/core/database/migrate.ts'
import type { SocketConnection } from '../../src/core/database/postmaster.ts'
import type { Outcome } from '../../src/core/outcomes.ts'
import type { Definitions } from '../../src/core/projection/rows.ts'
import { assembleHeartwood } from '../../src/services/index.ts'

/** The same for every benchmark, so that two runs differ in nothing but the machine. */
export const citySeed = 1
export const cityDay: Day = day('2026-11-23')
/** A little after the moment at which the city's work stands. */
export const cityNow: Moment = momentAt(cityDay, 10, 0)

export interface BenchCity {
  readonly pool: pg.Pool
  readonly connection: SocketConnection
  readonly definitions: Definitions
  readonly records: number
  readonly entries: number
  close(): Promise<void>
}

/** A refusal ends a benchmark. */
export function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.says)
  return outcome.value
}

/** An empty folder that PostgreSQL's own user may enter. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heartwood-bench-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Loads the city and makes the server durable, as a first start does. */
export async function openCity(size: number): Promise<BenchCity> {
  const folder = temporaryFolder()
  const log = (line: string): void => console.error(line)
  const server = must(await startEmbedded({ dataDir: join(folder, 'data'), log, whenNew: 'loading' }))
  // PostgreSQL has a session of its own: stopped in the middle, a benchmark would leave it running.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(1)))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const definitions = assembleHeartwood()
  console.log(`Making the city at size ${size}`)
  const loading = must(await connect({ embedded: server.connection }))
  must(await migrate(loading.pool))
  const city = { seed: citySeed, asAt: cityDay, size, definitions }
  const { records, entries } = must(await loadCity(loading.pool, city))
  await loading.close()
  must(await server.setDurability('durable'))
  const { pool, close } = must(await connect({ embedded: server.connection }))
  await pool.query('checkpoint')
  console.log(`${records.toLocaleString('en-GB')} records with ${entries.toLocaleString('en-GB')} entries\n`)
  return {
    pool,
    connection: server.connection,
    definitions,
    records,
    entries,
    close: async () => {
      await close()
      await server.stop()
    },
  }
}
