/** One field of a definition as a control of the page: chosen by its kind, filled with what was posted, error beside it. */
import type { VNode } from 'preact'
import type { Day } from '../../core/calendar/index.ts'
import type { Problem } from '../../core/outcomes.ts'
import type { Field } from '../../core/pathway/field.ts'
import { inForce } from '../../core/pathway/options.ts'
import type { Posted } from '../../core/pathway/posted.ts'
import {
  CharacterCount,
  Checkboxes,
  DateInput,
  FileUpload,
  Input,
  Radios,
  Select,
  Textarea,
} from '../components/index.ts'

export interface ReferenceChoice {
  readonly value: string
  readonly text: string
}

export interface ControlProps {
  readonly field: Field
  /** The control's name and id. */
  readonly name: string
  readonly posted: Posted
  readonly problems: readonly Problem[]
  readonly today: Day
  readonly references: (to: string) => readonly ReferenceChoice[]
  /** Shown inside a choice of another field. */
  readonly inside?: (option: string) => VNode | undefined
}

const text = (posted: Posted, name: string): string => {
  const value = posted[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
const list = (posted: Posted, name: string): readonly string[] => {
  const value = posted[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

export function FieldControl(props: ControlProps): VNode {
  const { field, name, posted, problems } = props
  const errorMessage = problems.find((one) => one.field === name)?.says
  const label = field.optional ? `${field.label} (optional)` : field.label
  const common = { hint: field.hint, errorMessage }
  switch (field.kind) {
    case 'day':
      return <DateInput id={name} namePrefix={name} legend={label} values={dateValues(posted, name)} {...common} />
    case 'moment':
      return momentControl(props, label, errorMessage)
    case 'choice':
      return (
        <Radios
          name={name}
          legend={label}
          classes={isShort(props) ? 'govuk-radios--inline' : undefined}
          items={choicesOf(props)}
          value={text(posted, name)}
          {...common}
        />
      )
    case 'several':
      return <Checkboxes name={name} legend={label} items={choicesOf(props)} values={list(posted, name)} {...common} />
    case 'number':
      return (
        <Input
          name={name}
          label={label}
          value={text(posted, name)}
          inputmode="numeric"
          classes="govuk-input--width-5"
          suffix={field.unit}
          {...common}
        />
      )
    case 'reference':
      return referenceControl(props, label, errorMessage)
    case 'file':
      return <FileUpload name={name} label={label} {...common} />
    case 'text':
      if (field.lines === 1) return <Input name={name} label={label} value={text(posted, name)} {...common} />
      if (field.lengthMax < 2_000)
        return (
          <CharacterCount
            name={name}
            label={label}
            rows={field.lines}
            value={text(posted, name)}
            maxlength={field.lengthMax}
            {...common}
          />
        )
      return <Textarea name={name} label={label} rows={field.lines} value={text(posted, name)} {...common} />
  }
}

const dateValues = (posted: Posted, name: string) => ({
  day: text(posted, `${name}-day`),
  month: text(posted, `${name}-month`),
  year: text(posted, `${name}-year`),
})

/** A yes or no with nothing to reveal stands on one line. */
const isShort = ({ field, inside }: ControlProps): boolean =>
  field.kind === 'choice' && inside === undefined && field.options.map((one) => one.code).join() === 'yes,no'

function choicesOf({ field, today, inside, posted, name }: ControlProps) {
  if (field.kind !== 'choice' && field.kind !== 'several') return []
  const chosen = list(posted, name)
  // An answer no longer in force is still shown where it was given, so that nothing typed is lost.
  return field.options
    .filter((option) => inForce(option, today) || chosen.includes(option.code))
    .map(({ code, label, hint }) => ({ value: code, text: label, hint, conditional: inside?.(code) }))
}

function momentControl({ field, name, posted }: ControlProps, label: string, errorMessage: string | undefined): VNode {
  return (
    <div class="heartwood-moment">
      <DateInput
        id={name}
        namePrefix={name}
        legend={label}
        values={dateValues(posted, name)}
        hint={field.hint}
        errorMessage={errorMessage}
      />
      <Input
        name={`${name}-time`}
        label={/\btime$/i.test(field.label) ? 'Time' : `Time (${field.label.toLowerCase().replace(/\?$/, '')})`}
        value={text(posted, `${name}-time`)}
        classes="govuk-input--width-5"
        hint="For example, 14:30"
      />
    </div>
  )
}

function referenceControl(
  { field, name, posted, references }: ControlProps,
  label: string,
  errorMessage: string | undefined,
): VNode {
  const to = field.kind === 'reference' ? field.to : ''
  if (to === 'person')
    return (
      <Input
        name={name}
        label={`${label}: child id`}
        hint={field.hint ?? 'For example HW1234567X. “Find a child” shows it, for adults too.'}
        value={text(posted, name)}
        classes="govuk-input--width-10"
        errorMessage={errorMessage}
      />
    )
  const items = [{ value: '', text: 'Choose' }, ...references(to)]
  return (
    <Select
      name={name}
      label={label}
      items={items}
      value={text(posted, name)}
      hint={field.hint}
      errorMessage={errorMessage}
    />
  )
}
