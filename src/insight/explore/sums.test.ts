/** The sums over any facts, held against plain addition; and what must not change a figure. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day, dayNumber, monthOf, monthsOf } from '../../core/calendar/index.ts'
import { type Measure, stockOfSpans } from '../../core/measures/index.ts'
import { share } from '../../core/measures/over-periods.ts'
import { type Columns, emptyColumns } from './columns.ts'
import { factAdder } from './loading.ts'
import { behind, cubeOf, figureOf, groupsOf, monthsOfMeasure, rollingAndYearToDate } from './sums.ts'

const about = {
  title: 'Title',
  service: 'mash',
  numerator: 'those',
  better: 'higher',
  source: 'Local',
  comparable: null,
  decimals: 1,
} as const
const events: Measure = share({ ...about, id: 'events', denominator: 'all', target: null }, () => [])
const present: Measure = stockOfSpans({ ...about, id: 'present' }, () => [])
const other: Measure = share({ ...about, id: 'other', denominator: 'all', target: null }, () => [])

const first = day('2024-01-01')
const last = day('2025-12-31')

interface Given {
  readonly record: number
  readonly day: Day
  readonly team: number
  readonly numerator: 0 | 1
}

const fact: fc.Arbitrary<Given> = fc.record({
  record: fc.integer({ min: 1, max: 6 }),
  day: fc.integer({ min: 0, max: 730 }).map((days) => addDays(first, days)),
  team: fc.integer({ min: 1, max: 4 }),
  numerator: fc.constantFrom(0, 1),
})
const facts = fc.array(fact, { maxLength: 60 })

function columnsOf(given: readonly Given[], more: readonly Given[] = []): Columns {
  const columns = emptyColumns([events, present, other])
  for (const record of [1, 2, 3, 4, 5, 6])
    columns.children.set({
      record,
      born: addDays(day('2016-06-15'), record * 400),
      sex: record % 2 === 0 ? 'F' : 'M',
      ethnicity: 'WBRI',
      school: null,
    })
  const add = factAdder(columns)
  const put = (measure: Measure, list: readonly Given[]): void =>
    list.forEach((one, key) => {
      const { record, numerator } = one
      const team = columns.teams.codeOf(one.team)
      add(columns.measures.get(measure.id)!, record, { key, day: dayNumber(one.day), numerator, denominator: 1, team })
    })
  put(events, given)
  put(other, more)
  return columns
}

const add = (given: readonly Given[]) => ({
  numerator: given.reduce((sum, one) => sum + one.numerator, 0),
  denominator: given.length,
})
const period = { from: day('2024-07-09'), to: day('2025-06-20') }
const inside = (given: readonly Given[], { from, to }: { from: Day; to: Day }) =>
  given.filter((one) => one.day >= from && one.day <= to)

describe('over a period', () => {
  test('a figure, its months and its groups are plain sums', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const columns = columnsOf(given)
        expect(figureOf(columns, events, period)).toEqual(add(inside(given, period)))
        const whole = { from: first, to: last }
        expect(monthsOfMeasure(columns, events, whole)).toEqual(
          monthsOf(whole).map((month) => ({ month: month.from, ...add(inside(given, month)) })),
        )
        for (const { code, ...sum } of groupsOf(columns, events, period, 'team'))
          expect(sum).toEqual(add(inside(given, period).filter((one) => one.team === columns.teams.values[code])))
        expect(behind(columns, events, period)).toHaveLength(inside(given, period).length)
      }),
    )
  })

  test('splitting a team changes no total, in the figure, the groups or the cube', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const split = given.map((one) => (one.team === 1 && one.record % 2 === 0 ? { ...one, team: 9 } : one))
        const [before, after] = [columnsOf(given), columnsOf(split)]
        expect(figureOf(after, events, period)).toEqual(figureOf(before, events, period))
        const total = (columns: Columns) =>
          groupsOf(columns, events, period, 'team').reduce((sum, one) => sum + one.denominator, 0)
        expect(total(after)).toBe(total(before))
        const cubeTotal = (columns: Columns) => cubeOf(columns, period).numerator.reduce((sum, one) => sum + one, 0)
        expect(cubeTotal(after)).toBe(cubeTotal(before))
      }),
    )
  })

  test('facts of another measure, and of days outside, change nothing', () => {
    fc.assert(
      fc.property(facts, facts, (given, more) => {
        const outside = more.filter((one) => one.day < period.from || one.day > period.to)
        expect(figureOf(columnsOf([...given, ...outside], more), events, period)).toEqual(
          figureOf(columnsOf(given), events, period),
        )
      }),
    )
  })

  test('what is taken back counts nowhere', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const columns = columnsOf(given)
        const marked = new Uint8Array(columns.children.length)
        marked[columns.children.indexOf.get(3)!] = 1
        columns.measures.get('events')!.takeBack(marked)
        const left = given.filter((one) => one.record !== 3)
        expect(figureOf(columns, events, period)).toEqual(add(inside(left, period)))
        expect(behind(columns, events, period).some((one) => one.record === 3)).toBe(false)
        expect(groupsOf(columns, events, period, 'sex').reduce((sum, one) => sum + one.denominator, 0)).toBe(
          inside(left, period).length,
        )
      }),
    )
  })

  test('windows of the cube are sums of its months', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const columns = columnsOf(given)
        const cube = cubeOf(columns, { from: first, to: last })
        const { rolling, yearToDate } = rollingAndYearToDate(cube)
        const width = cube.teams.length
        for (const month of [0, 3, 11, 12, 23]) {
          const to = monthsOf({ from: first, to: last })[month]!.to
          const over = (of: Int32Array) =>
            of.subarray(month * width, (month + 1) * width).reduce((sum, one) => sum + one, 0)
          const twelve = monthsOf({ from: first, to })[Math.max(0, month - 11)]!.from
          expect(over(rolling.denominator)).toBe(inside(given, { from: twelve, to }).length)
          const april = to >= '2025-04-01' ? day('2025-04-01') : to >= '2024-04-01' ? day('2024-04-01') : first
          expect(over(yearToDate.denominator)).toBe(inside(given, { from: april, to }).length)
        }
      }),
    )
  })
})

describe('at a date', () => {
  /** One child, present from a day until another. */
  function staying(from: Day, until: Day | null): Columns {
    const columns = emptyColumns([present])
    columns.children.set({ record: 1, born: day('2019-03-10'), sex: 'F', ethnicity: 'WBRI', school: null })
    const put = factAdder(columns)
    const one = columns.measures.get('present')!
    put(one, 1, { key: 1, day: dayNumber(from), numerator: 1, denominator: 1, team: 0 })
    if (until !== null) put(one, 1, { key: 2, day: dayNumber(until), numerator: -1, denominator: -1, team: 0 })
    return columns
  }

  test('a child counts from the day on and until the day, and is behind the figure on those days alone', () => {
    const columns = staying(day('2024-02-10'), day('2024-05-10'))
    const on = (text: string) => ({ from: day(text), to: day(text) })
    expect(figureOf(columns, present, on('2024-02-09')).numerator).toBe(0)
    expect(figureOf(columns, present, on('2024-02-10')).numerator).toBe(1)
    expect(figureOf(columns, present, on('2024-05-09')).numerator).toBe(1)
    expect(figureOf(columns, present, on('2024-05-10')).numerator).toBe(0)
    expect(behind(columns, present, on('2024-03-01'))).toHaveLength(1)
    expect(behind(columns, present, on('2024-06-01'))).toEqual([])
  })

  test('is of the age of the date: a birthday moves a child from one band to the next, and from no total', () => {
    const columns = staying(day('2024-01-10'), null)
    const ages = (text: string) => groupsOf(columns, present, monthOf(day(text)), 'age').map((one) => one.code)
    expect(ages('2024-02-01')).not.toEqual(ages('2024-03-01'))
    expect(ages('2024-02-01')).toHaveLength(1)
    const [five] = ages('2024-03-01')
    const months = monthsOfMeasure(
      columns,
      present,
      { from: day('2024-01-01'), to: day('2024-04-30') },
      { by: 'age', code: five! },
    )
    expect(months.map((one) => one.numerator)).toEqual([0, 0, 1, 1])
  })
})
