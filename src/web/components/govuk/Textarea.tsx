import { classList, type Props } from '../props.ts'
import { describedByOf, descriptionsOf, type FieldProps, FormGroup, labelOf } from './field.tsx'

export type TextareaProps = FieldProps &
  Props<{
    value?: string
    rows?: number
    spellcheck?: boolean
    autocomplete?: string
  }>

/** Several lines of text. */
export const Textarea = (props: TextareaProps) => {
  const id = props.id ?? props.name
  const { errorMessage, formGroup } = props
  return (
    <FormGroup hasError={!!errorMessage} options={formGroup}>
      {labelOf(id, props.label)}
      {descriptionsOf(id, props)}
      {formGroup?.beforeInput}
      <textarea
        class={classList(errorMessage ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props, props.describedBy)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {/* A browser drops the first line break after the tag, and nothing typed is ever lost. */}
        {props.value?.startsWith('\n') ? `\n${props.value}` : props.value}
      </textarea>
      {formGroup?.afterInput}
    </FormGroup>
  )
}
