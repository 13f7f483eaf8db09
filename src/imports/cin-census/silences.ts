/**
 * What a children in need census cannot answer of the steps it tells of: names, notes, who took part, who signed. What it
 * does hold stands in `src/returns/cin-census/layout.ts`. Factors, sources and categories are left out here too: a census
 * has them, but one that lacks them is loaded without, and the rest of its row is not lost.
 */
import type { Silences } from '../as-answered.ts'

export const censusSilences: Silences = {
  person: {
    // The rule that asks for a name stands beside the surname.
    registered: { fields: [], rules: ['surname'] },
    born: { fields: [] },
    identified: { fields: [] },
    died: { fields: [] },
  },
  'children-in-need': {
    referral: { fields: ['source'] },
    referralDecision: { fields: ['decided', 'need', 'reason', 'referrerTold'] },
    assessmentStarted: { fields: [] },
    // The census has the day of the start and of the authorisation, and nothing of what was found but the factors.
    assessment: {
      fields: ['completed', 'seen', 'voice', 'needs', 'parenting', 'family', 'analysis', 'factors', 'outcome'],
      anyOrder: true,
    },
    // Its assessment may lie in an earlier year, and its outcome is never told.
    plan: { fields: ['aims', 'actions', 'danger'], anyOrder: true },
    planReview: { fields: ['held', 'attended', 'progress', 'voice'] },
    closure: { fields: ['summary'] },
  },
  'child-protection': {
    strategyDiscussion: { fields: ['agencies', 'joint', 'information', 'reason'] },
    enquiry: { fields: ['completed', 'seen', 'medical', 'voice', 'findings'], rules: ['completed'] },
    // A plan of an earlier year stands in a census without the enquiry and the conference that led to it.
    initialConference: {
      fields: ['kind', 'quorate', 'attended', 'parents', 'voice', 'category', 'decisions'],
      opens: true,
    },
    reviewConference: { fields: ['quorate', 'attended', 'voice', 'category', 'decisions'] },
    // It says that no conference was required, and when a plan ended, but not why.
    endedWithoutConference: { fields: [], rules: ['why'], anyOrder: true },
  },
}
