import { describe, expect, test } from 'vitest'
import { englishCalendars, moment } from '../calendar/index.ts'
import { decide, decideCorrection } from '../pathway/decide.ts'
import { recordOf } from '../pathway/entries.test-help.ts'
import { fold } from '../pathway/fold.ts'
import { assemble } from '../pathway/house.ts'
import { register } from './register.ts'

const house = assemble({ pathways: [register], handovers: [], calendars: englishCalendars })
const hand = { author: 1, now: moment('2026-11-23T10:00:00.000Z'), act: '00000000-0000-4000-8000-000000000001' }
const identity = { as: 'child', surname: 'Ashdown', sex: 'F', childId: 'HW0000001' }

const history = (unborn: boolean) => {
  const record = recordOf('person')
  record.tell('registered', { ...identity, ...(unborn ? { expected: '2026-11-10' } : { born: '2020-05-03' }) })
  if (unborn) record.tell('born', { born: '2026-11-05', sex: 'F' })
  return fold(house, 1, record.entries)
}
const correct = (position: number, field: string, value: string, unborn = false) => {
  const made = decideCorrection(house, history(unborn), position, { field, value, reason: 'Mistyped' }, hand)
  return made.ok ? [] : made.problems.map((one) => [one.code, one.field])
}
const noted = (unborn: boolean, happened: string) => {
  const values = { happened, note: 'The midwife rang.' }
  const made = decide(house, history(unborn), { pathway: 'person', step: 'caseNote', episode: 1, values }, hand)
  return made.ok ? [] : made.problems.map((one) => [one.code, one.field])
}

describe('a day of birth that was wrong', () => {
  test.each(['2019-05-03', '2021-05-03'])('is corrected to an earlier day or a later: %s', (born) => {
    expect(correct(1, 'born', born)).toEqual([])
  })
  test('also that of a child who was known unborn', () => {
    expect(correct(2, 'born', '2026-11-04', true)).toEqual([])
    expect(correct(2, 'born', '2026-12-04', true)).toEqual([['field.future', 'born']])
  })
})

test('the child id never changes', () => {
  expect(correct(1, 'childId', 'HW0000002')).toEqual([['step.rule', 'childId']])
  expect(correct(1, 'surname', 'Ashdowne')).toEqual([])
})

test('what happened before the birth may be written down after it, of a child who was known unborn', () => {
  expect(noted(true, '2026-10-01')).toEqual([])
  expect(noted(false, '2020-05-02')).toEqual([['field.before-birth', 'happened']])
})
