import { describe, expect, test } from 'vitest'
import { story, usual } from '../../../../test/support/story.ts'
import { childProtectionMeasures } from './index.ts'

const cp = 'child-protection'

const discussed = (held = '2022-05-23') => story().record(cp, 'strategyDiscussion', { held, ...usual.strategy })
const enquired = (outcome = 'conference') =>
  discussed()
    .record(cp, 'enquiry', { started: '2022-05-23', completed: '2022-06-08', ...usual.enquiry, outcome })
    .authorise('2022-06-09')
const onPlan = (held = '2022-06-15') =>
  enquired().record(cp, 'initialConference', { held, ...usual.conference, outcome: 'plan', category: 'NEG' })
const reviewed = (decision: string, held: string) => ({
  held,
  ...usual.review,
  decision,
  ...(decision === 'continue' && { category: 'NEG' }),
})

describe('ended without a conference', () => {
  test('at 18 a plan ends there and then, and its clocks fall away', () => {
    const told = onPlan().record(cp, 'endedWithoutConference', { ended: '2022-07-01', why: 'eighteen' })
    expect(told.folded().history.episodes.at(-1)).toMatchObject({ closed: '2022-07-01', closingReason: 'eighteen' })
    expect(told.clocks(cp, 'review')).toMatchObject([{ met: null, void: '2022-07-01' }])
  })

  test('what only a file can leave unsaid is refused to a person', () => {
    for (const why of ['notRequired', 'notSaid'])
      expect(onPlan().refused(cp, 'endedWithoutConference', { ended: '2022-07-01', why })).toMatchObject([
        { code: 'step.rule', field: 'why' },
      ])
  })
})

describe('clocks, by their authority', () => {
  test('Working Together: conference within 15 working days of the strategy discussion that led to the enquiry', () => {
    const told = enquired()
    expect(told.clocks(cp, 'initialConference')).toMatchObject([{ from: '2022-05-23', due: '2022-06-15', met: null }])
    told.record(cp, 'initialConference', { held: '2022-06-16', ...usual.conference, outcome: 'none' })
    expect(told.clocks(cp, 'initialConference')).toMatchObject([{ due: '2022-06-15', met: '2022-06-16' }])
    expect(told.measure('initial-conferences-15')).toEqual([['2022-06-16', 0]])
  })

  test('the last strategy discussion before the enquiry is the one that led to it', () => {
    const told = story()
      .record(cp, 'strategyDiscussion', { held: '2022-05-23', ...usual.strategy })
      .record(cp, 'strategyDiscussion', { held: '2022-05-26', ...usual.strategy })
      .record(cp, 'enquiry', {
        started: '2022-05-26',
        completed: '2022-06-01',
        ...usual.enquiry,
        outcome: 'conference',
      })
    expect(told.clocks(cp, 'initialConference')).toMatchObject([{ from: '2022-05-26', due: '2022-06-20' }])
  })

  test('an enquiry that ends without a conference ends its clock', () => {
    const told = enquired('childInNeed')
    expect(told.clocks(cp, 'initialConference')).toMatchObject([{ met: null, void: '2022-06-09' }])
    expect(told.folded().history.episodes.at(-1)?.closed).toBe('2022-06-09')
  })

  test('local: the enquiry is authorised within 15 working days of the strategy discussion', () => {
    expect(enquired().clocks(cp, 'enquiry')).toMatchObject([
      { from: '2022-05-23', due: '2022-06-15', met: '2022-06-09' },
    ])
    expect(enquired().measure('enquiries-15')).toEqual([['2022-06-09', 1]])
  })

  test('census guide: a transfer in has its conference within 15 working days of notification, and is counted apart', () => {
    const told = story()
      .record(cp, 'transferIn', { notified: '2022-05-23', council: 'Another council', category: 'EMO' })
      .record(cp, 'initialConference', {
        held: '2022-06-14',
        ...usual.conference,
        kind: 'transferIn',
        outcome: 'plan',
        category: 'EMO',
      })
    expect(told.clocks(cp, 'transferInConference')).toMatchObject([{ due: '2022-06-15', met: '2022-06-14' }])
    expect(told.measure('initial-conferences-15')).toEqual([])
    expect(told.measure('repeat-plans-ever')).toEqual([['2022-06-14', 0]])
  })

  test('Working Together: reviews within three months, then at most six months apart, and none after the plan', () => {
    const told = onPlan().record(cp, 'reviewConference', reviewed('continue', '2022-09-12'))
    expect(told.clocks(cp, 'review')).toMatchObject([
      { due: '2022-09-15', met: '2022-09-12' },
      { due: '2023-03-12', met: null, void: null },
    ])
    told.record(cp, 'reviewConference', reviewed('end', '2023-03-20'))
    expect(told.clocks(cp, 'review')).toMatchObject([{}, { due: '2023-03-12', met: '2023-03-20' }])
    expect(told.folded().history.episodes.at(-1)).toMatchObject({ closed: '2023-03-20', closingReason: 'end' })
  })

  test('Working Together: first core group within ten working days, then by local policy', () => {
    const group = { attended: ['health'], parents: 'yes', progress: 'Some', actions: 'More' }
    const told = onPlan().record(cp, 'coreGroup', { held: '2022-06-27', ...group })
    expect(told.clocks(cp, 'coreGroup')).toMatchObject([
      { due: '2022-06-29', met: '2022-06-27' },
      { due: '2022-08-08', met: null },
    ])
  })

  test('local: a visit every ten working days, met only by one at which the child was seen', () => {
    const told = onPlan().record(cp, 'visit', { visited: '2022-06-20', seen: 'no', whyNot: 'Out' })
    expect(told.clocks(cp, 'visit')).toMatchObject([{ due: '2022-06-29', met: null }])
    told.record(cp, 'visit', { visited: '2022-06-28', ...usual.seen })
    expect(told.clocks(cp, 'visit')).toMatchObject([{ met: '2022-06-28' }, { due: '2022-07-12', met: null }])
  })

  test('local: the decisions of a conference are sent within one working day', () => {
    const told = onPlan('2022-06-17').record(cp, 'recordSent', { sent: '2022-06-21', what: 'decisions' })
    expect(told.clocks(cp, 'decisionsSent')).toMatchObject([{ due: '2022-06-20', met: '2022-06-21' }])
  })
})

test('a strategy discussion needs social care, police and health', () => {
  const problems = story().refused(cp, 'strategyDiscussion', {
    held: '2022-05-23',
    ...usual.strategy,
    agencies: ['socialCare', 'health'],
  })
  expect(problems).toMatchObject([{ code: 'field.atleast', says: 'Agencies taking part must include Police.' }])
})

test('a strategy discussion that leads nowhere closes the episode, but not while a plan is open', () => {
  const none = { ...usual.strategy, decision: 'none' }
  expect(
    story()
      .record(cp, 'strategyDiscussion', { held: '2022-05-23', ...none })
      .folded()
      .history.episodes.at(-1)?.closed,
  ).toBe('2022-05-23')
  expect(
    onPlan()
      .record(cp, 'strategyDiscussion', { held: '2022-08-01', ...none })
      .folded()
      .history.episodes.at(-1)?.closed,
  ).toBeNull()
})

test.each([
  [
    'another council’s plan, which still stands',
    'otherCouncilsPlan',
    { told: '2022-05-23', council: 'Another council' },
  ],
  [
    'a plan that is coming here, whose conference is still due',
    'transferIn',
    { notified: '2022-05-23', council: 'Another council', category: 'NEG' },
  ],
])('a strategy discussion that leads nowhere does not close an episode with %s', (_, opener, values) => {
  const told = story()
    .record(cp, opener, values)
    .record(cp, 'strategyDiscussion', { held: '2022-05-25', ...usual.strategy, decision: 'none' })
  expect(told.folded().history.episodes.at(-1)?.closed).toBeNull()
  expect(told.clocks(cp, 'transferInConference').map((one) => one.void)).toEqual(opener === 'transferIn' ? [null] : [])
})

describe('repeat plans: two measures, both labelled', () => {
  const again = (held: string) =>
    onPlan()
      .record(cp, 'reviewConference', reviewed('end', '2022-09-12'))
      .record(cp, 'strategyDiscussion', { held, ...usual.strategy })
      .record(cp, 'enquiry', { started: held, completed: held, ...usual.enquiry, outcome: 'conference' })
      .authorise(`${held} 17:00`)
      .record(cp, 'initialConference', { held, ...usual.conference, outcome: 'plan', category: 'PHY' })

  test('within two years of the end of the earlier plan', () => {
    expect(again('2024-09-12').measure('repeat-plans-2-years').at(-1)).toEqual(['2024-09-12', 1])
    expect(again('2024-09-13').measure('repeat-plans-2-years').at(-1)).toEqual(['2024-09-13', 0])
  })

  test('ever', () => {
    expect(again('2026-01-05').measure('repeat-plans-ever')).toEqual([
      ['2022-06-15', 0],
      ['2026-01-05', 1],
    ])
  })

  test('earlier plans that are known only from the conference are plans, and end nothing within two years', () => {
    const told = enquired().record(cp, 'initialConference', {
      held: '2022-06-15',
      ...usual.conference,
      outcome: 'plan',
      category: 'NEG',
      previousPlans: 1,
    })
    expect(told.measure('repeat-plans-ever')).toEqual([['2022-06-15', 1]])
    expect(told.measure('repeat-plans-2-years')).toEqual([['2022-06-15', 0]])
  })
})

test('an unborn child can be on the whole road', () => {
  const told = story(null, '2022-09-01')
    .record(cp, 'strategyDiscussion', { held: '2022-05-23', ...usual.strategy })
    .record(cp, 'enquiry', {
      started: '2022-05-23',
      completed: '2022-06-01',
      ...usual.enquiry,
      seen: 'no',
      outcome: 'conference',
    })
    .authorise('2022-06-02')
    .record(cp, 'initialConference', {
      held: '2022-06-10',
      ...usual.conference,
      kind: 'preBirth',
      outcome: 'plan',
      category: 'NEG',
    })
    .record('person', 'born', { born: '2022-08-28', sex: 'F', forename: 'Wren' })
  expect(told.folded().history.subject).toMatchObject({ born: '2022-08-28', expected: null })
  expect(told.folded().history.episodes.find((one) => one.pathway === cp)?.states.planOpen).toEqual([
    { from: '2022-06-10', until: null },
  ])
})

test('another council’s plan child living here is known, and is not a plan of ours', () => {
  const told = story().record(cp, 'otherCouncilsPlan', { told: '2022-05-23', council: 'Another council' })
  expect(told.folded().history.episodes.at(-1)?.states).toMatchObject({
    livingHere: [{ from: '2022-05-23', until: null }],
    planOpen: [],
  })
  told.record(cp, 'otherCouncilsPlanEnded', { told: '2022-08-01', why: 'left' })
  expect(told.folded().history.episodes.at(-1)?.closed).toBe('2022-08-01')
})

test('a plan that is transferred out ends on the day of the receiving council’s conference', () => {
  const told = onPlan().record(cp, 'transferOut', { accepted: '2022-08-01', council: 'Another council' })
  expect(told.folded().history.episodes.at(-1)?.states.planOpen).toEqual([{ from: '2022-06-15', until: '2022-08-01' }])
  expect(told.clocks(cp, 'review').at(-1)).toMatchObject({ met: null, void: '2022-08-01' })
})

test('children on plans at a date: one more where a plan begins, one fewer where it ends', () => {
  const told = onPlan()
  expect(told.measure('children-on-plans')).toEqual([['2022-06-15', 1]])
  told.record(cp, 'reviewConference', reviewed('end', '2022-09-12'))
  expect(told.measure('children-on-plans')).toEqual([
    ['2022-06-15', 1],
    ['2022-09-12', -1],
  ])
})

test('a plan that moves to another team leaves the one and joins the other on that day', () => {
  const lead = (from: string, team: number) => ({ from, team, role: 'lead' })
  const told = discussed()
    .record(cp, 'allocation', lead('2022-05-23', 1))
    .record(cp, 'enquiry', { started: '2022-05-23', completed: '2022-06-08', ...usual.enquiry, outcome: 'conference' })
    .authorise('2022-06-09')
    .record(cp, 'initialConference', { held: '2022-06-15', ...usual.conference, outcome: 'plan', category: 'NEG' })
    .record(cp, 'allocation', lead('2022-07-01', 2))
  const measure = childProtectionMeasures.find((one) => one.id === 'children-on-plans')
  expect(measure?.contributions(told.folded()).map(({ day, numerator, team }) => [day, numerator, team])).toEqual([
    ['2022-06-15', 1, 1],
    ['2022-07-01', -1, 1],
    ['2022-07-01', 1, 2],
  ])
})
