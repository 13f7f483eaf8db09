import { describe, expect, test } from 'vitest'
import { at, story } from '../../../../test/support/story.ts'

const contact = (received: string, more: Record<string, string> = {}) =>
  story().record(
    'mash',
    'contact',
    {
      received: at(received),
      kind: 'worry',
      source: '2A',
      takenBy: 'hub',
      worry: 'Came to school hungry again and would not say why',
      familyKnows: 'no',
      ...more,
    },
    received,
  )

const check = (rating: string, requested: string, agency = 'police') => ({ requested: at(requested), agency, rating })

describe('clocks, by their authority', () => {
  test('local: a contact is decided within one working day unless the council has set another limit', () => {
    const told = contact('2022-05-20 16:00')
    expect(told.clocks('mash', 'decision')).toMatchObject([{ from: '2022-05-20', due: '2022-05-23', met: null }])
    const decision = {
      decided: at('2022-05-23 09:30'),
      outcome: 'advice',
      reason: 'Help is in place',
      referrerTold: 'yes',
    }
    told.record('mash', 'decision', decision, '2022-05-23 10:00')
    expect(told.clocks('mash', 'decision')).toMatchObject([{ due: '2022-05-23', met: '2022-05-23' }])
    expect(told.measure('contacts-decided-in-time')).toEqual([['2022-05-23', 1]])
  })

  test('local: agency checks in hub hours; a red keeps running after the hub has closed', () => {
    // The hub is open from nine to five. Asked at three on a Friday: four red hours end at seven that evening,
    // 24 amber hours (three hub days) on the Wednesday.
    const told = contact('2022-05-20 14:00')
      .record('mash', 'agencyCheck', check('red', '2022-05-20 15:00'), '2022-05-20 15:00')
      .record('mash', 'agencyCheck', check('amber', '2022-05-20 15:00', 'health'), '2022-05-20 15:00')
    expect(told.clocks('mash', 'agencyCheck').map((one) => one.dueAt)).toEqual([
      at('2022-05-20 19:00'),
      at('2022-05-25 15:00'),
    ])
  })

  test('each agency’s answer stops its own check', () => {
    const told = contact('2022-05-20 14:00')
      .record('mash', 'agencyCheck', check('red', '2022-05-20 15:00'), '2022-05-20 15:00')
      .record('mash', 'agencyCheck', check('red', '2022-05-20 15:00', 'health'), '2022-05-20 15:00')
      .record(
        'mash',
        'agencyReply',
        { answered: at('2022-05-20 16:00'), agency: 'health', known: 'no' },
        '2022-05-20 16:00',
      )
    expect(told.clocks('mash', 'agencyCheck').map((one) => one.met)).toEqual([null, '2022-05-20'])
  })

  test('local: what the evening team took is read in the morning', () => {
    const told = contact('2022-05-20 22:00', { takenBy: 'evening' })
    expect(told.clocks('mash', 'handOver')).toMatchObject([{ dueAt: at('2022-05-21 14:00'), met: null }])
    told.record('mash', 'handOverRead', { read: at('2022-05-21 08:10') }, '2022-05-21 08:15')
    expect(told.clocks('mash', 'handOver')).toMatchObject([{ met: '2022-05-21' }])
    expect(contact('2022-05-20 12:00').clocks('mash', 'handOver')).toEqual([])
  })
})

test('a decision to refer opens the referral on the same record, in the same act, with what is known', () => {
  const told = contact('2022-05-20 14:00')
  const decision = { decided: at('2022-05-20 16:00'), outcome: 'referral', reason: 'Bruises', referrerTold: 'yes' }
  told.record('mash', 'decision', decision, '2022-05-20 16:05')
  const { episodes } = told.folded().history
  const referral = episodes.find((one) => one.pathway === 'children-in-need')
  const origin = episodes.find((one) => one.pathway === 'mash')
  expect(referral).toMatchObject({
    opened: '2022-05-20',
    origin: origin?.id,
    events: [{ values: { source: '2A', received: '2022-05-20' } }],
  })
  expect(told.clocks('children-in-need', 'referralDecision')).toMatchObject([{ due: '2022-05-23' }])
  expect(told.measure('contacts-to-referral')).toEqual([['2022-05-20', 1]])
})

test('new information on an open case is not a second referral', () => {
  const told = contact('2022-05-20 14:00')
  const decision = { outcome: 'referral', reason: 'Bruises', referrerTold: 'yes' }
  told.record('mash', 'decision', { decided: at('2022-05-20 16:00'), ...decision }, '2022-05-20 16:05')
  const more = {
    received: at('2022-05-25 11:00'),
    kind: 'worry',
    source: '6',
    takenBy: 'hub',
    worry: 'More',
    familyKnows: 'no',
  }
  told.record('mash', 'contact', more, '2022-05-25 11:00')
  told.record('mash', 'decision', { decided: at('2022-05-25 12:00'), ...decision }, '2022-05-25 12:00')
  expect(told.folded().history.episodes.filter((one) => one.pathway === 'children-in-need')).toHaveLength(1)
})

test('why agreement was not sought is asked only where it was not', () => {
  const told = contact('2022-05-20 14:00')
  const screening = {
    screened: at('2022-05-20 15:00'),
    rating: 'amber',
    threshold: 'statutory',
    basis: 'publicTask',
    reason: 'Bruises',
  }
  const problems = told.refused('mash', 'screening', { ...screening, agreement: 'notSought' }, '2022-05-20 15:00')
  expect(problems).toMatchObject([{ field: 'whyNotSought' }])
  expect(told.refused('mash', 'screening', { ...screening, agreement: 'given' }, '2022-05-20 15:00')).toEqual([])
})
