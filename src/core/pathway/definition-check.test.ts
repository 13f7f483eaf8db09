import { describe, expect, test } from 'vitest'
import { days, englishCalendars } from '../calendar/index.ts'
import { by, type Clock, type ClockExtras, clock, type EventRef, type Trigger } from './clock.ts'
import { checkDefinition } from './definition-check.ts'
import type { When } from './field.ts'
import { moment, oneOf } from './field.ts'
import { assemble, handover } from './house.ts'
import { type Pathway, pathway } from './pathway.ts'
import { step } from './step.ts'

const work = pathway({
  id: 'work',
  title: 'Work',
  episode: 'piece of work',
  about: 'child',
  law: ['An Act'],
  steps: {
    asked: step('Asked', { at: moment('When'), rating: oneOf('Rating', { red: 'Red', green: 'Green' }) }),
    told: step('Told', { at: moment('When') }, { after: { asked: {} } }),
  },
})
type Extras = ClockExtras<EventRef | Trigger, EventRef | Trigger, Readonly<Record<string, When>>, string>
const law = { from: 'asked.at', to: 'told.at', within: days(1), since: '2020-01-01', authority: 'An Act' } as const

describe('a clock that reads what is not there is refused at start, by name', () => {
  test.each<[string, Partial<Extras>, string]>([
    ['a form', { form: 'tolled' }, 'clocks.reply.form: there is no step “tolled”.'],
    ['a pair that only one step has', { pairedBy: 'rating' }, 'clocks.reply.pairedBy: “rating” is not a field of both'],
    [
      'a limit by no field',
      { within: by('ratings', { red: days(1) }) },
      'clocks.reply.within: “ratings” is not a choice',
    ],
    ['a limit by no answer', { within: by('rating', { amber: days(1) }) }, '“amber” is not an answer to “rating”.'],
    ['a rating that runs on', { runsOn: { rating: 'purple' } }, 'clocks.reply.runsOn: “purple” is not an answer'],
  ])('%s', (_, wrong, says) => {
    const reply: Clock = clock('Reply', { ...law, ...wrong } as Extras)
    const definition: Pathway = { ...work, clocks: { reply } }
    expect(() => checkDefinition(definition)).toThrow(says)
    expect(() => checkDefinition({ ...work, clocks: { reply: clock('Reply', law) } })).not.toThrow()
  })
})

test('a hand-over on an answer that is not there is refused when the house is assembled', () => {
  const house = (answer: string) => () =>
    assemble({
      pathways: [work],
      handovers: [handover(work, 'asked', { rating: answer }, work, 'asked', (values) => values)],
      calendars: englishCalendars,
    })
  expect(house('purple')).toThrow('“work” is wrong at the hand-over from asked: “purple” is not an answer to “rating”.')
  expect(house('red')).not.toThrow()
})
