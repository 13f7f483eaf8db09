import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { englishCalendars, moment } from '../calendar/index.ts'
import { register } from '../people/register.ts'
import { recordOf } from './entries.test-help.ts'
import { day, oneOf, text } from './field.ts'
import { fold, growHistory, knownAt } from './fold.ts'
import { assemble } from './house.ts'
import { pathway } from './pathway.ts'
import { step } from './step.ts'

const steps = {
  opened: step(
    'Opened',
    { held: day('Held'), decision: oneOf('Decision', { go: 'Go', stop: 'Stop' }) },
    { repeats: true },
  ),
  plan: step(
    'Plan',
    { made: day('Made'), outcome: oneOf('Outcome', { yes: 'Yes', no: 'No' }) },
    { after: { opened: {} }, authorisedBy: 'team manager' },
  ),
  ended: step(
    'Ended',
    { ended: day('Ended'), why: oneOf('Why', { done: 'Done', moved: 'Moved' }) },
    { after: { opened: {} }, repeats: true, closes: {}, closingReason: 'why' },
  ),
  paused: step(
    'Paused',
    { held: day('Held') },
    { after: { opened: {} }, repeats: true, closes: {}, closesUnless: ['planned'] },
  ),
}
const base = { id: 'work', title: 'Work', episode: 'piece', about: 'child', law: ['An Act'] } as const
const work = pathway({
  ...base,
  steps,
  states: { planned: { from: { plan: { outcome: 'yes' } }, until: { ended: {} } } },
})
const house = assemble({ pathways: [register, work], handovers: [], calendars: englishCalendars })
const folded = (record: ReturnType<typeof recordOf>) => fold(house, 1, record.entries)
const only = (record: ReturnType<typeof recordOf>) => {
  const { episodes } = folded(record)
  expect(episodes).toHaveLength(1)
  return episodes[0]!
}

describe('the fold', () => {
  test('orders events by the day they were true, then as recorded, whatever came first', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-10', decision: 'go' })
    record.tell('opened', { held: '2024-03-12', decision: 'go' }, { on: '2024-03-12' })
    record.tell('opened', { held: '2024-03-01', decision: 'stop' }, { on: '2024-03-20' })
    record.tell('opened', { held: '2024-03-10', decision: 'stop' }, { on: '2024-03-21' })
    const episode = only(record)
    expect(episode.events.map(({ position }) => position)).toEqual([3, 1, 4, 2])
    // An episode is open since the day of what opened it, not of what is known to have been before.
    expect(episode.opened).toBe('2024-03-10')
  })

  test('an event without a day stands on the day it was recorded', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-10', decision: 'go' })
    record.tell('opened', { decision: 'stop' }, { day: null, on: '2024-03-05' })
    expect(only(record).events.map(({ position }) => position)).toEqual([2, 1])
  })

  test('a correction changes the value and keeps what it was, by whom and why; the entry stays as written', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-10', decision: 'go' })
    record.correct(1, 'held', '2024-03-01', { on: '2024-04-01', author: 7 })
    const [event] = only(record).events
    expect(event).toMatchObject({
      day: '2024-03-01',
      values: { held: '2024-03-01', decision: 'go' },
      corrected: [{ position: 2, field: 'held', was: '2024-03-10', author: 7, reason: 'Mistyped' }],
    })
    expect(only(record).opened).toBe('2024-03-01')
    expect(record.entries[0]!.content).toEqual({ held: '2024-03-10', decision: 'go' })
    record.correct(1, 'held', undefined)
    expect(only(record).events[0]).toMatchObject({ day: null, values: { decision: 'go' } })
  })

  test('what was withdrawn leaves the history, and the episode with what opened it', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-10', decision: 'go' })
    const second = record.tell('opened', { held: '2024-03-12', decision: 'go' })
    record.withdraw(second)
    expect(only(record).events.map(({ position }) => position)).toEqual([1])
    record.correct(second, 'decision', 'stop')
    expect(only(record).events).toHaveLength(1)
    record.withdraw(1)
    expect(folded(record).episodes).toEqual([])
    expect(folded(record).position).toBe(5)
  })

  test('work that needs a signature waits, comes back, and counts from its signature', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-10', decision: 'go' })
    const plan = record.tell('plan', { made: '2024-03-12', outcome: 'yes' })
    const standing = () => only(record).events.find(({ step }) => step === 'plan')!.standing
    expect([standing(), only(record).states.planned]).toEqual(['waiting', []])
    record.giveBack(plan, { on: '2024-03-13' })
    expect(standing()).toBe('returned')
    const again = record.tell('plan', { made: '2024-03-14', outcome: 'yes' })
    record.authorise(again, { recorded: moment('2024-03-20T09:30:00.000Z'), author: 5 })
    const event = only(record).events.at(-1)!
    expect(event).toMatchObject({ standing: 'authorised', authorised: { at: '2024-03-20T09:30:00.000Z', by: 5 } })
    expect(only(record).states.planned).toEqual([{ from: '2024-03-14', until: null }])
  })

  test('states begin and end with their events, and all end when the episode closes', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-01', decision: 'go' })
    record.authorise(record.tell('plan', { made: '2024-03-05', outcome: 'yes' }), { on: '2024-03-06' })
    // While the state holds, this step closes nothing; once it has ended, it does.
    record.tell('paused', { held: '2024-03-20' })
    expect(only(record)).toMatchObject({ closed: null, states: { planned: [{ from: '2024-03-05', until: null }] } })
    record.tell('ended', { ended: '2024-05-01', why: 'moved' })
    expect(only(record)).toMatchObject({
      closed: '2024-05-01',
      closingReason: 'moved',
      states: { planned: [{ from: '2024-03-05', until: '2024-05-01' }] },
    })
  })

  test('who held the work: each role until the next in it, or the closing', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-01', decision: 'go' })
    record.tell('allocation', { from: '2024-03-02', team: 1, worker: 11, role: 'lead' })
    record.tell('allocation', { from: '2024-03-03', team: 1, worker: 12, role: 'second' })
    record.tell('allocation', { from: '2024-04-01', team: 2, role: 'lead' })
    record.tell('ended', { ended: '2024-05-01', why: 'done' })
    expect(only(record).allocations).toEqual([
      { from: '2024-03-02', until: '2024-04-01', role: 'lead', team: 1, worker: 11 },
      { from: '2024-03-03', until: '2024-05-01', role: 'second', team: 1, worker: 12 },
      { from: '2024-04-01', until: '2024-05-01', role: 'lead', team: 2, worker: null },
    ])
  })

  test('as it was known at a moment: without what was recorded later, corrections included', () => {
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-10', decision: 'go' }, { on: '2024-03-10' })
    record.tell('ended', { ended: '2024-03-15', why: 'done' }, { on: '2024-06-01' })
    record.correct(1, 'decision', 'stop', { on: '2024-07-01' })
    const known = (at: string) => fold(house, 1, knownAt(record.entries, moment(at))).episodes[0]!
    expect(known('2024-05-03T12:00:00.000Z')).toMatchObject({ closed: null, events: [{ values: { decision: 'go' } }] })
    expect(known('2024-06-02T12:00:00.000Z')).toMatchObject({ closed: '2024-03-15' })
    expect(known('2024-07-02T12:00:00.000Z').events[0]!.values.decision).toBe('stop')
  })

  test('an old entry is read in today’s shape, and a correction in the shape it was written in', () => {
    const renamed = { opened: step('Opened', { heldOn: day('Held'), note: text('Note', { optional: true }) }) }
    const today = pathway({
      ...base,
      version: 3,
      steps: renamed,
      upcasts: {
        1: (_step, { held, ...others }) => ({ ...others, ...(held === undefined ? {} : { day: held }) }),
        2: (_step, { day, ...others }) => ({ ...others, ...(day === undefined ? {} : { heldOn: day }) }),
      },
    })
    const newer = assemble({ pathways: [register, today], handovers: [], calendars: englishCalendars })
    const record = recordOf('work')
    record.tell('opened', { held: '2024-03-10' }, { version: 1 })
    const read = () => fold(newer, 1, record.entries).episodes[0]!.events[0]!
    expect(read().values).toEqual({ heldOn: '2024-03-10' })
    record.correct(1, 'held', '2024-03-09', { version: 1 })
    expect(read()).toMatchObject({ values: { heldOn: '2024-03-09' }, day: '2024-03-09' })
    record.correct(1, 'day', '2024-03-08', { version: 2 })
    record.correct(1, 'note', 'Kept', { version: 3 })
    expect(read()).toMatchObject({ values: { heldOn: '2024-03-08', note: 'Kept' }, day: '2024-03-08' })
  })

  test('who the record is about follows the last that was said of their birth', () => {
    const record = recordOf('person')
    record.tell('registered', { as: 'child', surname: 'Ash', expected: '2024-05-01', sex: 'U' }, { day: null })
    expect(folded(record).subject).toMatchObject({ born: null, expected: '2024-05-01' })
    record.tell('born', { born: '2024-04-20', sex: 'F' })
    expect(folded(record).subject).toMatchObject({ born: '2024-04-20', expected: null })
    record.correct(2, 'born', '2024-04-21')
    record.tell('died', { died: '2024-09-01' })
    expect(folded(record).subject).toMatchObject({ born: '2024-04-21', died: '2024-09-01' })
  })

  test('one entry at a time gives what all at once gives, and what was handed out stays as it was', () => {
    const kinds = fc.constantFrom('opened', 'plan', 'ended', 'caseNote', 'correct', 'withdraw', 'authorise', 'return')
    const telling = fc.record({ kind: kinds, of: fc.nat(20), day: fc.integer({ min: 10, max: 28 }) })
    fc.assert(
      fc.property(fc.array(telling, { maxLength: 25, size: 'max' }), (list) => {
        const record = recordOf('work')
        record.tell('opened', { held: '2024-01-05', decision: 'go' })
        for (const { kind, of, day } of list) {
          const on = `2024-01-${day}`
          const target = 1 + (of % record.entries.length)
          if (kind === 'correct') record.correct(target, 'held', on)
          else if (kind === 'withdraw') record.withdraw(target)
          else if (kind === 'authorise') record.authorise(target)
          else if (kind === 'return') record.giveBack(target)
          else record.tell(kind, { held: on, outcome: 'yes' }, { episode: of % 4 === 0 ? null : 1 })
        }
        const growing = growHistory(house, 1)
        const handedOut: string[] = []
        const histories = record.entries.map((entry) => {
          growing.append(entry)
          const history = growing.history()
          handedOut.push(JSON.stringify(history))
          return history
        })
        const half = record.entries.length >> 1
        const trunk = growHistory(house, 1)
        for (const entry of record.entries.slice(0, half)) trunk.append(entry)
        const branch = trunk.fork()
        for (const entry of record.entries.slice(half)) branch.append(entry)
        expect(trunk.history()).toEqual(fold(house, 1, record.entries.slice(0, half)))
        for (const entry of record.entries.slice(half)) trunk.append(entry)
        expect(trunk.history()).toEqual(branch.history())
        histories.forEach((history, n) => {
          expect(history).toEqual(fold(house, 1, record.entries.slice(0, n + 1)))
          expect(JSON.stringify(history)).toBe(handedOut[n])
        })
      }),
      { numRuns: 100 },
    )
  })
})
