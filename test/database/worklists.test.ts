import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reader, readerFor } from '../../src/core/access/access.ts'
import { undecided } from '../../src/core/work/at-the-door.ts'
import { clockTitles, servicesWithLead, visitClocks } from '../../src/core/work/lists.ts'
import { overdueTasks } from '../../src/core/work/overdue.ts'
import { serviceCaseload, serviceCounts, stateCounts } from '../../src/core/work/service.ts'
import { countsOfTeam, loadsOfTeam, loadsOfTeams, unallocated } from '../../src/core/work/team.ts'
import { childrenAtWork } from '../support/children-at-work.ts'
import { startWeb, type TestWeb } from '../support/web.ts'

let web: TestWeb
let made: ReturnType<typeof childrenAtWork>
let reader: Reader
beforeAll(async () => {
  web = await startWeb()
  made = childrenAtWork(web)
  reader = readerFor(web.services.pool, { worker: 2, role: 'team manager', team: 1 }, web.services.now())
})
afterAll(() => web?.close())

const rowsOf = async <Row extends object>(...[statement, values]: Parameters<typeof reader.read<Row>>) => {
  const read = await reader.read(statement, values)
  if (!read.ok) throw new Error(read.says)
  return read.value
}
const house = () => web.services.definitions.house

describe('what is listed of an entry', () => {
  const contacts = () => rowsOf(undecided, ['mash', 'decision', 'screening', '2025-11-23'])

  test('stands as columns, follows a correction, and is gone when the entry is withdrawn', async () => {
    await made.register(51, 'Wren', 11)
    const [contact] = await made.contact([51], '2026-11-23T08:00:00.000Z', {
      worry: 'One two three four five six seven eight nine ten eleven twelve thirteen',
    })
    expect(await contacts()).toMatchObject([
      {
        record: 51,
        came_kind: 'worry',
        party: '2A',
        words: 'One two three four five six seven eight nine ten eleven twelve …',
        rating: null,
      },
    ])
    const position = contact!.position
    await made.send(
      [{ does: 'correct', record: 51, position, field: 'worry', value: 'Hungry', reason: 'Misheard' }],
      3,
      '2026-11-23T08:10:00.000Z',
    )
    expect(await contacts()).toMatchObject([{ words: 'Hungry' }])
    await made.send(
      [{ does: 'withdraw', record: 51, position, reason: 'Another child' }],
      3,
      '2026-11-23T08:20:00.000Z',
    )
    expect(await contacts()).toEqual([])
    expect((await web.services.pool.query('select * from listed where record = 51')).rows).toEqual([])
  })

  test('a later screening gives the rating that counts', async () => {
    await made.register(52, 'Rowan', 12)
    await made.contact([52], '2026-11-23T08:00:00.000Z')
    const on = await made.episodesOf('mash', [52])
    for (const [hour, rating] of [
      ['08', 'green'],
      ['09', 'red'],
    ] as const)
      await made.step(
        'mash',
        'screening',
        on,
        {
          screened: `2026-11-23T${hour}:30:00.000Z`,
          rating,
          threshold: 'statutory',
          agreement: 'given',
          basis: 'vital',
          reason: 'x',
        },
        3,
        `2026-11-23T${hour}:40:00.000Z`,
      )
    expect(await contacts()).toMatchObject([{ record: 52, rating: 'red' }])
  })
})

describe('a team’s lists', () => {
  const late = (clocks: readonly string[] | null, on = '2026-11-23', rows = 25, passed = 0) => {
    const { keys, titles } = clockTitles(house())
    return rowsOf(overdueTasks, [on, `${on}T10:00:00Z`, 1, null, clocks, keys, titles, rows, passed])
  }
  beforeAll(async () => {
    await Promise.all([made.register(61, 'Ada', 21), made.register(62, 'Basil', 21), made.register(63, 'Cleo', 22)])
    await made.referral([61, 62, 63], '2026-06-01')
    await made.allocate('children-in-need', [61, 62], 1, '2026-06-02')
    const positions = await made.assess([61], ['2026-06-02', '2026-06-20'], 1)
    await made.send([{ does: 'authorise', record: 61, position: positions.get(61)! }], 2, '2026-06-22T09:00:00.000Z')
    await made.step(
      'children-in-need',
      'plan',
      await made.episodesOf('children-in-need', [61]),
      { started: '2026-06-23', aims: 'a', actions: 'b', danger: 'c' },
      1,
      '2026-06-23T09:00:00.000Z',
    )
  })

  test('unallocated: the team’s own and what no team has, with how many in all', async () => {
    const found = await rowsOf(unallocated, [1, servicesWithLead(house()), 10])
    expect(found).toMatchObject([{ record: 63, team: null, total: 1 }])
    await made.step(
      'children-in-need',
      'allocation',
      await made.episodesOf('children-in-need', [63]),
      { from: '2026-06-03', team: 2, role: 'lead' },
      2,
      '2026-06-03T09:00:00.000Z',
    )
    expect(await rowsOf(unallocated, [1, servicesWithLead(house()), 10])).toEqual([])
    expect(await rowsOf(unallocated, [null, servicesWithLead(house()), 10])).toMatchObject([{ record: 63, team: 2 }])
  })

  test('the figures of a board agree with the lists behind them', async () => {
    const visits = visitClocks(house())
    const lead = servicesWithLead(house())
    const loads = await rowsOf(loadsOfTeam, [1, '2026-11-23', '2026-11-23T10:00:00Z', visits, '2026-11-30'])
    expect(loads).toMatchObject([{ worker: 1, children: 2, families: 1, visits: 1 }])
    const overdue = await late(null)
    expect(loads[0]?.overdue).toBe(overdue.length)
    expect(await rowsOf(countsOfTeam, [1, '2026-11-23', '2026-11-23T10:00:00Z', lead])).toMatchObject([
      { overdue: overdue.length, sign_off: 0, returned: 0, unallocated: 0 },
    ])
    const teams = await rowsOf(loadsOfTeams, ['2026-11-23', '2026-11-23T10:00:00Z', lead])
    expect(teams.find((one) => one.team === 1)).toMatchObject({ children: 2, overdue: overdue.length })
    expect(teams.find((one) => one.team === 2)).toMatchObject({ children: 1, unallocated: 1 })
  })

  test('a page of a list says how many there are in all', async () => {
    const all = await late(null)
    expect(all.length).toBeGreaterThan(2)
    const [second] = await late(null, '2026-11-23', 1, 1)
    expect(second).toMatchObject({ name: all[1]?.name, record: all[1]?.record, total: all.length })
  })

  test('a reason belongs to the run of the clock it was given in', async () => {
    const visits = visitClocks(house())
    expect(await late(visits)).toMatchObject([{ record: 61, n: 1, reason: null }])
    const on = await made.episodesOf('children-in-need', [61])
    const given = {
      given: '2026-08-01',
      clock: 'Visit: child seen',
      due: '2026-07-21',
      reason: ['family'],
      explanation: 'Abroad',
    }
    await made.step('children-in-need', 'reasonOverdue', on, given, 1, '2026-08-01T09:00:00.000Z')
    expect(await late(visits)).toMatchObject([{ n: 1, reason: 'Abroad', reason_day: '2026-08-01' }])
    await made.step(
      'children-in-need',
      'visit',
      on,
      { visited: '2026-08-10', seen: 'yes', alone: 'yes', bedroom: 'yes' },
      1,
      '2026-08-10T15:00:00.000Z',
    )
    expect(await late(visits)).toMatchObject([{ n: 2, reason: null }])
    expect(await late(visits, '2026-08-20')).toEqual([])
  })
})

describe('a service', () => {
  const now = '2026-11-23T10:00:00Z'
  const open = (team: number | null, state: string | null, overdue = false, rows = 25, passed = 0) =>
    rowsOf(serviceCaseload, ['children-in-need', team, state, overdue, '2026-11-23', now, rows, passed])

  test('its counts, states and caseload are the same children', async () => {
    const counts = await rowsOf(serviceCounts, ['2026-11-23', now])
    expect(counts.find((one) => one.pathway === 'children-in-need')).toMatchObject({ open: 3, children: 3 })
    const states = await rowsOf(stateCounts, ['children-in-need'])
    expect(new Map(states.map((one) => [one.state, one.episodes]))).toEqual(
      new Map([
        ['planOpen', 1],
        [null, 2],
      ]),
    )
    expect((await open(null, null)).map((one) => one.record).toSorted()).toEqual([61, 62, 63])
    expect(await open(null, 'planOpen')).toMatchObject([{ record: 61, states: ['planOpen'] }])
    expect((await open(null, 'none')).map((one) => one.record).toSorted()).toEqual([62, 63])
    expect((await open(2, null)).map((one) => one.record)).toEqual([63])
    expect(await open(null, null, false, 1, 2)).toMatchObject([{ total: 3 }])
  })

  test('overdue only shows what is late, the latest first', async () => {
    const late = await open(null, null, true)
    expect(late.length).toBeGreaterThan(0)
    expect(late.every((one) => one.due !== null && one.due < '2026-11-23')).toBe(true)
    expect(late.map((one) => one.due)).toEqual(late.map((one) => one.due).toSorted())
  })
})

test('every list leaves its row in the access log', async () => {
  const { rows } = await web.services.pool.query('select distinct what from access_log where worker = 2')
  expect(rows.map((row) => row.what)).toEqual(
    expect.arrayContaining(['undecided', 'overdue', 'unallocated', 'team-loads', 'service-caseload', 'state-counts']),
  )
})
