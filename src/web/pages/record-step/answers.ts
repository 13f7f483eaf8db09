/** What was answered so far: read for each child, and told apart by the page of the form that asks it. */
import type { Problem } from '../../../core/outcomes.ts'
import { controlName, type Posted, readPosted } from '../../../core/pathway/posted.ts'
import { chosenOf, type Desk, whoFor } from './desk.ts'

export function readAll(desk: Desk, posted: Posted) {
  const read = chosenOf(desk, posted).map((subject) => ({ subject, ...readPosted(desk.step, posted, subject.record) }))
  const problems = new Map(read.flatMap((one) => one.problems).map((one) => [one.field, one]))
  return { read, problems: [...problems.values()] }
}

export const controlsOf = (desk: Desk, section: number): readonly string[] =>
  (desk.sections[section - 1]?.fields ?? []).flatMap((name) =>
    desk.family.map((one) => controlName(name, desk.step.fields[name]!, one.record)),
  )

export const isOnPage = (desk: Desk, section: number, one: Problem): boolean =>
  one.field === undefined || controlsOf(desk, section).includes(one.field)

/** An unticked box posts nothing, so what the page in hand asked is taken from this post alone. */
export function withoutSection(before: Posted, desk: Desk, section: number): Posted {
  const controls = new Set(controlsOf(desk, section))
  const isOwn = (name: string): boolean =>
    controls.has(name.replace(/-(day|month|year|time)$/, '')) || (name === whoFor && section === 1)
  return Object.fromEntries(Object.entries(before).filter(([name]) => controls.has(name) === false && !isOwn(name)))
}

/** The same where the page itself has said which controls it has. */
export function withoutControls(before: Posted, controls: readonly string[]): Posted {
  const asked = new Set(controls)
  return Object.fromEntries(Object.entries(before).filter(([name]) => !asked.has(name)))
}
