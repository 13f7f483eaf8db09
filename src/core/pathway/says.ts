/** How an event, an answer and an episode read in words: the chronology, the child's page, what changed. */
import { type Day, inFull, inWordsMoment, type Moment } from '../calendar/index.ts'
import type { Field, Value } from './field.ts'
import type { Event } from './history.ts'
import type { Step } from './step.ts'

/** One line for the chronology: the step's own sentence, or the answers to its choices. */
export function saysOf(step: Step | undefined, event: Pick<Event, 'values' | 'standing'>): string {
  const line = step === undefined ? '' : (step.says?.(event.values) ?? choicesIn(step, event.values))
  if (event.standing === 'waiting') return line ? `${line} (awaiting sign-off)` : 'Awaiting sign-off'
  if (event.standing === 'returned') return line ? `${line} (returned)` : 'Returned'
  return line
}

function choicesIn(step: Step, values: Event['values']): string {
  const parts: string[] = []
  for (const name in step.fields) {
    const field = step.fields[name]!
    const value = values[name]
    if (value === undefined || field.kind !== 'choice') continue
    const answer = valueInWords(field, value)
    // A bare “Yes” says nothing without its question.
    parts.push(answer === 'Yes' || answer === 'No' ? `${field.label} ${answer}` : answer)
  }
  return parts.join('; ')
}

/** A value as people read it. References are numbers here: a page that shows one looks up its name. */
export function valueInWords(field: Field, value: Value): string {
  if (field.kind === 'choice' || field.kind === 'several') {
    const codes: readonly string[] = typeof value === 'object' ? value : [String(value)]
    return codes.map((code) => field.options.find((option) => option.code === code)?.label ?? code).join(', ')
  }
  if (field.kind === 'day') return inFull(value as Day)
  if (field.kind === 'moment') return inWordsMoment(value as Moment)
  if (field.kind === 'number' && field.unit) return `${value} ${field.unit}`
  return String(value)
}
