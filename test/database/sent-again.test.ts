/** A form sent twice, and two people at one step that can be recorded once: nobody's words are lost, nothing stands twice. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web?.close())

const born = { as: 'child', forename: 'Wren', surname: 'Ashdown', born: '2018-05-03', sex: 'F' }
const contact = {
  received: '2026-11-20T09:00:00.000Z',
  kind: 'worry',
  source: '2A',
  takenBy: 'hub',
  worry: 'Left alone',
  familyKnows: 'no',
}

/** The address of the decision on a child's contact. */
async function toDecide(record: number): Promise<string> {
  const childId = mintChildId(record)
  for (const [pathway, step, values] of [
    ['person', 'registered', { ...born, childId }],
    ['mash', 'contact', contact],
  ] as const) {
    const hand = { author: staff.mash, now: moment('2026-11-20T09:10:00.000Z'), act: randomUUID() }
    const part = { does: 'record', record, pathway, step, episode: null, values } as const
    expect(await web.services.recorder.record([part], hand)).toMatchObject({ ok: true })
  }
  return `/children/${childId}/record/mash/decision?episode=2`
}

const decided = (reason: string): [string, string][] => [
  ['decided-day', '20'],
  ['decided-month', '11'],
  ['decided-year', '2026'],
  ['decided-time', '10:00'],
  ['outcome', 'none'],
  ['reason', reason],
  ['referrerTold', 'yes'],
]

test('a decision that closes the contact, sent twice, is recorded once and answered the same', async () => {
  const address = await toDecide(7)
  const { get, post } = await signIn(web, staff.mash)
  const form = [...hidden((await get(address)).body), ...decided('Nothing was found')]
  const [first, again] = [await post(address, form), await post(address, form)]
  expect(first.statusCode).toBe(303)
  expect([again.statusCode, again.headers.location]).toEqual([303, first.headers.location])
  const { rows } = await web.services.pool.query(`select 1 from entry where record = 7 and step = 'decision'`)
  expect(rows).toHaveLength(1)
})

test('who decides second sees what the first decided, and keeps every word', async () => {
  const address = await toDecide(8)
  const [first, second] = [await signIn(web, staff.mash), await signIn(web, staff.manager)]
  const [mine, theirs] = [hidden((await first.get(address)).body), hidden((await second.get(address)).body)]
  expect((await first.post(address, [...mine, ...decided('Nothing was found')])).statusCode).toBe(303)
  const late = await second.post(address, [...theirs, ...decided('The school rang again')])
  expect(late.statusCode).toBe(409)
  expect(late.body).toContain('What is new since you opened this')
  expect(late.body).toContain('The school rang again')
  const insisted = await second.post(address, [...hidden(late.body), ...decided('The school rang again')])
  expect(insisted.statusCode).toBe(422)
  expect(insisted.body).toContain('this contact closed on 20 Nov 2026')
  expect(insisted.body).toContain('The school rang again')
})
