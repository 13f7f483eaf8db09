/** Every component, for pages. */
export { Button, type ButtonProps } from './govuk/Button.tsx'
export { type Checkbox, Checkboxes, type CheckboxesProps } from './govuk/Checkboxes.tsx'
export type { Choice, Divider } from './govuk/choices.tsx'
export { DateInput, type DateInputProps, type DatePart } from './govuk/DateInput.tsx'
export { ErrorMessage } from './govuk/ErrorMessage.tsx'
export { type ErrorItem, ErrorSummary, type ErrorSummaryProps } from './govuk/ErrorSummary.tsx'
export { Fieldset, type FieldsetProps } from './govuk/Fieldset.tsx'
export { Hint } from './govuk/Hint.tsx'
export { Input, type InputProps } from './govuk/Input.tsx'
export { Label } from './govuk/Label.tsx'
export { Radios, type RadiosProps } from './govuk/Radios.tsx'
export { Select, type SelectItem, type SelectProps } from './govuk/Select.tsx'
export { type NavigationItem, ServiceNavigation } from './govuk/ServiceNavigation.tsx'
export { SkipLink } from './govuk/SkipLink.tsx'
export {
  type SummaryAction,
  type SummaryCard,
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
} from './govuk/SummaryList.tsx'
export { type Cell, type CellOptions, Table, type TableProps } from './govuk/Table.tsx'
export { Tag, type TagColour, type TagProps } from './govuk/Tag.tsx'
export { Textarea, type TextareaProps } from './govuk/Textarea.tsx'
export type { Attributes, Props, Short } from './props.ts'
