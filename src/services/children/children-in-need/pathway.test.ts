import { describe, expect, test } from 'vitest'
import { story, usual } from '../../../../test/support/story.ts'

const cin = 'children-in-need'

const referred = (received: string) => story().record(cin, 'referral', { received, source: '2A' })
const accepted = (received: string, decided = received) =>
  referred(received).record(cin, 'referralDecision', {
    decided,
    response: 'assess',
    need: 'N1',
    reason: 'Worries at school',
    referrerTold: 'yes',
  })
const assessed = (received: string, outcome = 'plan') =>
  accepted(received)
    .record(cin, 'assessmentStarted', { started: received })
    .record(cin, 'assessment', { completed: '2022-06-20', ...usual.assessment, factors: ['3B'], outcome })
    .authorise('2022-06-21')
const planned = () =>
  assessed('2022-05-03').record(cin, 'plan', { started: '2022-06-22', aims: 'A', actions: 'B', danger: 'C' })

describe('clocks, by their authority', () => {
  test('Working Together: a decision on a referral within one working day', () => {
    // Received on the Thursday before Easter 2022: Good Friday, the weekend and Easter Monday do not count.
    const [clock] = accepted('2022-04-14', '2022-04-19').clocks(cin, 'referralDecision')
    expect(clock).toMatchObject({ from: '2022-04-14', due: '2022-04-19', met: '2022-04-19' })
  })

  test('Working Together: 45 working days from referral to authorisation, and it is authorisation that counts', () => {
    // 3 May 2022 plus 45 working days passes over the spring and Platinum Jubilee holidays of 2 and 3 June.
    const waiting = accepted('2022-05-03')
      .record(cin, 'assessmentStarted', { started: '2022-05-04' })
      .record(cin, 'assessment', { completed: '2022-07-01', ...usual.assessment, factors: ['3B'], outcome: 'none' })
    expect(waiting.clocks(cin, 'assessment')).toMatchObject([{ due: '2022-07-07', met: null }])
    waiting.giveBack('Say what the child told you', '2022-07-05')
    waiting.record(cin, 'assessment', {
      completed: '2022-07-06',
      ...usual.assessment,
      factors: ['3B'],
      outcome: 'none',
    })
    waiting.authorise('2022-07-08')
    expect(waiting.clocks(cin, 'assessment')).toMatchObject([{ due: '2022-07-07', met: '2022-07-08' }])
    expect(waiting.measure('assessments-45-from-referral')).toEqual([['2022-07-08', 0]])
  })

  test('the Department’s statistics: 45 working days from the start of the assessment', () => {
    const told = accepted('2022-05-03')
      .record(cin, 'assessmentStarted', { started: '2022-05-04' })
      .record(cin, 'assessment', { completed: '2022-07-06', ...usual.assessment, factors: ['3B'], outcome: 'none' })
      .authorise('2022-07-08')
    expect(told.clocks(cin, 'assessmentFromStart')).toMatchObject([{ due: '2022-07-08', met: '2022-07-08' }])
    expect(told.measure('assessments-45-from-start')).toEqual([['2022-07-08', 1]])
  })

  test('local: a visit every four weeks while the plan is open; a child not seen stops nothing', () => {
    const told = planned()
    expect(told.clocks(cin, 'visit')).toMatchObject([{ due: '2022-07-20', met: null }])
    told.record(cin, 'visit', { visited: '2022-07-11', seen: 'no', whyNot: 'Nobody answered' })
    expect(told.clocks(cin, 'visit')).toMatchObject([{ due: '2022-07-20', met: null }])
    told.record(cin, 'visit', { visited: '2022-07-18', ...usual.seen })
    expect(told.clocks(cin, 'visit')).toMatchObject([
      { due: '2022-07-20', met: '2022-07-18' },
      { due: '2022-08-15', met: null },
    ])
  })

  test('local: reviews after three months, then six; none after the plan ends', () => {
    const review = { attended: 'Family', progress: 'Some', voice: 'Fine' }
    const told = planned().record(cin, 'planReview', { held: '2022-09-20', decision: 'continue', ...review })
    expect(told.clocks(cin, 'planReview')).toMatchObject([
      { due: '2022-09-22', met: '2022-09-20' },
      { due: '2023-03-20', met: null, void: null },
    ])
    told.record(cin, 'planReview', { held: '2023-01-10', decision: 'end', ...review })
    expect(told.clocks(cin, 'planReview').at(-1)).toMatchObject({ met: '2023-01-10' })
    expect(told.clocks(cin, 'visit').at(-1)).toMatchObject({ met: null, void: '2023-01-10' })
  })
})

describe('closing, as the census guide has it', () => {
  const close = (reason: string) => ({ closed: '2022-07-01', reason, summary: 'Done' })

  test('RC8 and RC9 only after an assessment', () => {
    expect(accepted('2022-05-03').refused(cin, 'closure', close('RC8'))).toMatchObject([
      { code: 'step.rule', field: 'reason' },
    ])
    expect(assessed('2022-05-03', 'none').refused(cin, 'closure', close('RC8'))).toEqual([])
  })

  test('after a plan or an enquiry it is RC7, not RC8 or RC9', () => {
    expect(planned().refused(cin, 'closure', close('RC9'))).toMatchObject([{ code: 'step.rule', field: 'reason' }])
    const enquired = assessed('2022-05-03', 'strategy')
      .record('child-protection', 'strategyDiscussion', { held: '2022-06-22', ...usual.strategy })
      .record('child-protection', 'enquiry', {
        started: '2022-06-22',
        completed: '2022-06-28',
        ...usual.enquiry,
        outcome: 'none',
      })
    expect(enquired.refused(cin, 'closure', close('RC8'))).toMatchObject([{ code: 'step.rule' }])
    expect(enquired.refused(cin, 'closure', close('RC7'))).toEqual([])
  })

  test('a conference after a transfer in has no enquiry before it, and is not nothing either', () => {
    const arrived = assessed('2022-05-03', 'none')
      .record('child-protection', 'transferIn', { notified: '2022-06-22', council: 'Another council', category: 'NEG' })
      .record('child-protection', 'initialConference', {
        held: '2022-06-28',
        ...usual.conference,
        kind: 'transferIn',
        outcome: 'none',
      })
    expect(arrived.refused(cin, 'closure', close('RC8'))).toMatchObject([{ code: 'step.rule', field: 'reason' }])
    expect(arrived.refused(cin, 'closure', close('RC7'))).toEqual([])
  })

  test('RC2 asks for the death to be recorded first', () => {
    expect(accepted('2022-05-03').refused(cin, 'closure', close('RC2'))).toMatchObject([{ code: 'step.rule' }])
  })

  test('a referral with no further action closes there and then', () => {
    const told = referred('2022-05-03').record(cin, 'referralDecision', {
      decided: '2022-05-03',
      response: 'none',
      need: 'N0',
      reason: 'Nothing',
      referrerTold: 'yes',
    })
    expect(told.folded().history.episodes.at(-1)).toMatchObject({ pathway: cin, closed: '2022-05-03' })
    expect(told.clocks(cin, 'assessment')).toMatchObject([{ met: null, void: '2022-05-03' }])
  })
})

test('“no factors identified” stands alone, and a factor is judged by the day', () => {
  const told = accepted('2022-05-03').record(cin, 'assessmentStarted', { started: '2022-05-03' })
  const answers = { completed: '2022-06-01', ...usual.assessment, outcome: 'none' }
  expect(told.refused(cin, 'assessment', { ...answers, factors: ['21', '3B'] })).toMatchObject([{ field: 'factors' }])
  // 18A was split into 18B and 18C from April 2021.
  expect(told.refused(cin, 'assessment', { ...answers, factors: ['18A'] })).toMatchObject([
    { code: 'field.option-not-in-force' },
  ])
  expect(told.refused(cin, 'assessment', { ...answers, factors: ['18C'] })).toEqual([])
})

describe('re-referrals', () => {
  const none = { response: 'none', need: 'N0', reason: 'Nothing', referrerTold: 'yes' }
  const twice = (second: string) =>
    referred('2022-05-03')
      .record(cin, 'referralDecision', { decided: '2022-05-03', ...none })
      .record(cin, 'referral', { received: second, source: '6' })

  test('start to start, within twelve months and not a day more', () => {
    expect(twice('2023-05-03').measure('re-referrals-12-months')).toEqual([
      ['2022-05-03', 0],
      ['2023-05-03', 1],
    ])
    expect(twice('2023-05-04').measure('re-referrals-12-months').at(-1)).toEqual(['2023-05-04', 0])
  })

  test('two on one day are one', () => {
    expect(twice('2022-05-03').measure('re-referrals-12-months')).toEqual([['2022-05-03', 0]])
  })
})
