import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type Props } from '../props.ts'

export type BackLinkProps = Props<{
  children?: ComponentChildren
  href?: string
  classes?: string
  attributes?: Attributes
}>

/** To the page before. */
export const BackLink = ({ children, href, classes, attributes }: BackLinkProps) => (
  <a href={href || '#'} class={classList('govuk-back-link', classes)} {...attributes}>
    {children || 'Back'}
  </a>
)
