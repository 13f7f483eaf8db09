import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type InsetTextProps = Props<{
  children?: ComponentChildren
  id?: string
  classes?: string
  attributes?: Attributes
}>

/** Something that stands out from the text around it. */
export const InsetText = ({ children, id, classes, attributes }: InsetTextProps) => (
  <div id={id} class={classList('govuk-inset-text', classes)} {...attributes}>
    {children}
  </div>
)
