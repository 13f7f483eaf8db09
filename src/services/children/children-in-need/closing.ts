/**
 * Which closing reasons are allowed when. Children in need census guide: RC8 and RC9 are for cases that closed after
 * assessment without services, so nothing may have followed; once an enquiry or a plan began it is RC7.
 */
import { counts } from '../../../core/pathway/fold.ts'
import type { ChildHistory, Episode } from '../../../core/pathway/history.ts'

export const closedAfterAssessmentOnly = (reason: string | undefined): boolean => reason === 'RC8' || reason === 'RC9'

export const hasAssessment = (episode: Episode | undefined): boolean =>
  episode?.events.some((event) => event.step === 'assessment' && counts(event)) ?? false

/** A plan in this episode, or an enquiry or a conference (one after a transfer in has no enquiry) since the referral. */
export function anythingFollowed(child: ChildHistory, episode: Episode | undefined): boolean {
  if (episode === undefined) return false
  if (episode.events.some((event) => event.step === 'plan')) return true
  return child.episodes.some(
    (other) =>
      other.pathway === 'child-protection' &&
      other.events.some(
        (event) =>
          (event.step === 'enquiry' || event.step === 'initialConference') &&
          (event.day ?? other.opened) >= episode.opened,
      ),
  )
}

export function hasOpenProtectionPlan(child: ChildHistory): boolean {
  return child.episodes.some(
    (other) =>
      other.pathway === 'child-protection' && other.states.planOpen?.some((interval) => interval.until === null),
  )
}
