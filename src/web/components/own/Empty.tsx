import type { ComponentChildren } from 'preact'
import type { Props } from '../props.ts'

export type EmptyProps = Props<{
  /** What there is none of, and why: 'No visits are due this week.' */
  children: ComponentChildren
  /** What the person can do instead: a button or link. */
  action?: ComponentChildren
}>

/** A list with nothing in it says so. */
export const Empty = ({ children, action }: EmptyProps) => (
  <div class="heartwood-empty">
    <p class={action ? 'govuk-body' : 'govuk-body govuk-!-margin-bottom-0'}>{children}</p>
    {action}
  </div>
)
