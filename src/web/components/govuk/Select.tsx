import { type Attributes, classList, type Props } from '../props.ts'
import { describedByOf, descriptionsOf, type FieldProps, FormGroup, labelOf } from './field.tsx'

/** One answer of the list. Without a `value` its text is what is sent. */
export type SelectItem = Props<{
  text?: string
  value?: string | number | boolean
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>

export type SelectProps = FieldProps &
  Props<{
    items: readonly (SelectItem | null | undefined | false)[]
    value?: string | number | boolean
  }>

/** One of many answers. Prefer `Radios` when there are few. */
export const Select = (props: SelectProps) => {
  const id = props.id ?? props.name
  const { errorMessage, formGroup, value } = props
  const classes = classList('govuk-select', props.classes)
  return (
    <FormGroup hasError={!!errorMessage} options={formGroup}>
      {labelOf(id, props.label)}
      {descriptionsOf(id, props)}
      {formGroup?.beforeInput}
      <select
        class={errorMessage ? `${classes} govuk-select--error` : classes}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedByOf(id, props, props.describedBy)}
        {...props.attributes}
      >
        {props.items.map((item) => item && option(item, value))}
      </select>
      {formGroup?.afterInput}
    </FormGroup>
  )
}

const option = (item: SelectItem, chosen: SelectProps['value']) => (
  <option
    value={item.value === undefined ? undefined : String(item.value)}
    selected={item.selected ?? (chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen)}
    disabled={item.disabled}
    {...item.attributes}
  >
    {item.text}
  </option>
)
