import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type WarningTextProps = Props<{
  children?: ComponentChildren
  /** Read aloud in place of the sign. */
  iconFallbackText?: string
  classes?: string
  attributes?: Attributes
}>

/** What would follow from doing, or not doing, something. */
export const WarningText = ({ children, iconFallbackText, classes, attributes }: WarningTextProps) => (
  <div class={classList('govuk-warning-text', classes)} {...attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
    </strong>
  </div>
)
