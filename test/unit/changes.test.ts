import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideCity } from '../../src/city/city.test-help.ts'
import { makeCity } from '../../src/city/make.ts'
import { type DecidedAct, decideAct, type OpenRecord, openRecord } from '../../src/core/acts/decide-act.ts'
import type { Part } from '../../src/core/acts/recorder.ts'
import { day, englishCalendars, momentAt, workingDays } from '../../src/core/calendar/index.ts'
import type { Measure } from '../../src/core/measures/index.ts'
import { birthday, clock } from '../../src/core/pathway/clock.ts'
import { type Folded, withClocks } from '../../src/core/pathway/folded.ts'
import type { Episode } from '../../src/core/pathway/history.ts'
import { assemble } from '../../src/core/pathway/house.ts'
import { pathway } from '../../src/core/pathway/pathway.ts'
import { register } from '../../src/core/people/register.ts'
import { changesOf } from '../../src/core/projection/changes.ts'
import { type Changes, difference } from '../../src/core/projection/diff.ts'
import { type Definitions, rowsOf } from '../../src/core/projection/rows.ts'
import { tableNames } from '../../src/core/projection/tables.ts'
import { assembleHeartwood } from '../../src/services/index.ts'
import { definitions, plain } from '../support/plain-service.ts'
import { type Act, type Move, moves, play, recordsOfActs, registrations } from '../support/random-acts.ts'

type Records = Map<number, OpenRecord>

interface Performed {
  readonly decided: DecidedAct
  readonly changes: readonly Changes[]
}

/** Does an act on forks of the records, as the recorder does, and holds what it changes to all rows before and after. */
function perform(on: Definitions, records: Records, { parts, hand }: Act, seen = new Set<string>()): Performed {
  const { house } = on
  const before = new Map(parts.map(({ record }) => [record, records.get(record) ?? openRecord(house, record, [])]))
  const after = new Map([...before].map(([record, open]) => [record, open.fork()]))
  const lengths = [...before.values()].map((open) => open.entries.length)
  const decided = decideAct(house, after, parts, hand)
  // Whatever was decided on the forks, the records themselves stand as they did.
  expect([...before.values()].map((open) => open.entries.length)).toEqual(lengths)
  if (!decided.ok) return { decided, changes: [] }
  const changes = [...before].map(([record, open]) => {
    const [was, is] = [open.history(), after.get(record)!.history()]
    const all = difference(rowsOf(on, withClocks(house, was)), rowsOf(on, withClocks(house, is)))
    const touched = changesOf(on, was, is)
    expect(inOrder(touched)).toEqual(inOrder(all))
    for (const name of tableNames) if (touched[name].put.length + touched[name].renew.length > 0) seen.add(name)
    records.set(record, after.get(record)!)
    return touched
  })
  return { decided, changes }
}

/** Rows have keys, and their order means nothing. */
const inOrder = (changes: Changes) =>
  tableNames.map((name) => ({
    name,
    put: changes[name].put.map((row) => JSON.stringify(row)).sort(),
    renew: changes[name].renew.map((row) => JSON.stringify(row)).sort(),
    take: changes[name].take.map((row) => JSON.stringify(row)).sort(),
  }))

const everyTable = (without: readonly string[] = []) => tableNames.filter((name) => !without.includes(name)).toSorted()

describe('what an act changes, derived where it touched the record', () => {
  test('is the difference between all rows before and all rows after, whatever is done', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(moves(60), async (list) => {
        const records: Records = new Map(
          recordsOfActs.map((record) => [record, openRecord(definitions.house, record, [])]),
        )
        await play(
          list,
          async (record) => records.get(record)!.history(),
          async (act) => void perform(definitions, records, act, seen),
        )
      }),
      {
        numRuns: 30,
        examples: fc.sample(moves(90, 90), { seed: 1, numRuns: 4 }).map((list) => [list] as [readonly Move[]]),
      },
    )
    // Random acts make no relationships.
    expect([...seen].sort()).toEqual(everyTable(['relationship']))
  })

  test('and so in every service of the house', () => {
    const heartwood = assembleHeartwood()
    const seen = new Set<string>()
    const city = makeCity({ seed: 3, asAt: day('2026-11-23'), size: 0.0005 })
    for (const family of city.families()) {
      const records: Records = new Map()
      family.record((parts, hand) => perform(heartwood, records, { parts, hand }, seen).decided)
    }
    expect([...seen].sort()).toEqual(everyTable())
  })

  test('a corrected day of birth moves the clocks of episodes it does not touch', () => {
    const aging = pathway({
      ...plain,
      clocks: {
        plan: clock('Plan at ten', {
          from: birthday(10),
          to: 'review.held',
          within: workingDays(5),
          since: '2010-03-01',
          authority: 'Invented for tests',
        }),
      },
    })
    const house = assemble({ pathways: [register, aging], handovers: [], calendars: englishCalendars })
    const records: Records = new Map()
    const [registration] = registrations as [Act]
    const on = { house, measures: [] }
    const doing = (part: Part, n: number): Performed => {
      const act = `00000000-0000-4000-8000-0000000009${n}`
      return perform(on, records, { parts: [part], hand: { author: 1, now: momentAt(day('2026-11-23'), 10, n), act } })
    }
    perform(on, records, registration)
    const { record } = registration.parts[0]!
    const values = { held: '2026-11-20', decision: 'enquire' }
    doing({ does: 'record', record, pathway: 'plain', step: 'discussion', episode: null, values }, 10)
    const { changes } = doing(
      { does: 'correct', record, position: 1, field: 'born', value: '2018-06-04', reason: 'Mistyped' },
      11,
    )
    expect(changes[0]?.task.put).toMatchObject([{ kind: 'clock', name: 'plan', since: '2028-06-04' }])
  })
})

/** What a measure names, and nothing else of the child. */
function named(child: Folded, { pathways, only }: Measure): Folded {
  if (only === undefined) return child
  const { history, clocks, part } = child
  const bare = new Map(
    history.episodes
      .filter(({ pathway: of }) => pathways?.includes(of))
      .map((episode) => [episode, withNamesAlone(episode, only)]),
  )
  const whole = new Map([...bare].map(([episode, one]) => [one, episode]))
  return {
    history: { ...history, episodes: [...bare.values()] },
    clocks: clocks
      .filter(({ episode, instance }) => bare.has(episode) && only.includes(instance.clock))
      .map(({ episode, instance }) => ({ episode: bare.get(episode)!, instance })),
    instances: (episode, clock) => (only.includes(clock) ? child.instances(whole.get(episode)!, clock) : []),
    part,
  }
}

function withNamesAlone(episode: Episode, only: readonly string[]): Episode {
  const isOpen = !only.includes('closing')
  return {
    ...episode,
    closed: isOpen ? null : episode.closed,
    closingReason: isOpen ? null : episode.closingReason,
    events: episode.events.filter(({ step }) => only.includes(step)),
    states: Object.fromEntries(
      Object.entries(episode.states).map(([state, intervals]) => [state, only.includes(state) ? intervals : []]),
    ),
    allocations: isOpen
      ? episode.allocations.map((one) => ({ ...one, until: one.until === episode.closed ? null : one.until }))
      : episode.allocations,
  }
}

test('no measure of the house reads more than it names', () => {
  const heartwood = assembleHeartwood()
  const measures = heartwood.measures.filter(({ only }) => only !== undefined)
  const { children } = decideCity(heartwood, { seed: 1, asAt: day('2026-11-23'), size: 0.005 })
  const [counting, wrong] = [new Set<string>(), new Set<string>()]
  for (const child of children)
    for (const measure of measures) {
      const contributions = JSON.stringify(measure.contributions(child))
      if (contributions !== '[]') counting.add(measure.id)
      if (contributions !== JSON.stringify(measure.contributions(named(child, measure)))) wrong.add(measure.id)
    }
  expect([...wrong]).toEqual([])
  expect(counting.size).toBeGreaterThan(measures.length / 2)
})
