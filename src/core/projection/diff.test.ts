import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference, together } from './diff.ts'
import { noRows, type Row, type Rows } from './tables.ts'

const rowsWith = (episode: readonly Row[]): Rows => ({ ...noRows, episode })
const row = (record: number, episode: number, pathway: string): Row => ({ record, episode, pathway })

describe('the difference between rows', () => {
  test('puts what is new or changed, takes what is gone by its key alone, leaves the rest', () => {
    const before = rowsWith([row(1, 1, 'same'), row(1, 2, 'old'), row(1, 3, 'gone')])
    const after = rowsWith([row(1, 1, 'same'), row(1, 2, 'new'), row(1, 4, 'more')])
    const changes = difference(before, after)
    expect(changes.episode).toEqual({
      put: [row(1, 2, 'new'), row(1, 4, 'more')],
      renew: [],
      take: [{ record: 1, episode: 3 }],
    })
    expect(changes.task).toEqual({ put: [], renew: [], take: [] })
  })

  test('where a row differs only in what every act changes, only that is sent', () => {
    const person = (latest: string, surname: string): Row => ({ record: 1, surname, last_seen: '2026-11-23', latest })
    const between = (one: Row, other: Row) =>
      difference({ ...noRows, person: [one] }, { ...noRows, person: [other] }).person
    const renewed = { record: 1, last_seen: '2026-11-23', last_seen_alone: null, latest: '[2]' }
    expect(between(person('[1]', 'Ash'), person('[2]', 'Ash'))).toEqual({ put: [], renew: [renewed], take: [] })
    expect(between(person('[1]', 'Ash'), person('[2]', 'Elm'))).toMatchObject({ put: [{ surname: 'Elm' }], renew: [] })
    expect(between(person('[1]', 'Ash'), person('[1]', 'Ash'))).toEqual({ put: [], renew: [], take: [] })
  })

  test('applied to what stood before, it gives what stands after, and touches no row twice', () => {
    const some = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat(5), fc.constantFrom('a', 'b')), {
      selector: ([record, episode]) => `${record}|${episode}`,
    })
    const key = ({ record, episode }: Row) => `${record}|${episode}`
    fc.assert(
      fc.property(some, some, (first, second) => {
        const [before, after] = [first, second].map((list) => rowsWith(list.map((one) => row(...one)))) as [Rows, Rows]
        const { put, take } = difference(before, after).episode
        const stands = new Map(before.episode.map((one) => [key(one), one]))
        for (const one of take) stands.delete(key(one))
        for (const one of put) stands.set(key(one), one)
        expect(stands).toEqual(new Map(after.episode.map((one) => [key(one), one])))
        expect(new Set([...put, ...take].map(key)).size).toBe(put.length + take.length)
      }),
    )
  })

  test('the changes of several records are sent as one', () => {
    const [one, other] = [row(1, 1, 'a'), row(2, 1, 'b')]
    const all = together([difference(noRows, rowsWith([one])), difference(rowsWith([other]), noRows)])
    expect(all.episode).toEqual({ put: [one], renew: [], take: [{ record: 2, episode: 1 }] })
    expect(all.task).toEqual({ put: [], renew: [], take: [] })
  })
})
