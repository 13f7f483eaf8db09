import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noteRank, periodOf } from './periods.ts'

test.each([
  ['2022', 2022, 2022],
  ['202122', 2021, 2022],
  ['2021/22', 2021, 2022],
  ['2021-22', 2021, 2022],
  ['2021/2022', 2021, 2022],
  ['2016-17 (OT)', 2016, 2017],
  ['2018 (Rev)', 2018, 2018],
  ['1999-00', 1999, 2000],
  ['2014-16', 2014, 2016],
  ['2013/14-15/16', 2013, 2016],
  ['0', 0, 0],
])('%s is of the years %i to %i', (label, starts, ends) => {
  expect(periodOf(` ${label} `)).toMatchObject({ label, starts, ends })
})

test.each(['', 'abc', '22', '202204', '2021-21', '2021-20', '99999', '2021 to 2022', '(Rev)'])(
  '“%s” is no period',
  (label) => {
    expect(periodOf(label)).toBeUndefined()
  },
)

test('labels for the same years are the same in plain, and a part of a year is not the year', () => {
  const plain = (text: string, part = ''): string | undefined => periodOf(text, part)?.plain
  fc.assert(
    fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
      const next = String((year + 1) % 100).padStart(2, '0')
      const all = [`${year}${next}`, `${year}/${next}`, `${year}-${next}`, `${year}-${next} (OT)`].map((one) =>
        plain(one),
      )
      expect(new Set(all).size).toBe(1)
      expect(plain(`${year}${next}`, 'Autumn term')).not.toBe(all[0])
      expect(plain(String(year))).not.toBe(all[0])
    }),
  )
})

test('of several labels for the same years the plainest and most final comes first', () => {
  const labels = ['2018 (prov)', '2018 (Rev)', '2018', '2018 (Final)']
  expect(labels.toSorted((a, b) => noteRank(a) - noteRank(b))).toEqual([
    '2018',
    '2018 (Final)',
    '2018 (Rev)',
    '2018 (prov)',
  ])
})
