/**
 * What must not change a figure does not, and what must changes exactly that: over the children of a small city, for every
 * measure of the house.
 */
import { describe, expect, test } from 'vitest'
import { decideCity } from '../../src/city/city.test-help.ts'
import { addDays, type Day, day } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/index.ts'
import { type Folded, foldWithClocks, withClocks } from '../../src/core/pathway/folded.ts'
import type { Allocation, Episode } from '../../src/core/pathway/history.ts'
import { chain } from '../../src/core/record/chain.ts'
import type { Draft } from '../../src/core/record/entry.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { story, usual } from '../support/story.ts'

const definitions = assembleHeartwood()
const { house, measures } = definitions
const asAt = day('2026-11-23')
const { children, entries } = decideCity(definitions, { seed: 3, asAt, size: 0.006 })

interface Told {
  readonly day: Day
  readonly numerator: number
  readonly denominator: number
  readonly team: number | null
}
const told = (measure: Measure, of: readonly Folded[]): readonly Told[] =>
  of.flatMap((child) => measure.contributions(child))

/** The figure at the end of each day on which it changes: of all teams, or of one. */
function figures(rows: readonly Told[], keep: (team: number | null) => boolean = () => true) {
  const byDay = new Map<Day, [number, number]>()
  for (const one of rows) {
    if (!keep(one.team)) continue
    const [numerator, denominator] = byDay.get(one.day) ?? [0, 0]
    byDay.set(one.day, [numerator + one.numerator, denominator + one.denominator])
  }
  const changed = [...byDay].filter(([, [numerator, denominator]]) => numerator !== 0 || denominator !== 0)
  return changed.sort(([a], [b]) => (a < b ? -1 : 1))
}

const withEpisodes = (child: Folded, change: (episode: Episode) => Episode): Folded =>
  withClocks(house, { ...child.history, episodes: child.history.episodes.map(change) })

describe('splitting a team', () => {
  const teams = new Set(children.flatMap((child) => child.history.episodes.flatMap(leadTeams)))
  const split = [...teams][0]!
  const part = 9_999

  /** Every other episode goes to the new team from its beginning, every third moves there ten days after it was allocated. */
  const divided = children.map((child) =>
    withEpisodes(child, (episode) => ({
      ...episode,
      allocations: episode.allocations.flatMap((one): Allocation[] => {
        if (one.role !== 'lead' || one.team !== split) return [one]
        if (episode.id % 2 === 0) return [{ ...one, team: part }]
        const moves = addDays(one.from, 10)
        if (episode.id % 3 !== 0 || (one.until !== null && one.until <= moves)) return [one]
        return [
          { ...one, until: moves },
          { ...one, from: moves, team: part },
        ]
      }),
    })),
  )

  test.each(measures)('changes no total of $id', (measure) => {
    const [before, after] = [told(measure, children), told(measure, divided)]
    expect(figures(after)).toEqual(figures(before))
    expect(figures(after, (team) => team === split || team === part)).toEqual(figures(before, (team) => team === split))
    expect(figures(after, (team) => team !== split && team !== part)).toEqual(figures(before, (team) => team !== split))
  })

  test('gives the new team something to count', () => {
    const given = measures.filter((measure) => told(measure, divided).some(({ team }) => team === part))
    expect(given.length).toBeGreaterThan(20)
  })
})

function leadTeams({ allocations }: Episode): number[] {
  return allocations.flatMap(({ role, team }) => (role === 'lead' && team !== null ? team : []))
}

describe('a child outside the cohort', () => {
  const services = house.pathways.map(({ id }) => id).filter((id) => id !== 'person')

  test.each(services)('who never met %s changes no measure that counts only that', (service) => {
    const outside = children.filter((child) => child.history.episodes.every(({ pathway }) => pathway !== service))
    expect(outside.length).toBeGreaterThan(0)
    const own = measures.filter(({ pathways }) => pathways?.length === 1 && pathways[0] === service)
    expect(own.length).toBeGreaterThan(0)
    for (const measure of own) expect(told(measure, outside), measure.id).toEqual([])
  })
})

describe('a correction changes exactly what it should', () => {
  /** A record's contributions to every measure, before and after an entry more: the measures that differ. */
  function differing(record: number, more: Pick<Draft, 'kind' | 'target' | 'content'>): readonly string[] {
    const own = entries.filter((entry) => entry.record === record)
    const target = own.find(({ position }) => position === more.target)!
    const last = own.at(-1)!
    const draft = { ...target, ...more, recorded: last.recorded }
    const [was, is] = [own, [...own, chain(draft, 0, last)]].map((all) => foldWithClocks(house, record, all))
    return measures
      .filter(({ contributions }) => JSON.stringify(contributions(was!)) !== JSON.stringify(contributions(is!)))
      .map(({ id }) => id)
      .sort()
  }
  const first = (pathway: string, step: string) =>
    entries.find((entry) => entry.pathway === pathway && entry.step === step && entry.kind === 'record')!
  const correct = (field: string, value: string, target: number) =>
    ({ kind: 'correct', target, content: { field, value, reason: 'Mistyped' } }) as const

  test('the source of a referral: from where it came, and nothing else', () => {
    const one = entries.find(
      ({ step, kind, content }) => step === 'referral' && kind === 'record' && content?.source === '2A',
    )!
    expect(differing(one.record, correct('source', '6', one.position))).toEqual([
      'referrals-from-police',
      'referrals-from-schools',
    ])
  })

  test('whether a child was seen at an assessment', () => {
    const one = entries.find(
      ({ step, kind, content }) => step === 'assessment' && kind === 'record' && content?.seen === 'yes',
    )!
    expect(differing(one.record, correct('seen', 'no', one.position))).toEqual(['assessments-child-seen'])
  })

  test('the category of a plan: the old one and the new one', () => {
    const one = entries.find(({ step, content }) => step === 'initialConference' && content?.category === 'NEG')!
    expect(differing(one.record, correct('category', 'EMO', one.position))).toEqual([
      'plans-started-emotional-abuse',
      'plans-started-neglect',
    ])
  })

  test('words that no measure reads change none', () => {
    const { record, position } = first('children-in-need', 'referral')
    expect(differing(record, correct('reason', 'Another', position))).toEqual([])
  })

  test('a contact that was never about this child is gone from the front door alone', () => {
    const one = entries.find(
      ({ record, step, position }) =>
        step === 'contact' && !entries.some((other) => other.record === record && other.origin === position),
    )!
    const changed = differing(one.record, {
      kind: 'withdraw',
      target: one.position,
      content: { reason: 'Another child' },
    })
    expect(changed).toContain('contacts')
    const front = new Set(measures.filter(({ service }) => service === 'mash').map(({ id }) => id))
    expect(changed.filter((id) => !front.has(id))).toEqual([])
  })
})

/** Of one child: the figure of a measure at the end of a day. */
function at(child: Folded, id: string, on: string) {
  const { from } = measures.find((one) => one.id === id)!
  const sum = (under: string | null, half: 'numerator' | 'denominator'): number =>
    measures
      .filter((one) => one.id === under)
      .flatMap((one) => one.contributions(child))
      .reduce((total, one) => (one.day <= on ? total + one[half] : total), 0)
  return [sum(from.numerator, 'numerator'), sum(from.denominator, 'denominator')]
}

describe('at a date, told by hand', () => {
  const cp = 'child-protection'
  const onPlan = () =>
    story()
      .record(cp, 'transferIn', { notified: '2022-01-03', council: 'Another council', category: 'NEG' })
      .record(cp, 'initialConference', {
        held: '2022-01-10',
        ...usual.conference,
        kind: 'transferIn',
        outcome: 'plan',
        category: 'NEG',
      })
  const reviewed = (held: string, decision = 'continue') => ({
    held,
    ...usual.review,
    decision,
    ...(decision === 'continue' && { category: 'NEG' }),
  })

  test('a plan is judged from three months on, and one late review stays late', () => {
    const child = onPlan()
      .record(cp, 'reviewConference', reviewed('2022-04-10'))
      .record(cp, 'reviewConference', reviewed('2022-10-11'))
      .record(cp, 'reviewConference', reviewed('2023-04-03', 'end'))
      .folded()
    expect(at(child, 'plans-reviewed-in-time', '2022-04-09')).toEqual([0, 0])
    expect(at(child, 'plans-reviewed-in-time', '2022-04-10')).toEqual([1, 1])
    // Due on 10 October and held a day late: never again in time.
    expect(at(child, 'plans-reviewed-in-time', '2022-10-10')).toEqual([1, 1])
    expect(at(child, 'plans-reviewed-in-time', '2022-10-11')).toEqual([0, 1])
    expect(at(child, 'plans-reviewed-in-time', '2023-04-02')).toEqual([0, 1])
    expect(at(child, 'plans-reviewed-in-time', '2023-04-03')).toEqual([0, 0])
  })

  test('visits are up to date until the day after one was due, and again from the next', () => {
    const child = onPlan()
      .record(cp, 'visit', { visited: '2022-01-31', ...usual.seen })
      .folded()
    expect(at(child, 'plans-visited-in-time', '2022-01-24')).toEqual([1, 1])
    expect(at(child, 'plans-visited-in-time', '2022-01-25')).toEqual([0, 1])
    expect(at(child, 'plans-visited-in-time', '2022-01-31')).toEqual([1, 1])
    expect(at(child, 'plans-visited-in-time', '2022-02-14')).toEqual([1, 1])
    expect(at(child, 'plans-visited-in-time', '2022-02-15')).toEqual([0, 1])
  })

  test('a plan still open reaches two years without anything being written', () => {
    const child = onPlan().folded()
    expect(at(child, 'plans-two-years-open', '2024-01-09')).toEqual([0, 1])
    expect(at(child, 'plans-two-years-open', '2024-01-10')).toEqual([1, 1])
  })

  test('a child is in need once: a referral, a plan beside it, and a break before the next', () => {
    const child = onPlan()
      .record('children-in-need', 'referral', { received: '2022-01-20', source: '6' })
      .record(cp, 'reviewConference', reviewed('2022-06-01', 'end'))
      .folded()
    expect(at(child, 'children-in-need', '2022-01-09')).toEqual([0, 0])
    expect(at(child, 'children-in-need', '2022-01-25')).toEqual([1, 0])
    // The plan has ended; the referral, still open, goes on without a break.
    expect(at(child, 'children-in-need', '2022-06-01')).toEqual([1, 0])
    expect(at(child, 'children-in-need-two-years', '2024-01-10')).toEqual([1, 1])
  })

  test('a referral that was turned away was never in need', () => {
    const turned = { decided: '2022-01-21', response: 'none', need: 'N0', reason: 'Nothing', referrerTold: 'yes' }
    const child = story()
      .record('children-in-need', 'referral', { received: '2022-01-20', source: '6' })
      .record('children-in-need', 'referralDecision', turned)
      .folded()
    expect(at(child, 'children-in-need', '2022-01-20')).toEqual([0, 0])
  })
})
