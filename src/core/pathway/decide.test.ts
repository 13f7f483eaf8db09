import { describe, expect, test } from 'vitest'
import { openRecord } from '../acts/decide-act.ts'
import { englishCalendars, moment, day as onDay } from '../calendar/index.ts'
import { register } from '../people/register.ts'
import { limits } from '../record/limits.ts'
import { type Decision, decide, decideCorrection, decideSignOff, decideWithdrawal, openSteps } from './decide.ts'
import { recordOf } from './entries.test-help.ts'
import { day, line, moment as momentField, oneOf, several, text, wholeNumber, yesNo } from './field.ts'
import { assemble, handover } from './house.ts'
import { pathway } from './pathway.ts'
import { step } from './step.ts'

const opened = step(
  'Opened',
  {
    held: day('Date held'),
    planned: day('Next date', { optional: true, ahead: true }),
    called: momentField('When they called', { optional: true }),
    agencies: several('Agencies', { police: 'Police', health: 'Health', other: 'Other' }, { atLeast: ['police'] }),
    decision: oneOf('Decision', { go: 'Go', stop: 'Stop', old: { label: 'Old answer', until: onDay('2020-12-31') } }),
    why: line('Why', { when: { decision: 'stop' } }),
    children: wholeNumber('Children', { from: 1, to: 20, optional: true }),
    note: text('Note', { optional: true }),
    seen: yesNo('Was the child seen?', { optional: true }),
  },
  {
    rules: [
      {
        says: 'A decision to stop needs more than one agency.',
        field: 'agencies',
        holds: (v) => v.decision !== 'stop' || (v.agencies?.length ?? 0) > 1,
      },
    ],
  },
)
const work = pathway({
  id: 'work',
  title: 'Work',
  episode: 'piece of work',
  about: 'child',
  law: ['An Act'],
  version: 4,
  upcasts: {},
  steps: {
    opened,
    plan: step(
      'Plan',
      { made: day('Made'), outcome: oneOf('Outcome', { yes: 'Yes', no: 'No' }) },
      { after: { opened: { decision: 'go' } }, authorisedBy: 'team manager' },
    ),
    ended: step('Ended', { ended: day('Ended') }, { after: { plan: {} }, closes: {} }),
  },
})
const other = pathway({
  id: 'other',
  title: 'Other work',
  episode: 'referral',
  about: 'child',
  law: ['An Act'],
  steps: { received: step('Received', { on: day('On') }) },
})
const house = assemble({
  pathways: [register, work, other],
  handovers: [
    handover(work, 'opened', { decision: 'stop' }, other, 'received', (_values, _episode, event) => ({
      on: event.day!,
    })),
    handover(work, 'plan', { outcome: 'no' }, other, 'received', (values) => ({ on: values.made! })),
  ],
  calendars: englishCalendars,
})

const hand = { author: 1, now: moment('2024-05-01T10:00:00.000Z'), act: '00000000-0000-4000-8000-000000000001' }
const right = { held: '2024-04-30', agencies: ['police'], decision: 'go' } as const

/** A child born on 1 January 2020 with what is told after. */
function child(tell: (record: ReturnType<typeof recordOf>) => void = () => {}) {
  const record = recordOf('person')
  record.tell('registered', { as: 'child', born: '2020-01-01', sex: 'F' }, { on: '2020-01-02' })
  tell(record)
  return openRecord(house, 1, record.entries).history()
}
const tellOpened = (record: ReturnType<typeof recordOf>) =>
  record.tell('opened', { ...right }, { pathway: 'work', episode: null, version: 4 })
const inWork = { pathway: 'work', episode: 2, version: 4 } as const

const codes = (decision: Decision) => (decision.ok ? [] : decision.problems.map(({ code, field }) => [code, field]))
const reason = (decision: Decision) => (decision.ok ? '' : decision.problems[0]!.says)
const record = (values: object, of = child(), more: object = {}) =>
  decide(house, of, { pathway: 'work', step: 'opened', episode: null, values: values as never, ...more }, hand)

describe('the answers', () => {
  test('right ones become one draft, in today’s version, on their own day, without what was not asked', () => {
    const decision = record({ ...right, why: 'left over', children: '' as never })
    expect(decision).toMatchObject({
      ok: true,
      drafts: [{ record: 1, episode: null, version: 4, day: '2024-04-30', recorded: hand.now, author: 1 }],
    })
    expect(decision.ok && decision.drafts[0]!.content).toEqual(right)
  })

  test('everything that is missing is said at once, each in its own words', () => {
    expect(codes(record({}))).toEqual([
      ['field.missing', 'held'],
      ['field.choose', 'agencies'],
      ['field.choose', 'decision'],
    ])
    expect(codes(record({ ...right, agencies: ['police', 'health'], decision: 'stop' }))).toEqual([
      ['field.answer', 'why'],
    ])
  })

  test.each([
    ['a day to come', { held: '2024-05-02' }, 'field.future', 'held'],
    ['a day before the birth', { held: '2019-12-31' }, 'field.before-birth', 'held'],
    ['30 February', { held: '2024-02-30' }, 'field.not-understood', 'held'],
    ['a moment to come', { called: '2024-05-01T10:00:00.001Z' }, 'field.future', 'called'],
    ['an answer that is none', { decision: 'maybe' }, 'field.not-an-option', 'decision'],
    ['an answer of former times', { decision: 'old' }, 'field.option-not-in-force', 'decision'],
    ['one of several that must be there', { agencies: ['health'] }, 'field.atleast', 'agencies'],
    ['a number outside its bounds', { children: 21 }, 'field.not-a-number', 'children'],
    ['half a number', { children: 1.5 }, 'field.not-a-number', 'children'],
    ['a text that is too long', { note: 'x'.repeat(limits.textLengthMax + 1) }, 'field.too-long', 'note'],
    ['a text with a NUL', { note: 'a\0b' }, 'field.not-understood', 'note'],
    ['a text with half a character', { note: 'a\ud800b' }, 'field.not-understood', 'note'],
    ['a rule across fields', { decision: 'stop', why: 'x' }, 'step.rule', 'agencies'],
  ])('%s is refused beside its field', (_what, wrong, code, field) => {
    expect(codes(record({ ...right, ...wrong }))).toEqual([[code, field]])
  })

  test('today, the day of birth, a planned day ahead and an old answer in its time are right', () => {
    expect(codes(record({ ...right, held: '2024-05-01', planned: '2025-01-01' }))).toEqual([])
    expect(codes(record({ ...right, held: '2020-01-01', decision: 'old' }))).toEqual([])
  })
})

describe('whether a step is open', () => {
  const plan = { made: '2024-05-01', outcome: 'yes' }
  test('unknown steps and episodes are not found', () => {
    expect(codes(record(right, child(), { step: 'nothing' }))).toEqual([['step.unknown', undefined]])
    expect(codes(record(right, child(), { episode: 9 }))).toEqual([['record.not-found', undefined]])
    // An episode of another pathway is none of this one.
    expect(codes(record(right, child(), { episode: 1 }))).toEqual([['record.not-found', undefined]])
  })

  test('what follows needs what it follows, with the right answer', () => {
    expect(reason(record(plan, child(), { step: 'plan' }))).toMatch(/no open piece of work/)
    const stopped = child((r) =>
      r.tell('opened', { ...right, decision: 'stop' }, { pathway: 'work', episode: null, version: 4 }),
    )
    expect(reason(record(plan, stopped, { step: 'plan', episode: 2 }))).toMatch(
      /comes after opened with the right outcome/,
    )
    expect(codes(record(plan, child(tellOpened), { step: 'plan', episode: 2 }))).toEqual([])
  })

  test('once only where it does not repeat, not beside one that waits, again after a return', () => {
    expect(reason(record(right, child(tellOpened), { episode: 2 }))).toMatch(/already been recorded/)
    const waiting = (returned: boolean) =>
      child((r) => {
        tellOpened(r)
        const position = r.tell('plan', plan, inWork)
        if (returned) r.giveBack(position, { version: 4 })
      })
    expect(reason(record(plan, waiting(false), { step: 'plan', episode: 2 }))).toMatch(/already waiting for sign-off/)
    expect(codes(record(plan, waiting(true), { step: 'plan', episode: 2 }))).toEqual([])
  })

  test('nothing but notes after the episode has closed', () => {
    const closed = child((r) => {
      tellOpened(r)
      r.authorise(r.tell('plan', plan, inWork), { version: 4 })
      r.tell('ended', { ended: '2024-05-01' }, inWork)
    })
    expect(reason(record({ ended: '2024-05-01' }, closed, { step: 'ended', episode: 2 }))).toMatch(
      /closed on 1 May 2024/,
    )
    const steps = openSteps(
      work,
      closed.episodes.find(({ id }) => id === 2),
    )
    expect(steps).toContain('caseNote')
    expect(steps).not.toContain('opened')
  })
})

test('an allocation begins today or earlier: nobody is taken off a worker’s list before the day', () => {
  const allocate = (from: string) =>
    codes(record({ from, team: 1, role: 'lead' }, child(tellOpened), { step: 'allocation', episode: 2 }))
  expect(allocate('2024-05-02')).toEqual([['field.future', 'from']])
  expect(allocate('2024-05-01')).toEqual([])
})

describe('hand-overs', () => {
  const stop = { ...right, agencies: ['police', 'health'], decision: 'stop', why: 'x' }

  test('a decision opens the other pathway in the same act, but not a second open one', () => {
    expect(record(stop)).toMatchObject({
      drafts: [
        { step: 'opened' },
        { pathway: 'other', step: 'received', episode: null, day: '2024-04-30', content: { on: '2024-04-30' } },
      ],
    })
    const already = child((r) => r.tell('received', { on: '2024-01-01' }, { pathway: 'other', episode: null }))
    const decision = record(stop, already)
    expect(decision.ok && decision.drafts).toHaveLength(1)
  })

  test('work that needs a signature hands over when it is signed, not before', () => {
    const values = { made: '2024-05-01', outcome: 'no' }
    const decision = record(values, child(tellOpened), { step: 'plan', episode: 2 })
    expect(decision.ok && decision.drafts).toHaveLength(1)
    const waiting = child((r) => {
      tellOpened(r)
      r.tell('plan', values, inWork)
    })
    expect(decideSignOff(house, waiting, 3, { decision: 'authorise' }, { ...hand, author: 2 })).toMatchObject({
      drafts: [
        { step: 'signOff', target: 3, episode: 2, content: { decision: 'authorise' } },
        { pathway: 'other', origin: 2, content: { on: '2024-05-01' } },
      ],
    })
  })
})

describe('signing off, correcting, withdrawing', () => {
  const waiting = () =>
    child((r) => {
      tellOpened(r)
      r.tell('plan', { made: '2024-05-01', outcome: 'yes' }, inWork)
    })
  const by = { ...hand, author: 2 }

  test('nobody signs their own work, what does not wait, or what is not there; a return needs its reason', () => {
    expect(codes(decideSignOff(house, waiting(), 3, { decision: 'authorise' }, hand))).toEqual([
      ['signoff.own-work', undefined],
    ])
    expect(codes(decideSignOff(house, waiting(), 2, { decision: 'authorise' }, by))).toEqual([
      ['signoff.not-waiting', undefined],
    ])
    expect(codes(decideSignOff(house, waiting(), 9, { decision: 'authorise' }, by))).toEqual([
      ['record.not-found', undefined],
    ])
    expect(codes(decideSignOff(house, waiting(), 3, { decision: 'return', reason: ' ' }, by))).toEqual([
      ['field.missing', 'reason'],
    ])
  })

  test('a correction is judged like the entry itself and needs its reason', () => {
    const correct = (field: string, value: string | undefined, reason = 'Mistyped') =>
      decideCorrection(house, waiting(), 2, { field, value, reason }, hand)
    expect(correct('held', '2024-04-01')).toMatchObject({
      drafts: [
        {
          kind: 'correct',
          target: 2,
          step: 'opened',
          content: { field: 'held', value: '2024-04-01', reason: 'Mistyped' },
        },
      ],
    })
    expect(codes(correct('held', '2024-06-01'))).toEqual([['field.future', 'held']])
    expect(codes(correct('held', undefined))).toEqual([['field.missing', 'held']])
    expect(codes(correct('held', '2024-04-01', ''))).toEqual([['field.missing', 'reason']])
    expect(codes(correct('nothing', 'x'))).toEqual([['record.not-found', undefined]])
  })

  test('what was wrong with an entry before stands in the way of no other answer', () => {
    const old = child((r) =>
      r.tell('opened', { ...right, decision: 'old' }, { pathway: 'work', episode: null, version: 4 }),
    )
    const correct = (field: string, value: string) =>
      codes(decideCorrection(house, old, 2, { field, value, reason: 'Mistyped' }, hand))
    expect(correct('note', 'Said again')).toEqual([])
    expect(correct('held', '2024-06-01')).toEqual([['field.future', 'held']])
  })

  test('an answer may be put right before its question is asked, but not with what it cannot be', () => {
    const correct = (value: string) =>
      codes(decideCorrection(house, waiting(), 2, { field: 'why', value, reason: 'Mistyped' }, hand))
    expect(correct('Because')).toEqual([])
    expect(correct('x'.repeat(limits.lineLengthMax + 1))).toEqual([['field.too-long', 'why']])
  })

  test('what opened an episode is withdrawn last, and a registration only while nothing else is recorded', () => {
    const withdraw = (history: ReturnType<typeof waiting>, position: number) =>
      decideWithdrawal(house, history, position, 'Another child', hand)
    expect(reason(withdraw(waiting(), 2))).toMatch(/Other entries stand on this piece of work/)
    expect(reason(withdraw(child(tellOpened), 1))).toMatch(/Other entries stand on this record/)
    expect(codes(withdraw(child(tellOpened), 2))).toEqual([])
  })

  test('a withdrawal needs its reason and something to withdraw', () => {
    expect(decideWithdrawal(house, waiting(), 3, 'Another child', hand)).toMatchObject({
      drafts: [{ kind: 'withdraw', target: 3, episode: 2, content: { reason: 'Another child' } }],
    })
    expect(codes(decideWithdrawal(house, waiting(), 3, ' ', hand))).toEqual([['field.missing', 'reason']])
    expect(codes(decideWithdrawal(house, waiting(), 9, 'x', hand))).toEqual([['record.not-found', undefined]])
  })
})
