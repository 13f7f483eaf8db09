import { weeks, workingDays } from '../../../core/calendar/index.ts'
import { clock, local } from '../../../core/pathway/clock.ts'
import { day, oneOf, text, wholeNumber, yesNo } from '../../../core/pathway/field.ts'
import { pathway } from '../../../core/pathway/pathway.ts'
import { step } from '../../../core/pathway/step.ts'

export const familyGroupConference = pathway({
  id: 'family-group-conference',
  title: 'Family group conference',
  episode: 'family group conference',
  about: 'child',
  law: ['Children Act 1989 s17', 'Working Together to Safeguard Children'],

  steps: {
    offer: step(
      'Offer to the family',
      {
        offered: day('Date offered', { beforeBirth: true }),
        before: oneOf('At what point?', {
          early: 'Early help',
          need: 'Child in need',
          conference: 'Before an initial child protection conference',
          proceedings: 'Before care proceedings',
          leaving: 'Going home from care',
        }),
        answer: oneOf('The family’s answer', { accepted: 'They would like one', declined: 'They do not want one' }),
        why: text('Why not?', { when: { answer: 'declined' }, lines: 2 }),
      },
      { severalChildren: true, closes: { answer: 'declined' }, closingReason: 'answer' },
    ),
    conference: step(
      'Family group conference',
      {
        held: day('Date held', { beforeBirth: true }),
        adults: wholeNumber('Family and friends who came', { to: 100 }),
        present: yesNo('Was the child there?', { each: true }),
        voice: text('What the child wanted said', { each: true, lines: 2, optional: true }),
        agreed: oneOf('Was a family plan agreed?', { yes: 'Yes', no: 'No' }),
        plan: text('The family’s plan, in their words', { when: { agreed: 'yes' } }),
      },
      { after: { offer: { answer: 'accepted' } }, repeats: true, severalChildren: true, significant: true },
    ),
    review: step(
      'Review of the family plan',
      {
        held: day('Date held', { beforeBirth: true }),
        working: oneOf('Is the plan working?', { yes: 'Yes', part: 'In part', no: 'No' }),
        next: oneOf('Next', { another: 'Review again', close: 'Close' }),
        note: text('What the family say', { lines: 3 }),
      },
      {
        after: { conference: {} },
        repeats: true,
        severalChildren: true,
        closes: { next: 'close' },
        closingReason: 'working',
      },
    ),
  },

  clocks: {
    conference: clock('Family group conference held', {
      from: { kind: 'each', event: 'offer.offered', where: { answer: 'accepted' } },
      to: 'conference.held',
      within: local('family-group-conference.held', workingDays(30)),
      since: '2010-03-01',
      authority: 'Local policy: 30 working days unless the council has set another',
      falls: 'family group conference coordinator',
    }),
    review: clock('Review of the family plan', {
      from: { kind: 'each', event: 'conference.held', where: { agreed: 'yes' } },
      to: 'review.held',
      within: local('family-group-conference.review', weeks(12)),
      since: '2010-03-01',
      authority: 'Local policy: twelve weeks unless the council has set another',
      falls: 'family group conference coordinator',
    }),
  },
})
