/** Censuses into a record that people write to: what is loaded stands as if it had been entered, and nothing stands half. */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startParts } from '../../src/cli/start-parts.ts'
import { createRecorder } from '../../src/core/acts/recorder.ts'
import type { GivenFile, ImportContext } from '../../src/core/batches/importer.ts'
import { moment } from '../../src/core/calendar/index.ts'
import { inTransaction } from '../../src/core/database/statement.ts'
import { appender } from '../../src/core/projection/append.ts'
import { rebuild } from '../../src/core/projection/rebuild.ts'
import { tableNames, tables } from '../../src/core/projection/tables.ts'
import { chain, verifyRecord } from '../../src/core/record/chain.ts'
import { readEntries } from '../../src/core/record/reading.ts'
import { anyReferrals } from '../../src/imports/cin-census/arbitrary.test-help.ts'
import { censusFile, type WrittenChild } from '../../src/imports/cin-census/census.test-help.ts'
import { importCinCensus } from '../../src/imports/cin-census/index.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const definitions = assembleHeartwood()
const now = moment('2026-11-23T10:00:00.000Z')
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database?.drop())
const empty = () => database.pool.query(`truncate entry, content, setting, batch, ${tableNames.join(', ')} cascade`)
beforeEach(empty)

const context = (): ImportContext => ({ pool: database.pool, now, progress: () => {} })
async function load(...files: GivenFile[]) {
  const imported = await importCinCensus(files, context())
  if (!imported.ok) throw new Error(imported.says)
  return imported.value
}
async function count(table: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(`select count(*)::integer as n from ${table}`)
  return rows[0]!.n
}
async function projections(): Promise<Record<string, unknown[]>> {
  const read = async (name: (typeof tableNames)[number]) => {
    const { rows } = await database.pool.query(`select * from ${name} order by ${tables[name].key.join(', ')}`)
    return [name, rows] as const
  }
  return Object.fromEntries(await Promise.all(tableNames.map(read)))
}
const note = { does: 'record', pathway: 'children-in-need', step: 'caseNote' } as const
const noted = { happened: '2024-05-01', note: 'Telephoned' }
const hand = () => ({ author: 1, now, act: randomUUID() })

async function everyRecord() {
  const { rows } = await database.pool.query<{ record: number }>('select distinct record from entry')
  return readEntries(
    database.pool,
    rows.map(({ record }) => record),
  )
}
const recordOf = async (childId: string): Promise<number> => {
  const { rows } = await database.pool.query<{ record: number }>('select record from person where child_id = $1', [
    childId,
  ])
  return rows[0]!.record
}

/** Children enough for two rounds of writing, each with work in both services. */
const children = (year: number, later = false): WrittenChild[] =>
  Array.from({ length: 620 }, (_, number) => ({
    id: `C${1000 + number}`,
    referrals: [
      {
        details: {
          CINreferralDate: `${year - 1}-09-0${(number % 9) + 1}`,
          ...(later && number % 3 === 0 && { CINclosureDate: `${year}-11-20`, ReasonForClosure: 'RC7' }),
        },
        assessments: [
          {
            AssessmentActualStartDate: `${year - 1}-09-12`,
            AssessmentAuthorisationDate: `${year - 1}-11-${10 + (number % 19)}`,
            factors: '1A 3B',
          },
        ],
        enquiries: [
          { S47ActualStartDate: `${year - 1}-11-01`, DateOfInitialCPC: `${year - 1}-11-${10 + (number % 19)}` },
        ],
        protection: [
          {
            CPPstartDate: `${year - 1}-11-${10 + (number % 19)}`,
            ...(later && { CPPendDate: `${year}-10-04`, reviews: `${year}-04-20 ${year}-10-04` }),
          },
        ],
      },
    ],
  }))

describe('importing censuses', () => {
  test('two years in one command, given in the wrong order: the second adds to the first; rebuilt equals live', async () => {
    const first = censusFile(2022, children(2022))
    const second = censusFile(2023, children(2022, true))
    const imported = await load(second, first)
    expect(imported.toMend).toEqual([])
    expect(imported.says).toMatch(/^Census of 2022.*620 new.* Census of 2023.*\(0 new\)/)
    expect(await count('person')).toBe(620)
    const live = await projections()
    for (const name of ['person', 'episode', 'episode_state', 'contribution'] as const)
      expect(live[name]!.length).toBeGreaterThan(600)
    await rebuild(database.pool, definitions)
    expect(await projections()).toEqual(live)
    const entries = await readEntries(database.pool, [await recordOf('C1000'), await recordOf('C1619')])
    for (const [record, list] of entries) {
      expect(list.length).toBeGreaterThan(10)
      expect(verifyRecord(record, list, undefined)).toMatchObject({ ok: true })
    }
  }, 60_000)

  test('whatever the files hold, and whatever people write between them: rebuilt equals live', async () => {
    const child = fc.record({ id: fc.constantFrom('A1', 'A2', 'A3'), referrals: anyReferrals })
    const files = fc.array(
      fc.record({ year: fc.constantFrom(2021, 2022, 2023), children: fc.array(child, { maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    await fc.assert(
      fc.asyncProperty(files, async (list) => {
        await empty()
        const recorder = createRecorder(database.pool, definitions)
        for (const { year, children } of list) {
          await load(censusFile(year, children))
          for (const [record, entries] of await everyRecord()) {
            const referral = entries.find(({ step }) => step === 'referral')
            if (referral === undefined) continue
            const part = { ...note, record, episode: referral.position, values: noted }
            expect(await recorder.record([part], hand())).toMatchObject({ ok: true })
          }
        }
        for (const [record, entries] of await everyRecord())
          expect(verifyRecord(record, entries, undefined)).toMatchObject({ ok: true })
        const live = await projections()
        await rebuild(database.pool, definitions)
        expect(await projections()).toEqual(live)
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  test('the same file again adds nothing, and says so; the same census written anew adds nothing either', async () => {
    const file = censusFile(2022, children(2022).slice(0, 20))
    const once = await load(file)
    const stands = await count('entry')
    expect(once.loaded).toBe(stands - 20 * 2)
    const again = await load(file)
    expect(again).toMatchObject({ loaded: 0, toMend: [] })
    expect(again.says).toContain('was loaded before')
    const anew = { name: 'anew.xml', bytes: Buffer.concat([file.bytes, Buffer.from('\n')]) }
    expect((await load(anew)).loaded).toBe(0)
    expect(await count('entry')).toBe(stands)
    expect(await count('batch')).toBe(2)
  })

  test('the first census says which council this is; another council’s loads nothing and says why', async () => {
    await load(censusFile(2022, children(2022).slice(0, 3)))
    const { rows } = await database.pool.query(`select value from setting where key = 'council.authority'`)
    expect(rows).toEqual([{ value: '331' }])
    const stands = await count('entry')
    const other = await importCinCensus(
      [censusFile(2023, children(2022), { authority: '332', name: 'theirs.xml' })],
      context(),
    )
    expect(other).toMatchObject({
      ok: false,
      says: 'Nothing of theirs.xml was loaded: it is the census of council 332, and this is the record of council 331.',
    })
    expect(await count('entry')).toBe(stands)
    // Beside one of ours it is named, and ours is loaded.
    const both = await load(
      censusFile(2023, children(2022).slice(0, 3), { authority: '332', name: 'theirs.xml' }),
      censusFile(2023, children(2022, true).slice(0, 3)),
    )
    expect(both.failed).toHaveLength(1)
    expect(both.loaded).toBeGreaterThan(0)
  })

  test('a file that was cut, a file of something else: one sentence, and nothing loaded', async () => {
    const { bytes } = censusFile(2022, children(2022).slice(0, 3))
    const cut = { name: 'cut.xml', bytes: bytes.subarray(0, bytes.length / 2) }
    const other = {
      name: 'sen2.xml',
      bytes: Buffer.from(
        '<Message><Header><CollectionDetails><Collection>SEN2</Collection></CollectionDetails></Header></Message>',
      ),
    }
    const old = censusFile(2015, children(2015).slice(0, 1))
    for (const [file, says] of [
      [cut, /^Nothing of cut\.xml was loaded: the XML is broken at row \d+, column \d+/],
      [other, /^Nothing of sen2\.xml was loaded: it is not a children in need census/],
      [old, /it is of 2015, and the census is read from 2017 to 2026\.$/],
    ] as const) {
      const imported = await importCinCensus([file], context())
      expect(imported).toMatchObject({ ok: false, code: 'import.not-this' })
      if (!imported.ok) expect(imported.says).toMatch(says)
    }
    expect(await count('entry')).toBe(0)
    expect(await count('batch')).toBe(0)
    expect(await count('setting')).toBe(0)
  })

  test('what cannot be loaded comes back with its line', async () => {
    const [one] = children(2022)
    const wrong = { ...one!, id: 'C9', referrals: [{ details: { CINreferralDate: '2021-13-01' } }] }
    const imported = await load(censusFile(2022, [one!, wrong, { ...one!, id: '' }]))
    const text = new TextDecoder().decode(censusFile(2022, [one!, wrong, { ...one!, id: '' }]).bytes).split('\n')
    const [mend] = imported.toMend
    expect(mend?.header).toEqual(['LAchildID', 'Element', 'Content'])
    expect(mend?.refused.map(({ column, cells }) => [column, ...cells.slice(0, 2)])).toEqual([
      ['CINreferralDate', 'C9', 'CINdetails'],
      ['LAchildID', '', 'ChildIdentifiers'],
    ])
    expect(text[mend!.refused[0]!.row - 1]).toContain('<CINdetails>')
    expect(text[mend!.refused[1]!.row - 1]).toContain('<Child>')
    // The child whose referral is wrong is known all the same.
    expect(await recordOf('C9')).toBeGreaterThan(0)
  })

  test('a record that a census was loaded into is a record, and no demo', async () => {
    await load(censusFile(2022, children(2022).slice(0, 1)))
    const parts = startParts({ dataDirectory: '/nowhere', built: undefined })
    expect(await parts.contents(database.pool)).toBe('record')
    // It has children before it has staff, and somebody has to be able to begin.
    expect(await parts.administratorPath(database.pool)).toMatch(/^\/begin\//)
  })

  const small = '/work/shared/data/returns/cin-census/cin_2022_small.xml'
  test.skipIf(!existsSync(small))('the Department’s own example is read, its contradictions given back', async () => {
    const imported = await load({ name: 'cin_2022_small.xml', bytes: readFileSync(small) })
    expect(imported.loaded).toBeGreaterThan(8)
    expect(imported.toMend[0]?.refused.map(({ column }) => column)).toEqual(
      expect.arrayContaining(['ExpectedPersonBirthDate', 'UPN', 'AssessmentActualStartDate']),
    )
  })
})

describe('beside people at work', () => {
  test('a person who writes to a child that is being loaded waits, and their note stands after what was loaded', async () => {
    await load(censusFile(2022, children(2022).slice(0, 2)))
    const record = await recordOf('C1000')
    const before = (await readEntries(database.pool, [record])).get(record)!
    const episode = before.find(({ step }) => step === 'referral')!.position
    const recorder = createRecorder(database.pool, definitions)
    // Known to the recorder as it was: it is behind what is loaded now, and has to find out.
    recorder.know(record, before)
    const part = { ...note, record, episode, values: noted }
    const [imported, recorded] = await Promise.all([
      load(censusFile(2023, children(2022, true).slice(0, 2))),
      recorder.record([part], hand()),
    ])
    expect(imported.loaded).toBeGreaterThan(0)
    expect(recorded.ok).toBe(true)
    const after = (await readEntries(database.pool, [record])).get(record)!
    expect(after.length).toBeGreaterThan(before.length + 1)
    expect(verifyRecord(record, after, undefined)).toMatchObject({ ok: true })
    const live = await projections()
    await rebuild(database.pool, definitions)
    expect(await projections()).toEqual(live)
  })

  test('what a person writes after a record was read is read again, and decided on anew', async () => {
    await load(censusFile(2022, children(2022).slice(0, 1)))
    const record = await recordOf('C1000')
    const before = (await readEntries(database.pool, [record])).get(record)!
    const episode = before.find(({ step }) => step === 'referral')!.position
    const recorder = createRecorder(database.pool, definitions)
    const seen: number[] = []
    await inTransaction(database.pool, async (on) => {
      const meanwhile = once(() => recorder.record([{ ...note, record, episode, values: noted }], hand()))
      await appender(afterReading(on, meanwhile), definitions).append([record], (open) => {
        const own = open.get(record)!
        seen.push(own.entries.length)
        const { position, part, digest, link, ...draft } = before.at(-1)!
        own.append(chain({ ...draft, content: draft.content ?? {}, act: randomUUID() }, 0, own.entries.at(-1)!))
      })
    })
    expect(seen).toEqual([before.length, before.length + 1])
    const list = (await readEntries(database.pool, [record])).get(record)!
    expect(verifyRecord(record, list, undefined)).toMatchObject({ ok: true })
    expect(list.slice(before.length).map(({ step }) => step)).toEqual(['caseNote', before.at(-1)!.step])
  })
})

function once(work: () => Promise<unknown>): () => Promise<unknown> {
  let done: Promise<unknown> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** A connection on which something happens elsewhere whenever entries have been read. */
const afterReading = (on: pg.PoolClient, meanwhile: () => Promise<unknown>): pg.PoolClient =>
  new Proxy(on, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name)
      return (asked: string | { name?: string }, ...values: unknown[]) => {
        const answer = Reflect.apply(target.query, target, [asked, ...values])
        if (typeof asked === 'string' || asked.name !== 'entries-of-records') return answer
        return Promise.resolve(answer).then(async (rows: unknown) => {
          await meanwhile()
          return rows
        })
      }
    },
  })
