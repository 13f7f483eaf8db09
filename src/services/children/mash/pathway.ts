import { hours, hubHours, workingDays } from '../../../core/calendar/index.ts'
import { by, clock, local } from '../../../core/pathway/clock.ts'
import { line, moment, oneOf, reference, text, wholeNumber, yesNo } from '../../../core/pathway/field.ts'
import { pathway } from '../../../core/pathway/pathway.ts'
import { step } from '../../../core/pathway/step.ts'
import { agencies, referralSources } from '../code-lists.ts'

const ratings = {
  red: { label: 'Red', hint: 'A child may be in immediate danger.' },
  amber: { label: 'Amber', hint: 'Serious worries, no immediate danger.' },
  green: { label: 'Green', hint: 'Worries that can be looked into in the usual time.' },
} as const

export const mash = pathway({
  id: 'mash',
  title: 'Front door',
  episode: 'contact',
  about: 'child',
  law: ['Children Act 1989 ss17, 47', 'Children Act 2004 ss10, 11', 'Working Together to Safeguard Children'],

  steps: {
    contact: step(
      'Contact',
      {
        received: moment('When did it come in?'),
        kind: oneOf('What kind of contact is it?', {
          worry: 'A worry about a child',
          domesticAbuse: 'A domestic-abuse notice',
          otherCouncil: 'A notice from another council',
          information: 'A request for information',
        }),
        source: oneOf('Who is it from?', referralSources),
        takenBy: oneOf('Who took it?', { hub: 'The hub', evening: 'The evening team' }),
        referrer: line('Name of the person who contacted us', { optional: true }),
        referrerContact: line('How to reach them', { optional: true, hint: 'Telephone or e-mail.' }),
        council: line('Which council?', { when: { kind: 'otherCouncil' } }),
        incident: line('Police incident number', { when: { kind: 'domesticAbuse' }, optional: true }),
        riskLevel: oneOf(
          'Risk level on the notice',
          { standard: 'Standard', medium: 'Medium', high: 'High' },
          { when: { kind: 'domesticAbuse' } },
        ),
        worry: text('What is the worry?', { hint: 'In the words of the person who contacted us where you can.' }),
        child: text('Anything about this child in particular', { each: true, optional: true, lines: 2 }),
        familyKnows: oneOf('Does the family know about this contact?', {
          yes: 'Yes',
          no: 'No',
          unknown: 'Not known',
        }),
      },
      {
        severalChildren: true,
        says: (v) => firstWords(v.worry),
        listed: { kind: 'kind', party: 'source', reference: 'incident', words: 'worry' },
        guidance: 'A domestic-abuse notice with several children is recorded once for all of them.',
      },
    ),
    screening: step(
      'Screening',
      {
        screened: moment('Date and time'),
        rating: oneOf('Rating', ratings),
        threshold: oneOf('Level of need', {
          universal: 'Universal',
          early: 'Early help',
          targeted: 'Targeted',
          statutory: 'Statutory: child in need or at risk',
        }),
        agreement: oneOf('Was the family’s agreement to share information sought?', {
          given: 'Yes, and they agree',
          refused: 'Yes, and they do not agree',
          notSought: 'No',
        }),
        whyNotSought: text('Why not?', {
          when: { agreement: 'notSought' },
          lines: 3,
          hint: 'For example: asking would put the child at more risk.',
        }),
        basis: oneOf(
          'Lawful basis for sharing',
          {
            publicTask: 'Public task: safeguarding a child',
            vital: 'Vital interests',
            legal: 'Legal obligation',
            agreement: 'The family’s agreement',
          },
          { hint: 'Agreement is rarely the lawful basis when a child may be at risk.' },
        ),
        reason: text('Reason for the rating', { lines: 3 }),
      },
      { severalChildren: true, after: { contact: {} }, repeats: true, listed: { rating: 'rating' } },
    ),
    agencyCheck: step(
      'Agency check asked for',
      {
        requested: moment('Date and time'),
        agency: oneOf('Agency', agencies),
        rating: oneOf('Rating', ratings),
        question: text('What do we need to know?', { lines: 2, optional: true }),
      },
      {
        severalChildren: true,
        after: { contact: {} },
        repeats: true,
        listed: { party: 'agency', rating: 'rating', words: 'question' },
      },
    ),
    agencyReply: step(
      'Agency check answered',
      {
        answered: moment('Date and time'),
        agency: oneOf('Agency', agencies),
        known: yesNo('Is the child or family known to them?'),
        information: text('What they told us', { when: { known: 'yes' } }),
      },
      { severalChildren: true, after: { agencyCheck: {} }, repeats: true },
    ),
    handOverRead: step(
      'Evening hand-over read',
      { read: moment('Date and time'), action: text('What needs doing today', { lines: 2, optional: true }) },
      { severalChildren: true, after: { contact: { takenBy: 'evening' } } },
    ),
    decision: step(
      'Decision',
      {
        decided: moment('When was it decided?'),
        outcome: oneOf('Decision', {
          referral: 'Referral to children’s social care',
          earlyHelp: 'Early help',
          existing: 'To the worker who already has the child',
          advice: 'Advice and information',
          none: 'No further action',
        }),
        team: reference('Team', 'team', { when: { outcome: ['referral', 'earlyHelp'] }, optional: true }),
        reason: text('Reason for the decision'),
        referrerTold: oneOf('Has the person who contacted us been told?', {
          yes: 'Yes',
          no: 'Not yet',
          cannot: 'They cannot be told',
        }),
      },
      {
        severalChildren: true,
        after: { contact: {} },
        closes: { outcome: ['referral', 'earlyHelp', 'existing', 'advice', 'none'] },
        closingReason: 'outcome',
        guidance: 'The person who contacted us should hear what was decided (Working Together).',
      },
    ),
    priorContacts: step(
      'Earlier contacts considered',
      {
        considered: moment('Date and time'),
        number: wholeNumber('Contacts in the last twelve months', { to: 500 }),
        pattern: text('What do they show together?', { lines: 3 }),
      },
      { after: { contact: {} } },
    ),
  },

  clocks: {
    decision: clock('Decision on the contact', {
      from: 'contact.received',
      to: 'decision.decided',
      within: local('mash.decision', workingDays(1)),
      since: '2010-03-01',
      authority: 'Local policy: a contact’s limit is the council’s own. One working day unless it has set another.',
      weight: 2,
      falls: 'MASH manager',
    }),
    agencyCheck: clock('Agency check answered', {
      from: 'agencyCheck.requested',
      to: 'agencyReply.answered',
      pairedBy: 'agency',
      within: by('rating', {
        red: local('mash.check.red', hubHours(4)),
        amber: local('mash.check.amber', hubHours(24)),
        green: local('mash.check.green', hubHours(72)),
      }),
      runsOn: { rating: 'red' },
      since: '2010-03-01',
      authority: 'Local policy of the safeguarding partners, in hub hours; a red keeps running after the hub closes.',
      weight: 2,
      falls: 'MASH manager',
    }),
    handOver: clock('Evening hand-over read', {
      from: { kind: 'each', event: 'contact.received', where: { takenBy: 'evening' } },
      to: 'handOverRead.read',
      within: local('mash.hand-over', hours(16)),
      since: '2010-03-01',
      authority: 'Local policy: what came in overnight is read before the hub’s day begins.',
      weight: 2,
      falls: 'MASH manager',
    }),
  },
})

function firstWords(worry: string | undefined): string {
  const words = (worry ?? '').split(/\s+/)
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ')
}
