import { months, weeks, workingDays } from '../../../core/calendar/index.ts'
import { clock, local } from '../../../core/pathway/clock.ts'
import { day, oneOf, several, text, yesNo } from '../../../core/pathway/field.ts'
import { pathway } from '../../../core/pathway/pathway.ts'
import { step } from '../../../core/pathway/step.ts'
import { assessmentFactors, primaryNeeds, referralSources } from '../code-lists.ts'
import { anythingFollowed, closedAfterAssessmentOnly, hasAssessment, hasOpenProtectionPlan } from './closing.ts'

export const childrenInNeed = pathway({
  id: 'children-in-need',
  title: 'Children in need',
  episode: 'referral',
  about: 'child',
  law: ['Children Act 1989 s17', 'Working Together to Safeguard Children', 'Education Act 1996 s83 (census)'],

  steps: {
    referral: step(
      'Referral',
      {
        received: day('Date received', { beforeBirth: true }),
        source: oneOf('Who referred?', referralSources),
        need: oneOf('Main need', primaryNeeds, { optional: true }),
        reason: text('Reason for the referral', { optional: true }),
      },
      {
        severalChildren: true,
        says: (v) => (v.need ? primaryNeeds[v.need] : 'Referral received'),
        listed: { kind: 'need', party: 'source' },
      },
    ),
    referralDecision: step(
      'Decision on the referral',
      {
        decided: day('Date decided', { beforeBirth: true }),
        response: oneOf('What will we do?', {
          assess: 'Child and family assessment',
          strategy: 'Strategy discussion',
          none: 'No further action',
        }),
        need: oneOf('Main need', primaryNeeds),
        reason: text('Reason', { lines: 3 }),
        referrerTold: yesNo('Has the referrer been told?'),
      },
      {
        after: { referral: {} },
        severalChildren: true,
        closes: { response: 'none' },
        listed: { kind: 'need', rating: 'response' },
        guidance: 'Within one working day a social worker decides what type of response is needed (Working Together).',
      },
    ),
    assessmentStarted: step(
      'Assessment started',
      {
        started: day('Date started', { beforeBirth: true }),
        purpose: text('What it is to find out', { lines: 3, optional: true }),
        reviewBy: day('Its progress is to be reviewed by', { optional: true, ahead: true, beforeBirth: true }),
      },
      {
        after: { referralDecision: { response: ['assess', 'strategy'] } },
        repeats: true,
        severalChildren: true,
        listed: {},
      },
    ),
    assessment: step(
      'Child and family assessment',
      {
        completed: day('Date completed', { beforeBirth: true }),
        seen: yesNo('Was the child seen?', { each: true }),
        alone: yesNo('Was the child seen alone?', { each: true, when: { seen: 'yes' } }),
        whyNotSeen: text('Why was the child not seen?', { each: true, when: { seen: 'no' }, lines: 2 }),
        voice: text('What the child says', { each: true, lines: 4 }),
        needs: text('The child’s developmental needs'),
        parenting: text('Parenting capacity'),
        family: text('Family and environment'),
        analysis: text('Analysis: what it all means for this child'),
        factors: several('Factors identified', assessmentFactors, {
          hint: 'Choose all that apply. Choose “No factors identified” only by itself.',
        }),
        outcome: oneOf('Outcome', {
          plan: 'Child in need plan',
          strategy: 'Strategy discussion',
          earlyHelp: 'Close, and pass to early help',
          none: 'Close, no further action',
        }),
      },
      {
        after: { assessmentStarted: {} },
        authorisedBy: 'team manager',
        repeats: true,
        severalChildren: true,
        significant: true,
        listed: { kind: 'outcome', reference: 'factors' },
        sections: [
          { title: 'Seeing and hearing the child', fields: ['completed', 'seen', 'alone', 'whyNotSeen', 'voice'] },
          { title: 'What we found', fields: ['needs', 'parenting', 'family'] },
          { title: 'Analysis and outcome', fields: ['analysis', 'factors', 'outcome'] },
        ],
        rules: [
          {
            says: 'Choose “No factors identified” by itself, or choose the factors and not that.',
            field: 'factors',
            holds: (v) => !v.factors?.includes('21') || v.factors.length === 1,
          },
        ],
        guidance: 'No more than 45 working days from referral to authorisation (Working Together).',
      },
    ),
    plan: step(
      'Child in need plan',
      {
        started: day('Date it starts', { beforeBirth: true }),
        aims: text('What needs to change, and by when'),
        actions: text('Who will do what'),
        danger: text('What to do if things get worse', { lines: 3 }),
      },
      { after: { assessment: { outcome: 'plan' } }, repeats: true, severalChildren: true },
    ),
    planReview: step(
      'Review of the plan',
      {
        held: day('Date held', { beforeBirth: true }),
        decision: oneOf('Decision', {
          continue: 'The plan continues',
          end: 'The plan ends',
          escalate: 'Strategy discussion: risk has grown',
        }),
        attended: text('Who took part', { lines: 2 }),
        progress: text('What has changed for the child'),
        voice: text('What the child says', { each: true, lines: 3 }),
      },
      { after: { plan: {} }, repeats: true, severalChildren: true },
    ),
    closure: step(
      'Closure',
      {
        closed: day('Date closed', { beforeBirth: true }),
        reason: oneOf('Reason', {
          RC1: 'Adopted',
          RC2: 'Died',
          RC3: 'Child arrangements order',
          RC4: 'Special guardianship order',
          RC5: 'Transferred to another council',
          RC6: 'Transferred to adult social care',
          RC7: 'Services ended for any other reason',
          RC8: 'Closed after assessment, no further action',
          RC9: 'Closed after assessment, passed to early help',
        }),
        summary: text('Closing summary'),
      },
      {
        after: { referralDecision: { response: ['assess', 'strategy'] } },
        severalChildren: true,
        closes: { reason: ['RC1', 'RC2', 'RC3', 'RC4', 'RC5', 'RC6', 'RC7', 'RC8', 'RC9'] },
        closingReason: 'reason',
        rules: [
          {
            says: 'RC8 and RC9 can be used only after an assessment has been authorised. Choose another reason.',
            field: 'reason',
            holds: (v, { episode }) => !closedAfterAssessmentOnly(v.reason) || hasAssessment(episode),
          },
          {
            says: 'RC8 and RC9 mean that nothing followed the assessment, but a plan, an enquiry or a conference did. Choose RC7.',
            field: 'reason',
            holds: (v, { child, episode }) => !closedAfterAssessmentOnly(v.reason) || !anythingFollowed(child, episode),
          },
          {
            says: 'A child protection plan is still open. End or transfer it first.',
            field: 'reason',
            holds: (v, { child }) => v.reason === 'RC2' || !hasOpenProtectionPlan(child),
          },
          {
            says: 'RC2 means that the child has died. Record the death first.',
            field: 'reason',
            holds: (v, { child }) => v.reason !== 'RC2' || child.subject.died !== null,
          },
        ],
      },
    ),
  },

  states: {
    planOpen: { from: { plan: {} }, until: { planReview: { decision: 'end' } } },
    assessing: { from: { assessmentStarted: {} }, until: { assessment: {} } },
  },
  inWords: { planOpen: 'Child in need plan', assessing: 'Being assessed' },

  clocks: {
    referralDecision: clock('Decision on the referral', {
      from: 'referral.received',
      to: 'referralDecision.decided',
      within: workingDays(1),
      since: '1999-12-01',
      authority: 'Working Together to Safeguard Children: one working day (every edition since 1999)',
      weight: 1,
      falls: 'team manager',
    }),
    assessment: clock('Assessment authorised', {
      from: 'referral.received',
      to: 'assessment',
      within: workingDays(45),
      since: '2013-04-15',
      authority: 'Working Together to Safeguard Children 2013 and later: 45 working days from referral',
      earlier: [
        {
          since: '2010-04-01',
          until: '2013-04-14',
          within: workingDays(45),
          authority:
            'Working Together 2010: initial assessment in 10 working days and core assessment in 35 more, reckoned here as one',
        },
      ],
      weight: 1,
    }),
    assessmentFromStart: clock('Assessment authorised, from its start', {
      from: 'assessmentStarted.started',
      to: 'assessment',
      within: workingDays(45),
      since: '2013-04-15',
      authority: 'As the Department for Education’s statistics reckon it, from the start of the assessment',
      forMeasureOnly: true,
    }),
    visit: clock('Visit: child seen', {
      from: 'plan.started',
      to: { kind: 'each', event: 'visit.visited', where: { seen: 'yes' } },
      within: local('children-in-need.visit', weeks(4)),
      thenEvery: local('children-in-need.visit', weeks(4)),
      while: 'planOpen',
      since: '2010-03-01',
      authority: 'Local policy: every four weeks unless the council has set another interval',
      weight: 2,
      form: 'visit',
    }),
    planReview: clock('Review of the plan', {
      from: 'plan.started',
      to: 'planReview.held',
      within: local('children-in-need.first-review', months(3)),
      thenEvery: local('children-in-need.review', months(6)),
      while: 'planOpen',
      since: '2010-03-01',
      authority: 'Local policy: first after three months, then every six unless the council has set other intervals',
      weight: 2,
    }),
  },
})
