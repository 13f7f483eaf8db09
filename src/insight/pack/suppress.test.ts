import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byBounds, byTrying, type Printed } from '../../../test/support/attack.ts'
import { type Count, printedCount, type Sum, suppress } from './suppress.ts'

const threshold = 5
const printed = (id: string, value: number): Count => ({ id, value, is: 'printed' })

/** What a reader sees of linked counts; every percentage of two printed counts is printed too. */
function asSeen(
  counts: readonly Count[],
  sums: readonly Sum[],
  shares: readonly (readonly [part: string, whole: string])[] = [],
  withheld = suppress(counts, sums, threshold),
): Printed {
  const numbers = new Map(
    counts.flatMap(({ id, value, is }) => (is === 'never' || withheld.has(id) ? [] : [[id, value]])),
  )
  return {
    numbers,
    withheld: [...withheld],
    unprinted: counts.filter(({ is }) => is === 'never').map(({ id }) => id),
    sums,
    percentages: shares.flatMap(([part, whole]) => {
      const [above, below] = [numbers.get(part), numbers.get(whole)]
      return above === undefined || !below ? [] : [{ part, whole, value: Math.round((above / below) * 1000) / 10 }]
    }),
  }
}

/** A table of counts with its totals by row, by column and overall. */
function table(rows: readonly (readonly number[])[], name = 't'): { counts: Count[]; sums: Sum[] } {
  const width = rows[0]?.length ?? 0
  const total = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0)
  const id = (r: number | 'all', c: number | 'all') => `${name} ${r} ${c}`
  const columns = Array.from({ length: width }, (_, c) => c)
  const counts = rows.flatMap((row, r) => row.map((value, c) => printed(id(r, c), value)))
  const sums: Sum[] = rows.map((_, r) => ({ whole: id(r, 'all'), parts: columns.map((c) => id(r, c)) }))
  for (const c of columns) {
    counts.push(printed(id('all', c), total(rows.map((row) => row[c] ?? 0))))
    sums.push({ whole: id('all', c), parts: rows.map((_, r) => id(r, c)) })
  }
  for (const [r, row] of rows.entries()) counts.push(printed(id(r, 'all'), total(row)))
  counts.push(printed(id('all', 'all'), total(rows.flat())))
  sums.push({ whole: id('all', 'all'), parts: rows.map((_, r) => id(r, 'all')) })
  return { counts, sums }
}

describe('small numbers', () => {
  test('1 to 4 are withheld, zero and 5 are shown', () => {
    const counts = [0, 1, 4, 5].map((value) => printed(`n${value}`, value))
    const withheld = suppress(counts, [], threshold)
    expect(counts.map((count) => printedCount(count, withheld))).toEqual(['0', 'c', 'c', '5'])
  })

  test('the one small number of a row takes the next smallest with it', () => {
    const counts = [printed('a', 3), printed('b', 20), printed('c', 9), printed('all', 32)]
    expect(suppress(counts, [{ whole: 'all', parts: ['a', 'b', 'c'] }], threshold)).toEqual(new Set(['a', 'c']))
  })

  test('two that add to little take their total too: 1 and 1 of 2 hide nothing', () => {
    const counts = [printed('a', 1), printed('b', 4), printed('all', 5)]
    expect(suppress(counts, [{ whole: 'all', parts: ['a', 'b'] }], threshold)).toEqual(new Set(['a', 'b', 'all']))
  })

  test('what is left of a whole is protected though it is printed nowhere', () => {
    const counts: Count[] = [printed('met', 98), printed('all', 100), { id: 'missed', value: 2, is: 'never' }]
    expect(suppress(counts, [{ whole: 'all', parts: ['met', 'missed'] }], threshold)).toEqual(new Set(['met']))
  })

  test('of two that would do, the one that gives way is withheld, though it is larger', () => {
    const counts: Count[] = [
      printed('in time', 120),
      { ...printed('in all', 122), givesWay: true },
      { id: 'others', value: 2, is: 'never' },
    ]
    const sums = [{ whole: 'in all', parts: ['in time', 'others'] }]
    expect(suppress(counts, sums, threshold)).toEqual(new Set(['in all']))
  })

  test('a count printed in two blocks is withheld in both', () => {
    const counts = [printed('here', 3), printed('there', 3)]
    expect(suppress(counts, [{ whole: 'here', parts: ['there'] }], threshold)).toEqual(new Set(['here', 'there']))
  })

  test('what was published cannot be withheld: this pack gives way instead', () => {
    const counts: Count[] = [
      { id: 'April to July', value: 40, is: 'published' },
      printed('April to September', 43),
      { id: 'August and September', value: 3, is: 'never' },
    ]
    const sums = [{ whole: 'April to September', parts: ['April to July', 'August and September'] }]
    expect(suppress(counts, sums, threshold)).toEqual(new Set(['April to September']))
  })

  test('nothing is withheld where nothing is small', () => {
    const { counts, sums } = table([
      [10, 0, 30],
      [7, 5, 60],
    ])
    expect(suppress(counts, sums, threshold).size).toBe(0)
  })

  test('the threshold is the council’s to raise', () => {
    const counts = [printed('a', 8), printed('b', 12), printed('all', 20)]
    const sums = [{ whole: 'all', parts: ['a', 'b'] }]
    expect(suppress(counts, sums, 5).size).toBe(0)
    expect(suppress(counts, sums, 10)).toEqual(new Set(['a', 'b']))
  })
})

/** Small numbers are frequent here, as in a small council. */
const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }))
const rows = (height: number, width: number) =>
  fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })

function expectNothingFound(seen: Printed, ceiling: number): void {
  for (const [id, { least, most }] of byBounds(seen, ceiling)) {
    if (!seen.withheld.includes(id)) continue
    expect(most - least + 1, `${id} lies between ${least} and ${most}`).toBeGreaterThanOrEqual(threshold)
  }
}

describe('an attack by a solver recovers nothing', () => {
  test('the solver is a match for tables that hide badly: it recovers what one withheld cell of a row would be', () => {
    const { counts, sums } = table([
      [3, 20],
      [30, 40],
    ])
    const seen = asSeen(counts, sums, [], new Set(['t 0 0']))
    expect(byBounds(seen, 200).get('t 0 0')).toEqual({ least: 3, most: 3 })
    expect([...(byTrying(seen, 200, threshold).get('t 0 0') ?? [])]).toEqual([3])
  })

  test('of a printed percentage and its whole, the withheld part', () => {
    const seen: Printed = {
      numbers: new Map([['all', 31]]),
      withheld: ['part'],
      unprinted: [],
      sums: [],
      percentages: [{ part: 'part', whole: 'all', value: 9.7 }],
    }
    expect([...(byTrying(seen, 31, threshold).get('part') ?? [])]).toEqual([3])
  })

  test('tables with totals by row and column, every set of whole numbers tried', () => {
    fc.assert(
      fc.property(rows(2, 3), (values) => {
        const { counts, sums } = table(values.map((row) => row.map((value) => Math.min(value, 9))))
        for (const [id, found] of byTrying(asSeen(counts, sums), 60, threshold)) {
          expect(found.size, `${id}: ${[...found]}`).toBeGreaterThanOrEqual(threshold)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('larger tables, by bounds', () => {
    fc.assert(
      fc.property(rows(5, 4), (values) => {
        const { counts, sums } = table(values)
        expectNothingFound(asSeen(counts, sums), 2000)
      }),
      { numRuns: 100 },
    )
  })

  test('met and missed over months, the year to date, rolling twelve months and a second pack, with percentages', () => {
    const month = fc.record({ met: count, missed: count })
    fc.assert(
      fc.property(fc.array(month, { minLength: 6, maxLength: 6 }), fc.integer({ min: 1, max: 4 }), (months, starts) => {
        const { counts, sums, shares } = periods(months, [
          ['rolling', 0, 5],
          ['year to date', starts, 6],
          ['the first pack’s year to date', starts, 5],
          ...months.map((_, i) => [`month ${i}`, i, i + 1] as const),
        ])
        expectNothingFound(asSeen(counts, sums, shares), 2000)
      }),
      { numRuns: 100 },
    )
  })

  test('a part within a part, every set of whole numbers tried', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(6), fc.nat(12), (within, older, none) => {
        const counts: Count[] = [
          printed('within two years', within),
          printed('ever', within + older),
          { id: 'older', value: older, is: 'never' },
          printed('plans', within + older + none),
          { id: 'first', value: none, is: 'never' },
        ]
        const sums: Sum[] = [
          { whole: 'ever', parts: ['within two years', 'older'] },
          { whole: 'plans', parts: ['ever', 'first'] },
        ]
        const shares = [
          ['within two years', 'plans'],
          ['ever', 'plans'],
        ] as const
        for (const [id, found] of byTrying(asSeen(counts, sums, shares), 40, threshold)) {
          expect(found.size, `${id}: ${[...found]}`).toBeGreaterThanOrEqual(threshold)
        }
      }),
      { numRuns: 100 },
    )
  })
})

/** Counts met and in all over runs of months that overlap, as a pack prints them: every run a sum of its months. */
function periods(
  months: readonly { readonly met: number; readonly missed: number }[],
  runs: readonly (readonly [name: string, from: number, to: number])[],
) {
  const counts: Count[] = months.flatMap(({ met, missed }, i) => [
    { id: `met ${i}`, value: met, is: 'never' as const },
    { id: `missed ${i}`, value: missed, is: 'never' as const },
  ])
  const sums: Sum[] = []
  for (const [name, from, to] of runs) {
    const inside = months.map((month, i) => ({ ...month, i })).slice(from, to)
    const met = inside.reduce((sum, one) => sum + one.met, 0)
    const missed = inside.reduce((sum, one) => sum + one.missed, 0)
    counts.push(printed(`${name} met`, met), printed(`${name} all`, met + missed))
    counts.push({ id: `${name} missed`, value: missed, is: 'never' })
    sums.push(
      { whole: `${name} met`, parts: inside.map(({ i }) => `met ${i}`) },
      { whole: `${name} missed`, parts: inside.map(({ i }) => `missed ${i}`) },
      { whole: `${name} all`, parts: [`${name} met`, `${name} missed`] },
    )
  }
  return { counts, sums, shares: runs.map(([name]) => [`${name} met`, `${name} all`] as const) }
}
