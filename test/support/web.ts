/** The web server over a database of its own, with a few invented people to sign in as. */
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import { type Moment, moment } from '../../src/core/calendar/index.ts'
import { openDirectory } from '../../src/core/work/directory.ts'
import { openSettings } from '../../src/core/work/settings.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { loadAssets } from '../../src/web/assets/index.ts'
import { checkColour, makeShell } from '../../src/web/layout/index.ts'
import { createApp } from '../../src/web/server/app.ts'
import type { Services } from '../../src/web/server/services.ts'
import { freshDatabase } from './database.ts'

export interface TestWeb {
  readonly app: FastifyInstance
  readonly services: Services
  /** The clock of the server; tests move it. */
  setNow(text: string): void
  close(): Promise<void>
}

export const staff = {
  social: 1,
  manager: 2,
  mash: 3,
  chair: 4,
} as const

const people = `insert into team (id, name, service) values (1, 'North', 'children-in-need'), (2, 'Front door', 'mash');
insert into worker (id, forename, surname, role, team, demo, since) values
  (1, 'Tamsin', 'Orrell', 'social worker', 1, true, '2020-01-01'),
  (2, 'Idris', 'Calloway', 'team manager', 1, true, '2020-01-01'),
  (3, 'Maeve', 'Tarrant', 'MASH manager', 2, true, '2020-01-01'),
  (4, 'Bram', 'Hollis', 'conference chair', 1, true, '2020-01-01');
insert into installation (demo, city, created) values (true, 'test', '2026-01-01');
select setval('record_number', 1000);`

export async function startWeb(now = '2026-11-23T10:00:00.000Z'): Promise<TestWeb> {
  const database = await freshDatabase()
  await database.pool.query(people)
  const definitions = assembleHeartwood()
  let clock: Moment = moment(now)
  const assets = loadAssets()
  const colour = checkColour('#1f4e5f')
  if (!colour.ok) throw new Error(colour.says)
  const services: Services = {
    pool: database.pool,
    definitions,
    recorder: createRecorder(database.pool, definitions),
    directory: await openDirectory(database.pool),
    settings: await openSettings(database.pool),
    now: () => clock,
    shell: makeShell({
      council: { name: 'Aldermere City Council', colour: colour.value },
      version: 'test',
      isDemo: true,
      styles: assets.assetUrl('heartwood.css'),
      script: assets.assetUrl('heartwood.js'),
      accessibilityStatement: '/accessibility',
    }),
    assets,
    isDemo: true,
    secret: randomBytes(32),
  }
  const app = createApp(services)
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

/** A browser without JavaScript: keeps cookies, follows one redirect at a time, finds the token in the page. */
export async function signIn(web: TestWeb, worker: number) {
  const signedIn = await web.app.inject({ method: 'POST', url: '/sign-in', headers: form, payload: `worker=${worker}` })
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!
  const get = (url: string) => web.app.inject({ method: 'GET', url, headers: { cookie } })
  const post = (url: string, fields: readonly (readonly [string, string])[]) =>
    web.app.inject({
      method: 'POST',
      url,
      headers: { ...form, cookie },
      payload: new URLSearchParams(fields.map(([k, v]) => [k, v])).toString(),
    })
  return { get, post }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** The hidden fields of a page’s form, each once. */
export function hidden(html: string): [string, string][] {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return [...new Map([...found].map(([, name, value]) => [name!, value!]))]
}
