import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import { calendarsOf, englishBankHolidays, englishCalendars, readBankHolidays } from '../../src/core/calendar/index.ts'
import { publishedBankHolidays } from '../../src/core/calendar/published-holidays.ts'
import { fold } from '../../src/core/pathway/fold.ts'
import { foldWithClocks } from '../../src/core/pathway/folded.ts'
import { assemble } from '../../src/core/pathway/house.ts'
import { register } from '../../src/core/people/register.ts'
import { isStale, rebuild, rebuildIfStale } from '../../src/core/projection/rebuild.ts'
import { type Definitions, rowsOf } from '../../src/core/projection/rows.ts'
import { tableNames, tables } from '../../src/core/projection/tables.ts'
import { readEntries } from '../../src/core/record/reading.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { definitions, plain } from '../support/plain-service.ts'
import { type Move, moves, play, recordsOfActs } from '../support/random-acts.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())

async function written(list: readonly Move[]): Promise<void> {
  await database.pool.query(`truncate entry, content, ${tableNames.join(', ')}`)
  const recorder = createRecorder(database.pool, definitions)
  await play(
    list,
    async (record) => fold(definitions.house, record, (await readEntries(database.pool, [record])).get(record)!),
    async ({ parts, hand }) => void (await recorder.record(parts, hand)),
  )
}

async function projections(): Promise<Record<string, unknown[]>> {
  const all = await Promise.all(
    tableNames.map(async (name) => {
      const { rows } = await database.pool.query(`select * from ${name} order by ${tables[name].key.join(', ')}`)
      return [name, rows] as const
    }),
  )
  return Object.fromEntries(all)
}

const indexes = async () =>
  (
    await database.pool.query('select indexname, indexdef from pg_indexes where tablename = any($1) order by 1, 2', [
      tableNames,
    ])
  ).rows

const storage = async () =>
  (
    await database.pool.query(
      'select relname, reloptions from pg_class where relname = any($1) and reloptions is not null order by 1',
      [tableNames],
    )
  ).rows

describe('the rebuild', () => {
  test('gives the rows that stand live, after any history', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(moves(50), async (list) => {
        await written(list)
        const live = await projections()
        for (const name of tableNames) if (live[name]!.length > 0) seen.add(name)
        // Whatever had happened to the tables, they follow from the record.
        await database.pool.query('delete from task; delete from contribution')
        await rebuild(database.pool, definitions)
        expect(await projections()).toEqual(live)
      }),
      // Long histories that are the same each time come first, so that every table is reached whatever chance brings.
      { numRuns: 12, examples: fc.sample(moves(90, 90), { seed: 1, numRuns: 4 }).map((list) => [list] as [Move[]]) },
    )
    // The histories reached every table but that of relationships, of which random acts make none.
    expect([...seen].sort()).toEqual(tableNames.filter((name) => name !== 'relationship').toSorted())
  })

  test('contributions kept with each write are those of a full reckoning', async () => {
    let contributions = 0
    for (const list of fc.sample(moves(90, 90), { seed: 5, numRuns: 4 })) {
      await written(list)
      const { rows } = await database.pool.query('select * from contribution order by measure, record, key')
      contributions += rows.length
      const entries = await readEntries(database.pool, recordsOfActs)
      const full = [...entries].flatMap(([record, of]) => {
        const child = foldWithClocks(definitions.house, record, of)
        return definitions.measures.flatMap((measure) =>
          measure.contributions(child).map((one) => ({ measure: measure.id, record, ...one })),
        )
      })
      expect(rows).toEqual(full)
    }
    expect(contributions).toBeGreaterThan(0)
  })

  test('leaves indexes, keys and storage as they were, notes the version and is not wanted again', async () => {
    const [before, stored] = [await indexes(), await storage()]
    expect(stored).toEqual([{ relname: 'person', reloptions: ['fillfactor=85'] }])
    await rebuild(database.pool, definitions)
    expect(await indexes()).toEqual(before)
    expect(await storage()).toEqual(stored)
    expect(await isStale(database.pool, definitions)).toBe(false)
    expect(await rebuildIfStale(database.pool, definitions)).toBe(false)
  })

  test('what is written while it runs is in it', async () => {
    const [first, second] = fc.sample(moves(40, 40), { seed: 9, numRuns: 2 }) as [Move[], Move[]]
    await written(first)
    const writing = (async () => {
      const recorder = createRecorder(database.pool, definitions)
      let act = 0
      for (const { record, choice } of second) {
        const key = `00000000-0000-4000-9000-${String(act++).padStart(12, '0')}`
        const values = { happened: `2025-01-0${1 + (choice % 9)}`, note: `While rebuilding ${act}` }
        const part = { does: 'record', record, pathway: 'person', step: 'caseNote', episode: 1, values } as const
        const hand = { author: 1, now: '2026-11-02T10:00:00.000Z', act: key } as Parameters<typeof recorder.record>[1]
        const result = await recorder.record([part], hand)
        if (!result.ok) throw new Error(JSON.stringify(result))
      }
    })()
    let rebuilds = 0
    let done = false
    const finished = writing.finally(() => {
      done = true
    })
    while (!done || rebuilds < 2) {
      await rebuild(database.pool, definitions)
      rebuilds += 1
    }
    await finished
    const entries = await readEntries(database.pool, recordsOfActs)
    for (const [record, of] of entries) {
      const rows = rowsOf(definitions, foldWithClocks(definitions.house, record, of))
      const { rows: people } = await database.pool.query('select latest, last_seen from person where record = $1', [
        record,
      ])
      expect(people).toEqual([
        { latest: JSON.parse(String(rows.person[0]!.latest)), last_seen: rows.person[0]!.last_seen },
      ])
    }
  })

  test('a changed table of bank holidays makes them stale, and due dates move', async () => {
    const [list] = fc.sample(moves(1, 1), { seed: 1, numRuns: 1 })
    await written(list!)
    await rebuild(database.pool, definitions)
    const recorder = createRecorder(database.pool, definitions)
    const hand = (n: number) => ({
      author: 1,
      now: '2024-08-20T10:00:00.000Z',
      act: `00000000-0000-4000-a000-00000000000${n}`,
    })
    type Hand = Parameters<typeof recorder.record>[1]
    const [discussion, enquiry] = [
      { step: 'discussion', episode: null, values: { held: '2024-08-12', decision: 'enquire' } },
      { step: 'enquiry', episode: 2, values: { started: '2024-08-13', outcome: 'plan' } },
    ]
    await database.pool.query(`delete from entry where record = 103 and position > 1`)
    for (const [n, step] of [discussion, enquiry].entries())
      await recorder.record([{ does: 'record', record: 103, pathway: 'plain', ...step! }], hand(n) as Hand)
    const dues = async () =>
      (await database.pool.query(`select due from task where record = 103 and kind = 'clock'`)).rows
    expect(await dues()).toEqual([{ due: '2024-09-03' }])
    // The published table with one more day of national mourning.
    const line = '2024-08-26,'
    const mourning = '2024-08-23,Day of mourning,published,invented for this test\n'
    const other = readBankHolidays(publishedBankHolidays.replace(line, mourning + line))
    if (!other.ok) throw new Error(other.says)
    expect(other.value.version).not.toBe(englishBankHolidays.version)
    const changed: Definitions = {
      ...definitions,
      house: assemble({ pathways: [register, plain], handovers: [], calendars: calendarsOf(other.value) }),
    }
    expect(await isStale(database.pool, changed)).toBe(true)
    expect(await rebuildIfStale(database.pool, changed)).toBe(true)
    expect(await dues()).toEqual([{ due: '2024-09-04' }])
    const back = { ...definitions, house: { ...definitions.house, calendars: englishCalendars } }
    expect(await rebuildIfStale(database.pool, back)).toBe(true)
    expect(await dues()).toEqual([{ due: '2024-09-03' }])
  })
})
