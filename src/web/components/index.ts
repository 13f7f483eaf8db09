/** Every component, for pages. */
export { BackLink } from './govuk/BackLink.tsx'
export { type Breadcrumb, Breadcrumbs } from './govuk/Breadcrumbs.tsx'
export { Button, type ButtonProps } from './govuk/Button.tsx'
export { CharacterCount, type CharacterCountProps } from './govuk/CharacterCount.tsx'
export { type Checkbox, Checkboxes, type CheckboxesProps } from './govuk/Checkboxes.tsx'
export type { Choice, Divider } from './govuk/choices.tsx'
export { DateInput, type DateInputProps, type DatePart } from './govuk/DateInput.tsx'
export { Details } from './govuk/Details.tsx'
export { ErrorMessage } from './govuk/ErrorMessage.tsx'
export { type ErrorItem, ErrorSummary, type ErrorSummaryProps } from './govuk/ErrorSummary.tsx'
export { Fieldset, type FieldsetProps } from './govuk/Fieldset.tsx'
export { FileUpload, type FileUploadProps } from './govuk/FileUpload.tsx'
export { Hint } from './govuk/Hint.tsx'
export { Input, type InputProps } from './govuk/Input.tsx'
export { InsetText } from './govuk/InsetText.tsx'
export { Label } from './govuk/Label.tsx'
export { NotificationBanner, type NotificationBannerProps } from './govuk/NotificationBanner.tsx'
export { type PageItem, type PageLink, Pagination } from './govuk/Pagination.tsx'
export { Panel, type PanelProps } from './govuk/Panel.tsx'
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
export { type Tab, Tabs } from './govuk/Tabs.tsx'
export { Tag, type TagColour, type TagProps } from './govuk/Tag.tsx'
export { type Task, TaskList } from './govuk/TaskList.tsx'
export { Textarea, type TextareaProps } from './govuk/Textarea.tsx'
export { WarningText } from './govuk/WarningText.tsx'
export type { Attributes, Props, Short } from './props.ts'
