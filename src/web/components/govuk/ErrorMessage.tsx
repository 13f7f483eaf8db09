import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type ErrorMessageProps = Props<{
  children?: ComponentChildren
  id?: string
  classes?: string
  attributes?: Attributes
  visuallyHiddenText?: string
}>

/** What is wrong with one answer and how to mend it, beside its field. */
export const ErrorMessage = ({
  children,
  id,
  classes,
  attributes,
  visuallyHiddenText = 'Error',
}: ErrorMessageProps) => (
  <p id={id} class={classList('govuk-error-message', classes)} {...attributes}>
    {visuallyHiddenText && <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>}
    {visuallyHiddenText && ' '}
    {children}
  </p>
)
