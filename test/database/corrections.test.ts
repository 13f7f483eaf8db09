/** Correcting what was recorded, through the pages: the right day of birth, an answer with what hangs on it, two at once. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moment } from '../../src/core/calendar/index.ts'
import type { Values } from '../../src/core/pathway/field.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { usual } from '../support/story.ts'
import { hidden, signIn, staff, startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
beforeAll(async () => {
  web = await startWeb()
})
afterAll(() => web?.close())

let next = 7
/** A child of whom these were recorded, in order; each `[pathway, step, values, episode]`. */
async function childWith(...told: readonly (readonly [string, string, Values, number | null])[]) {
  const record = next++
  const childId = mintChildId(record)
  const born = { as: 'child', forename: 'Wren', surname: 'Ashdown', born: '2018-05-03', sex: 'F', school: 1, childId }
  for (const [pathway, step, values, episode] of [['person', 'registered', born, null] as const, ...told]) {
    const hand = { author: staff.social, now: moment('2026-11-20T09:00:00.000Z'), act: randomUUID() }
    const part = { does: 'record', record, pathway, step, episode, values } as const
    const result = await web.services.recorder.record([part], hand)
    if (!result.ok) throw new Error(JSON.stringify(result))
  }
  return { record, address: (position: number) => `/children/${childId}/entries/${position}` }
}

type Fields = [string, string][]
/** What the form of a correction would post: hidden fields, and what it shows ticked, chosen and typed. */
function shownIn(html: string): Fields {
  const form = html.slice(html.indexOf('name="do" value="correct"') - 600, html.indexOf('Correct it'))
  const typed = [...form.matchAll(/<input class="govuk-input[^>]* name="([^"]+)"[^>]*?(?: value="([^"]*)")?[^>]*>/g)]
  const ticked = [...form.matchAll(/<input class="govuk-(?:radios|checkboxes)__input[^>]*>/g)].flatMap(([tag]) =>
    / checked/.test(tag)
      ? [[/ name="([^"]+)"/.exec(tag)![1]!, / value="([^"]+)"/.exec(tag)![1]!] as [string, string]]
      : [],
  )
  const long = [...form.matchAll(/<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</g)]
  return [
    ...hidden(form),
    ...[...typed, ...long].map(([, name, value]): [string, string] => [name!, value ?? '']),
    ...ticked,
  ]
}
const withAnswers = (fields: Fields, answers: Readonly<Record<string, string>>): Fields => [
  ...fields.filter(([name]) => !(name in answers)),
  ...Object.entries(answers),
]

describe('correcting', () => {
  test('a day of birth to an earlier one, though a school stands beside it that the form does not ask', async () => {
    const { record, address } = await childWith()
    const { get, post } = await signIn(web, staff.social)
    const fields = withAnswers(shownIn((await get(address(1))).body), {
      'born-year': '2016',
      correctReason: 'Mistyped',
    })
    const sent = await post(address(1), fields)
    expect(sent.statusCode).toBe(303)
    const { rows } = await web.services.pool.query('select born::text, school from person where record = $1', [record])
    expect(rows).toEqual([{ born: '2016-05-03', school: 1 }])
  })

  test('a conference from no plan to a plan, with the category that asks for; and back, without it', async () => {
    const { record, address } = await childWith(
      ['child-protection', 'transferIn', { notified: '2026-11-10', council: 'Another council', category: 'NEG' }, null],
      ['child-protection', 'initialConference', { held: '2026-11-18', ...usual.conference, outcome: 'none' }, 2],
    )
    const { get, post } = await signIn(web, staff.social)
    const answer = async (answers: Readonly<Record<string, string>>) =>
      post(address(3), withAnswers(shownIn((await get(address(3))).body), { correctReason: 'Mistyped', ...answers }))
    const bodies = async () =>
      (
        await web.services.pool.query('select body from content where record = $1 and position > 3 order by position', [
          record,
        ])
      ).rows.map(({ body }) => [body.field, body.value])
    expect((await answer({ [`outcome--${record}`]: 'plan', [`category--${record}`]: 'NEG' })).statusCode).toBe(303)
    expect(await bodies()).toEqual([
      ['category', 'NEG'],
      ['outcome', 'plan'],
    ])
    expect((await answer({ [`outcome--${record}`]: 'none' })).statusCode).toBe(303)
    expect((await bodies()).slice(2)).toEqual([
      ['outcome', 'none'],
      ['category', undefined],
    ])
    const two = await answer({ [`outcome--${record}`]: 'plan', [`category--${record}`]: 'NEG', quorate: 'no' })
    expect(two.statusCode).toBe(422)
    expect(two.body).toContain('one answer at a time')
  })

  test('when somebody else has corrected it meanwhile: it says so, and keeps what was typed', async () => {
    const { address } = await childWith([
      'child-protection',
      'transferIn',
      { notified: '2026-11-10', council: 'Another council', category: 'NEG' },
      null,
    ])
    const [mine, theirs] = [await signIn(web, staff.social), await signIn(web, staff.manager)]
    const [first, second] = [shownIn((await mine.get(address(2))).body), shownIn((await theirs.get(address(2))).body)]
    expect(
      (await mine.post(address(2), withAnswers(first, { council: 'North', correctReason: 'Heard' }))).statusCode,
    ).toBe(303)
    const clash = await theirs.post(address(2), withAnswers(second, { council: 'South', correctReason: 'Read' }))
    expect(clash.statusCode).toBe(422)
    expect(clash.body).toContain('Someone else has added to this record')
    expect(clash.body).toContain('South')
    const again = withAnswers(shownIn(clash.body), { council: 'South', correctReason: 'Read' })
    expect((await theirs.post(address(2), again)).statusCode).toBe(303)
  })

  test('a registration is not withdrawn while anything else is recorded: the child would be lost', async () => {
    const { address } = await childWith(['person', 'died', { died: '2026-11-18' }, 1])
    const { get, post } = await signIn(web, staff.social)
    const fields = withAnswers(hidden((await get(address(1))).body), {
      do: 'withdraw',
      withdrawReason: 'Another child',
    })
    const sent = await post(address(1), fields)
    expect(sent.statusCode).toBe(422)
    expect(sent.body).toContain('Other entries stand on this record')
    expect((await get(address(1))).statusCode).toBe(200)
  })
})
