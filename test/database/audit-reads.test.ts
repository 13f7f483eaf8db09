/** No page says anything of a child without a row in the access log, and none where the row cannot be written. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { pages } from '../../src/web/pages/index.ts'
import { signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let browser: Awaited<ReturnType<typeof signIn>>
const record = 1_000_001
const childId = mintChildId(record)
const surname = 'Quillfeather'

beforeAll(async () => {
  web = await startWeb()
  const hand = { author: staff.manager, now: moment('2026-11-23T09:00:00.000Z'), act: randomUUID() }
  const values = { as: 'child', forename: 'Wren', surname, born: '2018-05-03', sex: 'F', childId }
  const registered = { does: 'record', record, pathway: 'person', step: 'registered', episode: null, values } as const
  const answers = { received: '2026-11-20', source: '2A' }
  const cin = { record, pathway: 'children-in-need', step: 'referral', episode: null } as const
  const referral = { does: 'record', ...cin, values: answers } as const
  for (const part of [registered, referral]) {
    const made = await web.services.recorder.record([part], { ...hand, act: randomUUID() })
    if (!made.ok) throw new Error(JSON.stringify(made))
  }
  await web.services.pool.query(`insert into allocation (record, episode, n, pathway, role, worker, team, since)
    values (${record}, 2, 1, 'children-in-need', 'lead', ${staff.social}, 1, '2026-11-20')`)
  browser = await signIn(web, staff.manager)
})
afterAll(() => web?.close())

const parts: Readonly<Record<string, string>> = {
  child: childId,
  episode: '2',
  position: '2',
  pathway: 'children-in-need',
  service: 'children-in-need',
  step: 'caseNote',
}
const addressOf = (path: string): string => path.replace(/:(\w+)/g, (_, name: string) => parts[name] ?? 'none')
const addresses = pages
  .filter((page) => page.GET)
  .map((page) => [page.name, addressOf(page.path) + (page.name === 'find' ? '?q=quill' : '')] as const)

const newRows = async (after: string) =>
  (
    await web.services.pool.query<{ worker: number; record: number | null; session: string | null }>(
      'select worker, record, session from access_log where id > $1',
      [after],
    )
  ).rows
const lastRow = async (): Promise<string> =>
  (await web.services.pool.query('select coalesce(max(id), 0)::text as id from access_log')).rows[0].id

/** What a page says of the child, apart from the address that the browser itself asked for. */
const saysOf = (body: string): boolean => body.includes(surname) || body.includes('Wren')

test('every page that says something of a child has left its rows, with the session; one about a child names the record', async () => {
  const said: string[] = []
  for (const [name, address] of addresses) {
    const before = await lastRow()
    const { body } = await browser.get(address)
    if (!saysOf(body)) continue
    said.push(name)
    const rows = await newRows(before)
    const own = rows.filter((one) => one.worker === staff.manager && one.session !== null)
    expect({ name, rows: own.length > 0 }).toEqual({ name, rows: true })
    if (address.includes(childId))
      expect({ name, records: own.map((one) => one.record) }).toEqual({
        name,
        records: expect.arrayContaining([record]),
      })
  }
  expect(said).toEqual(expect.arrayContaining(['child', 'chronology', 'family', 'looked', 'find', 'episode']))
})

test('a child who is not there leaves a row too', async () => {
  for (const end of ['', '/chronology', '/family']) {
    const before = await lastRow()
    expect((await browser.get(`/children/ZZZZ${end}`)).statusCode).toBe(404)
    expect(await newRows(before)).toHaveLength(1)
  }
})

test('managers see who has looked at a child of their team; others are refused, and that is logged', async () => {
  const social = await signIn(web, staff.social)
  await social.get(`/children/${childId}`)
  const { body } = await browser.get(`/children/${childId}/looked`)
  expect(body).toContain('Tamsin Orrell')
  expect(body).toContain('Opened the child’s page')
  expect((await browser.get(`/children/${childId}/looked?worker=${staff.chair}`)).body).toContain('Nobody has looked')
  const before = await lastRow()
  const refused = await social.get(`/children/${childId}/looked`)
  expect(refused.statusCode).toBe(403)
  expect(refused.body).not.toContain(surname)
  const { rows } = await web.services.pool.query('select outcome, rule, worker from access_log where id > $1', [before])
  expect(rows).toEqual([{ outcome: 'refused', rule: 'capability', worker: staff.social }])
})

test('where the log cannot be written, not a word of a child is sent', async () => {
  await web.services.pool.query(`create function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'no room'; end $$;
    create trigger no_room before insert on access_log for each statement execute function no_room()`)
  for (const [name, address] of addresses) {
    const { body } = await browser.get(address)
    expect({ name, says: saysOf(body) }).toEqual({ name, says: false })
  }
})
