/** A council's own database: the first administrator's link, the council's sign-in over HTTP, staff who come and go. */
import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Moment, moment } from '../../src/core/calendar/index.ts'
import { sessionLengths } from '../../src/core/work/session-policy.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { openWeb } from '../../src/web/open.ts'
import { hasAdministrator } from '../../src/web/sign-in/accounts.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { type Ask, askAt, askIn, signInBy } from '../support/sign-in.ts'
import { hidden } from '../support/web.ts'

let database: TestDatabase
let provider: TestProvider
let app: FastifyInstance
let services: Extract<Awaited<ReturnType<typeof openWeb>>, { ok: true }>['value']['services']
let clock: Moment = moment('2026-11-23T10:00:00.000Z')

const open = async (withProvider: boolean) => {
  const opened = await openWeb(database.pool, {
    isDemo: false,
    version: 'test',
    now: () => clock,
    assemble: (settings) => assembleHeartwood({ setting: settings.duration }),
    council: { name: 'Aldermere City Council', colour: '#1f4e5f' },
    signIn: withProvider ? provider.settings : undefined,
  })
  if (!opened.ok) throw new Error(opened.says)
  await opened.value.app.ready()
  return opened.value
}

const link = 'the-first-link'
const putLink = () =>
  database.pool.query(
    `insert into installation (demo, created, first_link) values (false, '2026-11-23', $1)
     on conflict (id) do update set first_link = excluded.first_link`,
    [hash('sha256', link, 'buffer')],
  )

beforeAll(async () => {
  database = await freshDatabase()
  provider = await startProvider()
  await putLink()
  ;({ app, services } = await open(true))
})
afterAll(async () => {
  await app?.close()
  await provider?.close()
  await database?.drop()
})

/** To Heartwood or, where the road leads there, to the council's sign-in. */
const ask: Ask = async (method, path, cookie, form) => {
  const isProviders = /^\/(auth|who)\b/.test(path)
  return isProviders
    ? askAt(provider.settings.issuer)(method, path, cookie, form)
    : askIn(app)(method, path, cookie, form)
}
/** Comes as the sign-in says; gives what Heartwood answered. */
async function comeAs(claims: Readonly<Record<string, unknown>>) {
  provider.is(claims)
  return signInBy(ask, '')
}
const begin = (name: string) => `forename=Ada&surname=Marsh&account=${encodeURIComponent(name)}`
const ada = { sub: 'a1', email: 'Ada.Marsh@council.example', email_verified: true }
const bo = { sub: 'b2', email: 'bo.finch@council.example', email_verified: true }

async function post(cookie: string, path: string, fields: string) {
  const token = hidden((await ask('GET', '/signed-in', cookie)).body).find(([name]) => name === 'token')?.[1]
  return ask('POST', path, cookie, `token=${token}&${fields}`)
}

/** Ada is the first administrator, and adds Bo. */
async function adaAndBo() {
  const { cookie } = await comeAs(ada)
  return { cookie, bo: services.directory.workers.find(({ surname }) => surname === 'Finch')?.id ?? 0 }
}

test('without a sign-in: the link makes one administrator, once, who reads how to set it up; nobody else gets in', async () => {
  const bare = await open(false)
  const asked = askIn(bare.app)
  expect((await asked('GET', '/sign-in', '')).body).toContain('not set up yet')
  expect((await asked('POST', '/sign-in', '', 'worker=1')).status).toBe(404)
  expect((await asked('POST', `/begin/${link}`, '', 'forename=Ada')).status).toBe(422)
  const begun = await asked('POST', `/begin/${link}`, '', begin('Ada.Marsh@council.example'))
  expect(begun).toMatchObject({ status: 303, location: '/staff/signing-in' })
  const cookie = begun.setCookies[0]?.split(';')[0] ?? ''
  expect((await asked('GET', '/staff/signing-in', cookie)).body).toContain('OIDC_ISSUER')
  expect((await asked('GET', `/begin/${link}`, '')).status).toBe(404)
  expect((await asked('POST', `/begin/${link}`, '', begin('eve@council.example'))).status).toBe(404)
  await bare.app.close()
})

test('until an administrator has come by the sign-in another link serves, and makes nobody twice', async () => {
  expect(await hasAdministrator(database.pool, services.settings, clock)).toBe(false)
  await putLink()
  expect((await ask('POST', `/begin/${link}`, '', begin('ada.marsh@council.example'))).status).toBe(303)
  expect((await database.pool.query('select id from worker')).rows).toHaveLength(1)
})

test('who is known by the sign-in and by Heartwood comes in; the page lets its form go there and nowhere else', async () => {
  const page = await app.inject({ url: '/sign-in' })
  expect(page.headers['content-security-policy']).toContain(`form-action 'self' ${provider.settings.issuer};`)
  const { cookie, last } = await comeAs(ada)
  expect(last).toMatchObject({ status: 303, location: '/' })
  expect((await ask('GET', '/staff', cookie)).body).toContain('ada.marsh@council.example')
  expect(await hasAdministrator(database.pool, services.settings, clock)).toBe(true)
})

test.each([
  ['a stranger', { sub: 'x', email: 'eve@council.example', email_verified: true }, 'sign-in.no-account'],
  ['an address that nobody confirmed', { ...ada, email_verified: false }, 'sign-in.refused'],
  ['no address', { sub: 'a1' }, 'sign-in.refused'],
])('%s is refused, and begins nothing', async (_who, claims, code) => {
  const sessions = async () => (await database.pool.query('select count(*)::int as n from session')).rows[0].n
  const before = await sessions()
  const { last } = await comeAs(claims)
  expect(last.body).toContain(`Code: ${code}`)
  expect(await sessions()).toBe(before)
})

test('somebody is added, comes in, and keeps no staff; an account is one person’s', async () => {
  const { cookie } = await comeAs(ada)
  const person = `forename=Bo&surname=Finch&role=social+worker&team=&account=${bo.email}`
  expect((await post(cookie, '/staff/add', person.replace('social+worker', 'king'))).body).toContain('Choose a role.')
  expect((await post(cookie, '/staff/add', person)).status).toBe(303)
  expect((await post(cookie, '/staff/add', person)).body).toContain('is an account of Bo Finch already')
  const bos = await comeAs(bo)
  expect((await ask('GET', '/services', bos.cookie)).status).toBe(200)
  for (const page of ['/staff', '/staff/add', '/staff/1', '/staff/signing-in'])
    expect((await ask('GET', page, bos.cookie)).status).toBe(403)
  expect((await post(bos.cookie, '/staff/1', 'does=leave')).status).toBe(403)
})

test('an account that nobody used lies dormant, and an administrator opens it again', async () => {
  const { bo: id } = await adaAndBo()
  clock = moment('2026-12-22T10:00:00.000Z')
  await comeAs(ada)
  clock = moment('2026-12-23T10:00:01.000Z')
  const { last } = await comeAs(bo)
  expect(last.body).toContain(`not used for ${sessionLengths.dormant.usual} days`)
  const { cookie } = await comeAs(ada)
  expect((await ask('GET', `/staff/${id}`, cookie)).body).toContain('Let them sign in again')
  expect((await post(cookie, `/staff/${id}`, 'does=reopen')).status).toBe(303)
  expect((await comeAs(bo)).last.status).toBe(303)
})

test('who leaves is cut off by one action, wherever they are signed in', async () => {
  const { cookie, bo: id } = await adaAndBo()
  const [here, there] = [await comeAs(bo), await comeAs(bo)]
  expect((await ask('GET', '/services', there.cookie)).status).toBe(200)
  expect((await post(cookie, `/staff/${id}`, 'does=leave')).status).toBe(303)
  expect((await ask('GET', '/services', here.cookie)).status).toBe(303)
  expect((await ask('GET', '/services', there.cookie)).status).toBe(303)
  expect((await comeAs(bo)).last.body).toContain('Code: sign-in.no-account')
  expect((await database.pool.query('select until from worker where id = $1', [id])).rows).toEqual([
    { until: '2026-12-23' },
  ])
})

test('the last who can let others in does not lock the door from outside', async () => {
  const { cookie } = await comeAs(ada)
  const sent = await post(cookie, '/staff/1', 'does=leave')
  expect(sent.body).toContain('Add another administrator first')
  expect((await ask('GET', '/services', cookie)).status).toBe(200)
})

test('a sign-in that is not there is said, and asked again', async () => {
  const settings = { ...provider.settings, issuer: 'http://127.0.0.1:9' }
  const opened = await openWeb(database.pool, {
    isDemo: false,
    version: 'test',
    now: () => clock,
    assemble: (policy) => assembleHeartwood({ setting: policy.duration }),
    council: { name: 'Aldermere City Council', colour: '#1f4e5f' },
    signIn: settings,
  })
  if (!opened.ok) throw new Error(opened.says)
  const sent = await askIn(opened.value.app)('POST', '/sign-in', '', '')
  expect(sent).toMatchObject({ status: 503, body: expect.stringContaining('Code: sign-in.away') })
  await opened.value.app.close()
})
