import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Random, stream, weighted } from './random.ts'

const drawn = (random: Random, count: number) => Array.from({ length: count }, () => random.uint32())

describe('randomness', () => {
  test('is the same for the same seed and keys, today and next year', () => {
    expect(drawn(stream(1, 'family', 17), 4)).toMatchInlineSnapshot(`
      [
        1126641431,
        2110226349,
        3052136129,
        2496748071,
      ]
    `)
    expect(drawn(stream(1, 'family', 17), 100)).toEqual(drawn(stream(1, 'family', 17), 100))
  })

  test('differs between streams', () => {
    const keys: (number | string)[][] = [['a'], ['b'], ['a', 'b'], ['ab'], ['a', 0], ['a', 1], [], [0], [1], ['1']]
    const firsts = keys.flatMap((key) => [1, 2].map((seed) => stream(seed, ...key).uint32()))
    expect(new Set(firsts).size).toBe(20)
    const many = Array.from({ length: 50_000 }, (_, n) => drawn(stream(7, 'family', n), 2).join())
    expect(new Set(many).size).toBe(50_000)
  })

  test('spreads evenly', () => {
    const random = stream(3)
    const counts = new Array<number>(10).fill(0)
    for (let n = 0; n < 100_000; n++) {
      const digit = random.int(0, 9)
      counts[digit] = (counts[digit] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })

  test('picks by weight, never what is not there', () => {
    const random = stream(5)
    const choice = weighted([
      ['rare', 1],
      ['common', 9],
    ] as const)
    const rare = Array.from({ length: 20_000 }, () => random.weighted(choice)).filter((one) => one === 'rare').length
    expect(Math.abs(rare - 2000)).toBeLessThan(200)
    expect(() => random.pick([])).toThrow(RangeError)
  })

  test('is bell-shaped where asked', () => {
    const random = stream(6)
    const values = Array.from({ length: 40_000 }, () => random.bell(10, 2))
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length
    const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length
    expect(Math.abs(mean - 10)).toBeLessThan(0.05)
    expect(Math.abs(Math.sqrt(variance) - 2)).toBeLessThan(0.05)
  })

  test('stays within bounds and keeps every item of a shuffled list', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, width) => {
        const value = new Random(seed).int(from, from + width)
        expect(value >= from && value <= from + width && Number.isInteger(value)).toBe(true)
        const list = Array.from({ length: width }, (_, n) => n)
        expect(new Random(seed).shuffled(list).sort((a, b) => a - b)).toEqual(list)
      }),
    )
  })
})
