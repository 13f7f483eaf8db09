import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addDays, day, dayOf, moment, weekday } from '../core/calendar/index.ts'
import { rowsOf } from '../core/projection/rows.ts'
import type { Row } from '../core/projection/tables.ts'
import type { Entry } from '../core/record/entry.ts'
import { assembleHeartwood } from '../services/index.ts'
import { decideCity, measured } from './city.test-help.ts'
import { cityDay } from './index.ts'

const definitions = assembleHeartwood()
const asAt = day('2026-11-23')
const decided = decideCity(definitions, { seed: 1, asAt, size: 0.1 })
const { entries, children, city } = decided
const tasks = children.flatMap((child): readonly Row[] => rowsOf(definitions, child).task)

/** Of the last five years, a year, at full size. */
const aYear = (wanted: (entry: Entry) => boolean): number =>
  entries.filter((one) => wanted(one) && one.recorded >= '2021-11-23').length / 5 / city.size
const digest = (list: readonly Entry[]): string => hash('sha256', list.map(({ link }) => link).join(''))

describe('the work of the city', () => {
  test('is the same for the same seed and day, to the last link of every chain, and another for another', () => {
    const small = (seed: number, on = asAt) => digest(decideCity(definitions, { seed, asAt: on, size: 0.01 }).entries)
    const once = small(1)
    expect(small(1)).toBe(once)
    // On every machine and every Node. Changing the city is a decision: raise `cityVersion` with it.
    expect(once).toMatchInlineSnapshot(`"b39c7f2ccf44f028db240c9f9c6162cf550af51bc8c16c43b5d8b9ff5b4cce84"`)
    expect(small(2)).not.toBe(once)
    expect(small(1, addDays(asAt, 1))).not.toBe(once)
  }, 60_000)

  test('is as much as the city of the paper has', () => {
    const step = (pathway: string, name: string) => (one: Entry) => one.pathway === pathway && one.step === name
    const near = (wanted: (entry: Entry) => boolean, expected: number) => {
      expect(aYear(wanted)).toBeGreaterThan(expected * 0.85)
      expect(aYear(wanted)).toBeLessThan(expected * 1.15)
    }
    near(step('mash', 'contact'), 20_000)
    near(step('children-in-need', 'referral'), 4_500)
    near(step('child-protection', 'enquiry'), 1_500)
    near(step('child-protection', 'initialConference'), 620)
    const { aYear: assessments } = measured(definitions, decided, 'assessments-45-from-referral', 5)
    expect(assessments).toBeGreaterThan(4_400 * 0.85)
    expect(assessments).toBeLessThan(4_400 * 1.15)
    expect(entries.length / city.size).toBeLessThan(1_450_000)
  })

  test.each([
    ['assessments-45-from-referral', 84, 4],
    ['enquiries-15', 98, 1.5],
    ['initial-conferences-15', 90, 4],
    ['conferences-to-plans', 96, 3],
    ['contacts-decided-in-time', 95, 2],
    ['contacts-to-referral', 22, 3],
    ['re-referrals-12-months', 23, 4],
    ['repeat-plans-2-years', 8.5, 4.5],
    ['family-group-conferences-accepted', 62, 8],
  ])('%s is about %s per cent', (id, expected, tolerance) => {
    const { percentage } = measured(definitions, decided, id, 8)
    expect(Math.abs(percentage - expected)).toBeLessThan(tolerance)
  })

  test('has seasons, weekdays and an evening team', () => {
    const contacts = entries.filter((one) => one.pathway === 'mash' && one.step === 'contact')
    const inMonth = (month: string) => contacts.filter(({ recorded }) => recorded.slice(5, 7) === month).length
    expect(inMonth('08')).toBeLessThan(inMonth('06') * 0.75)
    expect(inMonth('12')).toBeLessThan(inMonth('11') * 0.9)
    const share = (which: (entry: Entry) => boolean) => contacts.filter(which).length / contacts.length
    expect(share(({ recorded }) => [0, 6].includes(weekday(dayOf(recorded))))).toBeLessThan(0.15)
    const evening = share(({ content }) => content?.takenBy === 'evening')
    expect(evening).toBeGreaterThan(0.12)
    expect(evening).toBeLessThan(0.3)
  })

  test('records brothers and sisters in one act, and nothing after the morning of the day', () => {
    const conferences = entries.filter(({ step }) => step === 'initialConference')
    expect(new Set(conferences.map(({ act }) => act)).size).toBeLessThan(conferences.length * 0.75)
    expect(entries.every(({ recorded }) => recorded <= '2026-11-23T09:15:00.000Z')).toBe(true)
    expect(new Set(entries.map(({ act, part }) => `${act} ${part}`)).size).toBe(entries.length)
  })

  test('has what is rare: unborn babies, transfers, care, corrections, withdrawals, returned work', () => {
    const some = (which: (entry: Entry) => boolean) => expect(entries.filter(which).length).toBeGreaterThan(0)
    for (const step of ['born', 'transferIn', 'transferOut', 'otherCouncilsPlan', 'reasonOverdue', 'moved', 'schooled'])
      some((one) => one.step === step)
    some(({ content }) => content?.kind === 'preBirth')
    some(({ content }) => content?.decision === 'care')
    some(({ content }) => content?.decision === 'return')
    some(({ content }) => content?.decision === 'escalate')
    some(({ kind }) => kind === 'correct')
    some(({ kind }) => kind === 'withdraw')
    for (const reason of ['RC7', 'RC8', 'RC9']) some((one) => one.step === 'closure' && one.content?.reason === reason)
  })

  test('leaves work on the day: undecided, overdue, unsigned, returned and waiting for a worker', () => {
    const count = (which: (task: Row) => boolean) => tasks.filter(which).length
    expect(count(({ pathway, name }) => pathway === 'mash' && name === 'decision')).toBeGreaterThan(3)
    expect(count(({ name, due }) => name === 'assessment' && due !== null && String(due) < asAt)).toBeGreaterThan(0)
    expect(count(({ name, due }) => name === 'assessment' && due !== null && String(due) > asAt)).toBeGreaterThan(10)
    expect(count(({ kind }) => kind === 'sign-off')).toBeGreaterThan(0)
    expect(count(({ kind }) => kind === 'returned')).toBeGreaterThan(0)
  })

  test('has living work at the front door that morning', () => {
    const waiting = (name: string) => tasks.filter((one) => one.pathway === 'mash' && one.name === name)
    const ratingOf = ({ record, started_by: position }: Row) =>
      entries.find((one) => one.record === record && one.position === position)?.content?.rating
    const checks = waiting('agencyCheck')
    expect(checks.length).toBeGreaterThan(8)
    expect(checks.filter((one) => ratingOf(one) === 'red').length).toBeGreaterThan(2)
    expect(waiting('handOver').length).toBeGreaterThan(1)
    const notices = entries.filter(
      ({ step, content }) =>
        step === 'contact' && content?.kind === 'domesticAbuse' && String(content.received) >= asAt,
    )
    const children = Map.groupBy(notices, ({ act }) => act)
    expect([...children.values()].filter((same) => same.length > 1).length).toBeGreaterThan(1)
  })

  test('gives the demo social worker nine families with something to do in each', () => {
    const worker = city.workforce.workers.find(({ demo }) => demo?.key === 'social-worker')?.id
    const own = tasks.filter((one) => one.worker === worker)
    const records = new Set(own.map(({ record }) => record))
    const families = new Set(city.population.childhoods.flatMap((one) => (records.has(one.person) ? one.family : [])))
    expect(records.size).toBe(16)
    expect(families.size).toBe(9)
    const week = addDays(asAt, 6)
    const due = own.filter((one) => one.name === 'visit' && String(one.due) >= asAt && String(one.due) <= week)
    expect(new Set(due.map(({ record }) => record)).size).toBe(6)
    expect(own.filter(({ name, pathway }) => pathway === 'child-protection' && name === 'visit')).toHaveLength(3)
    expect(own.filter(({ kind }) => kind === 'returned')).toHaveLength(2)
    expect(own.filter(({ kind }) => kind === 'sign-off')).toHaveLength(1)
  })

  test('has every child of the city in the register, once', () => {
    const registered = new Set(entries.filter(({ step }) => step === 'registered').map(({ record }) => record))
    const here = city.population.childhoods.filter(({ attendance }) => attendance !== 'grown' && attendance !== 'died')
    expect(here.filter(({ person }) => !registered.has(person))).toEqual([])
  })
})

test('the day of the city is the last whose morning has come', () => {
  expect(cityDay(moment('2026-11-23T09:14:59.000Z'))).toBe('2026-11-22')
  expect(cityDay(moment('2026-11-23T09:15:00.000Z'))).toBe('2026-11-23')
  expect(cityDay(moment('2026-06-01T08:15:00.000Z'))).toBe('2026-06-01')
})
