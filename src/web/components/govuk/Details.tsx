import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type DetailsProps = Props<{
  summary: ComponentChildren
  children?: ComponentChildren
  open?: boolean
  id?: string
  classes?: string
  attributes?: Attributes
}>

/** Something that only some need, behind a line that says what it is. */
export const Details = ({ summary, children, open, id, classes, attributes }: DetailsProps) => (
  <details id={id} class={classList('govuk-details', classes)} open={open} {...attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
