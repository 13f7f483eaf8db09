import { describe, expect, test } from 'vitest'
import { months, workingDays } from '../calendar/index.ts'
import { clock, thatLedTo } from './clock.ts'
import { day, oneOf, text } from './field.ts'
import { pathway } from './pathway.ts'
import { step } from './step.ts'

const steps = {
  discussion: step('Discussion', {
    held: day('Date held'),
    decision: oneOf('Decision', { enquire: 'Enquire', none: 'None' }),
  }),
  enquiry: step(
    'Enquiry',
    { started: day('Started'), note: text('Note') },
    { after: { discussion: { decision: 'enquire' } } },
  ),
}
const base = { id: 'test', title: 'X', episode: 'x', about: 'child', law: ['An Act'] } as const

describe('names that do not exist are type errors', () => {
  test('a good definition compiles and is built', () => {
    const built = pathway({
      ...base,
      steps,
      states: { open: { from: { discussion: { decision: 'enquire' } }, until: { enquiry: {} } } },
      clocks: {
        seen: clock('Seen', {
          from: thatLedTo('enquiry', 'discussion.held'),
          to: 'visit.visited',
          within: workingDays(15),
          thenEvery: months(1),
          while: 'open',
          since: '2010-03-01',
          authority: 'An Act',
        }),
      },
    })
    expect(built.starts).toEqual(['discussion'])
    expect(Object.keys(built.steps)).toContain('caseNote')
  })

  test('wrong names do not compile, and are refused at start too', () => {
    const wrongAfter = step('E', { started: day('S') }, { after: { discusion: {} } })
    // @ts-expect-error: there is no step discusion
    expect(() => pathway({ ...base, steps: { ...steps, wrong: wrongAfter } })).toThrow(/no step “discusion”/)

    const wrongAnswer = step('E', { started: day('S') }, { after: { discussion: { decision: 'maybe' } } })
    // @ts-expect-error: maybe is not an answer
    expect(() => pathway({ ...base, steps: { ...steps, wrong: wrongAnswer } })).toThrow(/“maybe” is not an answer/)

    const wrongField = { open: { from: { discussion: { decided: 'x' } }, until: {} } } as const
    // @ts-expect-error: discussion has no field decided
    expect(() => pathway({ ...base, steps, states: wrongField })).toThrow(/“decided” is not a choice/)

    const good = { within: workingDays(1), since: '2010-03-01', authority: 'An Act' } as const
    const wrongEvent = clock('C', { from: 'discussion.hold', to: 'enquiry.started', ...good })
    // @ts-expect-error: discussion has no day called hold
    expect(() => pathway({ ...base, steps, clocks: { c: wrongEvent } })).toThrow(/not a day/)

    const wrongState = clock('C', { from: 'discussion.held', to: 'enquiry.started', while: 'opened', ...good })
    // @ts-expect-error: there is no state opened
    expect(() => pathway({ ...base, steps, clocks: { c: wrongState } })).toThrow(/no state “opened”/)

    const wrongLed = clock('C', { from: thatLedTo('enquire', 'discussion.held'), to: 'enquiry.started', ...good })
    // @ts-expect-error: there is no step enquire
    expect(() => pathway({ ...base, steps, clocks: { c: wrongLed } })).toThrow(/no step “enquire”/)
  })

  test('a field may not have a name that every form uses', () => {
    const taken = step('E', { started: day('S'), section: text('Section') })
    expect(() => pathway({ ...base, steps: { ...steps, taken } })).toThrow(
      /at steps.taken.section: a field needs a name/,
    )
  })

  test('wrong names inside one step', () => {
    // @ts-expect-error: there is no field decided to depend on
    step('S', { decision: oneOf('D', { yes: 'Yes' }), why: text('Why', { when: { decided: 'yes' } }) })
    // @ts-expect-error: no such answer
    step('S', { decision: oneOf('D', { yes: 'Yes' }), why: text('Why', { when: { decision: 'no' } }) })
    // @ts-expect-error: closes on an answer that is not there
    step('S', { decision: oneOf('D', { yes: 'Yes' }) }, { closes: { decision: 'no' } })
    // @ts-expect-error: on must be a day
    step('S', { decision: oneOf('D', { yes: 'Yes' }), at: day('At') }, { on: 'decision' })
    expect(step('S', { at: day('At') }).on).toBe('at')
  })
})
