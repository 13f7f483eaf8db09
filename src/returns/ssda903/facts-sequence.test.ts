import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neighbours, orderedBy, overlaps } from './facts-sequence.ts'

interface Span {
  readonly start: number
  readonly end: number
  readonly place: number
}

const day = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)
const spans = fc
  .array(fc.record({ start: day, end: day }), { maxLength: 8 })
  .map((list): Span[] => list.map((span, place) => ({ ...span, place })))

const start = (span: Span) => span.start
const end = (span: Span) => span.end
/** A missing day comes after every other. */
const notLater = (a: number, b: number) => Number.isNaN(b) || a <= b

describe('rows by their days', () => {
  test('keep every row, missing days last, and file order where all keys agree', () => {
    fc.assert(
      fc.property(spans, (rows) => {
        const ordered = orderedBy(rows, start, end)
        expect([...ordered].sort((a, b) => a.place - b.place)).toEqual(rows)
        for (const { before, row } of neighbours(ordered)) {
          expect(notLater(before.start, row.start)).toBe(true)
          if (!Object.is(before.start, row.start)) continue
          expect(notLater(before.end, row.end)).toBe(true)
          if (Object.is(before.end, row.end)) expect(before.place).toBeLessThan(row.place)
        }
      }),
    )
  })
})

describe('overlaps', () => {
  test('are the rows that begin before the end of any row ahead of them', () => {
    fc.assert(
      fc.property(spans, (rows) => {
        const ordered = orderedBy(
          rows.filter((row) => !Number.isNaN(row.start)),
          start,
        )
        const expected = ordered.filter((row, place) => ordered.slice(0, place).some((ahead) => row.start < ahead.end))
        const found = overlaps(ordered, start, end)
        expect(found.map(({ row }) => row)).toEqual(expected)
        for (const { row, running } of found) expect(row.start).toBeLessThan(running.end)
      }),
    )
  })
})
