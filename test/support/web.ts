/** The web server over a database of its own, with a few invented people to sign in as. */
import type { FastifyInstance } from 'fastify'
import { type Moment, moment } from '../../src/core/calendar/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { openWeb } from '../../src/web/open.ts'
import type { Services } from '../../src/web/server/services.ts'
import { freshDatabase } from './database.ts'
import { askIn, signInBy } from './sign-in.ts'

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

/** A browser without JavaScript: keeps cookies, follows one redirect at a time, finds the token in the page. */
export async function signIn(web: TestWeb, worker: number) {
  const { cookie } = await signInBy(askIn(web.app), `worker=${worker}`)
  const get = (url: string) => web.app.inject({ method: 'GET', url, headers: { cookie } })
  const post = (url: string, fields: readonly (readonly [string, string])[]) =>
    web.app.inject({
      method: 'POST',
      url,
      headers: { ...form, cookie },
      payload: new URLSearchParams(fields.map(([k, v]) => [k, v])).toString(),
    })
  return { get, post, cookie }
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** The hidden fields of a page’s form, each once. */
export function hidden(html: string): [string, string][] {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return [...new Map([...found].map(([, name, value]) => [name!, value!]))]
}
