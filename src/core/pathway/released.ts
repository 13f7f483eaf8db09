/**
 * What has been released stays readable: entries stand in the record for a lifetime, in the shape of the version in which
 * they were written. The committed file of releases lists the shape of every step of every pathway at every version;
 * `checkReleased` says in sentences what a definition changed without saying so. A field is retired by making it optional
 * and asking it no more, an answer by its `until`, anything else by a new version with an upcast from the old one.
 */
import { z } from 'zod'
import type { Field } from './field.ts'
import type { House } from './house.ts'
import type { Pathway } from './pathway.ts'
import type { Step } from './step.ts'

const fieldShape = z.object({
  kind: z.string(),
  /** Asked whenever the step is, and refused when empty. */
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  to: z.string().optional(),
})
const stepsShape = z.record(z.string(), z.record(z.string(), fieldShape))
const releaseShape = z.record(z.string(), z.record(z.string(), stepsShape))

type ReleasedField = z.infer<typeof fieldShape>
type ReleasedSteps = z.infer<typeof stepsShape>
/** Pathway id → version → step → field. */
export type Release = z.infer<typeof releaseShape>

/** Reads a committed release; throws for a file that is none, which is a defect of the tree. */
export const readRelease = (json: unknown): Release => releaseShape.parse(json)

/** The release with this house added to it: what is written to the committed file. Old versions stay as they are. */
export function releaseOf(house: House, before: Release = {}): Release {
  const release: Record<string, Record<string, ReleasedSteps>> = {}
  for (const id of [...new Set([...Object.keys(before), ...house.pathways.map((one) => one.id)])].sort()) {
    const pathway = house.pathways.find((one) => one.id === id)
    release[id] = { ...before[id], ...(pathway && { [pathway.version]: stepsOf(pathway) }) }
  }
  return release
}

/** One text for one release, fields in order of name, so that a difference in the file is a difference in meaning. */
export const releaseText = (release: Release): string => `${JSON.stringify(release, sorted, 2)}\n`

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function stepsOf({ steps }: Pathway): ReleasedSteps {
  return Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, fieldsOf(step)]))
}

function fieldsOf(step: Step): Record<string, ReleasedField> {
  return Object.fromEntries(Object.entries(step.fields).map(([name, field]) => [name, shapeOf(field)]))
}

function shapeOf(field: Field): ReleasedField {
  return {
    kind: field.kind,
    required: field.optional === undefined && field.when === undefined,
    ...(field.kind === 'choice' || field.kind === 'several'
      ? { options: field.options.map(({ code }) => code).sort() }
      : {}),
    ...(field.kind === 'reference' ? { to: field.to } : {}),
  }
}

/** What was changed silently since the release, each a sentence that says how to mend it; empty where nothing was. */
export function checkReleased(house: House, released: Release): string[] {
  const wrong: string[] = []
  for (const [id, versions] of Object.entries(released)) {
    const pathway = house.pathways.find((one) => one.id === id)
    if (pathway === undefined) {
      wrong.push(`The pathway “${id}” was released and is gone: its entries could no longer be read. Bring it back.`)
      continue
    }
    checkVersions(pathway, Object.keys(versions).map(Number), wrong)
    const same = versions[pathway.version]
    if (same) checkSteps(pathway, same, wrong)
  }
  return wrong
}

function checkVersions(pathway: Pathway, versions: readonly number[], wrong: string[]): void {
  const newest = Math.max(...versions)
  if (pathway.version < newest)
    wrong.push(`The pathway “${pathway.id}” is version ${pathway.version}, but version ${newest} was released.`)
  for (let version = Math.min(...versions); version < pathway.version; version++)
    if (pathway.upcasts[version] === undefined)
      wrong.push(
        `The pathway “${pathway.id}” is version ${pathway.version} and has no upcast from version ${version}: write one.`,
      )
}

function checkSteps(pathway: Pathway, released: ReleasedSteps, wrong: string[]): void {
  for (const [name, fields] of Object.entries(released)) {
    const step = pathway.steps[name]
    if (step === undefined) wrong.push(`The step “${pathway.id}.${name}” was released and is gone. ${newVersion}`)
    else checkFields(`${pathway.id}.${name}`, step, fields, wrong)
  }
}

const newVersion = 'Bring it back, or raise the version of the pathway and write an upcast.'

function checkFields(
  where: string,
  step: Step,
  released: Readonly<Record<string, ReleasedField>>,
  wrong: string[],
): void {
  for (const [name, was] of Object.entries(released)) {
    const field = step.fields[name]
    if (field === undefined) {
      wrong.push(`The field “${where}.${name}” was released and is gone. ${newVersion}`)
      continue
    }
    const is = shapeOf(field)
    if (is.kind !== was.kind)
      wrong.push(`The field “${where}.${name}” was released as ${was.kind} and is ${is.kind}. ${newVersion}`)
    if (is.to !== was.to)
      wrong.push(
        `The field “${where}.${name}” was released as a reference to ${was.to} and is one to ${is.to}. ${newVersion}`,
      )
    const gone = (was.options ?? []).filter((code) => !is.options?.includes(code))
    for (const code of is.kind === was.kind ? gone : [])
      wrong.push(
        `The answer “${code}” of “${where}.${name}” was released and is gone. Keep it and give it an “until”: the record holds it.`,
      )
    if (is.required && !was.required)
      wrong.push(
        `The field “${where}.${name}” was released as one that may be empty and must now be answered: old entries could not be corrected. ${newVersion}`,
      )
  }
  for (const [name, field] of Object.entries(step.fields))
    if (released[name] === undefined && shapeOf(field).required)
      wrong.push(
        `The field “${where}.${name}” is new and must be answered, which no released entry does. Make it optional, or raise the version of the pathway and write an upcast.`,
      )
}
