import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../core/calendar/index.ts'
import type { MyChild } from '../../../core/work/caseload.ts'
import type { ListedTask } from '../../../core/work/lists.ts'
import { familiesOf, leastRecent, thingsDue } from './families.ts'

const child = (record: number, family: number | null, pathway = 'children-in-need', episode = 2): MyChild => ({
  record,
  child_id: `C${record}`,
  forename: 'Wren',
  surname: 'Ashdown',
  known_as: null,
  born: day('2018-05-03'),
  expected: null,
  died: null,
  family,
  last_seen: null,
  last_seen_alone: null,
  episode,
  pathway,
  opened: day('2026-10-01'),
  role: 'lead',
  states: null,
})

const task = (record: number, due: string | null, kind: ListedTask['kind'] = 'clock'): ListedTask => ({
  record,
  episode: 2,
  pathway: 'children-in-need',
  kind,
  name: 'visit',
  n: 1,
  since: day('2026-10-01'),
  since_at: null,
  due: due === null ? null : day(due),
  due_at: null,
  falls: null,
  team: 1,
  worker: 1,
  author: 1,
})

describe('a row a family', () => {
  test('brothers and sisters stand together; who has no family stands alone; least time left first', () => {
    const families = familiesOf(
      [child(1, 7), child(2, 7), child(3, null), child(4, null)],
      [task(2, '2026-12-01'), task(3, '2026-11-24'), task(1, '2027-01-01')],
    )
    expect(families.map(({ children }) => children.map(({ record }) => record))).toEqual([[3], [1, 2], [4]])
    expect(families[1]?.due.map(({ record }) => record)).toEqual([2, 1])
  })

  test('paused clocks are not due; unsigned and returned work stand apart', () => {
    const [family] = familiesOf([child(1, 7)], [task(1, null), task(1, null, 'sign-off'), task(1, null, 'returned')])
    expect([family?.due.length, family?.unsigned.length, family?.returned.length]).toEqual([0, 1, 1])
  })

  test('a visit to all is recorded on the service that most of them are open to', () => {
    const rows = [child(1, 7, 'child-protection', 5), child(1, 7), child(2, 7)]
    const [family] = familiesOf(rows, [])
    expect(family?.visitOn).toMatchObject({ record: 1, pathway: 'children-in-need' })
    expect(family?.children).toHaveLength(2)
  })

  test('the same visit to two children on one day is one thing to do', () => {
    const tasks = [task(1, '2026-12-01'), task(2, '2026-12-01'), task(3, '2026-12-08')]
    const [family] = familiesOf([child(1, 7), child(2, 7), child(3, 7)], tasks)
    const things = family ? thingsDue(family) : []
    expect(things.map((one) => [one.task.due, one.children.map(({ record }) => record)])).toEqual([
      ['2026-12-01', [1, 2]],
      ['2026-12-08', [3]],
    ])
  })

  test('no child and no task is lost or doubled', () => {
    const row = fc.record({
      record: fc.integer({ min: 1, max: 20 }),
      family: fc.option(fc.integer({ min: 1, max: 4 })),
    })
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: (one) => one.record }), (given) => {
        const rows = given.map(({ record, family }) => child(record, family))
        const families = familiesOf(
          rows,
          rows.map(({ record }) => task(record, '2026-12-01')),
        )
        const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b)
        const records = sorted(given.map(({ record }) => record))
        expect(sorted(families.flatMap(({ children }) => children.map((one) => one.record)))).toEqual(records)
        expect(sorted(families.flatMap(({ due }) => due.map((one) => one.record)))).toEqual(records)
      }),
    )
  })
})

test('the least recent day; none when somebody was never seen', () => {
  expect(leastRecent([day('2026-11-03'), day('2026-10-01')])).toBe('2026-10-01')
  expect(leastRecent([day('2026-11-03'), null])).toBeNull()
})
