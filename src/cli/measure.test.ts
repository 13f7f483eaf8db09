import { expect, test } from 'vitest'
import { day, moment } from '../core/calendar/index.ts'
import type { Standing } from '../insight/standing/index.ts'
import { measures } from '../services/index.ts'
import { asJson, inWords, listOf, understand } from './measure.ts'

const now = moment('2026-11-23T09:00:00.000Z')
const measure = measures.find(({ id }) => id === 're-referrals-12-months')!
const part = (title: string, numerator: number, value: number) => ({
  period: { from: day('2022-04-01'), to: day('2022-07-21'), title },
  numerator,
  denominator: 1000,
  value,
  printed: `${value}%`,
})
const standing: Standing = {
  measure,
  asAt: day('2022-07-21'),
  yearToDate: part('2022-23 to date', 226, 22.6),
  rolling: part('July 2021 to June 2022', 237, 23.7),
  lastYear: part('July 2020 to June 2021', 240, 24),
  target: 24,
  comparison: {
    series: 'ReReferral',
    area: '331',
    period: '2021',
    value: 25.2,
    neighbours: { model: '2021-04', mean: 21.4, published: 10, areas: [] },
    region: null,
    england: { code: '970', name: 'England', value: 22.7, marker: null },
    rank: { position: 9, of: 11 },
  },
  noComparator: null,
  sentence: 'Better than the target; better than last year.',
}

test('the JSON has the keys other programs count on', () => {
  expect(asJson(standing)).toMatchObject({
    measure: 're-referrals-12-months',
    unit: '%',
    date: '2022-07-21',
    yearToDate: {
      from: '2022-04-01',
      to: '2022-07-21',
      period: '2022-23 to date',
      numerator: 226,
      denominator: 1000,
      value: 22.6,
    },
    rolling: { value: 23.7, printed: '23.7%' },
    lastYear: { value: 24 },
    target: 24,
    comparators: {
      series: 'ReReferral',
      area: '331',
      period: '2021',
      value: 25.2,
      england: 22.7,
      rank: { position: 9, of: 11 },
    },
    noComparator: null,
    definition: { numerator: measure.numerator, denominator: measure.denominator },
  })
})

test('in words: every figure with its own period', () => {
  const lines = inWords(standing).split('\n')
  expect(lines).toContain('Year to date: 22.6% (226 of 1000), 2022-23 to date')
  expect(lines).toContain('Target: 24%')
  expect(lines).toContain('Published for 2021 (ReReferral): 25.2')
  expect(lines).toContain('  Statistical neighbours, mean: 21.4%')
  expect(lines.at(-2)).toBe('Better than the target; better than last year.')
  expect(inWords({ ...standing, comparison: null, noComparator: 'none published' })).toContain(
    'Published: none published',
  )
})

test('an id that is not known is answered with the nearest', () => {
  const asked = understand(['rereferrals', '--date', '2022-07-21'], now)
  expect(asked).toMatchObject({ ok: false, code: 'measure.unknown' })
  expect(asked.ok ? '' : asked.says).toContain('re-referrals-12-months')
  const other = understand(['repeat-plan-ever'], now)
  expect(other.ok ? '' : other.says).toContain('Nearest are repeat-plans-ever,')
})

test('today where no date is given; what is not understood is refused', () => {
  expect(understand(['repeat-plans-ever', '--format', 'json'], now)).toMatchObject({
    ok: true,
    value: { measure: { id: 'repeat-plans-ever' }, date: '2026-11-23', json: true },
  })
  expect(understand(['--list'], now)).toMatchObject({ ok: true, value: { measure: null } })
  for (const args of [[], ['a', 'b'], ['repeat-plans-ever', '--list'], ['repeat-plans-ever', '--format', 'xml']])
    expect(understand(args, now)).toMatchObject({ ok: false, code: 'start.option' })
  expect(understand(['repeat-plans-ever', '--date', '2022-02-30'], now)).toMatchObject({
    ok: false,
    code: 'day.not-real',
  })
})

test('the list has every measure, a line each', () => {
  expect(listOf(measures, false).trimEnd().split('\n')).toHaveLength(measures.length)
  expect(JSON.parse(listOf(measures, true))).toContainEqual({
    id: 'children-on-plans-rate',
    title: 'Children on a child protection plan for every 10,000 children',
    service: 'child-protection',
    kind: 'rate',
    unit: 'per 10,000',
  })
})
