/** Who belongs to a child, from either end of a relationship. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import type { Values } from '../../src/core/pathway/field.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web?.close())

const tell = async (record: number, step: string, values: Values) => {
  const part = {
    does: 'record',
    record,
    pathway: 'person',
    step,
    episode: step === 'registered' ? null : 1,
    values,
  } as const
  const hand = { author: staff.social, now: moment('2026-11-20T09:00:00.000Z'), act: randomUUID() }
  expect(await web.services.recorder.record([part], hand)).toMatchObject({ ok: true })
}
const rowAbout = (html: string, name: string): string =>
  html
    .slice(html.indexOf('aria-label="Family"'))
    .split('<tr')
    .find((row) => row.includes(name))!

test('a mother told on the child’s record is a mother there, and the child her daughter on hers', async () => {
  const [child, mother] = [7, 8]
  await tell(child, 'registered', {
    as: 'child',
    forename: 'Wren',
    surname: 'Ashdown',
    born: '2018-05-03',
    sex: 'F',
    childId: mintChildId(child),
  })
  await tell(mother, 'registered', {
    as: 'adult',
    forename: 'Ivy',
    surname: 'Marlow',
    sex: 'F',
    childId: mintChildId(mother),
  })
  await tell(child, 'related', { person: mother, kind: 'mother', responsibility: 'mother' })
  const { get } = await signIn(web, staff.social)
  const ofChild = rowAbout((await get(`/children/${mintChildId(child)}/family`)).body, 'Ivy Marlow')
  expect(ofChild).toContain('Mother')
  expect(ofChild).toContain('Yes')
  const ofMother = rowAbout((await get(`/children/${mintChildId(mother)}/family`)).body, 'Wren Ashdown')
  expect(ofMother).toContain('Daughter')
  expect(ofMother).toContain('No')
})
