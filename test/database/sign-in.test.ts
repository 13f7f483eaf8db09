/** Signing in, staying signed in and being signed out: what must not work, and that nothing comes of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sessionLengths } from '../../src/core/work/session-policy.ts'
import { createApp } from '../../src/web/server/app.ts'
import { oftenest } from '../../src/web/server/often.ts'
import { keptMillis } from '../../src/web/server/sessions.ts'
import { askIn, type Sent, signInBy } from '../support/sign-in.ts'
import { hidden, staff, startWeb, type TestWeb } from '../support/web.ts'

const morning = '2026-11-23T10:00:00.000Z'
let web: TestWeb
beforeAll(async () => {
  web = await startWeb(morning)
})
afterAll(() => web?.close())

const at = (minutes: number, seconds = 0): string =>
  new Date(Date.parse(morning) + minutes * 60_000 + seconds * 1000).toISOString()

const ask: (...given: Parameters<ReturnType<typeof askIn>>) => Promise<Sent> = (...given) => askIn(web.app)(...given)
const signInAs = (worker: number) => signInBy(ask, `worker=${worker}`)
const seesHome = async (cookie: string): Promise<boolean> => (await ask('GET', '/services', cookie)).status === 200

async function refusals(): Promise<string[]> {
  const { rows } = await web.services.pool.query<{ rule: string }>(
    `select rule from access_log where what = 'refusal' and outcome = 'refused' order by id`,
  )
  return rows.map(({ rule }) => rule)
}

/** What is refused is refused in words, leaves its row, and begins no session. */
async function isRefused(sent: Sent, code: string): Promise<void> {
  expect(sent.body).toContain(`Code: ${code}`)
  expect(sent.setCookies.filter((one) => one.startsWith('heartwood='))).toEqual([])
  expect((await refusals()).at(-1)).toBe(code)
}

/** Chooses somebody and goes as far as the door home: the address with the code, and the browser's cookies. */
async function upToTheDoor(worker: number) {
  let back = ''
  const { jar } = await signInBy(async (method, path, cookie, form) => {
    if (!path.startsWith('/sign-in/back')) return ask(method, path, cookie, form)
    back = path
    return { status: 200, location: undefined, setCookies: [], body: '' }
  }, `worker=${worker}`)
  return { back, cookie: `heartwood-sign-in=${jar.get('heartwood-sign-in')}` }
}

describe('coming back from the council’s sign-in', () => {
  test('works once: the same address again is refused', async () => {
    const { back, cookie } = await upToTheDoor(staff.social)
    const first = await ask('GET', back, cookie)
    expect(first.status).toBe(303)
    expect(first.setCookies.join()).toMatch(/heartwood=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
    await isRefused(await ask('GET', back, cookie), 'sign-in.not-begun-here')
  })

  test('only in the browser that began it, and the right one may still come', async () => {
    const { back, cookie } = await upToTheDoor(staff.social)
    await isRefused(await ask('GET', back, ''), 'sign-in.not-begun-here')
    await isRefused(await ask('GET', back, `heartwood-sign-in=${'a'.repeat(43)}`), 'sign-in.not-begun-here')
    expect((await ask('GET', back, cookie)).status).toBe(303)
  })

  test.each([
    ['a made-up state', /state=[^&]+/, 'state=made-up', 'sign-in.not-begun-here'],
    ['no state', /state=[^&]+&?/, '', 'sign-in.not-begun-here'],
    ['two states', /state=([^&]+)/, 'state=$1&state=$1', 'sign-in.not-begun-here'],
    ['a made-up code', /code=[^&]+/, 'code=made-up', 'sign-in.refused'],
    ['another issuer', /iss=[^&]+/, 'iss=https%3A%2F%2Felsewhere.example', 'sign-in.refused'],
    ['a refusal', /code=[^&]+/, 'error=access_denied&error_description=%3Cb%3Eno%3C%2Fb%3E', 'sign-in.refused'],
  ])('%s is refused', async (_what, part, instead, code) => {
    const { back, cookie } = await upToTheDoor(staff.social)
    const sent = await ask('GET', back.replace(part, instead), cookie)
    await isRefused(sent, code)
    expect(sent.body).not.toContain('<b>no')
  })

  test('the code of another sign-in is refused: it was not made for this key', async () => {
    const [mine, theirs] = [await upToTheDoor(staff.social), await upToTheDoor(staff.manager)]
    const code = /code=[^&]+/.exec(theirs.back)?.[0] ?? ''
    await isRefused(await ask('GET', mine.back.replace(/code=[^&]+/, code), mine.cookie), 'sign-in.refused')
  })

  test('a token with another nonce is refused', async () => {
    const { back, cookie } = await upToTheDoor(staff.social)
    await web.services.pool.query(`update sign_in set nonce = 'another'`)
    await isRefused(await ask('GET', back, cookie), 'sign-in.refused')
  })

  test('too late is refused', async () => {
    const { back, cookie } = await upToTheDoor(staff.social)
    web.setNow(at(61))
    await isRefused(await ask('GET', back, cookie), 'sign-in.not-begun-here')
    web.setNow(morning)
  })

  test('nobody who is not of the demo, and nobody at all', async () => {
    for (const worker of ['', '99', '1 or 1=1', '-1'])
      await isRefused((await signInBy(ask, `worker=${encodeURIComponent(worker)}`)).last, 'sign-in.refused')
  })

  test('begun by another site, it is refused', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example' }
    const sent = await web.app.inject({ method: 'POST', url: '/sign-in', headers, payload: 'worker=1' })
    expect(sent.statusCode).toBe(403)
    expect(sent.body).toContain('Code: request.forged')
  })

  test('another person is chosen in the same browser without being asked twice', async () => {
    const first = await signInAs(staff.social)
    const { cookie, last } = await signInBy(ask, `worker=${staff.manager}`, first.jar)
    expect(last).toMatchObject({ status: 303, location: '/' })
    expect((await ask('GET', '/signed-in', cookie)).body).toContain('Idris Calloway, team manager')
  })

  test('goes on to where one was going, and nowhere else', async () => {
    const to = async (then: string) => (await signInBy(ask, `worker=1&then=${encodeURIComponent(then)}`)).last.location
    expect(await to('/services')).toBe('/services')
    for (const elsewhere of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'services'])
      expect(await to(elsewhere)).toBe('/')
  })
})

describe('a session', () => {
  test('is new at each sign-in: the token from before is worth nothing, nor one that was laid ready', async () => {
    const first = await signInAs(staff.social)
    const again = await signInBy(ask, `worker=${staff.social}`, first.jar)
    expect(again.cookie).not.toBe(first.cookie)
    expect(await seesHome(again.cookie)).toBe(true)
    expect(await seesHome(first.cookie)).toBe(false)
    const laid = new Map([['heartwood', 'b'.repeat(43)]])
    const { cookie } = await signInBy(ask, `worker=${staff.social}`, laid)
    expect(cookie).not.toContain('bbbb')
    expect(await seesHome(`heartwood=${'b'.repeat(43)}`)).toBe(false)
  })

  test('a made-up cookie is refused, said in the log, and taken back', async () => {
    const sent = await ask('GET', '/services', 'heartwood=made-up')
    expect(sent).toMatchObject({ status: 303, location: '/sign-in?then=%2Fservices' })
    expect(sent.setCookies.join()).toContain('heartwood=;')
    expect((await refusals()).at(-1)).toBe('session.ended')
  })

  test('after signing out its cookie is worth nothing, and no page of it was kept by the browser', async () => {
    const { cookie } = await signInAs(staff.social)
    const page = await web.app.inject({ url: '/services', headers: { cookie } })
    expect(page.headers['cache-control']).toBe('no-store')
    await ask(
      'POST',
      '/sign-out',
      cookie,
      hidden(page.body)
        .map((pair) => pair.join('='))
        .join('&'),
    )
    expect(await seesHome(cookie)).toBe(false)
  })

  test('a form with the token of another session changes nothing', async () => {
    const [mine, theirs] = [await signInAs(staff.social), await signInAs(staff.manager)]
    const token = hidden((await ask('GET', '/signed-in', theirs.cookie)).body).find(([name]) => name === 'token')?.[1]
    const sent = await ask('POST', '/signed-in', mine.cookie, `token=${token}&end=others`)
    expect(sent.status).toBe(403)
    expect((await refusals()).at(-1)).toBe('request.forged')
  })

  test('that nobody uses ends after twenty minutes, used it goes on, and after twelve hours it ends', async () => {
    const { cookie } = await signInAs(staff.chair)
    const idle = sessionLengths.idle.usual
    web.setNow(at(idle - 1))
    expect(await seesHome(cookie)).toBe(true)
    web.setNow(at(2 * idle - 2))
    expect(await seesHome(cookie)).toBe(true)
    web.setNow(at(3 * idle - 2, keptMillis / 1000 + 1))
    expect(await seesHome(cookie)).toBe(false)
    web.setNow(morning)
    const long = await signInAs(staff.chair)
    for (let minutes = 10; minutes < sessionLengths.longest.usual * 60; minutes += 10) {
      web.setNow(at(minutes))
      expect(await seesHome(long.cookie)).toBe(true)
    }
    web.setNow(at(sessionLengths.longest.usual * 60))
    expect(await seesHome(long.cookie)).toBe(false)
    web.setNow(morning)
  })

  test('that ended elsewhere ends on every node within a minute', async () => {
    const other = createApp(web.services)
    await other.ready()
    const { cookie } = await signInAs(staff.mash)
    expect((await askIn(other)('GET', '/services', cookie)).status).toBe(200)
    await ask('POST', '/sign-out', cookie, '')
    expect(await seesHome(cookie)).toBe(false)
    web.setNow(at(0, 59))
    expect((await askIn(other)('GET', '/services', cookie)).status).toBe(303)
    web.setNow(morning)
    await other.close()
  })

  test('several at once stand on a page, and each can be ended from another', async () => {
    await web.services.pool.query('delete from session where worker = $1', [staff.manager])
    const [here, there, third] = [
      await signInAs(staff.manager),
      await signInAs(staff.manager),
      await signInAs(staff.manager),
    ]
    const page = (await ask('GET', '/signed-in', here.cookie)).body
    expect(page.match(/A browser on a machine of unknown kind/g)?.length).toBeGreaterThanOrEqual(3)
    const token = hidden(page).find(([name]) => name === 'token')?.[1]
    const [id] = [...page.matchAll(/name="end" value="([\da-f-]{36})"/g)].map(([, found]) => found)
    expect((await ask('POST', '/signed-in', here.cookie, `token=${token}&end=${id}`)).status).toBe(303)
    const left = [await seesHome(there.cookie), await seesHome(third.cookie)]
    expect(left.filter((isLeft) => isLeft)).toHaveLength(1)
    await ask('POST', '/signed-in', here.cookie, `token=${token}&end=others`)
    expect([await seesHome(there.cookie), await seesHome(third.cookie)]).toEqual([false, false])
    expect(await seesHome(here.cookie)).toBe(true)
  })

  test('nobody ends a session of somebody else', async () => {
    const [mine, theirs] = [await signInAs(staff.manager), await signInAs(staff.chair)]
    const { rows } = await web.services.pool.query('select id from session where worker = $1', [staff.chair])
    const token = hidden((await ask('GET', '/signed-in', mine.cookie)).body).find(([name]) => name === 'token')?.[1]
    for (const { id } of rows) await ask('POST', '/signed-in', mine.cookie, `token=${token}&end=${id}`)
    expect(await seesHome(theirs.cookie)).toBe(true)
  })
})

describe('what was being sent when the session had ended', () => {
  const carried = encodeURIComponent(JSON.stringify({ to: '/signed-in', fields: { words: 'Half a note' } }))

  test('comes back to who wrote it', async () => {
    const { jar } = await signInAs(staff.social)
    web.setNow(at(60))
    const { last } = await signInBy(ask, `worker=${staff.social}&carried=${carried}`, jar)
    expect(last.body).toContain('value="Half a note"')
    web.setNow(morning)
  })

  test('is not shown to the next person at that machine', async () => {
    const { jar } = await signInAs(staff.social)
    web.setNow(at(60))
    const { last } = await signInBy(ask, `worker=${staff.manager}&carried=${carried}`, jar)
    expect(last).toMatchObject({ status: 303, location: '/' })
    web.setNow(morning)
  })
})

test('too many searches in a minute are answered in words, on every node, and a minute later are welcome', async () => {
  const other = createApp(web.services)
  await other.ready()
  const { cookie } = await signInAs(staff.social)
  for (let asked = 0; asked < oftenest.search; asked++)
    expect((await ask('GET', '/children?q=Wren', cookie)).status).toBe(200)
  const often = await askIn(other)('GET', '/children?q=Wren', cookie)
  expect(often.status).toBe(429)
  expect(often.body).toContain('Code: request.too-many')
  expect((await ask('GET', '/children', cookie)).status).toBe(200)
  web.setNow(at(1))
  expect((await ask('GET', '/children?q=Wren', cookie)).status).toBe(200)
  web.setNow(morning)
  await other.close()
})

test('behind https the cookie is for this host and https alone; nobody but a trusted proxy may say so', async () => {
  const behind = createApp({ ...web.services, trustedProxy: '127.0.0.1' })
  await behind.ready()
  const beginOn = (app: typeof behind) =>
    app.inject({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-proto': 'https' },
      payload: 'worker=1',
    })
  expect(String((await beginOn(behind)).headers['set-cookie'])).toMatch(
    /^__Host-heartwood-sign-in=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(String((await beginOn(web.app)).headers['set-cookie'])).toMatch(/^heartwood-sign-in=/)
  await behind.close()
})
