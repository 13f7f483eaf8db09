/** A sealed record is not there, on any page, for who is not named on it; and its custodian is asked to ring back. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readerFor } from '../../src/core/access/access.ts'
import { putCompartment, putConflict, putGrant } from '../../src/core/access/policy/put.ts'
import { day, moment } from '../../src/core/calendar/index.ts'
import { childPage } from '../../src/core/people/child.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { readRecords } from '../../src/core/people/records.ts'
import { searchPeople } from '../../src/core/people/search.ts'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
const now = moment('2026-11-23T10:00:00.000Z')
const put = { by: staff.manager, at: now, since: day('2026-11-01') }
const [wren, rowan, ash] = [7, 8, 9]
const idOf = (record: number): string => mintChildId(record)

async function tell(
  record: number,
  pathway: string,
  step: string,
  episode: number | null,
  values: object,
): Promise<void> {
  const hand = { author: staff.mash, now: moment('2026-11-20T09:10:00.000Z'), act: randomUUID() }
  const part = { does: 'record', record, pathway, step, episode, values: { ...values } } as const
  expect(await web.services.recorder.record([part], hand)).toMatchObject({ ok: true })
}

const contact = {
  received: '2026-11-20T09:00:00.000Z',
  kind: 'worry',
  source: '2A',
  takenBy: 'hub',
  worry: 'Left alone',
  familyKnows: 'no',
}

beforeAll(async () => {
  web = await startWeb()
  for (const [record, forename] of [
    [wren, 'Wren'],
    [rowan, 'Rowan'],
    [ash, 'Ash'],
  ] as const) {
    const values = {
      as: 'child',
      forename,
      surname: 'Ashdown',
      born: `2018-05-0${record - 6}`,
      sex: 'F',
      childId: idOf(record),
      family: wren,
    }
    await tell(record, 'person', 'registered', null, values)
    await tell(record, 'mash', 'contact', null, contact)
  }
  const { pool } = web.services
  await putCompartment(pool, { record: rowan, name: 'witness', custodian: staff.manager }, put)
  await putGrant(pool, { record: rowan, name: 'witness', worker: staff.chair }, put)
  await putConflict(pool, { record: ash, worker: staff.mash, kind: 'neighbour' }, put)
})
afterAll(() => web?.close())

/** What a page is besides what each answer has of its own: its nonce, its token and the id that was asked for. */
const masked = (body: string, ...ids: string[]): string =>
  ids
    .reduce((text, id) => text.replaceAll(id, 'ID'), body)
    .replace(/nonce="[^"]*"/g, 'nonce=""')
    .replace(/name="token" value="[^"]*"/g, 'name="token" value=""')

const pagesOf = (child: string): string[] =>
  ['', '/chronology', '/family', '/known', '/start', '/episodes/1', '/entries/1', '/record/person/caseNote'].map(
    (page) => `/children/${child}${page}`,
  )

test.each([
  ['sealed', staff.social, rowan],
  ['in conflict', staff.mash, ash],
])('%s: every page of the child is the page of a child that does not exist', async (_, worker, record) => {
  const { get } = await signIn(web, worker)
  const missing = idOf(999)
  for (const [at, url] of pagesOf(idOf(record)).entries()) {
    const [closed, none] = [await get(url), await get(pagesOf(missing)[at]!)]
    expect([url, closed.statusCode]).toEqual([url, 404])
    expect(masked(closed.body, idOf(record), missing)).toBe(masked(none.body, idOf(record), missing))
  }
})

test('the same pages open for who is named on the compartment', async () => {
  const { get } = await signIn(web, staff.chair)
  for (const url of pagesOf(idOf(rowan))) expect([url, (await get(url)).statusCode]).toEqual([url, 200])
})

test('a sealed child is on no page of brothers and sisters, and in no list', async () => {
  const { get } = await signIn(web, staff.manager)
  const pages = [
    ...pagesOf(idOf(wren)),
    '/',
    '/front-door',
    '/team',
    '/measures',
    '/children?q=Wren+Ashdown',
    '/children?q=Ashdown',
  ]
  let shown = 0
  for (const url of pages) {
    const { body, statusCode } = await get(url)
    if (statusCode !== 200) continue
    shown++
    expect([url, body.includes('Rowan'), body.includes(idOf(rowan))]).toEqual([url, false, false])
  }
  expect(shown).toBeGreaterThan(10)
  const { get: asChair } = await signIn(web, staff.chair)
  expect((await asChair(`/children/${idOf(wren)}/family`)).body).toContain('Rowan')
})

test('a role that has no part in a child’s work opens no child and looks for none, nor does an unknown one', async () => {
  const as = (role: string) => readerFor(web.services.pool, { worker: 11, role, team: null }, now)
  for (const role of ['performance analyst', 'astronaut']) {
    expect(await searchPeople(as(role), 'Ashdown')).toMatchObject({ code: 'access.denied' })
    expect(await readRecords(as(role), [idOf(wren)])).toMatchObject({ code: 'access.denied' })
    expect(await as(role).readChild(childPage, idOf(wren))).toMatchObject({ code: 'access.denied' })
  }
  expect(await searchPeople(as('Senior social worker'), 'Ashdown')).toMatchObject({ ok: true })
})

const calls = async (): Promise<{ record: number; custodian: number; caller: number; due_at: unknown }[]> =>
  (await web.services.pool.query('select record, custodian, caller, due_at from call_back order by id')).rows

test('a search that touches a sealed child shows nothing and has its custodian ring back within one hub hour', async () => {
  await web.services.pool.query('delete from call_back')
  const { get } = await signIn(web, staff.social)
  const found = await get('/children?q=Rowan+Ashdown')
  const none = await get('/children?q=Rowan+Ashdowne')
  expect(found.body).toContain('Nobody was found')
  expect(masked(found.body, 'Rowan Ashdown', 'Rowan+Ashdown')).toBe(
    masked(none.body, 'Rowan Ashdowne', 'Rowan+Ashdowne', 'Rowan Ashdown', 'Rowan+Ashdown'),
  )
  await get('/children?q=Rowan+Ashdown')
  expect(await calls()).toEqual([
    { record: rowan, custodian: staff.manager, caller: staff.social, due_at: '2026-11-23T11:00:00.000Z' },
  ])
  await (await signIn(web, staff.chair)).get('/children?q=Rowan+Ashdown')
  expect(await calls()).toHaveLength(1)
})

test('a new record of a sealed child is made, and its custodian is asked to ring back', async () => {
  await web.services.pool.query('delete from call_back')
  const { get, post } = await signIn(web, staff.mash)
  const form = hidden((await get('/children/new')).body)
  const who: [string, string][] = [
    ...(
      [
        ['as', 'child'],
        ['forename', 'rowan'],
        ['surname', 'Ashdown'],
        ['sex', 'F'],
      ] as const
    ).map(([a, b]): [string, string] => [a, b]),
    ...(
      [
        ['born-day', '2'],
        ['born-month', '5'],
        ['born-year', '2018'],
      ] as const
    ).map(([a, b]): [string, string] => [a, b]),
  ]
  const made = await post('/children/new', [...form, ...who])
  expect(made.statusCode).toBe(303)
  expect(await calls()).toMatchObject([{ record: rowan, custodian: staff.manager, caller: staff.mash }])
})
