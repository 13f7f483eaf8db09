/**
 * Canaries in a protected address: every page of the product that a demo role can reach from the child or from the
 * navigation, with its downloads, is read, and no piece of the address is in any of them.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { startCityWeb } from '../support/city-web.ts'
import { signIn, type TestWeb } from '../support/web.ts'

let web: TestWeb
const child = 1_900_000_101
const mother = 1_900_000_102
const family = 1_900_000_100
const childId = mintChildId(child)
/** Lines, the postcode in both spellings, its district and its inward half, of which the city has none. */
const canaries = ['17 Nightjar Wharf', 'Nightjar', 'Quillhaven', 'ZZ98 7QX', 'ZZ987QX', 'ZZ98', '7QX']
const hidden = { address: '17 Nightjar Wharf\nQuillhaven', postcode: 'ZZ98 7QX', protected: 'yes' } as const
const now = moment('2026-11-20T09:00:00.000Z')

async function record(episode: number | null, step: string, of: number, values: Record<string, string | number>) {
  const part = { does: 'record', record: of, pathway: 'person', step, episode, values } as const
  const hand = { author: 1, now, act: randomUUID() }
  expect(await web.services.recorder.record([part], hand)).toMatchObject({ ok: true })
}

beforeAll(async () => {
  web = await startCityWeb()
  const wren = { as: 'child', forename: 'Wren', surname: 'Ashdown', born: '2018-05-03', sex: 'F', childId, family }
  const told = { as: 'adult', forename: 'Isla', surname: 'Ashdown', sex: 'F', childId: mintChildId(mother), family }
  await record(null, 'registered', mother, { ...told, ...hidden })
  await record(null, 'registered', child, { ...wren, ...hidden })
  await record(1, 'related', child, { person: mother, kind: 'mother' })
  await record(1, 'moved', child, { ...hidden, from: '2026-10-01', kind: 'home' })
  await record(1, 'moved', child, { ...hidden, from: '2026-11-01', kind: 'placement' })
})
afterAll(() => web?.close())

/** Nonces and tokens, and runs inside packed files: among so many letters any three stand together sooner or later. */
const random = /[\w+/=-]{20,}|[^\n\x20-\x7e]+.{0,3}(?=[^\n\x20-\x7e])/g

/** What may be asked without changing anything; of lists that go on for ever, enough. */
const pagesMax = 150
/** Of addresses that differ only in whom or what they are of, as many are read, and every one of the child. */
const alikeMax = 3

async function everyPage(worker: number): Promise<{ read: string[]; leaks: string[] }> {
  const { get } = await signIn(web, worker)
  const waiting = ['/', `/children/${childId}`, `/children/${mintChildId(mother)}`, '/children?q=Ashdown']
  waiting.push(`/children/${childId}/known?on-day=20&on-month=11&on-year=2026`)
  waiting.push(`/children/${childId}/record/person/moved?episode=1`, `/children/new?with=${childId}`)
  const seen = new Set(waiting)
  const alike = new Map<string, number>()
  const read: string[] = []
  const leaks: string[] = []
  while (waiting.length > 0 && read.length < pagesMax) {
    const url = waiting.shift()!
    const answer = await get(url)
    read.push(url)
    if (answer.statusCode >= 500) leaks.push(`${url} could not be read`)
    const text = `${answer.rawPayload.toString('latin1')} ${JSON.stringify(answer.headers)}`.replace(random, '')
    for (const canary of canaries) if (text.includes(canary)) leaks.push(`${url}: ${canary}`)
    for (const [, href] of answer.payload.matchAll(/href="(\/[^"#]*)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (seen.has(next) || next.startsWith('/assets/') || next.startsWith('/sign-out')) continue
      const form = next.replace(/\/[A-Z]*\d[A-Z0-9]*/g, '/_').replace(/=[^&]*/g, '=')
      const times = alike.get(form) ?? 0
      if (times >= alikeMax && !next.includes(childId)) continue
      alike.set(form, times + 1)
      seen.add(next)
      waiting.push(next)
    }
  }
  return { read, leaks }
}

test('no role finds a piece of a protected address on any page or download', async () => {
  const roles = Map.groupBy(
    web.services.directory.workers.filter((one) => one.demo),
    ({ role }) => role,
  )
  expect(roles.size).toBeGreaterThan(3)
  for (const [role, [worker]] of roles) {
    const { read, leaks } = await everyPage(worker!.id)
    expect({ role, leaks }).toEqual({ role, leaks: [] })
    expect(read.length, role).toBeGreaterThan(20)
  }
}, 120_000)

test('what is withheld is said to whoever may read the child, and the record itself still holds it', async () => {
  const told = new Set<string>()
  for (const worker of web.services.directory.workers.filter((one) => one.demo)) {
    const { get } = await signIn(web, worker.id)
    for (const page of ['', '/family', '/episodes/1', '/entries/1', '/entries/4'])
      if ((await get(`/children/${childId}${page}`)).payload.includes('Address protected')) told.add(page)
    expect((await get('/children?q=ZZ98+7QX')).payload).not.toContain(`/children/${childId}`)
  }
  expect([...told].sort()).toEqual(['', '/entries/1', '/entries/4', '/episodes/1', '/family'])
  const { rows } = await web.services.pool.query('select lines, protected from address where record = $1', [child])
  expect(rows).toContainEqual({ lines: hidden.address, protected: true })
})
