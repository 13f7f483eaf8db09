/** Opening the web over a database: what every start, test and benchmark does in the same way. */
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { createRecorder } from '../core/acts/recorder.ts'
import { dayOf, type Moment } from '../core/calendar/index.ts'
import { done, type Outcome } from '../core/outcomes.ts'
import { rebuild } from '../core/projection/rebuild.ts'
import type { Definitions } from '../core/projection/rows.ts'
import { markStale } from '../core/projection/version.ts'
import { openDirectory } from '../core/work/directory.ts'
import { openSettings, type Settings } from '../core/work/settings.ts'
import { type Explore, exploreOver } from '../insight/explore/index.ts'
import { type Assets, loadAssets } from './assets/index.ts'
import { councilAt, followCouncil } from './follow-council.ts'
import { checkColour, makeShell, type Shell } from './layout/index.ts'
import { createApp } from './server/app.ts'
import type { Services } from './server/services.ts'
import type { ProviderSettings } from './sign-in/provider.ts'

export interface WebOptions {
  readonly isDemo: boolean
  readonly version: string
  readonly now: () => Moment
  /** Given the council's settings, because limits are among them. */
  readonly assemble: (settings: Settings) => Definitions
  /** Where a council has set none. */
  readonly council: { readonly name: string; readonly colour: string }
  /** The council's sign-in. */
  readonly signIn?: ProviderSettings | undefined
  /** Addresses and networks of the proxies in front, for example `10.0.0.0/8`. */
  readonly trustedProxy?: string | undefined
}

export interface Web {
  readonly app: FastifyInstance
  readonly services: Services
}

/** Problem: `colour.too-light` and `colour.not-understood`, where the council's colour cannot carry white text. */
export async function openWeb(pool: pg.Pool, options: WebOptions): Promise<Outcome<Web>> {
  const since = await councilAt(pool)
  const settings = await openSettings(pool)
  const directory = await openDirectory(pool)
  const definitions = options.assemble(settings)
  const assets = loadAssets()
  const drawn = shellOf(options, settings, assets)
  if (!drawn.ok) return drawn
  let shell = drawn.value
  const recorder = createRecorder(pool, definitions)
  const explore = exploreOver(pool, definitions.measures)
  const services: Services = {
    pool,
    definitions,
    recorder,
    directory,
    explore,
    settings,
    now: options.now,
    get shell() {
      return shell
    },
    get council() {
      return nameOf(options, settings)
    },
    async reload(changesClocks) {
      await settings.refresh()
      const again = shellOf(options, settings, assets)
      if (again.ok) shell = again.value
      if (!changesClocks) return
      recorder.forget()
      // Marked first: a server that dies meanwhile builds them at its next start.
      await markStale(pool)
      rebuild(pool, definitions)
        .then(() => explore.begin(), complain)
        .catch(noColumns)
    },
    assets,
    isDemo: options.isDemo,
    signIn: options.isDemo ? undefined : options.signIn,
    trustedProxy: options.trustedProxy,
  }
  const app = createApp(services)
  const stopFollowing = followCouncil(services, since)
  const stopReading = readColumns(app, explore)
  app.addHook('onClose', async () => {
    stopFollowing()
    await stopReading()
  })
  return done({ app, services })
}

const nameOf = ({ now, council }: WebOptions, settings: Settings): string =>
  settings.text('council.name', dayOf(now())) ?? council.name

function shellOf(options: WebOptions, settings: Settings, assets: Assets): Outcome<Shell> {
  const today = dayOf(options.now())
  const colour = checkColour(settings.text('council.colour', today) ?? options.council.colour)
  if (!colour.ok) return colour
  return done(
    makeShell({
      council: { name: nameOf(options, settings), colour: colour.value },
      version: options.version,
      isDemo: options.isDemo,
      styles: assets.assetUrl('heartwood.css'),
      script: assets.assetUrl('heartwood.js'),
      accessibilityStatement: '/accessibility',
    }),
  )
}

/** Right after the server listens, so that neither its start nor the first page of a measure waits. */
function readColumns(app: FastifyInstance, explore: Explore): () => Promise<void> {
  let reading = Promise.resolve()
  app.addHook('onListen', (listening) => {
    reading = explore.begin().catch(noColumns)
    listening()
  })
  return () => reading
}

const noColumns = (error: unknown): void => {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`Measures could not be read ahead, and will be when a page asks for them: ${reason}\n`)
}

const complain = (error: unknown): void => {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`What is due could not be worked out again, and will be at the next start: ${reason}\n`)
}
