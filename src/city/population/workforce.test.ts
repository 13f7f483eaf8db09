import { describe, expect, test } from 'vitest'
import { addDays, addYears, day } from '../../core/calendar/index.ts'
import { fullName } from '../../core/people/index.ts'
import { demoPeople, makeWorkforce, membershipsOn, roles, teams } from './workforce.ts'

const asAt = day('2026-11-23')
const workforce = makeWorkforce({ seed: 1, asAt, size: 1 })

describe('the invented workforce', () => {
  test('is the same for the same seed, day and size, and another for another', () => {
    expect(makeWorkforce({ seed: 1, asAt, size: 1 })).toEqual(workforce)
    expect(makeWorkforce({ seed: 2, asAt, size: 1 })).not.toEqual(workforce)
  })

  test('is about 220 in post, on the day and through the ten years', () => {
    for (const years of [0, 2, 5, 8, 10]) {
      const inPost = membershipsOn(workforce, addYears(asAt, -years)).length
      expect(inPost).toBeGreaterThan(190)
      expect(inPost).toBeLessThan(235)
    }
  })

  test('has leavers and joiners, and some promoted', () => {
    const left = workforce.workers.filter((one) => one.until !== null)
    expect(left.length).toBeGreaterThan(200)
    const posts = new Map<number, Set<string>>()
    for (const one of workforce.memberships) posts.set(one.worker, (posts.get(one.worker) ?? new Set()).add(one.role))
    expect([...posts.values()].filter((held) => held.size > 1).length).toBeGreaterThan(10)
  })

  test('gives nobody two posts at once, and no post a wrong order of days', () => {
    const until = new Map<number, string>()
    for (const one of workforce.memberships) {
      expect(one.until === null || one.from < one.until).toBe(true)
      expect(one.from <= asAt && (one.until === null || one.until <= asAt)).toBe(true)
      const before = until.get(one.worker)
      expect(before === undefined || before <= one.from).toBe(true)
      until.set(one.worker, one.until ?? '9999-12-31')
    }
  })

  test.each([1, 0.02])('has every demo person in post with a holder in every team at size %d', (size) => {
    const city = makeWorkforce({ seed: 5, asAt, size })
    const now = membershipsOn(city, asAt)
    for (const demo of demoPeople) {
      const worker = city.workers.filter((one) => one.demo?.key === demo.key)
      expect(worker.map((one) => fullName(one.name))).toEqual([fullName(demo.name)])
      const held = now.filter((one) => one.worker === worker[0]?.id)
      expect(held.map(({ team, role }) => ({ team, role }))).toEqual([{ team: demo.team, role: demo.role }])
      expect(held.every((one) => one.from < addDays(asAt, -365))).toBe(true)
    }
    expect(new Set(city.memberships.map((one) => one.team)).size).toBe(teams.length)
  })

  test('registers those whose role needs it', () => {
    for (const { worker, role } of workforce.memberships) {
      if (roles[role].registered) expect(workforce.workers[worker - 1]?.registration).toMatch(/^SW0\d{6}$/)
    }
  })

  test('has one name for each worker', () => {
    const names = workforce.workers.map((one) => fullName(one.name))
    expect(new Set(names).size).toBe(names.length)
  })
})
