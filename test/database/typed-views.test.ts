import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createRecorder, type Doing } from '../../src/core/acts/recorder.ts'
import { moment } from '../../src/core/calendar/index.ts'
import { releaseOf } from '../../src/core/pathway/released.ts'
import { mintChildId } from '../../src/core/people/index.ts'
import { analystViews, installAnalystViews, viewName } from '../../src/core/projection/analyst-views.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'
import { definitions } from '../support/plain-service.ts'

const { house } = definitions
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const recorder = createRecorder(database.pool, definitions)
  const does = async (part: Doing, author = 1): Promise<void> => {
    const hand = { author, now: moment('2026-11-02T10:00:00.000Z'), act: randomUUID() }
    const result = await recorder.record([{ ...part, record: 1 }], hand)
    if (!result.ok) throw new Error(JSON.stringify(result))
  }
  const recording = (pathway: string, step: string, episode: number | null, values: object): Doing => ({
    does: 'record',
    pathway,
    step,
    episode,
    values: values as never,
  })
  const childId = mintChildId(1)
  const disabilities = ['MOB', 'HAND']
  await does(
    recording('person', 'registered', null, {
      as: 'child',
      surname: 'Ash',
      born: '2018-05-03',
      sex: 'F',
      childId,
      disabilities,
    }),
  )
  await does(recording('plain', 'discussion', null, { held: '2026-10-01', decision: 'enquire' }))
  await does(recording('plain', 'discussion', 2, { held: '2026-10-05', decision: 'none' }))
  await does(recording('plain', 'discussion', 2, { held: '2026-10-06', decision: 'none' }))
  await does({ does: 'correct', position: 3, field: 'held', value: '2026-10-04', reason: 'Mistyped' })
  await does({ does: 'withdraw', position: 4, reason: 'Another child' })
  await does(recording('plain', 'enquiry', 2, { started: '2026-10-02', outcome: 'none', why: 'It’s safe' }))
  await does({ does: 'correct', position: 7, field: 'why', value: 'Safe', reason: 'Clearer' })
  await does({ does: 'correct', position: 7, field: 'why', value: 'It is safe', reason: 'Clearer still' })
  await does({ does: 'authorise', position: 7 }, 2)
  await installAnalystViews(database.pool, house)
})
afterAll(() => database?.drop())

const from = async (view: string) => (await database.pool.query(`select * from analysis.${view} order by entry`)).rows

describe('the views for analysts', () => {
  test('show what stands: corrected, and without what was withdrawn', async () => {
    expect(await from('plain_discussion_v1')).toMatchObject([
      { record: 1, entry: 2, episode: 2, held: '2026-10-01', decision: 'enquire', authorised_at: null },
      { record: 1, entry: 3, episode: 2, held: '2026-10-04', decision: 'none' },
    ])
    expect(await from('plain_enquiry_v1')).toMatchObject([
      { entry: 7, started: '2026-10-02', why: 'It is safe', authorised_at: '2026-11-02T10:00:00.000Z', recorded_by: 1 },
    ])
  })

  test('are typed', async () => {
    const { rows } = await database.pool.query(
      `select column_name, data_type from information_schema.columns
       where table_schema = 'analysis' and (table_name, column_name) in (
         ('plain_discussion_v1', 'held'), ('person_registered_v1', 'disabilities'), ('person_registered_v1', 'school'),
         ('plain_telephone_v1', 'called'), ('plain_enquiry_v1', 'why'))
       order by 1`,
    )
    expect(rows).toEqual([
      { column_name: 'called', data_type: 'timestamp with time zone' },
      { column_name: 'disabilities', data_type: 'ARRAY' },
      { column_name: 'held', data_type: 'date' },
      { column_name: 'school', data_type: 'integer' },
      { column_name: 'why', data_type: 'text' },
    ])
    const [person] = await from('person_registered_v1')
    expect(person).toMatchObject({ disabilities: ['MOB', 'HAND'], school: null })
  })

  test('there is one for each step and version, old versions from the release', async () => {
    const released = { plain: { 1: { discussion: { when: { kind: 'day', required: true } } } } }
    const newer = {
      ...house,
      pathways: house.pathways.map((one) => (one.id === 'plain' ? { ...one, version: 2 } : one)),
    }
    const sql = analystViews(newer, released)
    expect(sql).toContain('create view analysis."plain_discussion_v1"')
    expect(sql).toContain(`(corrected.body->>'when')::date as "when"`)
    expect(sql).toContain('create view analysis."plain_discussion_v2"')
    const steps = Object.values(releaseOf(house)).flatMap((versions) => Object.values(versions).flatMap(Object.keys))
    const { rows } = await database.pool.query(`select count(*) as n from pg_views where schemaname = 'analysis'`)
    expect(rows).toEqual([{ n: steps.length }])
  })

  test('are made again only for other definitions', async () => {
    expect(await installAnalystViews(database.pool, house)).toBe(false)
    const fewer = { ...house, pathways: house.pathways.slice(0, 1) }
    expect(await installAnalystViews(database.pool, fewer)).toBe(true)
    expect(await installAnalystViews(database.pool, house)).toBe(true)
  })

  test('names too long for PostgreSQL stay different', () => {
    const long = 'a-service-with-a-name-as-long-as-allowed'
    const names = ['aStepWithQuiteALongNameOfItsOwnA', 'aStepWithQuiteALongNameOfItsOwnB'].map((step) =>
      viewName(long, step, 12),
    )
    expect(new Set(names).size).toBe(2)
    for (const name of names) expect(name).toHaveLength(63)
    expect(viewName('child-protection', 'initialConference', 1)).toBe('child_protection_initial_conference_v1')
  })
})
