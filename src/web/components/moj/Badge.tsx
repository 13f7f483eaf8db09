import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type BadgeProps = Props<{
  children: ComponentChildren
  /** Never the only carrier of the meaning: the words say it too. */
  colour?: 'purple' | 'bright-purple' | 'red' | 'green' | 'blue' | 'black' | 'grey'
  classes?: string
  attributes?: Attributes
}>

/** A flag of a person or case: 'Child protection plan', 'Interpreter needed'. */
export const Badge = ({ children, colour, classes, attributes }: BadgeProps) => (
  <span class={classList(colour ? `moj-badge moj-badge--${colour}` : 'moj-badge', classes)} {...attributes}>
    {children}
  </span>
)
