import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow'

export type TagProps = Props<{
  children?: ComponentChildren
  /** Never the only carrier of the meaning: the words say it too. */
  colour?: TagColour
  classes?: string
  attributes?: Attributes
}>

/** The state of something, in a word or two. */
export const Tag = ({ children, colour, classes, attributes }: TagProps) => (
  <strong class={classList(colour ? `govuk-tag govuk-tag--${colour}` : 'govuk-tag', classes)} {...attributes}>
    {children}
  </strong>
)
