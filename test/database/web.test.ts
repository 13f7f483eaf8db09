import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web?.close())

const childId = mintChildId(7)
const register = () =>
  web.services.recorder.record(
    [
      {
        does: 'record',
        record: 7,
        pathway: 'person',
        step: 'registered',
        episode: null,
        values: { as: 'child', forename: 'Wren', surname: 'Ashdown', born: '2018-05-03', sex: 'F', childId },
      },
    ],
    { author: staff.mash, now: moment('2026-11-20T09:00:00.000Z'), act: randomUUID() },
  )

describe('the web', () => {
  test('nothing is shown to anyone who has not signed in', async () => {
    const response = await web.app.inject({ method: 'GET', url: `/children/${childId}` })
    expect(response.statusCode).toBe(303)
    expect(response.headers.location).toContain('/sign-in')
  })

  test('a child’s page, and a contact recorded from it', async () => {
    await register()
    const { get, post } = await signIn(web, staff.mash)
    const page = await get(`/children/${childId}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Wren Ashdown')
    const form = await get(`/children/${childId}/record/mash/contact`)
    expect(form.statusCode).toBe(200)
    const fields = hidden(form.body)
    const wrong = await post(`/children/${childId}/record/mash/contact`, [
      ...fields,
      ['worry', 'Bruises seen at nursery'],
    ])
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Answer “When did it come in?”')
    expect(wrong.body).toContain('Bruises seen at nursery')
    const right = await post(`/children/${childId}/record/mash/contact`, [
      ...fields,
      ['received-day', '23'],
      ['received-month', '11'],
      ['received-year', '2026'],
      ['received-time', '9:15'],
      ['kind', 'worry'],
      ['source', '2A'],
      ['takenBy', 'hub'],
      ['worry', 'Bruises seen at nursery'],
      ['familyKnows', 'no'],
    ])
    expect(right.statusCode).toBe(303)
    const episode = await get(String(right.headers.location))
    expect(episode.body).toContain('Bruises seen at nursery')
    expect(episode.body).toContain('Decision on the contact')
    const { rows } = await web.services.pool.query(
      'select what, count(*)::int as times from access_log group by what order by what',
    )
    expect(rows.map((row) => row.what)).toEqual(['child-page', 'child-record', 'siblings'])
  })

  test('pages asked for at the same moment: each its own, each in the log, and one that cannot be read alone fails', async () => {
    const { get } = await signIn(web, staff.mash)
    const logged = async () => {
      const { rows } = await web.services.pool.query<{ detail: string; times: number }>(
        `select detail, count(*)::int as times from access_log where what = 'child-page' group by detail order by detail`,
      )
      return new Map(rows.map(({ detail, times }) => [detail, times]))
    }
    const before = (await logged()).get(childId) ?? 0
    const nobody = mintChildId(8)
    const pages = await Promise.all([childId, nobody, childId, '%00', childId].map((id) => get(`/children/${id}`)))
    expect(pages.map((page) => page.statusCode)).toEqual([200, 404, 200, 400, 200])
    expect(pages.filter((page) => page.body.includes('Wren Ashdown'))).toHaveLength(3)
    const after = await logged()
    expect([after.get(childId), after.get(nobody)]).toEqual([before + 3, 1])
  })
})
