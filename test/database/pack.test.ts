/** Packs on their pages: drafted and published by those who may, frozen, printed again for ever, corrections beside them. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { importCinCensus } from '../../src/imports/cin-census/index.ts'
import { publishedPack } from '../../src/insight/pack/index.ts'
import { paperFiles } from '../support/paper/index.ts'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

const analyst = 5
const councillor = 6
const pack = '/packs/2022-07-21'
let web: TestWeb

beforeAll(async () => {
  web = await startWeb('2022-07-25T10:00:00.000Z')
  const { pool, now, directory } = web.services
  await pool.query(`insert into worker (id, forename, surname, role, team, demo, since) values
    (${analyst}, 'Odile', 'Marsh', 'performance analyst', 1, true, '2020-01-01'),
    (${councillor}, 'Perran', 'Vale', 'councillor', 1, true, '2020-01-01')`)
  await directory.refresh()
  const files = paperFiles().cin.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }))
  const imported = await importCinCensus(files, { pool, now: now(), progress: () => {} })
  if (!imported.ok) throw new Error(imported.says)
  await web.services.settings.refresh()
})
afterAll(() => web?.close())

describe('before it is published', () => {
  test('an analyst sees the draft with what is missing; nobody else does, and no day to come has one', async () => {
    const { get } = await signIn(web, analyst)
    const draft = await get('/packs/draft?date=21/7/2022')
    expect(draft.statusCode).toBe(200)
    expect(draft.body).toContain('22.6%')
    expect(draft.body).toContain('bin/heartwood import ofsted FILE')
    expect((await get('/packs/draft?date=26/7/2022')).statusCode).toBe(422)
    expect((await get('/packs/draft?date=31/6/2022')).statusCode).toBe(422)
    for (const other of [staff.social, councillor]) {
      const signedIn = await signIn(web, other)
      expect((await signedIn.get('/packs/draft?date=21/7/2022')).statusCode).toBe(403)
      expect((await signedIn.get(`${pack}/pack.html`)).statusCode).toBe(404)
      expect((await signedIn.get(pack)).statusCode).toBe(404)
    }
  })
})

describe('published', () => {
  let published: string
  beforeAll(async () => {
    const { get, post } = await signIn(web, analyst)
    const fields = hidden((await get('/packs/draft?date=2022-07-21')).body)
    const asked = 'The Board asked about repeat plans.\r\n\r\nEach is now looked at by two chairs.'
    expect((await post('/packs/draft', [...fields, ['asked', asked]])).statusCode).toBe(303)
    published = (await get(`${pack}/pack.html`)).body
  })

  test('it stands with what the Board asked, who published it and its digest, for a councillor too', async () => {
    const { get } = await signIn(web, councillor)
    const page = (await get(pack)).body
    expect(page).toContain('Each is now looked at by two chairs.')
    expect(page).toContain('Odile Marsh, performance analyst')
    expect(page).toMatch(/digest [0-9a-f]{64}/)
    expect(page).not.toContain('Publish the pack')
    expect((await get('/packs')).body).toContain(pack)
  })

  test('as a file: HTML with nothing to fetch and no script, a PDF, slides', async () => {
    expect(published).not.toMatch(/<script|<link|src=|url\(/)
    const { get } = await signIn(web, councillor)
    expect((await get(`${pack}/pack.pdf`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await get(`${pack}/pack.pptx`)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await get(`${pack}/pack.docx`)).statusCode).toBe(404)
  })

  test('it is not published twice', async () => {
    const { get, post } = await signIn(web, analyst)
    const fields = hidden((await get('/packs/draft?date=20/7/2022')).body).filter(([name]) => name === 'token')
    const again = await post('/packs/draft', [...fields, ['date', '2022-07-21'], ['asked', '']])
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('never changed')
  })

  test('a correction is shown beside it, in the next pack too, and it is printed as it was', async () => {
    await recordLateReferral(web)
    const { get } = await signIn(web, councillor)
    const page = (await get(pack)).body
    expect(page).toContain('Corrected since')
    expect(page).toMatch(/Re-referrals within twelve months: year to date, 2022-23 to date.*?22\.6%.*?22\.5%/s)
    expect((await get(`${pack}/pack.html`)).body).toBe(published)
    const next = (await (await signIn(web, analyst)).get('/packs/draft?date=25/7/2022')).body
    expect(next).toContain('What changed since the pack of 21 July 2022')
    expect(next).toMatch(/22\.6%.*?22\.5%/s)
  })

  test('the database lets nobody change or remove it, and what does not agree with its digest is not shown', async () => {
    const { pool } = web.services
    await expect(pool.query(`update pack set by = 'nobody'`)).rejects.toThrow('never changed')
    await expect(pool.query('delete from pack')).rejects.toThrow('never changed')
    await expect(pool.query('truncate pack')).rejects.toThrow('never changed')
    // Someone with the keys of the database itself.
    await pool.query('alter table pack disable trigger pack_stands')
    await pool.query(`update pack set content = replace(content::text, '22.6%', '12.6%')::json`)
    const [{ date }] = (await pool.query('select date from pack')).rows
    expect(await publishedPack(pool, date)).toMatchObject({ ok: false, code: 'pack.tampered' })
    const { get } = await signIn(web, councillor)
    expect((await get(pack)).statusCode).toBe(500)
  })
})

/** One more child, first referred in May: recorded after the pack was published. */
async function recordLateReferral({ services }: TestWeb): Promise<void> {
  const record = 1_900_000_001
  const hand = { author: staff.social, now: moment('2022-07-25T09:00:00.000Z') }
  const child = { as: 'child', surname: 'Ashdown', born: '2018-05-03', sex: 'F', childId: mintChildId(record) }
  const steps = [
    { pathway: 'person', step: 'registered', values: child },
    { pathway: 'children-in-need', step: 'referral', values: { received: '2022-05-10', source: '2A' } },
  ]
  for (const step of steps) {
    const part = { does: 'record', record, episode: null, ...step } as const
    const recorded = await services.recorder.record([part], { ...hand, act: randomUUID() })
    if (!recorded.ok) throw new Error(JSON.stringify(recorded))
  }
}
