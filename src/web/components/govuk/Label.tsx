import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type LabelProps = Props<{
  children?: ComponentChildren
  for?: string
  classes?: string
  isPageHeading?: boolean
  attributes?: Attributes
}>

/** The label of a field; nothing at all when it has no text. */
export const Label = ({ children, for: field, classes, isPageHeading, attributes }: LabelProps) => {
  if (children === undefined || children === null || children === '') return null
  const label = (
    <label class={classList('govuk-label', classes)} for={field} {...attributes}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
