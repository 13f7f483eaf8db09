import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecorder, type Part, type Recorder } from '../../src/core/acts/recorder.ts'
import { type Day, moment } from '../../src/core/calendar/index.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { verifyRecord } from '../../src/core/record/chain.ts'
import { readEntries } from '../../src/core/record/reading.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { definitions } from '../support/plain-service.ts'

let database: TestDatabase
let recorder: Recorder
beforeAll(async () => {
  database = await freshDatabase()
  recorder = createRecorder(database.pool, definitions)
})
afterAll(() => database?.drop())

const hand = (author = 1, now = '2026-11-02T10:00:00.000Z', act: string = randomUUID()) => ({
  author,
  now: moment(now),
  act,
})
const on = (text: string) => text as Day

const registered = (record: number): Part => ({
  does: 'record',
  record,
  pathway: 'person',
  step: 'registered',
  episode: null,
  values: {
    as: 'child',
    forename: 'Wren',
    surname: 'Ashdown',
    born: '2018-05-03',
    sex: 'F',
    childId: mintChildId(record),
  },
})
const discussion = (record: number, held: string): Part => ({
  does: 'record',
  record,
  pathway: 'plain',
  step: 'discussion',
  episode: null,
  values: { held: on(held), decision: 'enquire' },
})

const recorded = async (parts: Part[], by = hand()) => {
  const result = await recorder.record(parts, by)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result
}

describe('one way to write', () => {
  test('an act appends to each record, and the projections come with it', async () => {
    await recorded([registered(11), registered(12)])
    const { entries } = await recorded([discussion(11, '2026-10-01'), discussion(12, '2026-10-01')])
    expect(entries.map((e) => [e.record, e.position, e.part, e.episode])).toEqual([
      [11, 2, 0, 2],
      [12, 2, 1, 2],
    ])
    const { rows } = await database.pool.query(
      'select record, episode, pathway, opened, closed from episode order by record',
    )
    expect(rows).toEqual([
      { record: 11, episode: 2, pathway: 'plain', opened: '2026-10-01', closed: null },
      { record: 12, episode: 2, pathway: 'plain', opened: '2026-10-01', closed: null },
    ])
  })

  test('work that needs a signature waits, is returned, is done again and is counted when it is authorised', async () => {
    await recorded([registered(21)])
    await recorded([discussion(21, '2026-10-01')])
    const enquiry = (): Part => ({
      does: 'record',
      record: 21,
      pathway: 'plain',
      step: 'enquiry',
      episode: 2,
      values: { started: '2026-10-02', outcome: 'plan' },
    })
    await recorded([enquiry()])
    const tasks = async () =>
      (await database.pool.query('select kind, name, due from task where record = 21 order by kind, name')).rows
    expect(await tasks()).toEqual([
      { kind: 'clock', name: 'enquiry', due: '2026-10-22' },
      { kind: 'sign-off', name: 'enquiry', due: null },
    ])
    const own = await recorder.record([{ does: 'authorise', record: 21, position: 3 }], hand(1))
    expect(own).toMatchObject({ ok: false, problems: [{ problem: { code: 'signoff.own-work' } }] })
    await recorded([{ does: 'return', record: 21, position: 3, reason: 'Say what she told you' }], hand(2))
    expect(await tasks()).toContainEqual({ kind: 'returned', name: 'enquiry', due: null })
    await recorded([enquiry()])
    await recorded([{ does: 'authorise', record: 21, position: 5 }], hand(2))
    expect(await tasks()).toEqual([{ kind: 'clock', name: 'review', due: '2027-02-02' }])
    const { rows } = await database.pool.query(
      'select measure, key, day, denominator, numerator from contribution where record = 21',
    )
    expect(rows).toEqual([{ measure: 'plain-enquiries', key: 5, day: '2026-11-02', denominator: 1, numerator: 0 }])
  })

  test('sent twice, it records once; under one key, nothing else', async () => {
    const by = hand()
    const first = await recorded([registered(31)], by)
    const again = await recorder.record([registered(31)], by)
    expect(again).toMatchObject({ ok: true, repeated: true })
    expect(again.ok && again.entries.map((e) => e.link)).toEqual(first.entries.map((e) => e.link))
    expect(await recorder.record([registered(32)], by)).toMatchObject({
      ok: false,
      problems: [{ problem: { code: 'record.duplicate-key' } }],
    })
  })

  test('changed after going back, under the same key, it is refused and nothing looks recorded that is not', async () => {
    await recorded([registered(35)])
    const by = hand()
    const note = (text: string): Part => ({
      does: 'record',
      record: 35,
      pathway: 'person',
      step: 'caseNote',
      episode: 1,
      values: { happened: '2026-10-30', note: text },
    })
    await recorded([note('She is well')], by)
    expect(await recorder.record([note('She is well')], by)).toMatchObject({ ok: true, repeated: true })
    expect(await recorder.record([note('She is not well')], by)).toMatchObject({
      ok: false,
      problems: [{ problem: { code: 'record.duplicate-key' } }],
    })
  })

  test('twenty at once on one record: all are there, in one chain', async () => {
    await recorded([registered(41)])
    const note = (n: number): Part => ({
      does: 'record',
      record: 41,
      pathway: 'person',
      step: 'caseNote',
      episode: 1,
      values: { happened: '2026-10-30', note: `Note ${n}` },
    })
    await Promise.all(Array.from({ length: 20 }, (_, n) => recorded([note(n)])))
    const entries = (await readEntries(database.pool, [41])).get(41)!
    expect(entries.map((e) => e.position)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1))
  })

  test('two people on one episode: the second sees what is new and can send again', async () => {
    await recorded([registered(51)])
    await recorded([discussion(51, '2026-10-01')])
    const second: Part = { ...discussion(51, '2026-10-08'), episode: 2, seen: 2 } as Part
    await recorded([{ ...second }], hand(1))
    const late = await recorder.record(
      [{ ...second, values: { held: '2026-10-09', decision: 'none' } } as Part],
      hand(2),
    )
    expect(late).toMatchObject({
      ok: false,
      why: 'changed',
      position: 3,
      events: [{ step: 'discussion', day: '2026-10-08' }],
    })
    await recorded([{ ...second, seen: 3 } as Part], hand(2))
  })

  test('what is wrong is said of each field, and nothing is written', async () => {
    await recorded([registered(61)])
    const result = await recorder.record(
      [
        {
          does: 'record',
          record: 61,
          pathway: 'plain',
          step: 'discussion',
          episode: null,
          values: { held: '2027-01-01' },
        },
      ],
      hand(),
    )
    expect(result).toMatchObject({
      ok: false,
      problems: [
        { problem: { code: 'field.future', field: 'held' } },
        { problem: { code: 'field.choose', field: 'decision', says: 'Choose the decision.' } },
      ],
    })
    expect((await readEntries(database.pool, [61])).get(61)).toHaveLength(1)
  })
})

describe('records kept from a moment ago', () => {
  const note = (record: number, text: string): Part => ({
    does: 'record',
    record,
    pathway: 'person',
    step: 'caseNote',
    episode: 1,
    values: { happened: '2026-10-30', note: text },
  })
  const positions = async (record: number) =>
    (await readEntries(database.pool, [record])).get(record)!.map((entry) => [entry.position, entry.step])

  test('another node that wrote meanwhile is met, not overwritten', async () => {
    const elsewhere = createRecorder(database.pool, definitions)
    await recorded([registered(71)])
    await elsewhere.record([note(71, 'From another node')], hand(2))
    await recorded([discussion(71, '2026-10-01')])
    expect(await positions(71)).toEqual([
      [1, 'registered'],
      [2, 'caseNote'],
      [3, 'discussion'],
    ])
    const { rows } = await database.pool.query('select episode, opened from episode where record = 71')
    expect(rows).toEqual([{ episode: 3, opened: '2026-10-01' }])
  })

  test('a refusal by what is kept is asked again of the record', async () => {
    const elsewhere = createRecorder(database.pool, definitions)
    await recorded([registered(72)])
    await recorded([{ ...discussion(72, '2026-10-01'), values: { held: '2026-10-01', decision: 'none' } } as Part])
    const enquiry: Part = {
      does: 'record',
      record: 72,
      pathway: 'plain',
      step: 'enquiry',
      episode: 2,
      values: { started: '2026-10-09', outcome: 'plan' },
    }
    expect(await recorder.record([enquiry], hand())).toMatchObject({ ok: false, why: 'refused' })
    await elsewhere.record([{ ...discussion(72, '2026-10-08'), episode: 2 } as Part], hand(2))
    await recorded([enquiry])
    expect(await positions(72)).toHaveLength(4)
  })

  test('sent twice, also from what is kept, it records once', async () => {
    await recorded([registered(73)])
    const by = hand()
    await recorded([note(73, 'Once')], by)
    expect(await recorder.record([note(73, 'Once')], by)).toMatchObject({ ok: true, repeated: true })
    expect(await positions(73)).toHaveLength(2)
  })

  test('what a page has read serves the write that follows', async () => {
    const elsewhere = createRecorder(database.pool, definitions)
    await recorded([registered(74)])
    elsewhere.know(74, (await readEntries(database.pool, [74])).get(74)!)
    const result = await elsewhere.record([discussion(74, '2026-10-01')], hand())
    expect(result).toMatchObject({ ok: true, entries: [{ position: 2 }] })
    const { rows } = await database.pool.query(`select name, due from task where record = 74`)
    expect(rows).toEqual([])
  })

  test('a database that went back to an earlier state is not given a chain with a gap', async () => {
    await recorded([registered(75)])
    await recorded([note(75, 'Recorded, and then lost with the primary')])
    await database.pool.query('delete from entry where record = 75 and position = 2')
    await database.pool.query('delete from content where record = 75 and position = 2')
    await recorded([note(75, 'Recorded afterwards')])
    const entries = (await readEntries(database.pool, [75])).get(75)!
    expect(entries.map((entry) => [entry.position, entry.content?.note])).toEqual([
      [1, undefined],
      [2, 'Recorded afterwards'],
    ])
    expect(verifyRecord(75, entries, undefined).ok).toBe(true)
  })

  test('two managers who allocate one case: the second sees what the first did', async () => {
    await recorded([registered(76)])
    await recorded([discussion(76, '2026-10-01')])
    const to = (worker: number): Part => ({
      does: 'record',
      record: 76,
      pathway: 'plain',
      step: 'allocation',
      episode: 2,
      values: { from: '2026-11-01', team: 1, worker, role: 'lead' },
      seen: 2,
    })
    await recorded([to(5)])
    expect(await recorder.record([to(6)], hand(2))).toMatchObject({
      ok: false,
      why: 'changed',
      events: [{ step: 'allocation' }],
    })
  })
})
