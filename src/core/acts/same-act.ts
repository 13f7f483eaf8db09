/**
 * Is this the form that was already recorded under its key, sent again? Only then may the first answer stand for the
 * second: a form that was changed after going back must never look recorded when it was not.
 */
import { onlyAsked } from '../pathway/decide.ts'
import type { House } from '../pathway/house.ts'
import { canonical } from '../record/chain.ts'
import type { Entry } from '../record/entry.ts'
import type { Part } from './recorder.ts'

export function isSameAct(house: House, already: readonly Entry[], parts: readonly Part[]): boolean {
  return parts.every((part) => already.some((entry) => entry.record === part.record && says(house, entry, part)))
}

function says(house: House, entry: Entry, part: Part): boolean {
  const { content } = entry
  if (part.does === 'record') {
    const step = house.pathway(part.pathway).steps[part.step]
    if (step === undefined || content === null || entry.pathway !== part.pathway || entry.step !== part.step)
      return false
    return canonical(content) === canonical(onlyAsked(step, part.values))
  }
  if (entry.target !== part.position) return false
  if (part.does === 'authorise') return content?.decision === 'authorise'
  if (part.does === 'return') return content?.decision === 'return' && content.reason === part.reason
  if (part.does === 'withdraw') return entry.kind === 'withdraw' && content?.reason === part.reason
  const value = part.value === undefined ? {} : { value: part.value }
  return (
    entry.kind === 'correct' &&
    content !== null &&
    canonical(content) === canonical({ field: part.field, reason: part.reason, ...value })
  )
}
