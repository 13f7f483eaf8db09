/**
 * The house as a file can answer it. A statutory file has no names, no notes and no signatures, and a step asks for them.
 * The step is not weakened for people: a batch is judged by the same definitions, with exactly those answers left out that
 * its source cannot have (docs/decisions/0017-entries-from-a-census.md). Only what may be recorded is judged by this
 * house; what follows from it - folds, clocks, measures, rows - follows from the real one.
 */
import type { Field } from '../core/pathway/field.ts'
import type { House } from '../core/pathway/house.ts'
import type { Pathway } from '../core/pathway/pathway.ts'
import type { Step } from '../core/pathway/step.ts'

export interface Silence {
  /** Fields that may be without an answer. */
  readonly fields: readonly string[]
  /** Fields whose rules are not asked, because they ask for what the source cannot have. */
  readonly rules?: readonly string[]
  /** What has to come before it is not always in the source. */
  readonly anyOrder?: true
  /** May open an episode: what opened it is not always in the source. */
  readonly opens?: true
}

/** By pathway, by step. A step that is not named is not recorded from this source. */
export type Silences = Readonly<Record<string, Readonly<Record<string, Silence>>>>

/** Nothing is handed over: a file tells of both sides itself. */
export function houseAsAnswered(house: House, silences: Silences): House {
  const byId = new Map(
    Object.entries(silences).map(([id, steps]) => [id, pathwayAsAnswered(house.pathway(id), steps)] as const),
  )
  const pathway = (id: string): Pathway => byId.get(id) ?? house.pathway(id)
  return { ...house, pathway, pathways: house.pathways.map(({ id }) => pathway(id)), handovers: [] }
}

function pathwayAsAnswered(pathway: Pathway, silences: Silences[string]): Pathway {
  const steps: Record<string, Step> = { ...pathway.steps }
  for (const [name, silence] of Object.entries(silences)) {
    const step = steps[name]
    if (step === undefined) throw new Error(`A source names ${pathway.id}.${name}, which does not exist`)
    steps[name] = stepAsAnswered(step, silence)
  }
  const opening = Object.keys(silences).filter((name) => silences[name]?.opens)
  return { ...pathway, steps, starts: [...new Set([...pathway.starts, ...opening])] }
}

function stepAsAnswered(step: Step, { fields: silent, rules: unasked = [], anyOrder, opens }: Silence): Step {
  const fields: Record<string, Field> = { ...step.fields }
  for (const name of silent) {
    const field = fields[name]
    if (field === undefined) throw new Error(`A source names “${name}”, which ${step.title} does not ask`)
    fields[name] = { ...field, optional: true }
  }
  return {
    ...step,
    fields,
    rules: step.rules.filter(({ field }) => field === undefined || !unasked.includes(field)),
    after: anyOrder || opens ? undefined : step.after,
    repeats: step.repeats || anyOrder === true,
    // The source is judged by its own days, which say whether something came after the end.
    afterClosing: true,
  }
}
