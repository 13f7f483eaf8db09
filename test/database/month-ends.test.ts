/** A month end is what the measures said on a day, and stays so; beside it stands what they say now. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '../../src/core/calendar/index.ts'
import { staffIn, startCityWeb } from '../support/city-web.ts'
import { hidden, signIn, type TestWeb } from '../support/web.ts'

let web: TestWeb
let analyst: Awaited<ReturnType<typeof signIn>>
beforeAll(async () => {
  web = await startCityWeb()
  analyst = await signIn(web, staffIn(web, 'performance analyst'))
})
afterAll(() => web?.close())

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const october = day('2026-10-31')

async function keep(): Promise<string> {
  const token = hidden((await analyst.get('/month-ends')).body)
  const kept = await analyst.post('/month-ends', [...token, ['month', october]])
  expect(kept.statusCode).toBe(303)
  return String(kept.headers.location)
}

describe('month ends', () => {
  test('keep what every measure counted, and say so again however often they are opened', async () => {
    const address = await keep()
    const { rows } = await web.services.pool.query<{ numerator: number; denominator: number }>(
      `select measure, sum(numerator)::int as numerator, sum(denominator)::int as denominator
       from contribution where measure = 'contacts-decided-in-time' and day between '2026-10-01' and '2026-10-31' group by 1`,
    )
    const { numerator, denominator } = rows[0]!
    expect(denominator).toBeGreaterThan(5)
    const page = textOf((await analyst.get(address)).body)
    expect(page).toContain(`(${numerator} of ${denominator})`)
    expect(page).not.toContain('changed')
  })

  test('show exactly what changed since, and keep what was said', async () => {
    const address = await keep()
    const { pool, recorder } = web.services
    const asked = await pool.query<{ record: number; key: number; child_id: string; kept: number }>(
      `select record, key, child_id, (select count(*)::int from contribution
         where measure = 'referrals' and day between '2026-10-01' and '2026-10-31') as kept
       from contribution join person using (record)
       where measure = 'referrals' and day between '2026-10-01' and '2026-10-31' order by record limit 1`,
    )
    const { record, key, child_id, kept } = asked.rows[0]!
    const hand = { author: 1, now: web.services.now(), act: randomUUID() }
    const corrected = await recorder.record(
      [{ does: 'correct', record, position: key, field: 'received', value: '2026-09-30', reason: 'Mistyped' }],
      hand,
    )
    expect(corrected).toMatchObject({ ok: true })
    const list = (await analyst.get(`${address}/referrals`)).body
    expect(textOf(list)).toContain('What changed since (1)')
    expect(list.match(/No longer counted/g)).toHaveLength(1)
    const changes = (await analyst.get(`${address}/referrals?show=changes`)).body
    expect(changes).toContain(`/children/${child_id}`)
    const file = await analyst.get(`${address}/referrals/download?format=csv`)
    const lines = file.body.trim().split('\r\n')
    expect(lines).toHaveLength(kept + 1)
    expect(lines.filter((line) => line.endsWith('No longer counted'))).toEqual([expect.stringContaining(child_id)])
  })

  test('at a date: the children on a plan then are those kept', async () => {
    const address = await keep()
    const { rows } = await web.services.pool.query<{ children: number }>(
      `select sum(numerator)::int as children from contribution where measure = 'children-on-plans' and day <= '2026-10-31'`,
    )
    const list = (await analyst.get(`${address}/children-on-plans`)).body
    expect(rows[0]!.children).toBeGreaterThan(0)
    expect(list.match(/href="\/children\/HW/g)).toHaveLength(rows[0]!.children)
  })

  test('without a month chosen it says so, and keeps nothing', async () => {
    const token = hidden((await analyst.get('/month-ends')).body)
    const answer = await analyst.post('/month-ends', [...token, ['month', '2031-01-31']])
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Choose the month to keep')
  })

  test('are for performance analysts and the director alone', async () => {
    const address = await keep()
    const director = await signIn(web, staffIn(web, 'director of children’s services'))
    expect((await director.get(address)).statusCode).toBe(200)
    const worker = await signIn(web, staffIn(web, 'social worker'))
    for (const path of ['/month-ends', address, `${address}/referrals`, `${address}/referrals/download`])
      expect((await worker.get(path)).statusCode, path).toBe(403)
    expect((await worker.get('/measures')).body).not.toContain('/month-ends')
    const token = hidden((await worker.get('/children/new')).body).filter(([name]) => name === 'token')
    expect((await worker.post('/month-ends', [...token, ['month', october]])).statusCode).toBe(403)
  })

  test('that do not exist are not found', async () => {
    for (const path of ['/month-ends/999999', '/month-ends/x', '/month-ends/1/nothing'])
      expect((await analyst.get(path)).statusCode, path).toBe(404)
  })
})
