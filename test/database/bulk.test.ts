import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import { fold } from '../../src/core/pathway/fold.ts'
import { bulkLoad } from '../../src/core/projection/bulk.ts'
import { tableNames, tables } from '../../src/core/projection/tables.ts'
import { isStale } from '../../src/core/projection/version.ts'
import { readEntries } from '../../src/core/record/reading.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { definitions } from '../support/plain-service.ts'
import { type Act, moves, play, recordsOfActs, registrations } from '../support/random-acts.ts'

const { house } = definitions
let live: TestDatabase
let bulk: TestDatabase
beforeAll(async () => {
  live = await freshDatabase()
  bulk = await freshDatabase()
})
afterAll(async () => {
  await live?.drop()
  await bulk?.drop()
})

const all = ['entry', 'content', ...tableNames]
const empty = (database: TestDatabase) => database.pool.query(`truncate ${all.join(', ')}`)

/** Everything that was written, but for the transaction's own number. */
async function everything({ pool }: TestDatabase) {
  const entries = await readEntries(pool, recordsOfActs)
  const acts = await pool.query('select act, part, record, position from entry order by act, part')
  const rows = await Promise.all(
    tableNames.map(async (name) => {
      const { rows } = await pool.query(`select * from ${name} order by ${tables[name].key.join(', ')}`)
      return [name, rows] as const
    }),
  )
  return { entries, acts: acts.rows, ...Object.fromEntries(rows) }
}

const indexes = async ({ pool }: TestDatabase) =>
  (await pool.query('select indexdef from pg_indexes where tablename = any($1) order by 1', [all])).rows

describe('loading many acts at once', () => {
  test('writes what the recorder would have written, entry by entry and row by row', async () => {
    const recorder = createRecorder(live.pool, definitions)
    const before = await indexes(bulk)
    let refused = 0
    await fc.assert(
      fc.asyncProperty(moves(50), async (list) => {
        await Promise.all([empty(live), empty(bulk)])
        // What it has kept of the run before is no longer in the database.
        recorder.forget()
        await play(
          list,
          async (record) => fold(house, record, (await readEntries(live.pool, [record])).get(record)!),
          async ({ parts, hand }) => {
            const result = await recorder.record(parts, hand)
            if (!result.ok) refused += 1
          },
        )
        const loaded = await bulkLoad(bulk.pool, definitions, (writer) =>
          play(
            list,
            async (record) => writer.history(record),
            async ({ parts, hand }) => void writer.act(parts, hand),
          ),
        )
        expect(loaded.ok).toBe(true)
        expect(await everything(bulk)).toEqual(await everything(live))
      }),
      { numRuns: 15 },
    )
    expect(refused).toBeGreaterThan(0)
    expect(await indexes(bulk)).toEqual(before)
    expect(await isStale(bulk.pool, definitions)).toBe(false)
  })

  test('an act that is refused appends nothing, not even the parts that were right', async () => {
    await empty(bulk)
    const [first, second] = registrations as [Act, Act]
    const loaded = await bulkLoad(bulk.pool, definitions, async (writer) => {
      writer.act(first.parts, first.hand)
      const nobody = { ...first.parts[0]!, record: 999, values: {} }
      const result = writer.act([...second.parts, nobody], second.hand)
      expect(result.ok).toBe(false)
      expect(writer.history(102).position).toBe(0)
      expect(writer.act(second.parts, second.hand).ok).toBe(true)
      await writer.finish([101, 102])
    })
    expect(loaded).toMatchObject({ ok: true, value: { records: 2, entries: 2 } })
  })

  test('a record that holds anything is not loaded into, and a load that fails leaves nothing', async () => {
    const refusal = await bulkLoad(bulk.pool, definitions, async () => {})
    expect(refusal).toMatchObject({ ok: false, code: 'record.not-empty' })
    await empty(bulk)
    const before = await indexes(bulk)
    const failing = bulkLoad(bulk.pool, definitions, async (writer) => {
      for (const { parts, hand } of registrations) writer.act(parts, hand)
      await writer.finish(recordsOfActs)
      throw new Error('the power went')
    })
    await expect(failing).rejects.toThrow('the power went')
    expect((await bulk.pool.query('select from entry')).rowCount).toBe(0)
    expect(await indexes(bulk)).toEqual(before)
  })
})
