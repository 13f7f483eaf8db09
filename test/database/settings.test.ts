import { afterAll, beforeAll, expect, test } from 'vitest'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web?.close())

const since = [
  ['since-day', '1'],
  ['since-month', '12'],
  ['since-year', '2026'],
] as const

test('a limit is set from a day, in words; what was set before stays', async () => {
  const { get, post } = await signIn(web, staff.mash)
  const fields = hidden((await get('/settings/mash.decision')).body)
  const set = async (value: string) => post('/settings/mash.decision', [...fields, ['value', value], ...since])
  expect((await set('2 working days')).statusCode).toBe(303)
  web.setNow('2026-11-23T10:05:00.000Z')
  expect((await set('3 working days')).statusCode).toBe(303)
  const page = await get('/settings/mash.decision')
  expect(page.body).toContain('2 working days')
  expect(page.body).toContain('3 working days')
  const { settings } = web.services
  expect(settings.duration('mash.decision', '2026-11-30' as never)).toBeUndefined()
  expect(settings.duration('mash.decision', '2026-12-01' as never)).toEqual({ count: 3, unit: 'working days' })
})

test('what cannot be a limit is said beside the field, and what was typed is kept', async () => {
  const { get, post } = await signIn(web, staff.mash)
  const fields = hidden((await get('/settings/mash.check.red')).body)
  const wrong = await post('/settings/mash.check.red', [
    ...fields,
    ['value', '2 working days'],
    ...since.slice(0, 2),
    ['since-year', ''],
  ])
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('cannot be counted in that unit')
  expect(wrong.body).toContain('must include a year')
  expect(wrong.body).toContain('value="2 working days"')
})

test('a colour that white text cannot be read on is refused; a good one is drawn at once', async () => {
  const { get, post } = await signIn(web, staff.mash)
  const fields = hidden((await get('/settings/council.colour')).body)
  const today = [
    ['since-day', '1'],
    ['since-month', '11'],
    ['since-year', '2026'],
  ] as const
  expect((await post('/settings/council.colour', [...fields, ['value', '#ffee00'], ...today])).statusCode).toBe(422)
  expect((await post('/settings/council.colour', [...fields, ['value', '#4b2e83'], ...today])).statusCode).toBe(303)
  expect((await get('/settings')).body).toContain('--heartwood-council-colour:#4b2e83')
})

test('those who do not answer for the service read local policy and cannot change it', async () => {
  const { get, post } = await signIn(web, staff.social)
  const page = await get('/settings/mash.decision')
  expect(page.statusCode).toBe(200)
  expect(page.body).not.toContain('New value')
  const fields = hidden(page.body)
  expect((await post('/settings/mash.decision', [...fields, ['value', '5 working days'], ...since])).statusCode).toBe(
    403,
  )
  expect((await get('/settings/no.such.key')).statusCode).toBe(404)
})
