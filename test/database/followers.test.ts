import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { stream } from '../../src/city/random.ts'
import { atBeginning, type Cursor, cursorNow, readSince } from '../../src/core/record/followers.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase({ max: 12 })
  // What a follower by sequence would go by, written in the same transactions.
  await database.pool.query(
    'create table numbered (number bigint generated always as identity, record integer, position integer)',
  )
})
afterAll(() => database?.drop())
beforeEach(() => database.pool.query('truncate entry, content, numbered'))

async function append(on: pg.ClientBase, record: number, position: number): Promise<void> {
  const nothing = `\\x${'00'.repeat(32)}`
  await on.query(
    `insert into entry (record, position, act, part, kind, pathway, step, version, episode, recorded, author, digest, link)
     values ($1, $2, $3, 0, 'record', 'person', 'caseNote', 1, 1, now(), 1, $4, $4)`,
    [record, position, randomUUID(), nothing],
  )
  await on.query('insert into numbered (record, position) values ($1, $2)', [record, position])
}

const nameOf = ({ record, position }: { record: number; position: number }) => `${record}/${position}`

/** Reads on from a cursor until there is nothing more for now. */
async function follow(from: Cursor, limit: number): Promise<{ seen: string[]; cursor: Cursor }> {
  const seen: string[] = []
  let cursor = from
  for (;;) {
    const read = await readSince(database.pool, cursor, limit)
    if (read.entries.length === 0) return { seen, cursor }
    seen.push(...read.entries.map(nameOf))
    cursor = read.cursor
  }
}

/** What a follower would do that goes by the sequence. */
async function followNumbers(above: number): Promise<{ seen: string[]; last: number }> {
  const { rows } = await database.pool.query<{ number: number; record: number; position: number }>(
    'select number, record, position from numbered where number > $1 order by number',
    [above],
  )
  return { seen: rows.map(nameOf), last: rows.at(-1)?.number ?? above }
}

describe('following the record', () => {
  test('a transaction that began first and commits last is not missed, as it is by a sequence', async () => {
    const [early, late] = await Promise.all([database.pool.connect(), database.pool.connect()])
    try {
      await early.query('begin')
      await append(early, 1, 1)
      await late.query('begin')
      await append(late, 2, 1)
      await late.query('commit')
      const first = await follow(atBeginning, 10)
      const naive = await followNumbers(0)
      expect(first.seen).toEqual([])
      expect(naive.seen).toEqual(['2/1'])
      await early.query('commit')
      expect((await follow(first.cursor, 10)).seen).toEqual(['1/1', '2/1'])
      // The sequence has passed the first entry by, for ever.
      expect((await followNumbers(naive.last)).seen).toEqual([])
    } finally {
      early.release()
      late.release()
    }
  })

  test.each([1, 2, 3])(
    'nothing is missed and nothing comes twice, however transactions interleave (%i)',
    async (seed) => {
      const random = stream(seed)
      const committed = new Set<string>()
      const seen: string[] = []
      let cursor = atBeginning
      let running = 8
      const naive = { seen: new Set<string>(), last: 0 }
      const pause = () => new Promise((resolve) => setTimeout(resolve, random.int(0, 12)))

      const writer = async (record: number): Promise<void> => {
        const client = await database.pool.connect()
        let position = 0
        for (let n = 0; n < 25; n++) {
          await client.query('begin')
          const mine: string[] = []
          for (let many = random.int(1, 3); many > 0; many--) {
            await append(client, record, position + mine.length + 1)
            mine.push(nameOf({ record, position: position + mine.length + 1 }))
            await pause()
          }
          if (random.chance(0.2)) {
            await client.query('rollback')
            continue
          }
          await client.query('commit')
          position += mine.length
          for (const name of mine) committed.add(name)
        }
        client.release()
        running -= 1
      }
      const follower = async (): Promise<void> => {
        while (running > 0) {
          const read = await follow(cursor, random.int(1, 7))
          cursor = read.cursor
          seen.push(...read.seen)
          const numbers = await followNumbers(naive.last)
          naive.last = numbers.last
          for (const name of numbers.seen) naive.seen.add(name)
          await pause()
        }
      }
      await Promise.all([...Array.from({ length: running }, (_, n) => writer(n + 1)), follower()])
      seen.push(...(await follow(cursor, 100)).seen)
      expect(seen).toHaveLength(committed.size)
      expect(new Set(seen)).toEqual(committed)
      for (const name of (await followNumbers(naive.last)).seen) naive.seen.add(name)
      expect(naive.seen.size).toBeLessThan(committed.size)
    },
  )

  test('one who has read the record by other means reads on from now', async () => {
    const client = await database.pool.connect()
    await append(client, 1, 1)
    const cursor = await cursorNow(client)
    await append(client, 1, 2)
    client.release()
    expect((await follow(cursor, 10)).seen).toEqual(['1/2'])
  })
})
