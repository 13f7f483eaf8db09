/**
 * What types cannot say about a definition, checked when it is built. A product with a wrong definition must not
 * start, so this is the one place where the core throws: with a sentence that says which, where and what to do.
 */
import { limits } from '../record/limits.ts'
import { asTrigger, type Clock, type EventRef, type Trigger } from './clock.ts'
import type { When } from './field.ts'
import type { Pathway } from './pathway.ts'
import type { After, Step } from './step.ts'

export class WrongDefinition extends Error {}

/** What the form of any step posts beside its answers. */
const takenByForms = ['token', 'key', 'do', 'section', 'episode']

type Wrong = (where: string, what: string) => never

const wrongIn =
  (definition: string): Wrong =>
  (where, what) => {
    throw new WrongDefinition(`The definition of “${definition}” is wrong at ${where}: ${what}`)
  }

export function checkDefinition(pathway: Pathway): void {
  const wrong: Wrong = wrongIn(pathway.id)
  if (!/^[a-z][a-z-]{1,39}$/.test(pathway.id))
    wrong('id', 'use lower-case words joined by hyphens, at most 40 characters.')
  if (pathway.law.length === 0) wrong('law', 'name the Act or guidance it rests on.')
  const names = Object.keys(pathway.steps)
  if (names.length > limits.stepsPerPathwayMax) wrong('steps', `at most ${limits.stepsPerPathwayMax} steps.`)
  if (pathway.starts.length === 0) wrong('steps', 'no step can open an episode: leave out “after” on one of them.')
  for (const name of names) checkStep(pathway, name, wrong)
  checkReach(pathway, wrong)
  for (const [name, state] of Object.entries(pathway.states)) {
    checkAfter(pathway, state.from, `states.${name}.from`, wrong)
    checkAfter(pathway, state.until, `states.${name}.until`, wrong)
  }
  for (const [name, clock] of Object.entries(pathway.clocks)) checkClock(pathway, name, clock, wrong)
}

function checkStep(pathway: Pathway, name: string, wrong: Wrong): void {
  const step: Step = pathway.steps[name]!
  const where = `steps.${name}`
  const fields = Object.entries(step.fields)
  if (fields.length > limits.fieldsPerStepMax) wrong(where, `at most ${limits.fieldsPerStepMax} fields.`)
  for (const [fieldName, field] of fields) {
    if (!/^[a-zA-Z][a-zA-Z0-9]{0,39}$/.test(fieldName) || takenByForms.includes(fieldName))
      wrong(
        `${where}.${fieldName}`,
        `a field needs a name of letters and digits that no form uses (${takenByForms.join(', ')}).`,
      )
    if (field.label.trim() === '') wrong(`${where}.${fieldName}`, 'a field needs a label.')
    if (field.when) checkWhen(step, field.when, `${where}.${fieldName}.when`, wrong)
  }
  if (step.after) checkAfter(pathway, step.after, `${where}.after`, wrong)
  if (step.closes) checkWhen(step, step.closes, `${where}.closes`, wrong)
  for (const state of step.closesUnless)
    if (pathway.states[state] === undefined) wrong(`${where}.closesUnless`, `there is no state “${state}”.`)
  if (step.on !== undefined && step.fields[step.on] === undefined)
    wrong(`${where}.on`, `there is no field “${step.on}”.`)
  for (const [column, fieldName] of Object.entries(step.listed ?? {}))
    if (step.fields[fieldName] === undefined) wrong(`${where}.listed.${column}`, `there is no field “${fieldName}”.`)
  for (const section of step.sections ?? []) {
    for (const fieldName of section.fields)
      if (step.fields[fieldName] === undefined) wrong(`${where}.sections`, `there is no field “${fieldName}”.`)
  }
  if (step.sections) {
    const placed = step.sections.flatMap((section) => section.fields)
    const left = fields.find(([fieldName]) => !placed.includes(fieldName))
    if (left) wrong(`${where}.sections`, `“${left[0]}” stands in no section, so nobody could answer it.`)
  }
}

function checkWhen(step: Step, when: When, where: string, wrong: Wrong): void {
  for (const [name, wanted] of Object.entries(when)) {
    const field = step.fields[name]
    if (field === undefined || (field.kind !== 'choice' && field.kind !== 'several'))
      wrong(where, `“${name}” is not a choice of this step.`)
    const codes = field.options.map((option) => option.code)
    for (const code of typeof wanted === 'string' ? [wanted] : wanted)
      if (!codes.includes(code)) wrong(where, `“${code}” is not an answer to “${name}”.`)
  }
}

function checkAfter(pathway: Pathway, after: After, where: string, wrong: Wrong): void {
  for (const [name, when] of Object.entries(after)) {
    const step = pathway.steps[name]
    if (step === undefined) wrong(where, `there is no step “${name}”.`)
    checkWhen(step, when, `${where}.${name}`, wrong)
  }
}

/** Every step must be reachable from one that opens an episode, or nobody could ever record it. */
function checkReach(pathway: Pathway, wrong: Wrong): void {
  const reached = new Set(pathway.starts)
  for (let grew = true; grew; ) {
    grew = false
    for (const [name, step] of Object.entries(pathway.steps)) {
      if (reached.has(name)) continue
      if (step.after === undefined || Object.keys(step.after).some((before) => reached.has(before))) {
        reached.add(name)
        grew = true
      }
    }
  }
  const lost = Object.keys(pathway.steps).find((name) => !reached.has(name))
  if (lost) wrong(`steps.${lost}`, 'it can never be reached: what it comes after is never recorded.')
}

function checkClock(pathway: Pathway, name: string, clock: Clock, wrong: Wrong): void {
  const where = `clocks.${name}`
  if (clock.authority.trim() === '') wrong(where, 'a clock needs its authority.')
  if (!/^\d{4}-\d\d-\d\d$/.test(clock.since)) wrong(`${where}.since`, 'write the day as 2010-03-01.')
  for (const side of ['from', 'to'] as const) checkTrigger(pathway, clock[side], `${where}.${side}`, wrong)
  if (clock.endedBy) checkAfter(pathway, clock.endedBy, `${where}.endedBy`, wrong)
  if (clock.while !== undefined && pathway.states[clock.while] === undefined)
    wrong(`${where}.while`, `there is no state “${clock.while}”.`)
  if (clock.form !== undefined && pathway.steps[clock.form] === undefined)
    wrong(`${where}.form`, `there is no step “${clock.form}”.`)
  checkStartingAnswers(pathway, clock, where, wrong)
  for (const pause of clock.pauses ?? []) {
    checkTrigger(pathway, pause.from, `${where}.pauses`, wrong)
    checkTrigger(pathway, pause.until, `${where}.pauses`, wrong)
  }
}

/** What a clock reads of the event that starts it: a name that is not there would leave it without a limit, and never start it. */
function checkStartingAnswers(pathway: Pathway, clock: Clock, where: string, wrong: Wrong): void {
  const [from, to] = [clock.from, clock.to].map((side) => stepOf(pathway, side)) as [Step | undefined, Step | undefined]
  if (clock.pairedBy !== undefined && !(from?.fields[clock.pairedBy] && to?.fields[clock.pairedBy]))
    wrong(`${where}.pairedBy`, `“${clock.pairedBy}” is not a field of both steps.`)
  if (from === undefined) return
  if (clock.runsOn) checkWhen(from, clock.runsOn, `${where}.runsOn`, wrong)
  const { within } = clock
  if ('limits' in within) checkWhen(from, { [within.field]: Object.keys(within.limits) }, `${where}.within`, wrong)
}

function stepOf(pathway: Pathway, written: EventRef | Trigger): Step | undefined {
  const trigger = asTrigger(written)
  return trigger.kind === 'birthday' ? undefined : pathway.steps[trigger.event.split('.')[0]!]
}

/** The answers with which one pathway hands over to another, which no type can check. */
export function checkHandoverAnswers(pathway: Pathway, step: string, when: When): void {
  checkWhen(pathway.steps[step]!, when, `the hand-over from ${step}`, wrongIn(pathway.id))
}

function checkTrigger(pathway: Pathway, written: EventRef | Trigger, where: string, wrong: Wrong): void {
  const trigger = asTrigger(written)
  if (trigger.kind === 'birthday') return
  if (trigger.kind === 'thatLedTo' && pathway.steps[trigger.step] === undefined)
    wrong(where, `there is no step “${trigger.step}”.`)
  const [stepName, fieldName] = trigger.event.split('.') as [string, string?]
  const step = pathway.steps[stepName]
  if (step === undefined) wrong(where, `there is no step “${stepName}”.`)
  if (fieldName !== undefined) {
    const field = step.fields[fieldName]
    if (field === undefined || (field.kind !== 'day' && field.kind !== 'moment'))
      wrong(where, `“${stepName}.${fieldName}” is not a day or a moment.`)
  }
  if (trigger.kind !== 'thatLedTo' && trigger.where) checkWhen(step, trigger.where, where, wrong)
}
