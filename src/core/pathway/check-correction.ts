/** Is a correction right? It is judged by what it changes, because the entry stands in the record whatever is wrong with it. */
import type { Moment } from '../calendar/index.ts'
import type { Problem } from '../outcomes.ts'
import { check, checkField, dayOfValues } from './check.ts'
import { isAsked, type Values } from './field.ts'
import type { ChildHistory, Episode, Event } from './history.ts'
import type { Step } from './step.ts'

/** What is wrong through the correction; what was wrong with the entry before stands in the way of none of its answers. */
export function wrongBy(
  step: Step,
  { event, episode }: { event: Event; episode: Episode },
  values: Values,
  name: string,
  child: ChildHistory,
  now: Moment,
): Problem[] {
  const field = step.fields[name]!
  const value = values[name]
  if (value !== undefined && !isAsked(field, values)) {
    // An answer may be put right before the question that asks it, but never with something it could not be.
    const unfit = checkField(name, field, value, dayOfValues(step, values, now), child, now)
    return unfit ? [unfit] : []
  }
  const before = check(step, event.values, child, episode, now)
  return check(step, values, child, episode, now).filter(
    (one) => one.field === name || !before.some((old) => old.code === one.code && old.field === one.field),
  )
}
