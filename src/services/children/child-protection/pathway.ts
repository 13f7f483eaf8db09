import { months, weeks, workingDays } from '../../../core/calendar/index.ts'
import { clock, local, thatLedTo } from '../../../core/pathway/clock.ts'
import { day, line, oneOf, several, text, wholeNumber, yesNo } from '../../../core/pathway/field.ts'
import { pathway } from '../../../core/pathway/pathway.ts'
import { step } from '../../../core/pathway/step.ts'
import { agencies, categoriesOfAbuse } from '../code-lists.ts'

export const childProtection = pathway({
  id: 'child-protection',
  title: 'Child protection',
  episode: 'child protection episode',
  about: 'child',
  law: ['Children Act 1989 s47', 'Children Act 2004 s11', 'Working Together to Safeguard Children'],

  steps: {
    strategyDiscussion: step(
      'Strategy discussion',
      {
        held: day('Date held', { beforeBirth: true }),
        agencies: several('Agencies taking part', agencies, { atLeast: ['socialCare', 'police', 'health'] }),
        decision: oneOf('Decision', { enquire: 'Section 47 enquiry', none: 'No further action under section 47' }),
        joint: oneOf(
          'Single or joint?',
          { single: 'By social care alone', joint: 'Joint with the police' },
          { when: { decision: 'enquire' } },
        ),
        information: text('What each agency knows'),
        reason: text('Reason for the decision', { lines: 3 }),
        conferenceBy: day('Initial conference to be held by', {
          when: { decision: 'enquire' },
          optional: true,
          ahead: true,
          beforeBirth: true,
        }),
      },
      {
        repeats: true,
        severalChildren: true,
        closes: { decision: 'none' },
        closesUnless: ['planOpen', 'transferringIn', 'livingHere'],
        significant: true,
        listed: { kind: 'decision' },
        guidance: 'Social care, police and health at least must take part (Working Together).',
      },
    ),
    enquiry: step(
      'Section 47 enquiry',
      {
        started: day('Started', { beforeBirth: true }),
        completed: day('Completed', { beforeBirth: true }),
        seen: yesNo('Was the child seen?', { each: true }),
        alone: yesNo('Was the child seen alone?', { each: true, when: { seen: 'yes' } }),
        medical: yesNo('Was there a medical?'),
        voice: text('What the child says', { each: true, lines: 3 }),
        findings: text('What was found'),
        outcome: oneOf('Outcome', {
          conference: 'Concerns substantiated, continuing risk: initial conference',
          childInNeed: 'Concerns substantiated, no continuing risk: child in need',
          none: 'Concerns not substantiated',
        }),
      },
      {
        after: { strategyDiscussion: { decision: 'enquire' } },
        authorisedBy: 'team manager',
        repeats: true,
        severalChildren: true,
        significant: true,
        closes: { outcome: ['childInNeed', 'none'] },
        closesUnless: ['planOpen', 'transferringIn', 'livingHere'],
        closingReason: 'outcome',
        listed: { kind: 'outcome' },
        rules: [
          {
            says: 'The enquiry cannot have been completed before it was started.',
            field: 'completed',
            holds: (v) => (v.completed ?? '') >= (v.started ?? ''),
          },
        ],
      },
    ),
    transferIn: step(
      'Notice of transfer in',
      {
        notified: day('Date we were notified', { beforeBirth: true }),
        council: line('From which council?'),
        category: oneOf('Category on their plan', categoriesOfAbuse),
        arrived: day('Date the child moved here', { beforeBirth: true, optional: true }),
      },
      {
        severalChildren: true,
        significant: true,
        says: (v) => `From ${v.council ?? 'another council'}`,
        listed: { kind: 'category' },
      },
    ),
    initialConference: step(
      'Initial child protection conference',
      {
        held: day('Date held', { beforeBirth: true }),
        kind: oneOf('What kind?', {
          initial: 'Initial conference',
          preBirth: 'Pre-birth conference',
          transferIn: 'Transfer-in conference',
        }),
        quorate: yesNo('Was it quorate?'),
        attended: several('Agencies that attended', agencies),
        parents: oneOf('Did the parents take part?', { yes: 'Yes', part: 'In part', no: 'No' }),
        voice: text('How the child’s views were heard', { each: true, lines: 2 }),
        outcome: oneOf('Outcome', { plan: 'Child protection plan', none: 'No plan' }, { each: true }),
        category: oneOf('Category of abuse', categoriesOfAbuse, { each: true, when: { outcome: 'plan' } }),
        previousPlans: wholeNumber('Earlier child protection plans of this council', {
          each: true,
          when: { outcome: 'plan' },
          optional: true,
          to: 99,
        }),
        decisions: text('Decisions and outline plan'),
        dissent: text('Who disagreed, and why', { optional: true, lines: 2 }),
      },
      {
        after: { enquiry: { outcome: 'conference' }, transferIn: {} },
        severalChildren: true,
        significant: true,
        closes: { outcome: 'none' },
        closingReason: 'outcome',
        listed: { kind: 'kind', rating: 'outcome', party: 'category' },
      },
    ),
    recordSent: step(
      'Record of a conference sent',
      {
        sent: day('Date sent', { beforeBirth: true }),
        what: oneOf('What was sent?', { decisions: 'The decisions', full: 'The full record' }),
      },
      { after: { initialConference: {} }, repeats: true, severalChildren: true, afterClosing: true },
    ),
    coreGroup: step(
      'Core group',
      {
        held: day('Date held', { beforeBirth: true }),
        attended: several('Agencies that attended', agencies),
        parents: yesNo('Did the parents take part?'),
        progress: text('Progress on the plan'),
        actions: text('What happens next'),
      },
      { after: { initialConference: { outcome: 'plan' } }, repeats: true, severalChildren: true },
    ),
    reviewConference: step(
      'Review child protection conference',
      {
        held: day('Date held', { beforeBirth: true }),
        quorate: yesNo('Was it quorate?'),
        attended: several('Agencies that attended', agencies),
        voice: text('How the child’s views were heard', { each: true, lines: 2 }),
        decision: oneOf(
          'Decision',
          {
            continue: 'The plan continues',
            end: 'The plan ends',
            care: 'The plan ends: the child is now looked after',
          },
          { each: true },
        ),
        category: oneOf('Category of abuse', categoriesOfAbuse, { each: true, when: { decision: 'continue' } }),
        decisions: text('Decisions'),
        dissent: text('Who disagreed, and why', { optional: true, lines: 2 }),
      },
      {
        after: { initialConference: { outcome: 'plan' } },
        repeats: true,
        severalChildren: true,
        significant: true,
        closes: { decision: ['end', 'care'] },
        closingReason: 'decision',
        listed: { rating: 'decision', party: 'category' },
      },
    ),
    endedWithoutConference: step(
      'Ended without a conference',
      {
        ended: day('Date it ended', { beforeBirth: true }),
        why: oneOf('Why', {
          eighteen: 'The young person is 18',
          died: 'The child died',
          left: 'The child left the United Kingdom for good',
          notRequired: 'Enquiry: no conference was required',
          notSaid: 'Plan: the file it was read from does not say',
        }),
      },
      {
        after: { initialConference: { outcome: 'plan' } },
        severalChildren: true,
        significant: true,
        closes: { why: ['eighteen', 'died', 'left', 'notRequired', 'notSaid'] },
        closesUnless: ['planOpen'],
        closingReason: 'why',
        guidance:
          'A plan ends at a review conference, unless the young person is 18, has died or has left the country.',
        rules: [
          {
            says: 'That answer is for files read from elsewhere. Record the enquiry with its outcome, or the review conference.',
            field: 'why',
            holds: (v) => v.why !== 'notRequired' && v.why !== 'notSaid',
          },
        ],
      },
    ),
    transferOut: step(
      'Transfer out',
      {
        accepted: day('Date of the receiving council’s conference', { beforeBirth: true }),
        council: line('To which council?'),
      },
      {
        after: { initialConference: { outcome: 'plan' } },
        severalChildren: true,
        significant: true,
        says: (v) => `To ${v.council ?? 'another council'}`,
      },
    ),
    transferredOut: step(
      'Closed on transfer out',
      {
        closed: day('Date closed', { beforeBirth: true }),
        reason: oneOf('Reason', { transferred: 'The receiving council holds the plan' }),
      },
      { after: { transferOut: {} }, severalChildren: true, closes: { reason: 'transferred' }, closingReason: 'reason' },
    ),
    otherCouncilsPlan: step(
      'Other council’s plan: child living here',
      {
        told: day('Date we were told', { beforeBirth: true }),
        council: line('Which council holds the plan?'),
        category: oneOf('Category of abuse', categoriesOfAbuse, { optional: true }),
        worker: line('Their worker, and how to reach them', { optional: true }),
      },
      { severalChildren: true, says: (v) => `Plan held by ${v.council ?? 'another council'}` },
    ),
    otherCouncilsPlanEnded: step(
      'Other council’s plan ended or child left',
      {
        told: day('Date we were told', { beforeBirth: true }),
        why: oneOf('Why', {
          ended: 'Their plan ended',
          left: 'The child moved away',
          transferred: 'The plan was transferred to us',
        }),
      },
      {
        after: { otherCouncilsPlan: {} },
        severalChildren: true,
        closes: { why: ['ended', 'left', 'transferred'] },
        closingReason: 'why',
      },
    ),
  },

  states: {
    planOpen: {
      from: { initialConference: { outcome: 'plan' } },
      until: {
        reviewConference: { decision: ['end', 'care'] },
        endedWithoutConference: { why: ['eighteen', 'died', 'left', 'notSaid'] },
        transferOut: {},
      },
    },
    transferringIn: { from: { transferIn: {} }, until: { initialConference: {} } },
    livingHere: { from: { otherCouncilsPlan: {} }, until: { otherCouncilsPlanEnded: {} } },
  },
  inWords: {
    planOpen: 'Child protection plan',
    transferringIn: 'Plan transferring in',
    livingHere: 'Other council’s plan',
  },

  clocks: {
    enquiry: clock('Section 47 enquiry authorised', {
      from: { kind: 'each', event: 'strategyDiscussion.held', where: { decision: 'enquire' } },
      to: 'enquiry',
      within: local('child-protection.enquiry', workingDays(15)),
      endedBy: { endedWithoutConference: { why: 'notRequired' } },
      since: '2010-03-01',
      authority: 'Local policy: in time for the initial conference, 15 working days from the strategy discussion',
      weight: 1,
    }),
    initialConference: clock('Initial conference held', {
      from: thatLedTo('enquiry', 'strategyDiscussion.held'),
      to: 'initialConference.held',
      within: workingDays(15),
      endedBy: { enquiry: { outcome: ['childInNeed', 'none'] } },
      since: '2010-03-01',
      authority:
        'Working Together to Safeguard Children (2010 and later): 15 working days from the strategy discussion',
      weight: 1,
      falls: 'conference chair',
    }),
    transferInConference: clock('Transfer-in conference held', {
      from: 'transferIn.notified',
      to: 'initialConference.held',
      within: workingDays(15),
      since: '2010-03-01',
      authority: 'Children in need census guide; Working Together: 15 working days from notification',
      weight: 1,
      falls: 'conference chair',
    }),
    decisionsSent: clock('Conference decisions sent', {
      from: 'initialConference.held',
      to: { kind: 'each', event: 'recordSent.sent', where: { what: 'decisions' } },
      within: local('child-protection.decisions-sent', workingDays(1)),
      since: '2010-03-01',
      authority: 'Local policy: one working day unless the council has set another',
      weight: 3,
      falls: 'conference chair',
      form: 'recordSent',
    }),
    coreGroup: clock('Core group', {
      from: { kind: 'each', event: 'initialConference.held', where: { outcome: 'plan' } },
      to: 'coreGroup.held',
      within: workingDays(10),
      thenEvery: local('child-protection.core-group', weeks(6)),
      while: 'planOpen',
      since: '2010-03-01',
      authority: 'Working Together to Safeguard Children: first within 10 working days; then local policy, six weeks',
      weight: 2,
    }),
    visit: clock('Visit: child seen', {
      from: { kind: 'each', event: 'initialConference.held', where: { outcome: 'plan' } },
      to: { kind: 'each', event: 'visit.visited', where: { seen: 'yes' } },
      within: local('child-protection.visit', workingDays(10)),
      thenEvery: local('child-protection.visit', workingDays(10)),
      while: 'planOpen',
      since: '2010-03-01',
      authority: 'Local policy: every ten working days unless the council has set another interval',
      weight: 1,
      form: 'visit',
    }),
    review: clock('Review conference', {
      from: { kind: 'each', event: 'initialConference.held', where: { outcome: 'plan' } },
      to: 'reviewConference.held',
      within: months(3),
      thenEvery: months(6),
      while: 'planOpen',
      since: '2010-03-01',
      authority: 'Working Together to Safeguard Children: within three months, then at most six months apart',
      weight: 1,
      falls: 'conference chair',
    }),
  },
})
