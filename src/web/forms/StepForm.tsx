/**
 * The form of any step, drawn from its definition. Conditional questions stand inside the answer that asks them; what
 * is asked of each child stands under that child's name.
 */
import type { VNode } from 'preact'
import type { Day } from '../../core/calendar/index.ts'
import type { Problem } from '../../core/outcomes.ts'
import type { Field } from '../../core/pathway/field.ts'
import { controlName, type Posted } from '../../core/pathway/posted.ts'
import type { Step } from '../../core/pathway/step.ts'
import { Fieldset } from '../components/index.ts'
import { FieldControl, type ReferenceChoice } from './FieldControl.tsx'

export interface FormChild {
  readonly record: number
  readonly name: string
}

export interface StepFormProps {
  readonly step: Step
  /** The fields of this page of the form. */
  readonly names: readonly string[]
  readonly subjects: readonly FormChild[]
  readonly posted: Posted
  readonly problems: readonly Problem[]
  readonly today: Day
  readonly references: (to: string) => readonly ReferenceChoice[]
}

export function StepFields(props: StepFormProps): VNode {
  const { step, names, subjects } = props
  const top = names.filter((name) => !standsInside(step, name, names))
  const shared = top.filter((name) => !step.fields[name]?.each)
  const each = top.filter((name) => step.fields[name]?.each)
  return (
    <>
      {shared.map((name) => control(props, name, subjects[0]?.record ?? 0))}
      {each.length > 0 &&
        subjects.map((child) => (
          <Fieldset legend={{ text: child.name, classes: 'govuk-fieldset__legend--m' }} classes="heartwood-each-child">
            {each.map((name) => control(props, name, child.record))}
          </Fieldset>
        ))}
    </>
  )
}

/** The field in whose answer this one stands: the first it depends on, where that is a choice of the same page. */
function parentOf(step: Step, name: string): string | undefined {
  const when = step.fields[name]?.when
  return when && Object.keys(when).find((parent) => step.fields[parent]?.kind === 'choice')
}

function standsInside(step: Step, name: string, names: readonly string[]): boolean {
  const parent = parentOf(step, name)
  return parent !== undefined && names.includes(parent)
}

function control(props: StepFormProps, name: string, record: number): VNode {
  const { step, names, posted, problems, today, references } = props
  const field: Field = step.fields[name]!
  const children = names.filter((other) => parentOf(step, other) === name)
  const inside = (option: string): VNode | undefined => {
    // A question that several answers ask can stand in one place only: under the last of them.
    const asked = children.filter((child) => lastAsking(step, child, name) === option)
    return asked.length === 0 ? undefined : <div>{asked.map((child) => control(props, child, record))}</div>
  }
  return (
    <FieldControl
      field={field}
      name={controlName(name, field, record)}
      posted={posted}
      problems={problems}
      today={today}
      references={references}
      {...(children.length > 0 && { inside })}
    />
  )
}

function lastAsking(step: Step, child: string, parent: string): string | undefined {
  const wanted = step.fields[child]?.when?.[parent]
  return typeof wanted === 'string' ? wanted : wanted?.at(-1)
}
