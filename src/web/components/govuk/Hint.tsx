import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type HintProps = Props<{
  children?: ComponentChildren
  id?: string
  classes?: string
  attributes?: Attributes
}>

/** Help with a question, tied to its field by `id`. */
export const Hint = ({ children, id, classes, attributes }: HintProps) => (
  <div id={id} class={classList('govuk-hint', classes)} {...attributes}>
    {children}
  </div>
)
