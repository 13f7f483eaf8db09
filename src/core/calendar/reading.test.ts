import { describe, expect, test } from 'vitest'
import { dayFromParts, parseDay, parseMoment } from './reading.ts'

const codeOf = (read: { ok: true } | { ok: false; code: string }) => (read.ok ? 'ok' : read.code)

describe('a day typed in one box', () => {
  test.each([
    ['2022-06-15', '2022-06-15'],
    ['15/6/2022', '2022-06-15'],
    ['03/04/2022', '2022-04-03'],
    ['15.06.2022', '2022-06-15'],
    ['15 6 2022', '2022-06-15'],
    [' 15 June 2022 ', '2022-06-15'],
    ['1st sept 2022', '2022-09-01'],
    ['Wednesday 15 June 2022', '2022-06-15'],
    ['29/2/2024', '2024-02-29'],
  ])('%j is read as %s', (text, day) => {
    expect(parseDay(text)).toEqual({ ok: true, value: day })
  })

  test.each(['30/2/2022', '2022-02-30', '29/2/2023', '15/6/22', '6/15/2022', '15 Ju 2022', '0/1/2022', 'today', ''])(
    '%j is not a real date',
    (text) => {
      expect(codeOf(parseDay(text))).toBe('day.not-real')
    },
  )

  test('the sentence repeats what was typed and shows how to write it', () => {
    expect(parseDay('30 February 2022')).toMatchObject({
      says: '30 February 2022 is not a real date. Write it as day, month and year, for example 15 June 2022.',
    })
  })

  test.each(['31/12/1899', '2101-01-01'])('%s is outside the years', (text) => {
    expect(codeOf(parseDay(text))).toBe('day.out-of-range')
  })

  test('the first and last days of the calendar are inside', () => {
    expect(codeOf(parseDay('1/1/1900'))).toBe('ok')
    expect(codeOf(parseDay('31/12/2100'))).toBe('ok')
  })

  test('a pasted page does not fill the message', () => {
    const read = parseDay('x'.repeat(5000))
    expect(read.ok ? 0 : read.says.length).toBeLessThan(200)
  })
})

describe('a day typed in three boxes', () => {
  test.each([
    ['15', '6', '2022'],
    ['15', '06', '2022'],
    [' 15', 'june ', '2022'],
    ['15', 'Jun', '2022'],
  ])('%j %j %j is 15 June 2022', (d, m, y) => {
    expect(dayFromParts(d, m, y, 'Date held')).toEqual({ ok: true, value: '2022-06-15' })
  })

  test.each([
    ['', '6', '2022', 'day'],
    ['15', ' ', '2022', 'month'],
    ['15', '6', '', 'year'],
    ['', '', '2022', 'day and month'],
    ['', '', '', 'day, month and year'],
  ])('%j %j %j names what is missing: %s', (d, m, y, missing) => {
    expect(dayFromParts(d, m, y, 'Date held')).toMatchObject({
      code: 'day.incomplete',
      says: `Date held must include a ${missing}.`,
    })
  })

  test.each([
    ['30', '2', '2022'],
    ['15', '13', '2022'],
    ['15', '6', '22'],
    ['1.5', '6', '2022'],
    ['15', 'Brumaire', '2022'],
  ])('%j %j %j is not a real date', (d, m, y) => {
    expect(codeOf(dayFromParts(d, m, y, 'Date held'))).toBe('day.not-real')
  })
})

describe('a day and a time', () => {
  test.each([
    ['2022-05-23 16:30', '2022-05-23T15:30:00.000Z'],
    ['2022-05-23T16:30', '2022-05-23T15:30:00.000Z'],
    ['23/5/2022, 4.30pm', '2022-05-23T15:30:00.000Z'],
    ['23 May 2022 at 4pm', '2022-05-23T15:00:00.000Z'],
    ['23 January 2022 12am', '2022-01-23T00:00:00.000Z'],
    ['23 January 2022 12:05pm', '2022-01-23T12:05:00.000Z'],
  ])('%j is %s', (text, moment) => {
    expect(parseMoment(text)).toEqual({ ok: true, value: moment })
  })

  test.each(['2022-05-23', '23 May 2022', '2022-05-23 24:30', '2022-05-23 16:75', '2022-05-23 13pm', '16:30'])(
    '%j has no time that clocks show',
    (text) => {
      expect(codeOf(parseMoment(text))).toBe('moment.not-understood')
    },
  )

  test('the day is checked as a day', () => {
    expect(codeOf(parseMoment('30/2/2022 16:30'))).toBe('day.not-real')
  })
})
