import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anomaliesIn, type Transaction } from '../../prove/support/history.ts'

type Told = readonly [id: string, reads: Readonly<Record<string, readonly string[]>>, appends: readonly string[]]

const transactions = (told: readonly Told[]): Transaction[] =>
  told.map(([id, reads, appends]) => ({ id, reads: new Map(Object.entries(reads)), appends }))
const kindsIn = (told: readonly Told[], lists: Readonly<Record<string, readonly string[]>>): string[] =>
  anomaliesIn(transactions(told), new Map(Object.entries(lists))).map(({ kind }) => kind)

describe('an anomaly is found', () => {
  test.each<[string, readonly Told[], Record<string, readonly string[]>]>([
    [
      'lost update',
      [
        ['a', { plan: [] }, ['plan']],
        ['b', { plan: [] }, ['plan']],
      ],
      { plan: ['a', 'b'] },
    ],
    [
      'write skew',
      [
        ['a', { wren: [], ellis: [] }, ['wren']],
        ['b', { wren: [], ellis: [] }, ['ellis']],
      ],
      { wren: ['a'], ellis: ['b'] },
    ],
    [
      'cycle',
      [
        ['a', { wren: ['b'] }, ['ellis']],
        ['b', { ellis: ['a'] }, ['wren']],
      ],
      { wren: ['b'], ellis: ['a'] },
    ],
    ['written twice', [['a', {}, ['plan']]], { plan: ['a', 'a'] }],
    ['not written', [['a', {}, ['plan']]], { plan: [] }],
    ['read what is not there', [['a', { plan: ['b'] }, []]], { plan: [] }],
    [
      'lost update',
      [
        ['first', { plan: [] }, ['plan']],
        ['a', { plan: ['first'] }, ['plan']],
        ['b', { plan: ['first', 'a'] }, ['plan']],
        ['c', { plan: ['first', 'a'] }, ['plan']],
      ],
      { plan: ['first', 'a', 'b', 'c'] },
    ],
  ])('%s', (kind, told, lists) => {
    expect(kindsIn(told, lists)).toContain(kind)
  })

  test('a write skew of three, where each overtakes the next', () => {
    const told: Told[] = [
      ['a', { x: [], y: [] }, ['x']],
      ['b', { y: [], z: [] }, ['y']],
      ['c', { z: [], x: [] }, ['z']],
    ]
    expect(kindsIn(told, { x: ['a'], y: ['b'], z: ['c'] })).toContain('write skew')
  })
})

/** One after another: each reads what is there and then appends. */
const inOrder = fc
  .array(fc.record({ reads: fc.subarray(['x', 'y', 'z']), appends: fc.subarray(['x', 'y', 'z']) }), { maxLength: 12 })
  .map((plan) => {
    const lists: Record<string, string[]> = { x: [], y: [], z: [] }
    const told = plan.map(({ reads, appends }, i): Told => {
      const seen = Object.fromEntries(reads.map((key) => [key, [...lists[key]!]]))
      for (const key of appends) lists[key]!.push(`t${i}`)
      return [`t${i}`, seen, appends]
    })
    return { told, lists }
  })

test('what was done one after another has none', () => {
  fc.assert(
    fc.property(inOrder, ({ told, lists }) => {
      expect(kindsIn(told, lists)).toEqual([])
    }),
  )
})

test('of one of them that had not read the write before its own, a lost update', () => {
  fc.assert(
    fc.property(inOrder, fc.nat(), ({ told, lists }, pick) => {
      const late = told.flatMap(([id, reads], i) =>
        Object.keys(reads)
          .filter((key) => lists[key]!.indexOf(id) > 0)
          .map((key) => ({ i, key })),
      )
      fc.pre(late.length > 0)
      const { i, key } = late[pick % late.length]!
      const blind = told.map(
        ([id, reads, appends], j): Told =>
          j === i ? [id, { ...reads, [key]: reads[key]!.slice(0, -1) }, appends] : [id, reads, appends],
      )
      expect(kindsIn(blind, lists)).not.toEqual([])
    }),
  )
})
