/** A small demo city with the web over it, for tests that look at pages and change nothing. */
import type pg from 'pg'
import { loadCity } from '../../src/city/index.ts'
import { day, moment } from '../../src/core/calendar/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { openWeb } from '../../src/web/open.ts'
import type { Services } from '../../src/web/server/services.ts'
import { openSite, type Site } from '../support/browser.ts'
import { freshDatabase } from '../support/database.ts'

export interface City {
  readonly site: Site
  readonly services: Services
  readonly pool: pg.Pool
  /** One of the demo’s people, with a caseload. */
  readonly socialWorker: number
  close(): Promise<void>
}

export async function openCity(): Promise<City> {
  const database = await freshDatabase()
  const { pool } = database
  const definitions = assembleHeartwood()
  const loaded = await loadCity(pool, { seed: 1, asAt: day('2026-11-23'), size: 0.02, definitions })
  if (!loaded.ok) throw new Error(loaded.says)
  const opened = await openWeb(pool, {
    isDemo: true,
    version: 'test',
    now: () => moment('2026-11-23T09:15:00.000Z'),
    assemble: (settings) => assembleHeartwood({ setting: settings.duration }),
    council: { name: 'Aldermere City Council', colour: '#1f4e5f' },
  })
  if (!opened.ok) throw new Error(opened.says)
  const { app, services } = opened.value
  const site = await openSite(app)
  const socialWorker = services.directory.workers.find((one) => one.demo && one.role === 'social worker')
  if (socialWorker === undefined) throw new Error('The city has no social worker to sign in as')
  return {
    site,
    services,
    pool,
    socialWorker: socialWorker.id,
    close: async () => {
      await site.close()
      await app.close()
      await database.drop()
    },
  }
}
