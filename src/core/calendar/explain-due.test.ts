import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainDue } from './explain-due.ts'

test('an answer tells the day, the reckoning and what was passed over', () => {
  const answer = explainDue('2022-05-31', '3 working days')
  expect(answer).toEqual({
    ok: true,
    value: {
      due: '2022-06-07',
      dueInWords: 'Tuesday 7 June 2022',
      reckoning: '3 working days after Tuesday 31 May 2022, which is not counted',
      passedOver: [
        { day: '2022-06-02', why: 'Spring bank holiday' },
        { day: '2022-06-03', why: 'Platinum Jubilee bank holiday' },
        { day: '2022-06-04', why: 'Saturday' },
        { day: '2022-06-05', why: 'Sunday' },
      ],
    },
  })
})

test('hours tell the moment too', () => {
  expect(explainDue('2022-06-15 16:00', '2 hub hours')).toMatchObject({
    value: {
      due: '2022-06-16',
      at: '2022-06-16T09:00:00.000Z',
      dueInWords: 'Thursday 16 June 2022 at 10am',
      reckoning: '2 hub hours after Wednesday 15 June 2022 at 4pm',
    },
  })
})

test('an answer that may change says why', () => {
  expect(explainDue('2029-03-20', '15 working days')).toMatchObject({
    value: { caution: expect.stringContaining('bank holidays of 2029 are not published yet') },
  })
  expect(explainDue('2022-05-23', '5 school days')).toMatchObject({
    value: { caution: expect.stringContaining('terms of the school are not known') },
  })
})

test.each([
  ['30/2/2022', '15 working days', 'day.not-real'],
  ['2022-05-23', 'a while', 'duration.not-understood'],
  ['2022-05-23', '2 hours', 'moment.not-understood'],
  ['2100-06-01', '9999 working days', 'duration.too-long'],
  ['1900-06-01', '9999 days before', 'duration.too-long'],
  ['2022-05-23', '9999 years', 'duration.too-long'],
  ['2100-12-31 16:00', '9999 hub hours', 'duration.too-long'],
])('%s and %s is answered with %s', (from, duration, code) => {
  expect(explainDue(from, duration)).toMatchObject({ ok: false, code })
})

test('whatever is typed, there is an answer or a sentence', () => {
  const units = fc.constantFrom('working days', 'school days', 'days', 'weeks', 'months', 'years', 'hours', 'hub hours')
  const length = fc
    .tuple(fc.integer({ min: 0, max: 9999 }), units, fc.constantFrom('', ' before'))
    .map(([n, unit, before]) => `${n} ${unit}${before}`)
  const time = fc.constantFrom('', ' 00:00', ' 16:30', ' 23:59')
  const typed = fc
    .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1890, max: 2110 }), time)
    .map(([d, m, y, t]) => `${d}/${m}/${y}${t}`)
  fc.assert(
    fc.property(fc.oneof(typed, fc.string()), fc.oneof(length, fc.string()), (from, duration) => {
      const answer = explainDue(from, duration)
      expect(answer.ok ? answer.value.dueInWords : answer.says).toMatch(/\w/)
    }),
    { numRuns: 1500 },
  )
})
