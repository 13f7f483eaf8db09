/** Opening the web over a database: what every start, test and benchmark does in the same way. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { createRecorder } from '../core/acts/recorder.ts'
import type { Moment } from '../core/calendar/index.ts'
import { done, type Outcome } from '../core/outcomes.ts'
import type { Definitions } from '../core/projection/rows.ts'
import { openDirectory } from '../core/work/directory.ts'
import { openSettings, type Settings } from '../core/work/settings.ts'
import { loadAssets } from './assets/index.ts'
import { checkColour, makeShell } from './layout/index.ts'
import { createApp } from './server/app.ts'
import type { Services } from './server/services.ts'

export interface WebOptions {
  readonly isDemo: boolean
  readonly version: string
  readonly now: () => Moment
  /** Given the council's settings, because limits are among them. */
  readonly assemble: (settings: Settings) => Definitions
  /** Where a council has set none. */
  readonly council: { readonly name: string; readonly colour: string }
}

export interface Web {
  readonly app: FastifyInstance
  readonly services: Services
}

/** Problem: `colour.too-light` and `colour.not-understood`, where the council's colour cannot carry white text. */
export async function openWeb(pool: pg.Pool, options: WebOptions): Promise<Outcome<Web>> {
  const settings = await openSettings(pool)
  const directory = await openDirectory(pool)
  const definitions = options.assemble(settings)
  const assets = loadAssets()
  const today = options.now().slice(0, 10) as Parameters<Settings['text']>[1]
  const colour = checkColour(settings.text('council.colour', today) ?? options.council.colour)
  if (!colour.ok) return colour
  const shell = makeShell({
    council: { name: settings.text('council.name', today) ?? options.council.name, colour: colour.value },
    version: options.version,
    isDemo: options.isDemo,
    styles: assets.assetUrl('heartwood.css'),
    script: assets.assetUrl('heartwood.js'),
    accessibilityStatement: '/accessibility',
  })
  const services: Services = {
    pool,
    definitions,
    recorder: createRecorder(pool, definitions),
    directory,
    settings,
    now: options.now,
    shell,
    assets,
    isDemo: options.isDemo,
    secret: randomBytes(32),
  }
  return done({ app: createApp(services), services })
}
