/**
 * From what a form posts to the values a step keeps. Two shapes, one definition: a day is posted as three boxes and
 * kept as `2022-06-15`; a several-child act posts a field once for all, or once for each child with the child's record
 * number behind two hyphens (`seen--4711`). Nothing posted is lost: the form is drawn again from the same names.
 */
import { type Day, dayFromParts, momentAt } from '../calendar/index.ts'
import { done, type Outcome, type Problem, problem } from '../outcomes.ts'
import type { Field, Value, Values } from './field.ts'
import type { Step } from './step.ts'

export type Posted = Readonly<Record<string, string | readonly string[] | undefined>>

/** The name of a field's control; for a field asked of each child, that child's own. */
export const controlName = (name: string, field: Field, record: number): string =>
  field.each ? `${name}--${record}` : name

export interface ReadForm {
  readonly values: Values
  /** What could not be read, each with the name of its control in `field`. */
  readonly problems: readonly Problem[]
}

/** Reads one child's values. Empty answers are left out; whether they may be is for `decide` to say. */
export function readPosted(step: Step, posted: Posted, record: number): ReadForm {
  const values: Record<string, Value> = {}
  const problems: Problem[] = []
  for (const name in step.fields) {
    const field = step.fields[name]!
    const control = controlName(name, field, record)
    const read = readField(field, control, posted)
    if (!read.ok) problems.push({ ...read, field: control })
    else if (read.value !== undefined) values[name] = read.value
  }
  return { values, problems }
}

const one = (posted: Posted, name: string): string => {
  const value = posted[name]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

function readField(field: Field, control: string, posted: Posted): Outcome<Value | undefined> {
  if (field.kind === 'day') return readDay(field.label, control, posted)
  if (field.kind === 'moment') return readMoment(field.label, control, posted)
  if (field.kind === 'several') {
    const value = posted[control]
    const list = (typeof value === 'string' ? [value] : (value ?? [])).filter((code) => code !== '')
    return done(list.length === 0 ? undefined : list)
  }
  // Line ends are posted as CR LF; the record keeps one form.
  const text = one(posted, control).replace(/\r\n?/g, '\n')
  if (text === '') return done(undefined)
  if (field.kind === 'number' || field.kind === 'reference') {
    if (/^-?\d{1,15}$/.test(text)) return done(Number(text))
    const [from, to] = field.kind === 'number' ? [field.from, field.to] : [1, 2_147_483_647]
    return problem('field.not-a-number', { label: field.label, from, to })
  }
  return done(text)
}

function readDay(label: string, control: string, posted: Posted): Outcome<Day | undefined> {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => one(posted, `${control}-${part}`))
  if (!day && !month && !year) return done(undefined)
  return dayFromParts(day ?? '', month ?? '', year ?? '', label)
}

/** A day and a time in London, written `14:30`, `14.30`, `1430` or `2:30pm`. */
function readMoment(label: string, control: string, posted: Posted): Outcome<string | undefined> {
  const day = readDay(label, control, posted)
  const written = one(posted, `${control}-time`).toLowerCase()
  if (!day.ok) return day
  if (day.value === undefined) {
    return written === '' ? done(undefined) : problem('day.incomplete', { label, missing: 'date' })
  }
  if (written === '') return problem('day.incomplete', { label, missing: 'time, for example 14:30' })
  const found = /^(\d{1,2})(?:[:.]?(\d\d))?\s*(am|pm)?$/.exec(written)
  const hours = found ? (Number(found[1]) % (found[3] ? 12 : 24)) + (found[3] === 'pm' ? 12 : 0) : 24
  const minutes = found ? Number(found[2] ?? 0) : 60
  if (!found || Number(found[1]) > (found[3] ? 12 : 23) || minutes > 59)
    return problem('field.not-understood', { label, reason: `“${written}” is not a time. Write it as 14:30` })
  return done(momentAt(day.value, hours, minutes))
}

/** The other way round: kept values as the form would post them, to show what is known or to go on with. */
export function asPosted(step: Step, values: Values, record: number, split: (moment: string) => MomentParts): Posted {
  const posted: Record<string, string | readonly string[]> = {}
  for (const name in step.fields) {
    const field = step.fields[name]!
    const value = values[name]
    if (value === undefined) continue
    const control = controlName(name, field, record)
    if (field.kind === 'day' || field.kind === 'moment') {
      const parts = field.kind === 'day' ? { day: String(value), time: '' } : split(String(value))
      const [year, month, day] = parts.day.split('-').map(Number)
      posted[`${control}-day`] = String(day)
      posted[`${control}-month`] = String(month)
      posted[`${control}-year`] = String(year)
      if (parts.time) posted[`${control}-time`] = parts.time
    } else posted[control] = typeof value === 'object' ? value : String(value)
  }
  return posted
}

export interface MomentParts {
  readonly day: string
  /** `14:30` in London. */
  readonly time: string
}
