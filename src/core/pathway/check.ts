/** Are the answers right? Each field by itself, then the rules across fields; every problem at once, beside its field. */
import { type Day, dayOf, inShort, type Moment } from '../calendar/index.ts'
import { type Problem, problem } from '../outcomes.ts'
import { limits } from '../record/limits.ts'
import { type Field, isAsked, type Value, type Values } from './field.ts'
import type { ChildHistory, Episode } from './history.ts'
import { inForce } from './options.ts'
import type { Step } from './step.ts'

export function check(
  step: Step,
  values: Values,
  child: ChildHistory,
  episode: Episode | undefined,
  now: Moment,
): Problem[] {
  const wrong: Problem[] = []
  const on = dayOfValues(step, values, now)
  for (const name in step.fields) {
    const field = step.fields[name]!
    if (!isAsked(field, values)) continue
    const found = checkField(name, field, values[name], on, child, now)
    if (found) wrong.push(found)
  }
  // Rules across fields are asked only once each field is right, so they never meet a missing answer they did not expect.
  if (wrong.length === 0)
    for (const rule of step.rules)
      if (!rule.holds(values, { child, episode })) wrong.push(problem('step.rule', { reason: rule.says }, rule.field))
  if (wrong.length === 0 && Buffer.byteLength(JSON.stringify(values)) > limits.contentBytesMax)
    wrong.push(problem('record.limit', { what: 'This form', limit: `${limits.contentBytesMax} bytes` }))
  return wrong
}

const lower = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1).replace(/\?$/, '')}`

/** “Enter the outcome” reads well; “Enter the what was found” does not. */
const isQuestion = (label: string): boolean =>
  /\?$|^(what|who|whom|when|where|why|how|which|is|was|did|anything)\b/i.test(label)

/** One answer by itself, whether or not its question is asked. */
export function checkField(
  name: string,
  field: Field,
  value: Value | undefined,
  on: Day | null,
  child: ChildHistory,
  now: Moment,
): Problem | undefined {
  const { label } = field
  if (value === undefined || (Array.isArray(value) && value.length === 0)) {
    if (field.optional) return undefined
    if (isQuestion(label)) return problem('field.answer', { label }, name)
    return problem(
      field.kind === 'choice' || field.kind === 'several' ? 'field.choose' : 'field.missing',
      { label: `the ${lower(label)}` },
      name,
    )
  }
  if (!field.schema.safeParse(value).success) return unreadable(name, field, value)
  if (field.kind === 'day') {
    const day = value as Day
    if (!field.ahead && day > dayOf(now)) return problem('field.future', { label }, name)
    const { born } = child.subject
    if (!field.beforeBirth && born !== null && day < born && !wasKnownUnborn(child))
      return problem('field.before-birth', { label, born: inShort(born) }, name)
  }
  if (field.kind === 'moment' && (value as Moment) > now) return problem('field.future', { label }, name)
  if (field.kind === 'choice' || field.kind === 'several') {
    const given = (Array.isArray(value) ? value : [value]) as readonly string[]
    const late = field.options.find((option) => given.includes(option.code) && !inForce(option, on))
    if (late)
      return problem(
        'field.option-not-in-force',
        { given: late.label, label: lower(label), day: on ? inShort(on) : 'that day' },
        name,
      )
    if (field.kind === 'several') {
      const missing = field.atLeast.filter((code) => !given.includes(code))
      if (missing.length > 0) {
        const names = missing.map((code) => field.options.find((o) => o.code === code)?.label ?? code)
        return problem('field.atleast', { label, missing: names.join(' and ') }, name)
      }
    }
  }
  return undefined
}

/** The record of a child who was known before birth begins before it, and some of that is written down late. */
const wasKnownUnborn = (child: ChildHistory): boolean =>
  child.episodes.some(({ pathway, events }) => pathway === 'person' && events.some(({ step }) => step === 'born'))

function unreadable(name: string, field: Field, value: Value): Problem {
  const { label } = field
  if (field.kind === 'choice' || field.kind === 'several')
    return problem('field.not-an-option', { given: String(value), label: lower(label) }, name)
  if (field.kind === 'number') return problem('field.not-a-number', { label, from: field.from, to: field.to }, name)
  if (field.kind === 'text' && String(value).length > field.lengthMax)
    return problem('field.too-long', { label, limit: field.lengthMax, length: String(value).length }, name)
  return problem('field.not-understood', { label, reason: 'Check what was written' }, name)
}

/** The day on which an entry is true: its step's own field, or the day of recording where the step has none. */
export function dayOfValues(step: Step, values: Values, now: Moment): Day | null {
  if (step.on === undefined) return dayOf(now)
  const value = values[step.on]
  if (typeof value !== 'string') return null
  return value.length > 10 ? dayOf(value as Moment) : (value as Day)
}
