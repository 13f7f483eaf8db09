/** The record that a command works on: the database of DATABASE_URL, or the embedded one in a folder. */
import { connect, type Database } from '../core/database/connect.ts'
import { connectionIn, startEmbedded } from '../core/database/embedded.ts'
import { migrate } from '../core/database/migrate.ts'
import { done, type Outcome } from '../core/outcomes.ts'

export interface OpenRecord {
  readonly pool: Database['pool']
  readonly close: () => Promise<void>
}

/** Beside a running Heartwood or without it. Problems: those of connecting. */
export async function openDatabase(data: string, url = process.env.DATABASE_URL): Promise<Outcome<OpenRecord>> {
  const toClose: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const one of toClose.reverse()) await one()
  }
  const address = url ? done({ url }) : await embeddedIn(data, toClose)
  const database = address.ok ? await connect(address.value) : address
  if (!database.ok) {
    await close()
    return database
  }
  toClose.push(database.value.close)
  return done({ pool: database.value.pool, close })
}

/**
 * The same, with the schema of this version: an empty database is given it first, so that the first command on a new
 * machine may be an import. Problems: also those of `migrate`.
 */
export async function openRecord(data: string, url = process.env.DATABASE_URL): Promise<Outcome<OpenRecord>> {
  const opened = await openDatabase(data, url)
  if (!opened.ok) return opened
  const ready = await migrate(opened.value.pool)
  if (ready.ok) return opened
  await opened.value.close()
  return ready
}

/** The server of a running Heartwood, or one that is started for as long as this takes. */
async function embeddedIn(data: string, toClose: (() => Promise<unknown>)[]) {
  const started = await startEmbedded({ dataDir: data, log: () => {} })
  if (started.ok) {
    toClose.push(() => started.value.stop())
    return done({ embedded: started.value.connection })
  }
  return started.code === 'database.already-running' ? done({ embedded: await connectionIn(data) }) : started
}
