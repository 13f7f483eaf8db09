import { expect, test } from 'vitest'
import { day } from '../../core/calendar/index.ts'
import type { Measure } from '../../core/measures/index.ts'
import { measures } from '../../services/index.ts'
import { lastYearOut, yearEnding } from './comparison.ts'
import { partOf } from './parts.ts'
import { sentenceOf } from './sentence.ts'
import { datesOf, periodsOf } from './sums.ts'

const measure = (id: string): Measure => measures.find((one) => one.id === id)!
const share = measure('re-referrals-12-months')
const { yearToDate, rolling } = periodsOf('period', day('2022-07-21'))
const part = (numerator: number, denominator: number, of = share) => partOf(of, rolling, { numerator, denominator })

test('a share, a number and nothing to divide by, as they are printed', () => {
  expect(part(226, 1000)).toMatchObject({ value: 22.6, printed: '22.6%' })
  expect(part(1, 3)).toMatchObject({ value: 33.3, printed: '33.3%' })
  expect(part(0, 0)).toMatchObject({ value: null, printed: 'none yet' })
  expect(partOf(measure('referrals'), rolling, { numerator: 4505, denominator: 0 })).toMatchObject({
    denominator: null,
    value: 4505,
    printed: '4,505',
  })
})

test('a rate: of twelve months as it is, of part of a year as for a year; none without a population', () => {
  const rate = measure('referrals-rate')
  const sum = { numerator: 4505, denominator: 0 }
  expect(partOf(rate, rolling, sum, { population: 80_981 })).toMatchObject({
    value: 556.3,
    printed: '556.3 per 10,000',
  })
  // 112 days of 365.
  expect(partOf(rate, yearToDate, { numerator: 1382, denominator: 0 }, { population: 80_981 }).value).toBe(556.2)
  expect(partOf(rate, rolling, sum)).toMatchObject({ value: null, printed: 'population not loaded' })
})

test('a number at a date over twelve month ends is their mean, and a share pools them', () => {
  const { rolling: ends } = periodsOf('date', day('2022-07-21'))
  expect(datesOf(ends)).toHaveLength(12)
  expect(datesOf(ends).at(-1)).toBe('2022-06-30')
  expect(partOf(measure('children-on-plans'), ends, { numerator: 6126, denominator: 0 }, { dates: 12 }).printed).toBe(
    '511',
  )
  expect(
    partOf(measure('plans-two-years-open'), ends, { numerator: 226, denominator: 6126 }, { dates: 12 }).printed,
  ).toBe('3.7%')
})

test('the sentence is true of what is printed, not of what was rounded away', () => {
  const said = (now: number, before: number, target: number | null, of = share) =>
    sentenceOf(
      of,
      { yearToDate: part(0, 0), rolling: part(now, 10_000, of), lastYear: part(before, 10_000, of) },
      target,
    )
  expect(said(2370, 2300, 24)).toBe('Better than the target; worse than last year.')
  expect(said(2400, 2404, 24)).toBe('The same as the target; the same as last year.')
  expect(said(8930, 8920, 90, measure('assessments-45-from-start'))).toBe(
    'Worse than the target; better than last year.',
  )
  expect(said(100, 90, null, measure('referrals-no-further-action'))).toBe('Higher than last year.')
  const empty = { yearToDate: part(0, 0), rolling: part(0, 0), lastYear: part(0, 0) }
  expect(sentenceOf(share, empty, 24)).toBe('Nothing to count yet.')
  expect(sentenceOf(share, { ...empty, rolling: part(1, 2) }, null)).toMatch('no target, and nothing earlier')
})

test('the year that is out: from November after it ended', () => {
  expect(lastYearOut(day('2022-07-21'))).toBe(2021)
  expect(lastYearOut(day('2022-10-31'))).toBe(2021)
  expect(lastYearOut(day('2022-11-01'))).toBe(2022)
})

test.each([
  ['2021', 2021],
  ['2021 (Rev)', 2021],
  ['2020-21', 2021],
  ['2020/21', 2021],
  ['202021', 2021],
  ['Autumn', undefined],
])('the year that %s ends in', (period, year) => {
  expect(yearEnding(period)).toBe(year)
})
