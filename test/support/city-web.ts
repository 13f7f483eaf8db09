/** The web over a small demo city, for tests that ask pages by HTTP without a browser. */
import { loadCity } from '../../src/city/index.ts'
import { day, type Moment, moment } from '../../src/core/calendar/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { openWeb } from '../../src/web/open.ts'
import { freshDatabase } from './database.ts'
import type { TestWeb } from './web.ts'

export async function startCityWeb(now = '2026-11-23T09:15:00.000Z'): Promise<TestWeb> {
  const database = await freshDatabase()
  const definitions = assembleHeartwood()
  const loaded = await loadCity(database.pool, { seed: 1, asAt: day('2026-11-23'), size: 0.02, definitions })
  if (!loaded.ok) throw new Error(loaded.says)
  let clock: Moment = moment(now)
  const opened = await openWeb(database.pool, {
    isDemo: true,
    version: 'test',
    now: () => clock,
    assemble: (settings) => assembleHeartwood({ setting: settings.duration }),
    council: { name: 'Aldermere City Council', colour: '#1f4e5f' },
  })
  if (!opened.ok) throw new Error(opened.says)
  const { app, services } = opened.value
  await app.ready()
  return {
    app,
    services,
    setNow: (text) => {
      clock = moment(text)
    },
    close: async () => {
      await app.close()
      await database.drop()
    },
  }
}

/** One of the demo's people in a role. */
export function staffIn({ services }: TestWeb, role: string): number {
  const found = services.directory.workers.find((one) => one.demo && one.role === role)
  if (found === undefined) throw new Error(`The city has no ${role} to sign in as`)
  return found.id
}
