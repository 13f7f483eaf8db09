/** An attached file there and back: its bytes, its name, its limit, and the trace its reading leaves. */
import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { limits } from '../../src/core/record/limits.ts'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
const record = 7
const childId = mintChildId(record)
const address = `/children/${childId}/record/person/attachment?episode=1`

beforeAll(async () => {
  web = await startWeb()
  const values = { as: 'child', forename: 'Wren', surname: 'Ashdown', born: '2018-05-03', sex: 'F', childId }
  const hand = { author: staff.social, now: moment('2026-11-20T09:00:00.000Z'), act: randomUUID() }
  const part = { does: 'record', record, pathway: 'person', step: 'registered', episode: null, values } as const
  expect(await web.services.recorder.record([part], hand)).toMatchObject({ ok: true })
})
afterAll(() => web?.close())

/** Sends the form as a browser does, with the file in it. */
async function attach(name: string, bytes: Buffer, fields: readonly (readonly [string, string])[]) {
  const { get, cookie } = await signIn(web, staff.social)
  const form = new FormData()
  const { body } = await get(address)
  for (const [field, value] of [...hidden(body), ...fields]) form.append(field, value)
  form.append('document', new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }))
  const sent = new Response(form)
  return web.app.inject({
    method: 'POST',
    url: address,
    headers: { cookie, 'content-type': sent.headers.get('content-type')! },
    payload: Buffer.from(await sent.arrayBuffer()),
  })
}

const pdf = (inside: string): Buffer => Buffer.from(`%PDF-1.7\n${inside}\n%%EOF\n`)

const about = [
  ['dated-day', '19'],
  ['dated-month', '11'],
  ['dated-year', '2026'],
  ['title', 'Report of the school'],
] as const

test('comes back byte for byte under its own name, as a download, and the reading is in the access log', async () => {
  const bytes = pdf(randomBytes(50_000).toString('hex'))
  const sent = await attach('Rapport école, zoë.pdf', bytes, about)
  expect(sent.statusCode).toBe(303)
  const { get } = await signIn(web, staff.manager)
  const page = await get(String(sent.headers.location))
  expect(page.body).toContain('Rapport école, zoë.pdf')
  const href = /href="(\/documents\/[^"]+)"/.exec(page.body)![1]!.replaceAll('&amp;', '&')
  const file = await get(href)
  expect(file.statusCode).toBe(200)
  expect(file.rawPayload.equals(bytes)).toBe(true)
  expect(file.headers['content-disposition']).toBe(
    `attachment; filename="Rapport-cole-zo-.pdf"; filename*=UTF-8''Rapport%20%C3%A9cole%2C%20zo%C3%AB.pdf`,
  )
  expect(file.headers['content-type']).toBe('application/octet-stream')
  expect(file.headers['content-security-policy']).toBe("sandbox; default-src 'none'")
  expect(file.headers['x-content-type-options']).toBe('nosniff')
  const { rows } = await web.services.pool.query(`select worker, detail from access_log where what = 'document'`)
  expect(rows).toEqual([{ worker: staff.manager, detail: /documents\/([0-9a-f]+)/.exec(href)![1] }])
})

test('a file that could do something is refused in plain words, and what was typed is kept', async () => {
  for (const bytes of [Buffer.from('<svg onload="alert(1)"/>'), pdf('/JavaScript'), Buffer.from('MZ\0\0')]) {
    const refused = await attach('Report.pdf', bytes, about)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('“Report.pdf” was not attached: it is ')
    expect(refused.body).toContain('Report of the school')
  }
  const { rows } = await web.services.pool.query('select from document')
  expect(rows).toHaveLength(1)
})

test('without a file, or with one that is too big, it says so and records nothing', async () => {
  const none = await attach('', Buffer.alloc(0), about)
  expect(none.statusCode).toBe(422)
  expect(none.body).toContain('Report of the school')
  const big = await attach('big.pdf', Buffer.alloc(limits.fileBytesMax + 1), about)
  expect(big.statusCode).toBe(422)
  expect(big.body).toContain('over the limit of 20 MB')
  expect(big.body).toContain('Report of the school')
  const { rows } = await web.services.pool.query(`select 1 from entry where step = 'attachment'`)
  expect(rows).toHaveLength(1)
})

test('an address of no file is not found', async () => {
  const { get } = await signIn(web, staff.manager)
  for (const digest of ['0'.repeat(64), 'nonsense']) expect((await get(`/documents/${digest}`)).statusCode).toBe(404)
})
