import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type LabelOptions, type Props, type Short } from '../props.ts'
import { Fieldset } from './Fieldset.tsx'
import { type Described, describedByOf, descriptionsOf, FormGroup } from './field.tsx'
import { Input, type InputProps } from './Input.tsx'

/** One box of the date. `error` says that this is the box that is wrong (all of them when none says so). */
export type DatePart = Props<{
  name?: string
  label?: string
  value?: string | number
  error?: boolean
  id?: string
  classes?: string
  inputmode?: InputProps['inputmode']
  autocomplete?: string
  pattern?: string
  attributes?: Attributes
}>

export type DateInputProps = Described &
  Props<{
    id: string
    /** Boxes are named `{namePrefix}-day` and so on; `day` and so on without it. */
    namePrefix?: string
    legend?: Short<LabelOptions>
    fieldset?: Props<{ classes?: string; describedBy?: string; attributes?: Attributes }>
    /** What was typed, as it was typed, by the box's name without the prefix. */
    values?: Readonly<Record<string, string | number | undefined>>
    /** Options of the three boxes; `false` leaves one out. */
    day?: DatePart | false
    month?: DatePart | false
    year?: DatePart | false
    /** Boxes of one's own, instead of the three. */
    items?: readonly (DatePart | null | undefined | false)[]
    classes?: string
    formGroup?: Props<{
      classes?: string
      attributes?: Attributes
      beforeInputs?: ComponentChildren
      afterInputs?: ComponentChildren
    }>
    attributes?: Attributes
  }>

interface Box {
  readonly part: DatePart
  readonly name: string
  readonly width: 2 | 4
}

/** A date someone knows, as day, month and year. */
export const DateInput = (props: DateInputProps) => {
  const { id, formGroup, fieldset, legend } = props
  const describedBy = describedByOf(id, props, fieldset?.describedBy)
  const boxes = boxesOf(props)
  const oneIsToBlame = boxes.some(({ part }) => hasOwnError(part))
  const inner = (
    <>
      {descriptionsOf(id, props)}
      <div class={classList('govuk-date-input', props.classes)} id={id || undefined} {...props.attributes}>
        {formGroup?.beforeInputs}
        {boxes.map((box) => boxOf(props, box, oneIsToBlame))}
        {formGroup?.afterInputs}
      </div>
    </>
  )
  return (
    <FormGroup hasError={!!props.errorMessage} options={formGroup}>
      {legend !== undefined || fieldset !== undefined ? (
        // A group is announced with its description even where its fields are all text.
        <Fieldset
          role="group"
          legend={legend}
          describedBy={describedBy}
          classes={fieldset?.classes}
          attributes={fieldset?.attributes}
        >
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}

const hasOwnError = ({ error, classes }: DatePart) => error || !!classes?.includes('govuk-input--error')

const threeParts = ['day', 'month', 'year'] as const

const boxesOf = (props: DateInputProps): Box[] => {
  if (props.items?.length) {
    return props.items.flatMap((part) => {
      if (!part) return []
      const name = part.name ?? ''
      const each = threeParts.find((one) => name === one || optionsOf(props, one)?.name === name)
      const value = part.value ?? (each && optionsOf(props, each)?.value)
      return { part: { ...part, value }, name, width: each === 'year' ? 4 : 2 }
    })
  }
  return threeParts
    .filter((each) => props[each] !== false)
    .map((each) => {
      const part = optionsOf(props, each) ?? {}
      return { part, name: part.name ?? each, width: each === 'year' ? 4 : 2 }
    })
}

const optionsOf = (props: DateInputProps, each: (typeof threeParts)[number]): DatePart | undefined =>
  props[each] || undefined

const boxOf = (props: DateInputProps, { part, name, width }: Box, oneIsToBlame: boolean) => {
  const { namePrefix } = props
  const own = part.classes ?? ''
  const isWrong = hasOwnError(part) || (part.error !== false && !!props.errorMessage && !oneIsToBlame)
  let classes = 'govuk-date-input__input'
  if (isWrong && !own.includes('govuk-input--error')) classes += ' govuk-input--error'
  if (!own.includes('govuk-input--width-')) classes += ` govuk-input--width-${width}`
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: part.label ?? capitalised(name), classes: 'govuk-date-input__label' }}
        id={part.id ?? `${props.id}-${name}`}
        classes={classList(classes, own)}
        name={namePrefix ? `${namePrefix}-${name}` : name}
        value={part.value ?? props.values?.[name]}
        inputmode={part.inputmode ?? 'numeric'}
        autocomplete={part.autocomplete}
        pattern={part.pattern}
        attributes={part.attributes}
      />
    </div>
  )
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
