import { type Attributes, classList, inFull, type Props, type Short, type TextOptions } from '../props.ts'
import { describedByOf, descriptionsOf, type FieldProps, FormGroup, labelOf } from './field.tsx'

export type InputProps = FieldProps &
  Props<{
    value?: string | number
    type?: 'text' | 'email' | 'tel' | 'number' | 'password' | 'search' | 'url' | 'date' | 'time'
    inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search' | 'url' | 'none'
    autocomplete?: string
    autocapitalize?: 'none' | 'off' | 'on' | 'sentences' | 'words' | 'characters'
    pattern?: string
    spellcheck?: boolean
    prefix?: Short<TextOptions>
    suffix?: Short<TextOptions>
    inputWrapper?: Props<{ classes?: string; attributes?: Attributes }>
  }>

/** One line of text. */
export const Input = (props: InputProps) => {
  const id = props.id ?? props.name
  const { formGroup, errorMessage, prefix, suffix } = props
  return (
    <FormGroup hasError={!!errorMessage} options={formGroup}>
      {labelOf(id, props.label)}
      {descriptionsOf(id, props)}
      {prefix || suffix || formGroup?.beforeInput || formGroup?.afterInput ? (
        <div class={classList('govuk-input__wrapper', props.inputWrapper?.classes)} {...props.inputWrapper?.attributes}>
          {formGroup?.beforeInput}
          {prefix && affix('prefix', prefix)}
          {control(id, props)}
          {suffix && affix('suffix', suffix)}
          {formGroup?.afterInput}
        </div>
      ) : (
        control(id, props)
      )}
    </FormGroup>
  )
}

const control = (id: string, props: InputProps) => {
  const classes = classList('govuk-input', props.classes)
  // Spread, because the types of JSX know each type of input as an element of its own.
  const kind: Attributes = { type: props.type ?? 'text' }
  return (
    <input
      class={props.errorMessage ? `${classes} govuk-input--error` : classes}
      id={id}
      name={props.name}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedByOf(id, props, props.describedBy)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...kind}
      {...props.attributes}
    />
  )
}

const affix = (side: 'prefix' | 'suffix', given: Short<TextOptions>) => {
  const { text, classes, attributes } = inFull(given)
  return (
    <div class={classList(`govuk-input__${side}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  )
}
