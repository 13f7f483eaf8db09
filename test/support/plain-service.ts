/** A small invented service that uses every part of the language, for tests of the core. */
import { englishCalendars, months, workingDays } from '../../src/core/calendar/index.ts'
import { timeliness } from '../../src/core/measures/index.ts'
import { clock, thatLedTo } from '../../src/core/pathway/clock.ts'
import { day, oneOf, text } from '../../src/core/pathway/field.ts'
import { assemble } from '../../src/core/pathway/house.ts'
import { pathway } from '../../src/core/pathway/pathway.ts'
import { step } from '../../src/core/pathway/step.ts'
import { register } from '../../src/core/people/register.ts'
import type { Definitions } from '../../src/core/projection/rows.ts'

export const plain = pathway({
  id: 'plain',
  title: 'Plain service',
  episode: 'piece of work',
  about: 'child',
  law: ['Children Act 1989 s17'],
  steps: {
    discussion: step(
      'Discussion',
      { held: day('Date held'), decision: oneOf('Decision', { enquire: 'Enquire', none: 'Nothing further' }) },
      { repeats: true, listed: { kind: 'decision' } },
    ),
    enquiry: step(
      'Enquiry',
      {
        started: day('Started'),
        outcome: oneOf('Outcome', { plan: 'A plan', none: 'No plan' }),
        why: text('Why', { when: { outcome: 'none' } }),
      },
      { after: { discussion: { decision: 'enquire' } }, authorisedBy: 'team manager' },
    ),
    review: step(
      'Review',
      { held: day('Date held'), decision: oneOf('Decision', { go: 'Continue', end: 'End' }) },
      { after: { enquiry: { outcome: 'plan' } }, repeats: true, severalChildren: true, closes: { decision: 'end' } },
    ),
  },
  states: { planOpen: { from: { enquiry: { outcome: 'plan' } }, until: { review: { decision: 'end' } } } },
  clocks: {
    enquiry: clock('Enquiry authorised', {
      from: thatLedTo('enquiry', 'discussion.held'),
      to: 'enquiry',
      within: workingDays(15),
      since: '2010-03-01',
      authority: 'Invented for tests',
    }),
    review: clock('Review', {
      from: 'enquiry',
      to: 'review.held',
      within: months(3),
      thenEvery: months(6),
      while: 'planOpen',
      since: '2010-03-01',
      authority: 'Invented for tests',
    }),
  },
})

export const definitions: Definitions = {
  house: assemble({ pathways: [register, plain], handovers: [], calendars: englishCalendars }),
  measures: [
    timeliness('plain', 'enquiry', {
      id: 'plain-enquiries',
      title: 'Enquiries in time',
      service: 'plain',
      numerator: 'those authorised within 15 working days',
      denominator: 'enquiries authorised',
      better: 'higher',
      source: 'Invented for tests',
      comparable: null,
      target: 90,
      decimals: 1,
    }),
  ],
}
