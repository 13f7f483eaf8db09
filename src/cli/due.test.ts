import { expect, test } from 'vitest'
import { dueCommand } from './due.ts'

test('15 working days after 23 May 2022 is 15 June 2022, with the days passed over', () => {
  const { text, code } = dueCommand(['2022-05-23', '15 working days'])
  expect(code).toBe(0)
  expect(text.split('\n')).toEqual([
    '2022-06-15  (Wednesday 15 June 2022)',
    '15 working days after Monday 23 May 2022, which is not counted.',
    '',
    'Passed over:',
    '  2022-05-28  Saturday 28 May 2022   Saturday',
    '  2022-05-29  Sunday 29 May 2022     Sunday',
    '  2022-06-02  Thursday 2 June 2022   Spring bank holiday',
    '  2022-06-03  Friday 3 June 2022     Platinum Jubilee bank holiday',
    '  2022-06-04  Saturday 4 June 2022   Saturday',
    '  2022-06-05  Sunday 5 June 2022     Sunday',
    '  2022-06-11  Saturday 11 June 2022  Saturday',
    '  2022-06-12  Sunday 12 June 2022    Sunday',
  ])
})

test('the length of time needs no quotes', () => {
  expect(dueCommand(['2022-05-23', '15', 'working', 'days'])).toEqual(dueCommand(['2022-05-23', '15 working days']))
})

test('a provisional answer says so', () => {
  expect(dueCommand(['2029-03-20', '15 working days']).text).toContain('not published yet')
})

test.each([
  [[], 'Write a day and a length of time, for example: heartwood due 2022-05-23 "15 working days"'],
  [['2022-05-23'], 'Write a day and a length of time, for example: heartwood due 2022-05-23 "15 working days"'],
  [
    ['2022-02-30', '1 day'],
    '2022-02-30 is not a real date. Write it as day, month and year, for example 15 June 2022.',
  ],
  [['2022-05-23', 'soon'], '“soon” is not a length of time. Write a number and a unit, for example “15 working days”.'],
])('%j is answered with a sentence and code 2', (args, text) => {
  expect(dueCommand(args)).toEqual({ text, code: 2 })
})
