/** Where a start meets the rest of the product: schema, city, web and seal, put together for `bin/heartwood start`. */
import { hash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { accessSealedMillis, sealAccess } from '../core/access/audit/seal.ts'
import { type Moment, moment } from '../core/calendar/index.ts'
import { migrate } from '../core/database/migrate.ts'
import { query, statement } from '../core/database/statement.ts'
import { installAnalystViews } from '../core/projection/analyst-views.ts'
import { rebuildIfStale } from '../core/projection/rebuild.ts'
import { sealOnce, startSealer } from '../core/record/seal.ts'
import { openSealLog } from '../core/record/seal-log.ts'
import { openSettings, type Settings } from '../core/work/settings.ts'
import { assembleHeartwood } from '../services/index.ts'
import { hasAdministrator } from '../web/sign-in/accounts.ts'
import { readSignIn } from './sign-in-settings.ts'
import type { StartParts } from './start.ts'

const version = '0.1.0'
/** Until the council has set its own name and colour. */
const council = { name: 'Your council', colour: '#1f4e5f' }
const demoCouncil = { ...council, name: 'Aldermere City Council' }
/** The demo city is always this one, made up to the day on which it is made. */
const citySeed = 1

/** More would outrun the one connection that takes what they tell. */
const cityThreadsMax = 4

const systemNow = (): Moment => moment(new Date().toISOString())

const contentsOf = statement<{ demo: boolean | null; used: boolean }>(
  'database-contents',
  'select (select demo from installation) as demo, exists (select from entry) or exists (select from worker) as used',
)
const demoPeople = statement<{ role: string; name: string }>(
  'demo-people',
  `select role, forename || ' ' || surname as name from worker where demo order by id`,
)
const putLink = statement(
  'first-link-put',
  `insert into installation (demo, created, first_link) values (false, $1, $2)
   on conflict (id) do update set first_link = excluded.first_link`,
)

export interface StartPlaces {
  /** The signed log of seals and its key stand beside it, outside the database. */
  readonly dataDirectory: string
  /** The folder of the build, with a file for each module that threads run. Without one there are no threads. */
  readonly built: URL | undefined
}

export function startParts({ dataDirectory, built }: StartPlaces, now: () => Moment = systemNow): StartParts {
  const sealDirectory = join(dataDirectory, '..', 'seals')
  return {
    migrate,
    async contents(pool) {
      const [row] = await query(pool, contentsOf)
      if (row?.demo) return 'demo'
      return row?.used ? 'record' : 'nothing'
    },
    async loadCity(pool, count) {
      // Only a first start needs the city, so only a first start loads its code.
      const { cityDay, loadCity } = await import('../city/index.ts')
      const plan = { seed: citySeed, asAt: cityDay(now()), size: citySize() }
      const progress = (told: { readonly entries: number }) => count({ what: 'entries', done: told.entries })
      return loadCity(pool, { ...plan, definitions: assembleHeartwood(), progress, ...(built && cityThreads(built)) })
    },
    demoPeople: (pool) => query(pool, demoPeople),
    async administratorPath(pool) {
      if (await hasAdministrator(pool, await openSettings(pool), now())) return undefined
      const link = randomBytes(24).toString('base64url')
      await query(pool, putLink, [now(), hash('sha256', link, 'buffer')])
      return `/begin/${link}`
    },
    createServer: (pool, { demo }) => createServer(pool, demo, sealDirectory, now),
  }
}

const cityThreads = (built: URL) => ({
  threads: { count: Math.min(availableParallelism(), cityThreadsMax), entry: new URL('src/city/thread.js', built) },
})

/** A fraction of the city, for tests and hurried developers: HEARTWOOD_CITY_SIZE=0.02. */
function citySize(): number {
  const given = Number(process.env.HEARTWOOD_CITY_SIZE ?? 1)
  return given > 0 && given <= 1 ? given : 1
}

async function createServer(pool: pg.Pool, demo: boolean, sealDirectory: string, now: () => Moment) {
  const { openWeb } = await import('../web/open.ts')
  const assemble = (settings: Settings) => assembleHeartwood({ setting: settings.duration })
  const signIn = readSignIn(process.env)
  if (!signIn.ok) throw new Error(signIn.says)
  const opened = await openWeb(pool, {
    isDemo: demo,
    version,
    now,
    assemble,
    council: demo ? demoCouncil : council,
    signIn: signIn.value,
    trustedProxy: process.env.TRUSTED_PROXY || undefined,
  })
  if (!opened.ok) throw new Error(opened.says)
  // The very definitions that the pages use, so that both hear of a changed limit.
  const { app, services } = opened.value
  await rebuildIfStale(pool, services.definitions)
  await installAnalystViews(pool, services.definitions.house)
  mkdirSync(sealDirectory, { recursive: true, mode: 0o700 })
  const complain = (reason: string): void => {
    process.stderr.write(`The record could not be sealed: ${reason}\n`)
  }
  const [recordLog, accessLog] = [openSealLog(sealDirectory), openSealLog(sealDirectory, 'access-seals')]
  const sealers = [
    startSealer((at) => sealOnce(pool, recordLog, at), now, complain),
    startSealer((at) => sealAccess(pool, accessLog, at), now, complain, accessSealedMillis),
  ]
  return {
    listen: async (host: string, port: number): Promise<void> => {
      await app.listen({ host, port })
    },
    close: async (): Promise<void> => {
      await Promise.all(sealers.map((one) => one.stop()))
      await app.close()
    },
  }
}
